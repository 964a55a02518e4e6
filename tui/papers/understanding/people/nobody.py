"""Words of a list of people that name nobody: a firm, a body, an office, a place, the title of a paper."""

from __future__ import annotations

from tui.meeting.languages.languages import words_of
from tui.papers.understanding.headings import block_of
from tui.papers.understanding.people.first_names import known_first_names
from tui.papers.understanding.people.names import has_title, holds_everyday_words

FIRMS = frozenset(
    """services ltd limited inc llc gmbh management department university hospital properties plc llp ag kg sarl bv
    solicitors constabulary""".split()
)
"""The last words of firms."""


def names_no_person(name: str) -> bool:
    """Return whether words are a body's, a firm's, an office's or a place's, or count people: `Six members`.

    What begins with a title or has a first name is somebody, whatever follows: `Jo Hall`.
    """
    words = [word.strip(".,") for word in name.casefold().split()]
    if not words or has_title(name) or (len(words) > 1 and known_first_names(name.split()[:-1])):
        return False
    if len(words) == 1:
        return holds_everyday_words(words) > 0
    ends = words[-1] in FIRMS or words[-1] in words_of("bodies") or block_of(words[-1]) is not None
    return ends or holds_everyday_words(words[:-1]) > 0
