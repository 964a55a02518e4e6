"""What a style's settings add to a Word file: the logo and the letterhead above it, the table of actions below."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.shared import Mm

from tui.meeting.text.sanitizing import showable
from tui.notes.templates.look import Column, Look
from tui.notes.view.values import CellView, TableView

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_LOGO_HIGH, _ROOM = 18, 170
"""Millimetres: the height of a logo, and the room between the margins."""
_SHARES: dict[Column, int] = {"ref": 2, "action": 10, "owner": 5, "due": 5, "arose": 5, "status": 4}
"""How wide the columns of the table of actions are beside one another."""


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
        named = {one.name: one for one in document.styles}
        made.style = named.get("Minutes Table", made.style)
        made.autofit = False
        head = made.add_row()
        _fill(head.cells, table.head, "Table Heading" if "Table Heading" in named else "Normal")
        # Screen readers say it with each cell, and it comes again on the next page.
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in table.rows:
            _fill(made.add_row().cells, row, "Table Text" if "Table Text" in named else "Normal")
        room = sum(_SHARES[column] for column in look.columns)
        for at, column in enumerate(look.columns):
            width = Mm(_ROOM * _SHARES[column] / room)
            # Word reads the cells, LibreOffice the columns.
            made.columns[at].width = width
            for cell in made.columns[at].cells:
                cell.width = width


def _fill(cells: Sequence[_Cell], row: Sequence[CellView], style: str) -> None:
    for cell, shown in zip(cells, row, strict=True):
        cell.paragraphs[0].text = showable(str(shown.words))
        cell.paragraphs[0].style = style
