"""The items of a paper that has neither numbers nor bullets nor headings."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.dates.moments import moments_in
from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet, without_bullet
from tui.papers.understanding.headings import block_of, names_agenda
from tui.papers.understanding.keys import key_of
from tui.papers.understanding.titles import title_score

_SHORT, _FEWEST_BARE = 10, 3
"""Words of a line of a list that nothing marks, and the fewest lines of one."""


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


def without_bullet_before_agenda(block: Block) -> Block:
    """Take the bullet away from the word for an agenda, in bold or before a colon, which stands over items."""
    words = without_bullet(block.text) if has_bullet(block.text) and not block.cells else ""
    label = words.endswith(":") or (words.startswith(("**", "__")) and words.endswith(("**", "__")))
    return replace(block, text=words) if label and names_agenda(words) else block
