"""Every sample in every style as PDF and as OpenDocument: what screen readers and office programs need of it.

What PDF/UA-1 wants is read out of the file by pikepdf: the language, the title and that it is shown, tags for all of
it, headings in their order, heads of tables. (veraPDF is in no registry of Python's, npm's or Debian's.)
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import odfdo
import pikepdf
import pytest

from tests.notes import reading_html
from tests.notes.docx.test_pages import SAMPLES, converted
from tui.book.meeting_file import read_meeting
from tui.meeting.languages.writing.written import words_in
from tui.notes.render import render, render_file
from tui.notes.templates.styles import style_names

pytestmark = pytest.mark.long


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def tags(element: Any) -> Iterator[tuple[str, Any]]:
    """Give every tag of a file in reading order, with its element."""
    for kid in element.K if isinstance(element.K, pikepdf.Array) else [element.K]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S), kid
            if "/K" in kid:
                yield from tags(kid)


@pytest.mark.skipif("not can_draw_pdf()", reason="needs WeasyPrint and Pango: PDF is an extra")
@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.stem)
def test_a_pdf_is_one_that_a_screen_reader_can_read(sample: Path, style: str) -> None:
    meeting = read_meeting(sample)
    with pikepdf.open(BytesIO(render_file(meeting, style=style, fmt="pdf"))) as pdf:
        assert str(pdf.Root.Lang) == words_in(meeting.language).tag
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert meeting.title.split("[[")[0].strip() in str(metadata["dc:title"])
            assert str(metadata["pdfuaid:part"]) == "1"
        for page in pdf.pages:
            assert "/StructParents" in page
        found = list(tags(pdf.Root.StructTreeRoot))
        headings = [int(name[2:]) for name, _ in found if re.fullmatch("/H[1-6]", name)]
        assert headings[0] == 1
        assert headings.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(headings))
        for name, table in found:
            assert name != "/Table" or any(inner == "/TH" for inner, _ in tags(table))
        for name, figure in found:
            assert name != "/Figure" or "/Alt" in figure


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_an_opendocument_opens_with_every_word_of_the_page(tmp_path: Path) -> None:
    files = []
    for sample in SAMPLES:
        for style in style_names():
            file = tmp_path / f"{sample.stem}.{style}.odt"
            file.write_bytes(render_file(read_meeting(sample), style=style, fmt="odt"))
            files.append(file)
    converted(files, "txt:Text (encoded):UTF8", tmp_path)
    for file in files:
        stem, style = file.stem.rsplit(".", 1)
        read = letters(file.with_suffix(".txt").read_text(encoding="utf-8-sig"))
        page = render(read_meeting(next(one for one in SAMPLES if one.stem == stem)), style=style, fmt="html")
        at = 0
        for block in odfdo.Document(file).body.get_elements("descendant::text:p | descendant::text:h"):
            words = letters(str(block))
            at = read.index(words, at) + len(words)
        missing = [words for words in reading_html.blocks(page) if letters(words) not in read]
        assert not missing, file.name
        assert zipfile.ZipFile(file).testzip() is None
