"""Notes as a Word file: the words of the other formats, in real headings, lists and tables."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.table import Table
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from docs.tools.word_templates.bodies import BODIES
from tests.examples import covering, examples
from tests.notes import reading_html
from tests.notes.docx.reading_docx import blocks, is_header, opened, paragraphs
from tests.notes.meetings import apology, entry, meeting, read_markdown
from tests.notes.random_meetings import meetings
from tui.book.meeting_file import read_meeting
from tui.meeting.approval.amendment import Amendment
from tui.meeting.languages.writing.written import words_in
from tui.meeting.model import Approval, Meeting, Section
from tui.notes.render import render, render_file
from tui.resources import shipped

STYLES = tuple(sorted(BODIES))
WHOLE = ("dialogue", "findings", "formal", "narrative")
"""The styles that print every entry."""

SAMPLES = sorted(shipped("sample_meetings").glob("*.json"))

_TABLE_HEADINGS = re.compile(r"(?m)^((?:> )?)\|.*\|$(?=\n(?:> )?\|---)")


def word_file(shown: Meeting, style: str = "narrative", version: str = "internal") -> bytes:
    return render_file(shown, style=style, fmt="docx", version=version)


def letters(blocks: list[str]) -> str:
    """Give all that is printed but blanks, dots to sign on, and the brackets that stand for a column in text."""
    return re.sub(r"[\[\]]|…{5,}", "", "".join("".join(blocks).split()))


def markdown_letters(shown: Meeting, style: str, version: str) -> str:
    page = render(shown, style=style, fmt="md", version=version)
    # Text has no page's head to repeat the marks in, so the internal version ends with them.
    words = words_in(shown.language)
    marks = (words.internal,) if shown.approval or style == "agenda" else (words.draft, words.internal)
    repeated = "".join(f"\n**{mark}**\n" for mark in marks)
    without_headings = _TABLE_HEADINGS.sub(
        lambda row: row[1] + "|" + " |" * (row[0].count("|") - 1), page.removesuffix(repeated)
    )
    return letters(read_markdown(without_headings))


def html_letters(shown: Meeting, style: str, version: str) -> str:
    return letters(reading_html.blocks(render(shown, style=style, fmt="html", version=version)))


@covering("sample, style, version", SAMPLES, STYLES, ["public", "internal"], ids=lambda one: getattr(one, "stem", one))
def test_a_sample_holds_the_same_words_in_the_same_order_as_its_other_formats(
    sample: Path, style: str, version: str
) -> None:
    shown = read_meeting(sample)
    words = letters(blocks(word_file(shown, style, version)))
    assert words == markdown_letters(shown, style, version)
    assert words == html_letters(shown, style, version)


@examples(60, few=10)
@given(shown=meetings(), style=st.sampled_from(STYLES), version=st.sampled_from(["public", "internal"]))
def test_any_meeting_reads_back_exactly(shown: Meeting, style: str, version: str) -> None:
    words = letters(blocks(word_file(shown, style, version)))
    assert words == markdown_letters(shown, style, version)
    assert words == html_letters(shown, style, version)


@pytest.mark.parametrize("style", WHOLE)
def test_sections_are_headings_of_their_level(style: str) -> None:
    sections = tuple(Section(id=at, number=str(at), heading="TIDES", level=at) for at in range(1, 9))
    shown = paragraphs(word_file(meeting(sections=sections), style))
    found = [(p.style.name, p.text) for p in shown if p.style and p.text.endswith("TIDES")]
    assert found == [(f"Heading {min(level, 6)}", f"{level} TIDES") for level in range(1, 9)]
    assert shown[0].style is not None
    assert shown[0].style.name == "Title"


def test_each_kind_of_entry_has_a_style_of_its_own() -> None:
    kinds = ("question", "response", "point", "note", "update", "action", "decision", "event", "subheading")
    shown = meeting(*(entry(at, kind, f"Rope {at}") for at, kind in enumerate(kinds)))
    found = {p.text.split("Rope")[-1].strip(" )"): p.style.name for p in paragraphs(word_file(shown)) if p.style}
    named = [found[str(at)] for at in range(len(kinds))]
    assert named == ["Question", "Response", "Point", "Note", "Update", "Action", "Decision", "Event", "Subheading"]


@pytest.mark.parametrize("style", WHOLE)
def test_points_are_items_of_a_real_list(style: str) -> None:
    document = opened(word_file(meeting(entry(1, "response", "It held."), entry(2, "point", "At spring tide.")), style))
    point = next(p for p in paragraphs(document) if p.text == "At spring tide.")
    assert point.style is not None
    number = point.style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    assert number is not None
    numbering = document.part.numbering_part.element
    assert [num.numId for num in numbering.num_lst] == [int(number.get(qn("w:val")))]
    bullets = [text.get(qn("w:val")) for text in numbering.iter(qn("w:lvlText"))]
    assert bullets == ["•", "–", "·", "%1.", "%2.", "%3."]


@pytest.mark.parametrize("style", STYLES)
def test_every_table_has_a_header_row_that_is_repeated_and_rows_that_stay_whole(style: str) -> None:
    shown = meeting(entry(1, "action", "HC to ask.", owners=("HC",)), people=(*meeting().people, apology("Al Roe")))
    tables = opened(word_file(shown, style)).tables
    assert len(tables) == (3 if style in WHOLE else 2 if style == "agenda" else 1)
    for table in tables:
        assert [is_header(row) for row in table.rows] == [True] + [False] * (len(table.rows) - 1)
        assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)
        assert table.style is not None
        assert table.style.name == "Minutes Table"


def test_actions_one_after_another_share_a_table_and_others_do_not() -> None:
    shown = meeting(
        entry(1, "action", "HC to ask.", owners=("HC",), due="May"),
        entry(2, "action", "CP to look.", owners=("CP", "DP")),
        entry(3, "note", "The rope is dry."),
        entry(4, "action", "LM to write."),
    )
    tables = [table for table in opened(word_file(shown)).tables if table.rows[0].cells[0].text == "Action"]
    assert [cells(table) for table in tables] == [
        [["Action", "Owner"], ["ACTION: HC to ask.", "HC\n(due May)"], ["ACTION: CP to look.", "CP, DP"]],
        [["Action", "Owner"], ["ACTION: LM to write.", "—"]],
    ]


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_emphasis_is_bold_and_italic_and_keeps_the_look_of_its_paragraph() -> None:
    shown = meeting(entry(1, "note", "The *tide* was **high** today."), entry(2, "event", "A **bell** rang"))
    note, event = paragraphs(word_file(shown))[-4:-2]
    assert [(run.text, run.bold, run.italic) for run in note.runs] == [
        ("The ", None, None),
        ("tide", None, True),
        (" was ", None, None),
        ("high", True, None),
        (" today.", None, None),
    ]
    assert [(run.text, run.bold) for run in event.runs] == [("(A ", None), ("bell", True), (" rang)", None)]
    assert event.style is not None
    assert event.style.font.italic


def test_emphasis_in_a_run_that_the_office_has_formatted_keeps_its_format(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    document = opened((shipped("templates") / "narrative" / "notes.docx").read_bytes())
    run = document.paragraphs[0].runs[0]
    run.font.color.rgb = RGBColor(0, 80, 0)
    document.save(str(tmp_path / "own" / "notes.docx"))
    file = render_file(meeting(title="Board *of* Trade notes"), style="own", fmt="docx", styles_folder=tmp_path)
    title = paragraphs(file)[0]
    assert [(run.text, run.italic) for run in title.runs] == [("Board ", None), ("of", True), (" Trade notes", None)]
    assert {run.font.color.rgb for run in title.runs} == {RGBColor(0, 80, 0)}


def test_right_to_left_words_are_marked_as_such_and_turn_their_paragraph_round() -> None:
    shown = meeting(entry(1, "note", "שלום 12 עולם"), entry(2, "note", "The שם is *כאן* now"))
    first, second = paragraphs(word_file(shown))[-4:-2]
    assert first._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    assert second._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is None
    assert [(run.text, bool(run.font.rtl), bool(run.italic)) for run in second.runs] == [
        ("The ", False, False),
        ("שם", True, False),
        (" is ", False, False),
        ("כאן", True, True),
        (" now", False, False),
    ]
    assert [(run.text, run.font.rtl) for run in first.runs] == [("שלום 12 עולם", True)]


def test_blanks_within_words_are_kept() -> None:
    (note,) = [
        p for p in paragraphs(word_file(meeting(entry(1, "note", "a   b\u00a0c\td")))) if p.text.startswith("a ")
    ]
    assert note.text == "a   b\u00a0c d"
    assert note._p.xml.count('xml:space="preserve"') == 1


@pytest.mark.parametrize("style", STYLES)
def test_language_title_author_and_day_are_those_of_the_meeting(style: str) -> None:
    shown = meeting(title="Board & *Trade*", header=(("Minutes", "Lin Moor, {{ 7*7 }}"),))
    document = opened(word_file(shown, style))
    core = document.core_properties
    assert (core.title, core.author, core.language) == ("Board & Trade", "Lin Moor, {{ 7*7 }}", "en-GB")
    assert core.created is not None
    assert core.created == core.modified
    assert core.created.isoformat() == "2024-05-07T00:00:00+00:00"
    assert (core.last_modified_by, core.revision, core.subject, core.comments) == ("", 0, "", "")
    (language,) = document.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "en-GB"


def test_approved_notes_say_so_and_list_what_was_corrected_and_changed_since() -> None:
    approval = Approval(by="the meeting of 4 June 2024", at=datetime(2024, 6, 4), corrections=("“wet” for “dry”",))
    changed = Amendment(
        what="changed", subject="note", place="item 1", before="dry", after="*wet*", public_place="item 1"
    )
    shown = meeting(entry(1, "note", "The rope is *wet*."), approval=approval)
    file = render_file(shown, fmt="docx", amendments=(changed,))
    words = blocks(file)
    assert "Approved by the meeting of 4 June 2024" in words
    assert words[-4:-1] == ["CORRECTIONS ON APPROVAL", "“wet” for “dry”", "AMENDMENTS SINCE APPROVAL"]
    assert "item 1" in words[-1]
    assert "wet" in words[-1]
    assert "DRAFT" not in "".join([*words, opened(file).sections[0].header.paragraphs[0].text])


def test_a_title_longer_than_a_property_may_be_is_cut_there_only() -> None:
    document = opened(word_file(meeting(title="Notes " + "x" * 300)))
    assert len(document.core_properties.title) == 255
    assert document.paragraphs[0].text == "Notes " + "x" * 300


@pytest.mark.parametrize("style", STYLES)
def test_every_page_says_what_it_is_and_which_of_how_many(style: str) -> None:
    shown = meeting(entry(1, "note", "The [[salvage]] money is in."), title="Board *of* Trade")
    (section,) = opened(word_file(shown, style)).sections
    assert section.different_first_page_header_footer
    draft = "" if style == "agenda" else "DRAFT"
    mark = f"{draft} · INTERNAL: not for publication".removeprefix(" · ")
    assert section.header.paragraphs[0].text == f"Board of Trade\t{mark}"
    assert section.first_page_header.paragraphs[0].text == f"\t{mark}"
    for footer in (section.footer, section.first_page_footer):
        fields = [field.get(qn("w:instr")) for field in footer._element.iter(qn("w:fldSimple"))]
        assert fields == [" PAGE ", " NUMPAGES "]
    (public,) = opened(word_file(shown, style, "public")).sections
    assert public.header.paragraphs[0].text == f"Board of Trade\t{draft}"


@pytest.mark.parametrize("style", STYLES)
def test_a_meeting_of_nothing_makes_a_file_that_opens(style: str) -> None:
    document = opened(word_file(meeting(people=(), sections=(), header=(), start=None), style))
    assert document.paragraphs[0].text.startswith("Harbour Board May 2024 – ")
    assert not document.tables


@pytest.mark.parametrize(("style", "first"), [("formal", "1043"), ("narrative", "1043"), ("agenda", None)])
def test_the_pages_of_a_minute_book_go_on_and_an_agenda_is_none_of_them(style: str, first: str | None) -> None:
    shown = replace(read_meeting(SAMPLES[0]), header=(("Pages", "24/1043"),))
    document = opened(word_file(shown, style))
    numbers = document.sections[0]._sectPr.find(qn("w:pgNumType"))
    assert (None if numbers is None else numbers.get(qn("w:start"))) == first
    footer = document.sections[0].footer.paragraphs[0].text
    assert ("24/" in footer) == (first is not None)
    assert (" of " in footer) == (first is None)
