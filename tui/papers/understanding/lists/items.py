"""Whether a block is an item of a list, or a heading over some, before it is known where the list stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.meeting.agenda.numbers import Form, candidate_of
from tui.meeting.dates.moments import moments_in
from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet, without_bullet, without_emphasis
from tui.papers.understanding.headings import block_of
from tui.papers.understanding.keys import is_bare_key, is_known, key_of
from tui.papers.understanding.sections import is_number_alone

_GROUP = re.compile(r"(?:part|section|session|teil|partie|parte|rhan|abschnitt|day\s+\w+|tag\s+\d)\b", re.IGNORECASE)
_FIRST_CODE = re.compile(
    r"[A-Z]{1,4}[-./]?0{0,2}1[.):]?|[A-Z]{1,6}[-./]?\d{1,4}[/.-]\d{1,4}[a-z]?[.):]?|\d{1,4}-A[.):]?|\d{1,4}-\d\d/\d\d"
)
"""The first of a row of codes: `A1`, `P01`; or one with a year, and any of those may be: `FGP24/51`, `87-18/19`."""
_WITH_YEAR = re.compile(r"(?P<led>(?:19|20)\d\d[./-](?:\d{1,2}[./-])?)(?P<figure>\d{1,3})\s+[^\W\d_]")
"""A number that runs on behind the year, and maybe the month: `2024.06.01 Welcome`."""
_FEWEST_RUNNING = 3
SESSION = re.compile(
    r"(?:[2-9]|\d{2,3})\.\s+(?:[^\W\d_]+\s+){0,2}(?:\w*sitzung|\w*versammlung|\w*tagung)\b(?:\s+(?:des|der|im|am|vom)\b.*)?$",
    re.IGNORECASE,
)
"""A meeting in German that begins with a number, as the item of a list does: `3. Sitzung der Gemeindevertretung`."""
PHONE = re.compile(r"(?:\d[\s()-]{0,3}){9,}")
_LONGEST_HEADING = 12


def is_item(block: Block) -> bool:
    """Whether a block looks like an item of a list rather than a `Key: value` line, a day or words that go on."""
    text = without_emphasis(without_bullet(block.text)).strip()
    candidate = candidate_of(text)
    if block.cells or ((moments := moments_in(text)) and moments[0].span[0] == 0):
        return False
    if candidate.form is Form.NONE and not has_bullet(block.text):
        return is_number_alone(text) and core_figure(text) in ("1", "a", "i")
    if candidate.form is Form.SURE:
        if SESSION.match(text):
            return False
        return not (candidate.figure is not None and 1900 <= candidate.figure < 2100)
    if has_bullet(block.text) and candidate.form is not Form.COMPOUND:
        return key_of(block.text) is None and not is_bare_key(text)
    return {
        Form.COMPOUND: not PHONE.match(text),
        Form.LETTER: True,
        Form.BARE: candidate.figure == 1,
        Form.CODE: _FIRST_CODE.fullmatch(candidate.number) is not None,
    }.get(candidate.form, False)


def runs_on(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is the first of several whose numbers run on behind the year: `2024.06.01`, `2024.06.02`, …."""
    found = _WITH_YEAR.match(blocks[at].text.strip())
    if found is None:
        return False
    behind = (_WITH_YEAR.match(block.text.strip()) for block in blocks[at:])
    figures = [int(one["figure"]) for one in behind if one and one["led"] == found["led"]]
    return figures[:_FEWEST_RUNNING] == [*range(figures[0], figures[0] + _FEWEST_RUNNING)]


def core_figure(text: str) -> str:
    """Return a number that stands alone without its marks."""
    return text.strip("().: ").casefold()


def is_keyed_bullet(blocks: Sequence[Block], at: int) -> bool:
    """Whether a bullet with a colon is an item, for the next one is: `- Fair: who does what`, and no `- Room: 4`."""
    block = blocks[at]
    key = key_of(block.text) if has_bullet(block.text) and block.aside is None and not block.hashes else None
    if key is None or not key[1] or is_known(key[0]) or block_of(key[0], likely=True) or "://" in key[1].split()[0]:
        return False
    before = blocks[at - 1].text if at else ""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is None or (has_bullet(before) and key_of(before) is not None):
        return False
    return has_bullet(following.text) and is_item(following) and not moments_in(key[1])


def heads_part(text: str) -> bool:
    """Whether a line is a heading over a part of the items: `Part I – Public`."""
    words = without_emphasis(without_bullet(text)).strip()
    return _GROUP.match(words) is not None and len(words.split()) <= _LONGEST_HEADING
