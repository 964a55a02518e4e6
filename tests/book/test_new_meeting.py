"""Making meetings in a book, one after another."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.new_meeting import Made
from tui.book.opened import open_meeting
from tui.errors import BadInput
from tui.meeting.capture.capture import enter
from tui.meeting.model import Meeting, Presence
from tui.papers.agenda import draft_of
from tui.papers.reading.source import read_bytes
from tui.use_cases.making import following_its_series, make_meeting, new_meeting

AT = datetime(2020, 1, 1, 9, 0, tzinfo=UTC)


def agenda(day: str = "", *, series: str = "Harbour Board", more: str = "") -> str:
    said = f"Date: {day}\n" if day else ""
    head = f"# {series} {day}\n{said}Series: {series}\n{more}\n## Attendance\n- Ann Lee (AL)\n"
    return head + "## Agenda\n1. Matters arising\n2. Quays\n"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path / "book")


def make(book: Book, text: str, *, after: str | None = None, day: date | None = None) -> Made:
    return new_meeting(book, text, "agenda.md", after=after, day=day, at=AT)


def made(book: Book, text: str, *lines: str, after: str | None = None) -> Path:
    path = make(book, text, after=after).path
    with open_meeting(path) as opened:
        for line in lines:
            opened.take(enter(opened.journal, line, AT).journal)
    return path


def brought(meeting: Meeting) -> list[str]:
    return [entry.text for entry in meeting.entries if entry.action and entry.action.origin]


def test_a_meeting_is_made_with_what_the_agenda_holds(book: Book) -> None:
    outcome = make(book, agenda("7 January 2020"))
    assert outcome.path == book.folder / "2020-01-07-harbour-board.json"
    assert outcome.summary == "2 sections, 1 person, 0 actions brought forward"
    assert read_meeting(outcome.path).date == date(2020, 1, 7)


def test_the_open_actions_of_all_earlier_meetings_of_the_series_come_along(book: Book) -> None:
    made(book, agenda("7 January 2020"), "!AL to dredge")
    made(book, agenda("14 January 2020", series="Sailing Club"), "!AL to sail")
    made(book, agenda("4 February 2020"), "!AL to paint")
    made(book, agenda("7 April 2020"), "!AL to come later")
    outcome = make(book, agenda("3 March 2020"), after="2020-02")
    assert brought(read_meeting(outcome.path)) == ["AL to dredge", "AL to paint"]
    assert outcome.summary.endswith("2 actions brought forward")


def test_a_meeting_named_beside_comes_along_whatever_its_series(book: Book) -> None:
    made(book, agenda("14 January 2020", series="Sailing Club"), "!AL to sail")
    assert brought(read_meeting(make(book, agenda("3 March 2020"), after="2020-01").path)) == ["AL to sail"]


def test_titles_that_differ_in_their_month_alone_are_one_series(book: Book) -> None:
    first = "# Harbour Board January 2020\nDate: 7 January 2020\n## Attendance\n- Ann Lee (AL)\n## Agenda\n1. Quays\n"
    second = first.replace("January", "February")
    made(book, first, "!AL to dredge")
    made(book, second, "!AL to paint")
    third = make(book, first.replace("January", "March"), after="2020-02").path
    assert brought(read_meeting(third)) == ["AL to dredge", "AL to paint"]


def test_an_action_goes_on_from_meeting_to_meeting_under_its_first_one(book: Book) -> None:
    first = read_meeting(made(book, agenda("7 January 2020"), "!AL to dredge", "!AL to paint"))
    made(book, agenda("4 February 2020"), "~B1 Half done", "/done B2", after="2020-01")
    third = read_meeting(make(book, agenda("3 March 2020"), after="2020-02").path)
    assert [(s.number, s.brought_from.id) for s in third.sections if s.brought_from] == [("1.1", first.id)]
    assert brought(third) == ["AL to dredge"]


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ("Repeats: first Tuesday of the month", date(2020, 2, 4)),
        ("Repeats: monthly", date(2020, 2, 7)),
        ("Next: 11 February 2020\nRepeats: first Tuesday of the month", date(2020, 2, 11)),
    ],
)
def test_an_agenda_without_a_date_takes_the_next_of_the_series(book: Book, more: str, wanted: date) -> None:
    made(book, agenda("7 January 2020", more=more))
    meeting = read_meeting(make(book, agenda(), after="2020-01").path)
    assert meeting.date == wanted
    assert meeting.said("Date") == f"{wanted:%A} {wanted.day} February 2020"


def test_an_agenda_that_names_nobody_expects_those_of_the_meeting_before(book: Book) -> None:
    first = agenda("7 January 2020").replace("- Ann Lee (AL)\n", "- Ann Lee, Pilot (AL)\n")
    made(book, first, "!AL to dredge", "/arrive Cy Day, Diver (CD)", "/apologies Ann Lee")
    outcome = make(book, "# Harbour Board\nDate: 4 February 2020\n\n1. Quays\n", after="2020-01")
    assert outcome.summary.endswith("3 sections, 1 person as on 7 January 2020, 1 action brought forward")
    with open_meeting(outcome.path) as opened:
        opened.take(enter(opened.journal, "!AL to paint", AT).journal)
        meeting = opened.journal.meeting
    assert [(one.name, one.capacity, one.abbreviation, one.presence) for one in meeting.people] == [
        ("Ann Lee", "Pilot", "AL", Presence.PRESENT)
    ]
    assert meeting.entries[-1].action is not None
    assert meeting.entries[-1].action.owners == ("AL",)


def test_an_agenda_that_names_somebody_expects_nobody_else(book: Book) -> None:
    made(book, agenda("7 January 2020").replace("- Ann Lee (AL)", "- Bo Oake (BO)"))
    path = make(book, agenda("4 February 2020"), after="2020-01").path
    assert [person.name for person in read_meeting(path).people] == ["Ann Lee"]


def test_without_a_date_from_anywhere_nothing_is_made(book: Book) -> None:
    made(book, agenda("7 January 2020"))
    with pytest.raises(BadInput, match="no date"):
        make(book, agenda(), after="2020-01")
    assert len(book.files()) == 1


def test_a_date_given_beside_names_the_file_too(book: Book) -> None:
    outcome = make(book, agenda("7 January 2020"), day=date(2020, 1, 14))
    assert outcome.path.name == "2020-01-14-harbour-board.json"


def test_a_meeting_that_is_later_is_no_earlier_one(book: Book) -> None:
    made(book, agenda("7 April 2020"))
    with pytest.raises(BadInput, match="after this meeting"):
        make(book, agenda("3 March 2020"), after="2020-04")


def test_a_second_meeting_of_the_day_can_follow_the_first(book: Book) -> None:
    made(book, agenda("7 January 2020"), "!AL to dredge")
    second = agenda("7 January 2020").replace("Series: Harbour Board", "Series: Harbour Board extra")
    assert brought(read_meeting(make(book, second, after="2020-01-07").path)) == ["AL to dredge"]


def test_a_meeting_that_is_there_already_is_left_alone(book: Book) -> None:
    path = made(book, agenda("7 January 2020"), "!AL to dredge")
    before = path.read_bytes()
    with pytest.raises(BadInput, match="already"):
        make(book, agenda("7 January 2020"))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("after", "words"), [("2021", "no meeting"), ("2020", "more than one"), ("none.json", "no meeting")]
)
def test_a_meeting_that_is_not_known_is_said(book: Book, after: str, words: str) -> None:
    made(book, agenda("7 January 2020"))
    made(book, agenda("4 February 2020"))
    with pytest.raises(BadInput, match=words):
        make(book, agenda("3 March 2020"), after=after)


def test_a_file_that_cannot_be_read_is_warned_of(book: Book) -> None:
    made(book, agenda("7 January 2020"), "!AL to dredge")
    damaged = book.folder / "2019-12-03-harbour-board.json"
    damaged.write_text("{", encoding="utf-8")
    outcome = make(book, agenda("4 February 2020"), after="2020-01")
    assert len(outcome.warnings) == 1
    assert damaged.name in outcome.warnings[0]
    assert outcome.warnings[0].endswith("its actions are missing")


def from_paper(book: Book, text: str) -> Made:
    paper = read_bytes(text.encode(), "agenda.md", ".md")
    draft = draft_of(paper.document, AT.date())
    return make_meeting(book, paper, following_its_series(book, draft), AT)


def test_a_draft_follows_the_last_meeting_of_its_series_before_it(book: Book) -> None:
    made(book, agenda("7 January 2020"), "!AL to dredge")
    made(book, agenda("14 January 2020", series="Sailing Club"), "!AL to sail")
    made(book, agenda("7 April 2020"), "!AL to come later")
    assert brought(read_meeting(from_paper(book, agenda("3 March 2020")).path)) == ["AL to dredge"]


def test_a_draft_of_a_day_on_which_its_series_meets_already_is_refused_and_nothing_is_lost(book: Book) -> None:
    made(book, agenda("7 January 2020"), "!AL to dredge")
    there = made(book, agenda("3 March 2020"))
    before = there.read_bytes()
    with pytest.raises(BadInput, match="of that date and series already"):
        from_paper(book, agenda("3 March 2020"))
    assert there.read_bytes() == before
