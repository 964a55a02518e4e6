"""Where the items of a paper begin without a heading, and where something else begins."""

from __future__ import annotations

from collections.abc import Sequence

from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet
from tui.papers.understanding.frame import Frame
from tui.papers.understanding.headings import goes_on_agenda
from tui.papers.understanding.lists.items import heads_part, is_item
from tui.papers.understanding.people.reading import people_in
from tui.papers.understanding.titles import names_body


def begins_items(frame: Frame, at: int, block: Block, *, in_head: bool) -> bool:
    """Whether the items begin here with what a head or a list of people has too: a bullet, `Part I`, bare words."""
    if frame.opened or frame.items_at < 0 or at != frame.items_at + 1 or block.cells:
        return False
    if heads_part(block.text) or goes_on_agenda(block.text) or has_bullet(block.text):
        return in_head or not has_bullet(block.text)
    return not in_head and block.apart and not people_in(block.text)


def ends_agenda(blocks: Sequence[Block], at: int, frame: Frame, listed: Sequence[Block]) -> bool:
    """Whether a heading no deeper than that of the agenda begins something else, which holds no numbered items."""
    block = blocks[at]
    if goes_on_agenda(block.text) or (listed and listed[0].hashes == block.hashes):
        return False
    opening = blocks[frame.items_at] if frame.opened else None
    if opening is None or not 0 < block.hashes <= opening.hashes or not listed:
        return False
    for later in blocks[at + 1 :]:
        if later.hashes:
            break
        if is_item(later) and not has_bullet(later.text):
            return False
    return True


def is_below(blocks: Sequence[Block], frame: Frame, block: Block, *, begun: bool) -> bool:
    """Whether a heading that tells a day stands over more items of an agenda that has begun without one."""
    alike = frame.opened and block.hashes <= blocks[frame.items_at].hashes
    return alike and begun and names_body(block.text)
