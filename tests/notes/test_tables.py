"""Tables: typed or pasted row by row, one entry, and a table in every format."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.notes.docx.reading_docx import opened
from tests.notes.html_page import read_page
from tests.notes.meetings import meeting
from tui.errors import Refused
from tui.meeting.capture.capture import edit, enter
from tui.meeting.capture.line_reader import typed_words
from tui.meeting.capture.pasting import enter_lines
from tui.meeting.capture.table_lines import rows_of
from tui.meeting.history.journal import Journal, undo
from tui.meeting.kinds import Kind
from tui.meeting.model import Entry, Meeting, Section, SectionState
from tui.notes.render import render, render_file

AT = datetime(2024, 5, 7, 19, 5)
OPEN = meeting(sections=(Section(id=1, number="1.", heading="DREDGING", state=SectionState.CURRENT),))
PAYMENTS = ("|Payee | For | Amount", "|K & A Tomson | Larch, *sawn* | £48.00", "|John Iles | | £1,115.00")
ROWS = [["Payee", "For", "Amount"], ["K & A Tomson", "Larch, *sawn*", "£48.00"], ["John Iles", "", "£1,115.00"]]


def journal(*lines: str) -> Journal:
    made = Journal(meeting=OPEN)
    for line in lines:
        made = enter(made, line, AT).journal
    return made


def tables(shown: Meeting) -> list[Entry]:
    return [entry for entry in shown.entries if entry.kind is Kind.TABLE]


def test_lines_that_follow_each_other_are_the_rows_of_one_entry() -> None:
    (table,) = tables(journal(*PAYMENTS).meeting)
    assert rows_of(table.text) == ROWS
    assert len(tables(journal(PAYMENTS[0], "+Said.", *PAYMENTS[1:]).meeting)) == 2
    assert len(tables(journal(PAYMENTS[0], f"%{PAYMENTS[1]}").meeting)) == 2


def test_undo_takes_the_last_row_back() -> None:
    made = undo(journal(*PAYMENTS), AT)
    assert made is not None
    assert rows_of(tables(made.meeting)[0].text) == ROWS[:2]


@pytest.mark.parametrize(
    "lines",
    [
        ("| Payee | For | Amount |", "|---|---|---:|", "| K & A Tomson | Larch, *sawn* | £48.00 |",
         "| John Iles | | £1,115.00 |"),
        ("Payee\tFor\tAmount", "K & A Tomson\tLarch, *sawn*\t£48.00", "John Iles\t\t£1,115.00"),
        ("Payee | For | Amount", "K & A Tomson | Larch, *sawn* | £48.00", "John Iles |  | £1,115.00"),
    ],
)  # fmt: skip
def test_a_pasted_table_is_one_entry(lines: tuple[str, ...]) -> None:
    pasted = enter_lines(Journal(meeting=OPEN), ("Payments", *lines, "End"), AT).journal.meeting
    (table,) = tables(pasted)
    assert rows_of(table.text) == ROWS
    assert [entry.kind for entry in pasted.entries] == [Kind.NOTE, Kind.TABLE, Kind.NOTE]


@pytest.mark.parametrize(
    "lines",
    [
        ("1.\tApologies", "2.\tMinutes"),
        ("a)\tthe hinge", "b)\tthe lock"),
        ("•\tthe hinge", "•\tthe lock"),
        ("open | shut",),
        ("Said.", "Done."),
        ("?HM: a | b", ">CP: c | d"),
    ],
)
def test_a_pasted_list_or_a_single_line_is_no_table(lines: tuple[str, ...]) -> None:
    assert tables(enter_lines(Journal(meeting=OPEN), lines, AT).journal.meeting) == []


def test_a_table_is_edited_on_one_line_with_two_bars_between_its_rows() -> None:
    made = journal(*PAYMENTS)
    (table,) = tables(made.meeting)
    typed = typed_words(made.meeting, table)
    assert typed.startswith("Payee | For | Amount || K & A Tomson |")
    assert edit(made, table.id, typed, AT).journal.meeting == made.meeting
    corrected = enter(made, "s/John Iles/Joan Iles/", AT).journal.meeting
    assert rows_of(tables(corrected)[0].text)[2][0] == "Joan Iles"


def test_a_table_without_cells_is_refused() -> None:
    with pytest.raises(Refused, match="no words"):
        journal("|")
    with pytest.raises(Refused, match="no cells"):
        journal("||")


@pytest.mark.parametrize("style", ["formal", "narrative", "findings"])
def test_it_is_a_table_in_every_format_with_figures_at_the_right(style: str) -> None:
    shown = journal(*PAYMENTS).meeting
    (grid,) = [
        found for found in read_page(render(shown, style=style, fmt="html")).every("table") if "Payee" in found.words
    ]
    assert [head.words.strip() for head in grid.every("th")] == ROWS[0]
    cells = list(grid.every("td"))
    assert [cell.words.strip() for cell in cells] == [
        "K & A Tomson",
        "Larch, sawn",
        "£48.00",
        "John Iles",
        "",
        "£1,115.00",
    ]
    assert [cell.attributes.get("class") for cell in cells[:3]] == [None, None, "figure"]
    page = render(shown, style=style, fmt="md")
    assert "| Payee | For | Amount |\n|---|---|---:|\n| K & A Tomson | Larch, *sawn* | £48.00 |\n" in page
    text = render(shown, style=style, fmt="txt")
    assert "K & A Tomson  Larch, sawn     £48.00\nJohn Iles                  £1,115.00\n" in text
    word = opened(render_file(shown, style=style, fmt="docx")).tables[-1]
    assert [[cell.text for cell in row.cells] for row in word.rows][1:] == [
        ["K & A Tomson", "Larch, sawn", "£48.00"], ["John Iles", "", "£1,115.00"],
    ]  # fmt: skip
    last = word.rows[1].cells[2].paragraphs[0].style
    assert last is not None
    assert last.name == "Table Figure"


@pytest.mark.parametrize("fmt", ["txt", "md", "html", "docx"])
def test_a_bar_within_restricted_words_parts_nothing_and_they_are_withheld(fmt: str) -> None:
    shown = journal("|Payee|For", "|[[Sparrow|Finch]] Ltd|Nets", "|[[Osprey|Reeds", "|Open|Ropes").meeting
    printed = render_file(shown, fmt=fmt, version="public")
    text = "\n".join(p.text for p in opened(printed).tables[-1]._cells) if fmt == "docx" else printed.decode()
    for secret in ("Sparrow", "Finch", "Osprey", "Reeds"):
        assert secret not in text
    assert "Ropes" in text
    assert "Nets" in text


def test_hostile_cells_are_literal() -> None:
    shown = journal("|<b>x</b>|`a`", "|{{ 7*7 }}|\\|").meeting
    assert "<b>x" not in render(shown, fmt="html")
    assert "{{ 7*7 }}" in render(shown, fmt="txt")


def test_a_table_wider_than_the_page_is_wrapped() -> None:
    wide = "words " * 30
    page = render(journal(f"|{wide}|{wide}|Amount", "|a|b|12.00").meeting, fmt="txt")
    assert max(map(len, page.splitlines())) <= 80
    assert page.count("words") == 60
