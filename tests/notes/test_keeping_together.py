"""What belongs together stays on one page, a lead-in with its list; actions that follow one another are one table."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import odfdo
import pytest
from pypdf import PdfReader

from tests.notes.meetings import entry, meeting
from tui.notes.render import render, render_file

LED = meeting(
    entry(1, "note", "Two things were said:"),
    entry(2, "point", "The rope is worn."),
    entry(3, "point", "New rope is dear."),
)
TWO = meeting(entry(1, "action", "TR to buy rope"), entry(2, "action", "SEC to write"), entry(3, "note", "Then tea."))


def test_a_lead_in_is_kept_with_its_list_in_word_and_the_items_are_not_kept_together() -> None:
    document = docx.Document(BytesIO(render_file(LED, style="narrative", fmt="docx")))
    kept = {one.text: one.paragraph_format.keep_with_next for one in document.paragraphs}
    lead = next(words for words in kept if "Two things were said:" in words)
    assert kept[lead]
    assert not kept["The rope is worn."]
    assert not kept["New rope is dear."]


def test_a_lead_in_is_kept_with_its_list_in_opendocument() -> None:
    content = render_file(LED, style="narrative", fmt="odt")
    document = odfdo.Document(BytesIO(content))
    [lead] = [one for one in document.body.paragraphs if "Two things were said:" in str(one)]
    assert lead.style == "Kept"
    assert 'fo:keep-with-next="always"' in zipfile.ZipFile(BytesIO(content)).read("content.xml").decode()


def test_headings_of_an_opendocument_have_no_number_but_their_own() -> None:
    styles = zipfile.ZipFile(BytesIO(render_file(LED, style="narrative", fmt="odt"))).read("styles.xml").decode()
    assert "outline-level-style" in styles
    assert "num-list-format" not in styles.partition("outline-style")[2].partition("/text:outline-style")[0]


@pytest.mark.skipif("not can_draw_pdf()", reason="needs WeasyPrint and Pango: PDF is an extra")
def test_no_page_in_print_ends_with_a_lead_in() -> None:
    long = " It was long, and it went on for so many words that it took a second line of the page in print."
    for count in range(7):
        before = [entry(10 + at, "note", f"Note {at} was made.{long if at < count else ''}") for at in range(13)]
        content = render_file(meeting(*before, *LED.entries), style="narrative", fmt="pdf")
        pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
        assert [("said:" in page) == ("worn." in page) for page in pages] == [True] * len(pages), count


@pytest.mark.parametrize("fmt", ["docx", "odt"])
def test_actions_that_follow_one_another_are_one_table(fmt: str) -> None:
    content = BytesIO(render_file(TWO, style="narrative", fmt=fmt))
    if fmt == "docx":
        rows = [[cell.text for cell in row.cells] for row in docx.Document(content).tables[-1].rows][1:]
    else:
        rows = [[str(cell) for cell in row] for row in odfdo.Document(content).body.tables[-1].get_values()]
    assert len(rows) == 2
    assert "TR to buy rope" in rows[0][0]
    assert "SEC to write" in rows[1][0]


@pytest.mark.parametrize("style", ["narrative", "findings", "dialogue"])
def test_the_owners_column_of_a_page_is_headed_for_the_eye_where_there_are_actions(style: str) -> None:
    head = '<p class="over-owners" aria-hidden="true">ACTION</p>'
    assert render(TWO, style=style, fmt="html").count(head) == 1
    assert head not in render(LED, style=style, fmt="html")
