"""The rows and cells of a table, as they are printed."""

from __future__ import annotations

from tui.meeting.capture.table_lines import rows_of
from tui.meeting.text.lazy_patterns import Pattern
from tui.notes.view.values import CellView, TableView
from tui.notes.view.words import ViewText

_FIGURE = Pattern(
    r"[(+~≈±–−-]*\s*(?:[£$€¥]|[A-Z]{2,3})?\s*[+–−-]?[0-9](?:[0-9.,'’\s]*[0-9])?\s*(?:%|[£$€¥]|[A-Za-z]{1,3})?\s*[)]?(?:\s*(?:CR|DR))?"
)
"""An amount, a count or a share: `£1,115.00`, `(48.00)`, `12 %`, `3 kg`."""


def table_view(text: str, *, restricted: bool) -> TableView:
    """Make the view of a table's text, its first row the head; rows that are shorter are filled up."""
    rows = [[ViewText.of(cell, restricted=restricted) for cell in row] for row in rows_of(text)]
    width = max(len(row) for row in rows)
    filled = [[*row, *[ViewText.literally("")] * (width - len(row))] for row in rows]
    figures = [_are_figures([row[at] for row in filled[1:]]) for at in range(width)]
    shown = [tuple(CellView(words=words, figure=figures[at]) for at, words in enumerate(row)) for row in filled]
    return TableView(head=shown[0], rows=tuple(shown[1:]))


def _are_figures(cells: list[ViewText]) -> bool:
    """Return whether a column holds figures, which stand at the right."""
    told = [cell.strip() for cell in cells if cell.strip() not in ("", "-", "–", "—")]
    return bool(told) and all(_FIGURE.fullmatch(words) for words in told)
