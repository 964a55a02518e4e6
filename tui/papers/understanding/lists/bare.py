"""The items of a paper that has neither numbers nor bullets nor headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.agenda.numbers import Form, candidate_of
from tui.meeting.dates.moments import moments_in
from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet, without_bullet
from tui.papers.understanding.headings import block_of, goes_on_agenda, is_first_item, names_agenda, opens_agenda
from tui.papers.understanding.keys import key_of
from tui.papers.understanding.places import is_place_line
from tui.papers.understanding.titles import title_score

_SHORT, _FEWEST_BARE, _LONGEST = 10, 3, 24
"""Words of a line of a list that nothing marks, the fewest lines of one, and words that no item has without a mark."""
_REMARK = re.compile(r"\(.*\)")
TO_DO = re.compile(
    r"to (?:approve|receive|note|consider|agree|discuss|review|confirm|resolve|report|hear|adopt|decide|ratify|accept"
    r"|sign|elect|appoint|authorise|authorize|determine|fix|set|ask|endorse|recommend)\b",
    re.IGNORECASE,
)
"""How an item begins that says what is to be done."""


def bare_items(blocks: Sequence[Block], title_at: int) -> int:
    """Find the items of a paper that has neither numbers nor bullets nor headings: the lines below its day."""
    if any(block.hashes > 1 for block in blocks):
        return -1
    told = [at for at, block in enumerate(blocks) if moments_in(block.text)]
    last = _bare_below(blocks, told[-1] if told else title_at)
    if last < len(blocks) or len(told) < 2:
        return last
    first = _bare_below(blocks, told[0])
    return first if _is_bare_list(blocks[first + 1 :]) else last


def _bare_below(blocks: Sequence[Block], above: int) -> int:
    for at in range(above + 1, len(blocks)):
        block = blocks[at]
        if block.apart and key_of(block.text) is None and block_of(block.text) is None and len(block.text.split()) < 12:
            if block.text.rstrip()[-1:] in ".,!" or title_score(block.text) == 0:
                continue
            return at - 1
    return len(blocks)


def _is_bare_list(blocks: Sequence[Block]) -> bool:
    """Whether lines follow one another as those of a list do: short, close together, and no sentences."""
    close = [block for block in blocks[1:] if not block.apart]
    short = [block for block in blocks if len(block.text.split()) <= _SHORT and block.text.rstrip()[-1:] not in ".,!"]
    return len(close) >= _FEWEST_BARE and len(short) * 4 >= len(blocks) * 3


def bare_above(blocks: Sequence[Block], title_at: int, first: int) -> int:
    """Return the first of the bare lines right above the first item with a mark, where it hangs on them.

    They stand below the day, and some begin as items do: `Apologies`, `To receive …`.
    """
    at = first
    while at - 1 > title_at and _may_be_item(blocks[at - 1]):
        at -= 1
    while at < first and (_REMARK.fullmatch(blocks[at].text.strip()) or is_place_line(blocks[at].text)):
        at += 1
    told = any(moments_in(block.text) for block in blocks[:at])
    return at if told and _hangs(blocks[first]) and begin_as_items(blocks[at:first]) else first


def bare_over(blocks: Sequence[Block], title_at: int, heading: int) -> int:
    """Return the first of the bare lines above a heading that only goes on with items: `Action items`, `Parking`, ….

    They stand below the day, and another such heading is among them. The heading's own place where there are none.
    """
    at = heading if goes_on_agenda(blocks[heading].text) and not blocks[heading].hashes else 0
    while at - 1 > title_at and _may_be_item(blocks[at - 1]):
        at -= 1
    told = any(moments_in(block.text) for block in blocks[:at])
    several = heading - at >= _FEWEST_BARE and any(goes_on_agenda(block.text) for block in blocks[at:heading])
    return at if at and told and several else heading


def _may_be_item(block: Block) -> bool:
    """Whether a line without a mark may be an item of a list, and is not of a paper's head."""
    words = block.text.strip()
    if block.hashes or block.cells or block.aside is not None or has_bullet(words) or len(words.split()) > _LONGEST:
        return False
    told = TO_DO.match(words) is None and bool(moments_in(words))
    return not (told or opens_agenda(words) or key_of(words) is not None or candidate_of(words).form is not Form.NONE)


def begin_as_items(blocks: Sequence[Block]) -> bool:
    """Whether lines without marks are items, for they are several, and one begins as items do, and is no sentence."""
    texts = [block.text.strip() for block in blocks if len(block.text.split()) <= _LONGEST]
    known = (is_first_item(text) or goes_on_agenda(text) or block_of(text) or TO_DO.match(text) for text in texts)
    return len(blocks) >= _FEWEST_BARE and any(known)


def head_end(blocks: Sequence[Block]) -> int:
    """Return the place of the first of the bare lines that are items with others hanging on them, else of the end."""
    first = next((at for at, block in enumerate(blocks) if _hangs(block)), len(blocks))
    at = bare_above(blocks, -1, first) if first < len(blocks) else first
    return at if at < first else len(blocks)


def _hangs(block: Block) -> bool:
    """Whether an item may hang on a bare line: it has a bullet, or a letter."""
    return has_bullet(block.text) or candidate_of(block.text.strip()).form is Form.LETTER


def without_bullet_before_agenda(block: Block) -> Block:
    """Take the bullet away from the word for an agenda, in bold or before a colon, which stands over items."""
    words = without_bullet(block.text) if has_bullet(block.text) and not block.cells else ""
    label = words.endswith(":") or (words.startswith(("**", "__")) and words.endswith(("**", "__")))
    return replace(block, text=words) if label and names_agenda(words) else block
