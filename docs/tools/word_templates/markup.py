"""The pieces of a Word file's body: paragraphs, tables, and the tags that docxtpl reads."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

PAGE_WIDTH = 9638
"""The room between the margins of an A4 page, in twentieths of a point."""


def element(name: str, content: str = "", /, **attributes: str | int) -> str:
    """Write an element of WordprocessingML, whose attributes stand in the same namespace."""
    prefix = name.partition(":")[0]
    written = "".join(f' {prefix}:{key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


BOLD = "<w:b/><w:bCs/>"
"""The properties of a run in bold."""


def run(words: str, properties: str = "") -> str:
    """Write a run; a tab within the words becomes a tab of Word's."""
    texts = (f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else "" for text in words.split("\t"))
    return element("w:r", (element("w:rPr", properties) if properties else "") + "<w:tab/>".join(texts))


def paragraph(style: str, *runs: str) -> str:
    """Write a paragraph in a style; runs are words, or XML where they begin with an angle bracket."""
    made = "".join(part if part.startswith("<") else run(part) for part in runs)
    return element("w:p", element("w:pPr", element("w:pStyle", val=style)) + made)


def tag(words: str) -> str:
    """Write a paragraph that holds a tag alone, and is gone when it has been obeyed."""
    return paragraph("Tag", f"{{%p {words} %}}")


def when(condition: str, *body: str) -> str:
    """Write what stands only where a condition holds."""
    return tag(f"if {condition}") + "".join(body) + tag("endif")


def choose(*cases: tuple[str, str], otherwise: str = "") -> str:
    """Write the first of the cases whose condition holds."""
    made = "".join(tag(f"{'elif' if at else 'if'} {condition}") + body for at, (condition, body) in enumerate(cases))
    return made + (tag("else") + otherwise if otherwise else "") + tag("endif")


def each(loop: str, *body: str) -> str:
    """Write what is repeated: `each("section in sections", …)`."""
    return tag(f"for {loop}") + "".join(body) + tag("endfor")


def table(widths: Iterable[int], headings: Iterable[str], cells: Iterable[str], loop: str = "") -> str:
    """Write a table of one header row, which Word repeats on each page, and one row, or one for each turn of a loop."""
    columns = list(widths)
    grid = element("w:tblGrid", "".join(element("w:gridCol", w=width) for width in columns))
    look = element("w:tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1)
    properties = (
        element("w:tblStyle", val="MinutesTable")
        + element("w:tblW", w=sum(columns), type="dxa")
        + element("w:tblLayout", type="fixed")
        + look
    )
    heads = (paragraph("TableHeading", heading) for heading in headings)
    rows = _row(columns, heads, header=True)
    if loop:
        rows += _tag_row(columns, f"for {loop}") + _row(columns, cells) + _tag_row(columns, "endfor")
    else:
        rows += _row(columns, cells)
    return element("w:tbl", element("w:tblPr", properties) + grid + rows)


def rows_of_cells(head: str, rows: str) -> str:
    """Write a table of as many columns as its head has cells; `head` and each of `rows` are lists of them."""
    properties = (
        element("w:tblStyle", val="MinutesTable")
        + element("w:tblW", w=PAGE_WIDTH, type="dxa")
        + element("w:tblLayout", type="autofit")
        + element("w:tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1)
    )
    grid = element("w:tblGrid", element("w:gridCol", w=PAGE_WIDTH))
    heads = paragraph("TableHeading", "{{ cell.words }}")
    figures = choose(
        ("cell.figure", paragraph("TableFigure", "{{ cell.words }}")),
        otherwise=paragraph("TableText", "{{ cell.words }}"),
    )
    made = _cells_row(f"cell in {head}", heads, header=True) + _tag_row([PAGE_WIDTH], f"for row in {rows}")
    made += _cells_row("cell in row", figures) + _tag_row([PAGE_WIDTH], "endfor")
    return element("w:tbl", element("w:tblPr", properties) + grid + made)


def _cells_row(loop: str, cell: str, *, header: bool = False) -> str:
    cells = "".join(
        element("w:tc", element("w:tcPr", element("w:tcW", w=0, type="auto")) + content)
        for content in (paragraph("Tag", f"{{%tc for {loop} %}}"), cell, paragraph("Tag", "{%tc endfor %}"))
    )
    return element("w:tr", element("w:trPr", "<w:cantSplit/>" + ("<w:tblHeader/>" if header else "")) + cells)


def _row(widths: list[int], cells: Iterable[str], *, header: bool = False) -> str:
    made = "".join(
        element("w:tc", element("w:tcPr", element("w:tcW", w=width, type="dxa")) + cell)
        for width, cell in zip(widths, cells, strict=True)
    )
    return element("w:tr", element("w:trPr", "<w:cantSplit/>" + ("<w:tblHeader/>" if header else "")) + made)


def _tag_row(widths: list[int], words: str) -> str:
    cell = element("w:tcW", w=sum(widths), type="dxa") + element("w:gridSpan", val=len(widths))
    return element("w:tr", element("w:tc", element("w:tcPr", cell) + paragraph("Tag", f"{{%tr {words} %}}")))
