"""Read a Word file back as its reader sees it: the words of its body in order, tables included."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph


def opened(file: bytes) -> WordDocument:
    """Open a Word file with python-docx."""
    return Document(BytesIO(file))


def members(file: bytes) -> dict[str, bytes]:
    """Unpack every member of the archive, by its name."""
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraphs(file: bytes | WordDocument, *, header_rows: bool = False) -> list[Paragraph]:
    """Give every paragraph of the body in the order of reading; those of a table's header row only if asked for."""
    document = opened(file) if isinstance(file, bytes) else file
    return list(_within(document.iter_inner_content(), header_rows))


def blocks(file: bytes) -> list[str]:
    """Give the words of every paragraph that has any, without those of the tables' header rows."""
    return [paragraph.text for paragraph in paragraphs(file) if paragraph.text.strip()]


def is_header(row: _Row) -> bool:
    """Tell whether Word repeats a row at the head of each page."""
    return row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def _within(content: Iterator[Paragraph | Table], header_rows: bool) -> Iterator[Paragraph]:
    for block in content:
        if isinstance(block, Paragraph):
            yield block
            continue
        for row in block.rows:
            if header_rows or not is_header(row):
                for cell in row.cells:
                    yield from _within(cell.iter_inner_content(), header_rows)
