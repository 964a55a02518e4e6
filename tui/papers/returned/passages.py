"""The passages of a paper to compare: their words, without bullets and numbers that Word counts by itself."""

from __future__ import annotations

from tui.errors import BadInput
from tui.meeting.model import Value
from tui.meeting.text.sanitizing import one_line
from tui.papers.document import Block
from tui.papers.reading.docx import read_docx
from tui.papers.reading.source import read_bytes

COMPARED = ("docx", "odt", "md", "txt")
"""The formats of notes that are compared when they come back."""


class Compared(Value, frozen=True, kw_only=True):
    """A paragraph, or a row of a table."""

    text: str
    cells: tuple[str, ...]
    """Of a row its cells, of a paragraph itself."""


def kind_of(content: bytes, where: str, suffix: str) -> str:
    """Tell the format of a file. Raises BadInput for one that is not compared."""
    kind = read_bytes(content, where, suffix).suffix.removeprefix(".").replace("markdown", "md")
    if kind not in COMPARED:
        raise BadInput(f"{kind} is not compared with the meeting", where=where, hint=f"give {', '.join(COMPARED)}")
    return kind


def compared(content: bytes, where: str, kind: str) -> list[Compared]:
    """Return the passages of a file, tracked changes accepted. Raises BadInput for one that is damaged."""
    if kind == "docx":
        blocks = read_docx(content, where, numbered=False).blocks
    else:
        blocks = read_bytes(content, where, f".{kind}").document.blocks
    return [one for one in map(_passage, blocks) if one.text]


def _passage(block: Block) -> Compared:
    cells = tuple(one_line(cell) for cell in block.cells) or (one_line(block.kept),)
    return Compared(text=" | ".join(filter(None, cells)), cells=cells)
