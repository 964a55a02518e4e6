"""What a style's settings add to a Word file: the logo and the letterhead above it, the table of actions below."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.shared import Mm

from tui.meeting.text.sanitizing import showable
from tui.notes.templates.look import HEADING, Column, Look, table_columns
from tui.notes.view.values import CellView, TableView

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Cell

    from tui.meeting.languages.writing.words import Words

_LOGO_HIGH, _ROOM = 18, 170
"""Millimetres: the height of a logo, and the room between the margins."""
_OF_ACTIONS = "actions"
"""The shipped style that is tables of actions."""
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
        room = sum(_SHARES[column] for column in table_columns(look))
        for at, column in enumerate(table_columns(look)):
            width = Mm(_ROOM * _SHARES[column] / room)
            # Word reads the cells, LibreOffice the columns.
            made.columns[at].width = width
            for cell in made.columns[at].cells:
                cell.width = width


def arrange_columns(document: Document, look: Look, words: Words) -> None:
    """Put the columns of the tables of actions into the style's order, and leave out those that it does not name."""
    if look.columns is None or look.based_on != _OF_ACTIONS:
        return
    names = {getattr(words, HEADING[column]): column for column in HEADING}
    for table in document.tables:
        there = [names.get(cell.text) for cell in table.rows[0].cells] if table.rows else []
        if None in there or "action" not in there:
            continue
        order = [there.index(column) for column in look.columns if column in there]
        for row in table._tbl.tr_lst:
            _keep(row, row.tc_lst, order)
        _keep(table._tbl.tblGrid, table._tbl.tblGrid.gridCol_lst, order)


def _keep(parent: BaseOxmlElement, children: Sequence[BaseOxmlElement], order: Sequence[int]) -> None:
    """Leave of some children those at the places of an order, in that order."""
    for child in children:
        parent.remove(child)
    parent.extend(children[at] for at in order)


def _fill(cells: Sequence[_Cell], row: Sequence[CellView], style: str) -> None:
    for cell, shown in zip(cells, row, strict=True):
        cell.paragraphs[0].text = showable(str(shown.words))
        cell.paragraphs[0].style = style
