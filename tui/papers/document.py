"""A paper as it stands before anybody understands it: its blocks, in order, whatever the format."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from msgspec.structs import replace

from tui.meeting.model import Value


class Aside(StrEnum):
    """What sets a block aside from what the paper says of the meeting."""

    FRONT = "front matter"
    MAIL = "head of a mail"
    QUOTE = "quoted mail"
    FURNITURE = "page furniture"
    OTHER = "another meeting"


class Block(Value, frozen=True, kw_only=True):
    """A line, a paragraph, a list item or a table's row."""

    place: int
    """Where it stands in the source, from 1: its line, or its paragraph in a format without lines."""
    text: str
    """As printed, with its indentation, its marker or number in front, without brackets that restrict."""
    marked: str = ""
    """The same with these brackets, each pair within the block; empty where it has none."""
    hashes: int = 0
    """The level of a heading, from 1; 0 for anything else."""
    cells: tuple[str, ...] = ()
    """The cells of a table's row, the empty ones too, a line break where a line of one ends; of anything else none."""
    links: tuple[str, ...] = ()
    """Where its links lead."""
    apart: bool = False
    """True where a gap, or nothing at all, stands before it."""
    soft: bool = False
    """True for what follows a line break inside a paragraph, as Shift+Enter makes it."""
    aside: Aside | None = None

    @property
    def kept(self) -> str:
        """The words as they are kept: with the brackets that restrict."""
        return self.marked or self.text


def row_block(place: int, cells: tuple[str, ...], *, apart: bool, aside: Aside | None = None) -> Block:
    """Make the block of a table's row, whose cells may have several lines."""
    text = " | ".join(" ".join(cell.split("\n")) for cell in cells)
    return Block(place=place, text=text, cells=cells, apart=apart, aside=aside)


class Document(Value, frozen=True, kw_only=True):
    """A paper's blocks, and what its wrapping says of it."""

    where: str
    """The file, as messages name it."""
    blocks: tuple[Block, ...]
    subject: str = ""
    """Of a mail, or of a page: what it calls itself, without brackets that restrict."""
    marked_subject: str = ""
    """The same with these brackets, and maybe with the key before it; empty where it has none."""
    sent: date | None = None
    """The day on which a mail was written."""
    unit: str = "line"
    """What `Block.place` counts, for messages."""
    last_place: int = 1
    warnings: tuple[str, ...] = ()


def with_cells_in_one_line(document: Document) -> Document:
    """Return a paper whose tables have each cell in one line."""
    blocks = tuple(
        replace(block, cells=tuple(" ".join(cell.split("\n")) for cell in block.cells)) if block.cells else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def set_aside(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Part the blocks that speak of the meeting from those that are set aside: mail heads, quotes, furniture."""
    kept = [block for block in blocks if block.aside in (None, Aside.FRONT)]
    return kept, [block for block in blocks if block.aside not in (None, Aside.FRONT)]
