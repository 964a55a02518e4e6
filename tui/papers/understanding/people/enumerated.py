"""People whom numbers count within one line: `1. Ada Orme, 2. Ben Pike`."""

from __future__ import annotations

import re
from itertools import pairwise

from tui.meeting.people.roles import is_post

_NUMBER = re.compile(r"(?P<joint>^|[,;]\s*|\s)\(?(?P<number>\d{1,3})[.)]\s+(?=(?P<word>[^\W\d_a-zß][\w.-]*))")


def without_numbers_within(words: str) -> str:
    """Return a line of people without the numbers that count them, with a comma where nothing else parts two.

    A number before a post is of the post: `2. Vorsitzender`.
    """
    found = [*_NUMBER.finditer(words)]
    numbers = [int(one["number"]) for one in found]
    counts = len(found) > 1 and not found[0].start() and all(later == one + 1 for one, later in pairwise(numbers))
    if not counts or any(is_post(one["word"]) for one in found):
        return words
    return _NUMBER.sub(lambda one: one["joint"] if one["joint"].strip() or not one.start() else ", ", words)
