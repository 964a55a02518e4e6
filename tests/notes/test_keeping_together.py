"""What belongs together stays on one page, a lead-in with its list; actions that follow one another are one table."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import odfdo
import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from tests.notes.meetings import entry, meeting
from tui.meeting.model import Person, Section
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


def test_a_line_to_sign_on_is_kept_with_the_words_above_it() -> None:
    document = docx.Document(BytesIO(render_file(LED, style="formal", fmt="docx")))
    signed = next(at for at, one in enumerate(document.paragraphs) if one.style and one.style.name == "Signature")
    assert document.paragraphs[signed - 1].text
    assert document.paragraphs[signed - 1].paragraph_format.keep_with_next


@pytest.mark.skipif("not can_draw_pdf()", reason="needs WeasyPrint and Pango: PDF is an extra")
@pytest.mark.long
def test_no_page_in_print_ends_with_the_head_of_the_owners_or_begins_with_the_signature() -> None:
    for count in range(20, 36):
        people = tuple(Person(id=at, name=f"Person {at}") for at in range(1, count))
        shown = replace(meeting(*TWO.entries, entry(9, "note", "The end came.")), people=people)
        for style, begins in (("narrative", "ACTION:"), ("formal", "")):
            pages = PdfReader(BytesIO(render_file(shown, style=style, fmt="pdf"))).pages
            for page in [one.extract_text() for one in pages]:
                assert "ACTION" not in page or begins in page
                assert "Signed by" not in page or "the boathouse" in page, count


@pytest.mark.skipif("not can_draw_pdf()", reason="needs WeasyPrint and Pango: PDF is an extra")
def test_the_bare_items_of_an_agenda_begin_below_the_people_in_print() -> None:
    items = tuple(Section(id=at, number=f"{at}.", heading=f"Matter {at}") for at in range(1, 21))
    people = tuple(Person(id=at, name=f"Person {at}") for at in range(1, 16))
    shown = replace(meeting(sections=items), people=people)
    first, *others = PdfReader(BytesIO(render_file(shown, style="agenda", fmt="pdf"))).pages
    assert others
    assert "Matter 1" in first.extract_text()


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
