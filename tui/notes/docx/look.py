"""What a style's settings add to a Word file: the logo and the letterhead above it, the table of actions below."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.shared import Mm

from tui.meeting.text.sanitizing import showable
from tui.notes.templates.look import Look
from tui.notes.view.values import CellView, TableView

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_LOGO_HIGH = 18
"""Millimetres."""


def add_look(document: Document, look: Look, table: TableView | None, heading: str) -> None:
    """Put the logo and the letterhead above everything, and a table of actions below."""
    if look.logo or look.letterhead:
        first = document.paragraphs[0]
        for words in look.letterhead:
            first.insert_paragraph_before(showable(words), style="Normal")
        if look.logo:
            above = document.paragraphs[0].insert_paragraph_before("", style="Normal")
            above.add_run().add_picture(BytesIO(look.logo), height=Mm(_LOGO_HIGH))
    if table is not None:
        document.add_heading(heading, 1)
        made = document.add_table(rows=0, cols=len(table.head))
        made.style = next((one for one in document.styles if one.name == "Table Grid"), made.style)
        head = made.add_row()
        _fill(head.cells, table.head, bold=True)
        # Screen readers say it with each cell, and it comes again on the next page.
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in table.rows:
            _fill(made.add_row().cells, row)


def _fill(cells: Sequence[_Cell], row: Sequence[CellView], *, bold: bool = False) -> None:
    for cell, shown in zip(cells, row, strict=True):
        cell.paragraphs[0].add_run(showable(str(shown.words))).bold = bold
