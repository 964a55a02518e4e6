"""PDF and ODT, made from the web page: the same words, with what makes a document readable by everybody."""

from __future__ import annotations

import re
import time
import zipfile
from io import BytesIO
from pathlib import Path

import odfdo
import pikepdf
import pytest
from hypothesis import given
from msgspec.structs import replace
from pypdf import PdfReader

from docs.tools.note_pictures import own_style
from tests.examples import examples
from tests.notes.meetings import NOW, entry, meeting
from tests.notes.test_numbered_lists import LINES
from tests.notes.test_restricted import SECRET, secretive_meetings
from tests.samples import FOLDER, SAMPLES
from tui.book.meeting_file import read_meeting
from tui.errors import BadInput
from tui.meeting.model import Meeting
from tui.meeting.signing import Approval
from tui.notes.derived.pdf import page_count, pdf_of
from tui.notes.render import render, render_file
from tui.notes.templates.styles import style_names

needs_pango = pytest.mark.skipif("not can_draw_pdf()", reason="needs WeasyPrint and Pango: PDF is an extra")

FIRST = read_meeting(FOLDER / f"{SAMPLES[0].name}.json")


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def pdf_words(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def odt_words(content: bytes) -> str:
    body = odfdo.Document(BytesIO(content)).body
    return "\n".join(
        str(block) for block in body.get_elements("descendant::text:p | descendant::text:h") if str(block).strip()
    )


@needs_pango
def test_the_pages_of_a_minute_book_go_on_and_are_counted() -> None:
    meeting = replace(FIRST, header=(*FIRST.header, ("Pages", "24/1043")))
    content = render_file(meeting, style="formal", fmt="pdf")
    pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    assert page_count(content) == len(pages) > 1
    assert [f"Page 24/{1043 + at}" in page for at, page in enumerate(pages)] == [True] * len(pages)
    assert " of " not in "".join(re.findall("Page 24/.*", "\n".join(pages)))


@needs_pango
@pytest.mark.parametrize("style", style_names())
def test_every_style_is_a_tagged_pdf_with_title_language_and_bookmarks(style: str) -> None:
    content = render_file(FIRST, style=style, fmt="pdf")
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert str(metadata["pdfuaid:part"]) == "1"
            assert (str(metadata["pdfaid:part"]), str(metadata["pdfaid:conformance"])) == ("2", "A")
            assert FIRST.title in str(metadata["dc:title"])
        # What PDF/A wants beside: every font within the file, what its colours mean, nothing that runs or is locked.
        dictionaries = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        fonts = [one for one in dictionaries if one.get("/Type") == "/FontDescriptor"]
        assert fonts
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)
        assert [str(one.S) for one in pdf.Root.OutputIntents] == ["/GTS_PDFA1"]
        assert not {"/JavaScript", "/Launch"} & {str(one.get("/S")) for one in dictionaries}
        assert not pdf.is_encrypted
        with pdf.open_outline() as outline:
            assert outline.root
        roles = {str(one.S) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one}
    assert "/H1" in roles
    if style != "summary":
        assert "/TH" in roles
    assert ("DRAFT" in pdf_words(content)) == ("DRAFT" in render(FIRST, style=style, fmt="txt"))
    assert "Page 1 of " in pdf_words(content)


@needs_pango
def test_the_same_notes_are_the_same_pdf() -> None:
    assert render_file(FIRST, fmt="pdf") == render_file(FIRST, fmt="pdf")


@pytest.mark.parametrize("style", style_names())
def test_an_odt_says_what_the_page_says_with_its_headings_and_tables(style: str) -> None:
    page = render(FIRST, style=style, fmt="txt")
    content = render_file(FIRST, style=style, fmt="odt")
    said = letters(odt_words(content))
    for action in (one.text for one in FIRST.entries if one.action):
        assert (letters(action) in said) == (letters(action) in letters(page))
    document = odfdo.Document(BytesIO(content))
    levels = [int(header.level) for header in document.body.get_headers()]
    assert levels[0] == 1
    assert set(levels) > {1}
    assert document.meta.title == FIRST.title or FIRST.title in (document.meta.title or "")
    if style in ("narrative", "formal", "findings", "dialogue", "actions"):
        assert document.body.tables


def odt_parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {one: archive.read(one).decode("utf-8", "replace") for one in archive.namelist()}


def test_an_odt_says_on_each_page_what_it_is_and_counts_its_pages() -> None:
    styles = odt_parts(render_file(FIRST, style="formal", fmt="odt"))["styles.xml"]
    master = styles.partition("<style:master-page")[2]
    above, below = master.partition("<style:footer")[::2]
    assert FIRST.title in above
    assert above.count("DRAFT") == 2
    assert re.sub("<[^>]*>", "", below.partition("</style:footer>")[0]).endswith("Page 1 of 1")
    assert "text:page-number" in below
    assert "text:page-count" in below
    approved = replace(FIRST, approval=Approval(by="Ann Lee", at=NOW))
    assert "DRAFT" not in odt_parts(render_file(approved, style="formal", fmt="odt"))["styles.xml"]


def test_an_odt_of_a_minute_book_begins_on_its_page() -> None:
    meeting = replace(FIRST, header=(*FIRST.header, ("Pages", "24/1043")))
    parts = odt_parts(render_file(meeting, style="formal", fmt="odt"))
    assert 'style:page-number="1043"' in parts["content.xml"]
    assert "Page 24/" in re.sub("<[^>]*>", "", parts["styles.xml"].partition("<style:footer")[2])


def test_an_odt_has_the_logo_and_the_letterhead_of_a_style_of_ones_own(tmp_path: Path) -> None:
    own_style(tmp_path)
    content = render_file(FIRST, style="ours", fmt="odt", styles_folder=tmp_path)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.read("Pictures/logo.png") == (tmp_path / "ours" / "logo.png").read_bytes()
        assert "Pictures/logo.png" in archive.read("META-INF/manifest.xml").decode()
    body = odt_parts(content)["content.xml"].partition("<office:body>")[2]
    assert body.index("Pictures/logo.png") < body.index("Riverside Parish Council") < body.index("<text:h")


def test_the_tables_of_an_odt_have_heads_that_programs_know_and_figures_at_the_right() -> None:
    shown = meeting(entry(1, "table", "Payee | For | Amount\nCounty | fees | 90.50"))
    body = odt_parts(render_file(shown, style="formal", fmt="odt"))["content.xml"].partition("<office:body>")[2]
    head = body[body.rindex("<table:table-header-rows>") : body.rindex("</table:table-header-rows>")]
    assert re.sub("<[^>]*>", " ", head).split() == ["Payee", "For", "Amount"]
    assert re.search('text:style-name="Figure"[^>]*>90.50', body)


@needs_pango
def test_nothing_is_fetched_for_a_pdf(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("4711")
    content = pdf_of(
        f'<html lang="en"><title>x</title><body><h1>x</h1><img alt="x" src="{secret.as_uri()}"></body></html>'
    )
    assert content.startswith(b"%PDF")
    assert "4711" not in pdf_words(content)


def test_a_pdf_is_a_file_and_no_text() -> None:
    with pytest.raises(BadInput, match="pdf is a file"):
        render(FIRST, fmt="pdf")


@needs_pango
@examples(10, few=4)
@given(shown=secretive_meetings())
def test_nothing_restricted_is_in_what_is_made_of_a_page(shown: Meeting) -> None:
    for fmt in ("pdf", "odt"):
        content = render_file(shown, fmt=fmt, version="public")
        words = pdf_words(content) if fmt == "pdf" else odt_words(content)
        assert SECRET.lower() not in words.lower()
        if fmt == "pdf":
            with pikepdf.open(BytesIO(content)) as pdf:
                streams = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
            assert not any(SECRET.lower().encode() in stream.lower() for stream in streams)


def test_an_odt_is_the_same_bytes_whenever_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made = render_file(FIRST, fmt="odt")
    then = time.localtime(4e9)
    monkeypatch.setattr(time, "localtime", lambda *_: then)
    assert render_file(FIRST, fmt="odt") == made
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_an_odt_is_in_the_language_of_the_notes_and_numbers_its_lists() -> None:
    content = render_file(replace(LINES, language="de"), style="formal", fmt="odt")
    with zipfile.ZipFile(BytesIO(content)) as archive:
        styles, body = archive.read("styles.xml").decode(), archive.read("content.xml").decode()
    assert set(re.findall(r'fo:language="(\w+)"', styles)) == {"de"}
    assert re.findall(r'<text:list-item text:start-value="(\d)"><text:p>([^<]*)', body) == [
        ("1", "buy rope"),
        ("2", "splice it"),
        ("7", "test it"),
        ("8", "HC: sign it"),
    ]
    assert '<text:list-style style:name="Numbers">' in body


@needs_pango
def test_a_pdf_is_in_the_language_of_the_notes() -> None:
    content = render_file(replace(FIRST, language="de"), style="formal", fmt="pdf")
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == "de"
    assert "Seite 1 von " in pdf_words(content)
