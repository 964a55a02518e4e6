"""What stands below a heading, up to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from tui.meeting.dates.moments import moments_in
from tui.papers.document import Block
from tui.papers.understanding.keys import is_known, key_of


def holds_words(blocks: Sequence[Block], at: int) -> bool:
    """Whether a heading of the head has lines of its own, as `Purpose` has, and is not itself a line of it."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return following is not None and not following.hashes and not following.cells and not moments_in(following.text)


def holds_keys(blocks: Sequence[Block], at: int) -> bool:
    """Whether nothing but known keys stands below a heading, up to the next."""
    below = []
    for block in blocks[at + 1 :]:
        if block.hashes:
            break
        below.append(key_of(block.text))
    return bool(below) and all(key is not None and is_known(key[0]) for key in below)
