"""The agenda as a document: chosen by itself until the meeting is held, in every format and language."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from tests.commands.command_line import minutebook, new_meeting
from tests.meeting.room import Taker, with_forward
from tui.meeting.languages.writing.written import CODES, words_in
from tui.meeting.model import Meeting, Section, SectionState
from tui.meeting.outline.turns import turns_of
from tui.notes.render import render, render_file
from tui.notes.templates.styles import usual_style

AGENDA = """# Quay Committee May 2027

Date: Tuesday 4 May 2027 18:30
Venue: Boathouse
Chair: Edith Marlow

## Attendance
- Edith Marlow, Harbour Master (HM)

## In attendance
- Ann Oke, Clerk

## Agenda
1. Welcome (5 min)
2. Moorings (Edith Marlow, 10 min)
   The fees have stood since 2019.
   Resolved: that the fees be raised by 3%
   Paper: fees.pdf
3. Any other business
"""
SECTIONS = (
    Section(id=1, heading="Welcome", number="1", minutes=5, state=SectionState.CURRENT, reached=1),
    Section(id=2, heading="Fees", number="2"),
    Section(id=3, heading="Boats", number="2.1", level=2, minutes=10),
    Section(
        id=4, heading="Nets", number="2.2", level=2, minutes=15, explanation=("Old [[and torn]].",), resolution="buy"
    ),
    Section(id=5, heading="Close", number="3"),
    Section(id=6, heading="After", number="4"),
)


def board(**fields: object) -> Meeting:
    return replace(with_forward(), start=time(18, 30), **fields)


def test_the_turns_of_the_items_follow_from_the_minutes_up_to_the_first_that_is_not_known() -> None:
    assert turns_of(board(sections=SECTIONS, entries=())) == {
        1: time(18, 30),
        2: time(18, 35),
        5: time(19, 0),
    }
    assert turns_of(board()) == {}
    assert turns_of(replace(board(sections=SECTIONS), start=None)) == {}


def test_it_is_chosen_until_something_is_captured_or_the_meeting_begins() -> None:
    assert usual_style(with_forward()) == "agenda"
    taker = Taker(with_forward())
    taker.do("+A note")
    assert usual_style(taker.meeting) == "narrative"
    assert usual_style(replace(with_forward(), started=datetime(2022, 5, 10, tzinfo=UTC))) == "narrative"


def test_the_command_line_prints_it_and_then_the_notes(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book", AGENDA)
    book = path.parent
    page = minutebook(book, "render", "--format", "txt").out
    assert page.startswith("Quay Committee May 2027 – Agenda\n")
    assert "DRAFT" not in page
    assert "18:35  2. Moorings (Edith Marlow) (10 min)\n    Papers: fees.pdf\n" in page
    assert "    Draft resolution: " in page
    assert "that the fees be raised by 3%" in page
    assert "Members:" in page
    minutebook(book, "capture", stdin="+The meeting was opened\n")
    assert minutebook(book, "render", "--format", "txt").out.startswith("Quay Committee May 2027 – Meeting Notes\n")


@pytest.mark.parametrize("fmt", ["txt", "md", "html", "docx"])
def test_every_format_has_items_times_papers_resolutions_and_what_is_open(fmt: str) -> None:
    meeting = board(sections=(*with_forward().sections, *(replace(one, id=one.id + 10) for one in SECTIONS[2:4])))
    made = render_file(meeting, style="agenda", fmt=fmt, version="internal")
    page = _words_of_word(made) if fmt == "docx" else made.decode()
    for wanted in ("Nets", "15 min", "Old", "Draft resolution", "buy", "MT to price a bench"):
        assert wanted in page
    assert "DRAFT" not in page
    public = render_file(meeting, style="agenda", fmt=fmt, version="public")
    assert "torn" not in (_words_of_word(public) if fmt == "docx" else public.decode())


@pytest.mark.parametrize("code", CODES)
def test_its_words_are_those_of_the_meetings_language(code: str) -> None:
    words = words_in(code)
    page = render(board(sections=SECTIONS, entries=(), language=code), style="agenda", fmt="txt", width=200)
    for wanted in (words.agenda, words.summons, words.draft_resolution, words.allotted.format(minutes=5)):
        assert wanted in page


def test_the_notes_print_what_the_agenda_says_below_an_item() -> None:
    meeting = board(sections=SECTIONS, entries=())
    for style in ("narrative", "formal", "findings", "dialogue"):
        assert "Old [restricted]." in render(meeting, style=style, fmt="txt")


def _words_of_word(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    tables = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *tables])
