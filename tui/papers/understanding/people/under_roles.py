"""Headings of roles in the head of a paper, with who holds each below it: `### Facilitator`, `- Ann Lee`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.people.roles import is_role
from tui.papers.document import Aside, Block
from tui.papers.reading.lines import without_bullet
from tui.papers.understanding.headings import block_of, opens_agenda
from tui.papers.understanding.people.names import is_name
from tui.papers.understanding.people.one import HANDLE_ALONE

_LONGEST = 3
"""Words of a heading that is a role, and no title which ends in one."""


def with_roles_in_line(blocks: Sequence[Block]) -> list[Block]:
    """Make one line of a heading for a role and whoever holds it, up to the first heading of another kind.

    Where nobody is named below it, the heading is set aside, as the blank of a form.
    """
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        label = block.text.strip(" :*_")
        if block.hashes and at and not (is_role(label) or _is_of_head(label)):
            break
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        after = blocks[at + 2] if at + 2 < len(blocks) else None
        held = below is not None and not below.hashes and _is_one(below) and (after is None or after.hashes > 0)
        role = at > 0 and block.hashes > 0 and is_role(label) and len(label.split()) <= _LONGEST
        if role and held and below is not None:
            text = f"{label}: {without_bullet(below.text)}"
            found.append(replace(block, text=text, marked="", hashes=0, apart=True))
        elif role and (below is None or below.hashes):
            found.append(replace(block, aside=Aside.FURNITURE))
        else:
            found.append(block)
        at += 1 + (role and held)
    return [*found, *blocks[at:]]


def _is_of_head(label: str) -> bool:
    """Whether a heading stands over people or the agenda; what else a head has is read line by line."""
    return opens_agenda(label) or block_of(label, likely=True) is not None


def _is_one(block: Block) -> bool:
    """Whether a line is a name or a handle, and nothing else."""
    words = without_bullet(block.text)
    return not (block.cells or block.marked) and (
        is_name(words, alone=True) or HANDLE_ALONE.fullmatch(words) is not None
    )
