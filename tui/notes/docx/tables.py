"""Settle the tables of a printed Word file: neighbours become one, and no cell is left without a paragraph."""

from __future__ import annotations

from lxml import etree

from tui.notes.docx.runs import W


def settle_tables(root: etree._Element) -> None:
    """Join tables that stand side by side under the same heading, and complete every cell and the body.

    A template prints a table for each action; those of one after the other read as one table, under one header row.
    """
    for table in list(root.iter(f"{W}tbl")):
        _complete_the_grid(table)
        _join_to_the_one_before(table)
    for cell in root.iter(f"{W}tc"):
        # A cell that does not end with a paragraph makes Word call the file damaged.
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            etree.SubElement(cell, f"{W}p")
    for body in root.iterchildren(f"{W}body"):
        blocks = [block for block in body if block.tag != f"{W}sectPr"]
        if blocks and blocks[-1].tag == f"{W}tbl":
            blocks[-1].addnext(etree.Element(f"{W}p"))


def _complete_the_grid(table: etree._Element) -> None:
    """Give a table whose cells were counted only when it was printed a column for each of them."""
    grid, rows = table.find(f"{W}tblGrid"), table.findall(f"{W}tr")
    cells = max((len(row.findall(f"{W}tc")) for row in rows), default=0)
    if grid is None or len(grid) != 1 or cells < 2:
        return
    room = int(grid[0].get(f"{W}w", "0")) // cells
    for column in [grid[0], *(etree.SubElement(grid, f"{W}gridCol") for _ in range(cells - 1))]:
        column.set(f"{W}w", str(room))


def _join_to_the_one_before(table: etree._Element) -> None:
    before, parent = table.getprevious(), table.getparent()
    if before is None or parent is None or before.tag != f"{W}tbl":
        return
    headers = _headers(table)
    if headers and _frame(before) == _frame(table):
        before.extend(row for row in list(table.iterchildren(f"{W}tr")) if row not in headers)
        parent.remove(table)
    else:
        # Word would draw them as one.
        table.addprevious(etree.Element(f"{W}p"))


def _headers(table: etree._Element) -> list[etree._Element]:
    return [row for row in table.iterchildren(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]


def _frame(table: etree._Element) -> list[bytes]:
    """Return all that makes two tables alike: their properties, their columns and their header rows."""
    frame = [child for child in table if child.tag in (f"{W}tblPr", f"{W}tblGrid")]
    return [etree.tostring(element, with_tail=False) for element in (*frame, *_headers(table))]
