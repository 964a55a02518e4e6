"""Cells of a table in which people stand one a line: beside a label, or below one in the same cell."""

from __future__ import annotations

from msgspec.structs import replace

from tui.papers.document import Block, Document
from tui.papers.minutes.roll.labels import label_of


def with_people_parted(document: Document) -> Document:
    """Return a paper whose cells have commas between people who stand one a line in them."""
    return replace(document, blocks=tuple(_parted(block) if block.cells else block for block in document.blocks))


def _parted(row: Block) -> Block:
    beside = any(label and not label[1] for label in map(label_of, row.cells))
    cells = tuple(_in_one_line(cell, beside=beside) for cell in row.cells)
    return row if cells == row.cells else replace(row, cells=cells)


def _in_one_line(cell: str, *, beside: bool) -> str:
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    label = label_of(lines[0]) if lines else None
    heads = label is not None and not label[1]
    if len(lines) < 2 or not (beside or heads) or any(line.endswith((".", ":")) for line in lines[heads:]):
        return cell
    if not heads:
        return ", ".join(line.rstrip(" ,;") for line in lines)
    return f"{lines[0].rstrip(': ')}: {', '.join(line.rstrip(' ,;') for line in lines[1:])}"
