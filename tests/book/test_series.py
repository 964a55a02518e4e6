"""The meetings of a book beside which a meeting's numbers run on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.new_meeting import next_meeting_after
from tui.book.series import numbered_with
from tui.meeting.model import Meeting
from tui.use_cases.making import new_meeting

AT = datetime(2024, 5, 7, 21, 0, tzinfo=UTC)
AGENDA = "# Burial Board\nDate: {day}\nRepeats: first Tuesday of the month\n\n## Agenda\n{items}\n"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def made(book: Book, day: str, *items: str, after: str | None = None) -> Meeting:
    text = AGENDA.format(day=day, items="\n".join(items))
    return read_meeting(new_meeting(book, text, "a.md", after=after, day=None, at=AT).path)


def numbers(meeting: Meeting) -> list[str]:
    return [section.number for section in meeting.sections if section.heading]


def test_the_next_meeting_goes_on_from_the_highest_number_in_the_book(book: Book) -> None:
    made(book, "2 April 2024", "51/24 Welcome", "52/24 Paths")
    made(book, "7 May 2024", "41/24 Welcome", "42/24 Paths")
    path = next_meeting_after(book, book.find("2024-05-07"), at=AT).path
    assert numbers(read_meeting(path)) == ["53/24", "54/24"]


def test_an_agenda_without_numbers_is_numbered_on_and_one_with_numbers_keeps_them(book: Book) -> None:
    made(book, "7 May 2024", "41/24 Matters arising", "42/24 Paths")
    assert numbers(made(book, "4 June 2024", "- Matters arising", "- Trees", after="2024-05-07")) == ["43/24", "44/24"]
    assert numbers(made(book, "2 July 2024", "1. Matters arising", "2. Trees", after="2024-06-04")) == ["1.", "2."]


def test_meetings_of_the_series_within_a_year_are_those_whose_numbers_run_on(book: Book) -> None:
    for day in ("6 May 2022", "2 April 2024", "4 June 2024"):
        made(book, day, "1/24 Welcome", "2/24 Paths")
    (book.folder / "2024-03-05-broken.json").write_text("{", encoding="utf-8")
    here = made(book, "7 May 2024", "3/24 Welcome", "4/24 Paths")
    assert sorted(one.date for one in numbered_with(book, here)) == [date(2024, 4, 2), date(2024, 6, 4)]
    assert numbered_with(book, made(book, "9 July 2024", "1. Welcome", "2. Paths")) == []
