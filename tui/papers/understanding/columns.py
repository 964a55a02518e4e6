"""Tables set with spaces, as plain text and printed pages have them: columns are where their heads stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.papers.document import Block
from tui.papers.understanding.tables import meanings_of_items

_PIECE = re.compile(r"\S+(?: \S+)*")
_FEWEST = 3
"""Columns of a table that its head alone makes one."""


def with_rows(blocks: Sequence[Block]) -> list[Block]:
    """Take the lines below a head of columns for rows; a line that stands in one column alone goes on from its row."""
    found: list[Block] = []
    heads: list[int] = []
    for block in blocks:
        expanded = block.text.expandtabs(8)
        pieces = [*_PIECE.finditer(expanded)] if not (block.cells or block.hashes or block.aside) else []
        if len(pieces) >= _FEWEST and meanings_of_items([piece[0] for piece in pieces]):
            heads = [piece.start() for piece in pieces]
            found.append(replace(block, cells=tuple(piece[0] for piece in pieces)))
        elif heads and len(pieces) > 1:
            found.append(replace(block, cells=_cells(pieces, heads)))
        elif heads and pieces and not block.apart and found[-1].cells and _column(pieces[0].start(), heads) > 0:
            found[-1] = _gone_on(found[-1], _column(pieces[0].start(), heads), pieces[0][0])
        else:
            heads = (
                heads
                if pieces and not block.apart
                else ([] if block.cells or block.hashes or len(block.text) > 60 else heads)
            )
            found.append(block)
    return found


def _column(start: int, heads: Sequence[int]) -> int:
    """Return the column in which a word stands: that whose head is nearest to it."""
    return min(range(len(heads)), key=lambda at: (abs(heads[at] - start), at))


def _cells(pieces: Sequence[re.Match[str]], heads: Sequence[int]) -> tuple[str, ...]:
    cells = [""] * len(heads)
    for piece in pieces:
        at = _column(piece.start(), heads)
        cells[at] = f"{cells[at]} {piece[0]}".strip()
    return tuple(cells)


def _gone_on(row: Block, column: int, words: str) -> Block:
    cells = [*row.cells]
    cells[column] = f"{cells[column]} {words}".strip()
    return replace(row, cells=tuple(cells), text=f"{row.text} {words}")
