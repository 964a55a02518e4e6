"""Making the meeting after another one, however often it is asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui.book.folder import Book, Read
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.new_meeting import Made, next_meeting_after
from tui.book.opened import open_meeting
from tui.errors import BadInput, BookError, MeetingHeld
from tui.meeting.capture.capture import enter
from tui.meeting.capture.editing import set_owners
from tui.meeting.history.journal import commit
from tui.meeting.model import Entry, Meeting, Status
from tui.use_cases.making import new_meeting

AT = datetime(2020, 1, 1, 9, 0, tzinfo=UTC)
FIRST = """# Harbour Board January 2020
Date: 7 January 2020 10:00
Series: Harbour Board
Repeats: first Tuesday of the month
## Attendance
- Ann Lee (AL)
- Bo Oake (BO)
## Agenda
1. Matters arising
2. Quays
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path / "book")


@pytest.fixture
def january(book: Book) -> Path:
    path = new_meeting(book, FIRST, "agenda.md", after=None, day=None, at=AT).path
    key(path, "/go 2", "!AL to dredge", "!BO to paint ^next meeting")
    return path


def key(path: Path, *lines: str) -> None:
    with open_meeting(path) as opened:
        for line in lines:
            opened.take(enter(opened.journal, line, AT).journal)


def follow(book: Book, path: Path, day: date | None = None) -> Made:
    return next_meeting_after(book, path, day=day, at=AT)


def brought(meeting: Meeting) -> list[tuple[str, str, str]]:
    return [(e.action.ref, e.text, e.action.status) for e in meeting.entries if e.action and e.action.origin]


def action(path: Path, ref: str) -> Entry:
    return next(e for e in read_meeting(path).entries if e.action and e.action.ref == ref)


def test_the_next_meeting_has_the_agenda_the_people_the_date_and_what_is_open(book: Book, january: Path) -> None:
    made = follow(book, january)
    assert made.new
    assert made.path == book.folder / "2020-02-04-harbour-board.json"
    assert made.warnings == ()
    assert made.summary == (
        "Tuesday 4 February 2020, by “first Tuesday of the month”; 3 sections, 2 people, 2 actions brought forward"
    )
    february = read_meeting(made.path)
    assert february.title == "Harbour Board February 2020"
    assert [(s.number, s.heading) for s in february.sections] == [
        ("1.", "Matters arising"),
        ("1.1", ""),
        ("2.", "Quays"),
    ]
    assert brought(february) == [("B1", "AL to dredge", "open"), ("B2", "BO to paint", "open")]


def test_visitors_are_not_expected_again_and_the_summary_says_so(book: Book, january: Path) -> None:
    key(january, "/arrive Eve Fox, Diver", "/arrive Guy Hale")
    made = follow(book, january)
    assert "3 sections, 2 people (2 visitors left out), 2 actions brought forward" in made.summary
    assert [person.name for person in read_meeting(made.path).people] == ["Ann Lee", "Bo Oake"]


def test_asked_again_it_knows_a_series_whose_titles_tell_the_date_in_figures(book: Book) -> None:
    text = FIRST.replace("Harbour Board January 2020", "Harbour Board 07/01/2020").replace(
        "Series: Harbour Board\n", ""
    )
    path = new_meeting(book, text, "agenda.md", after=None, day=None, at=AT).path
    made = follow(book, path)
    assert read_meeting(made.path).title == "Harbour Board 04/02/2020"
    assert (follow(book, path).path, len(book.files())) == (made.path, 2)


def test_a_date_given_is_the_date_and_moves_what_is_due_at_the_next_meeting(book: Book, january: Path) -> None:
    before = action(january, "A2").action
    assert before is not None
    assert before.due is not None
    assert before.due.date == date(2020, 2, 4)
    made = follow(book, january, date(2020, 2, 12))
    assert made.summary.startswith("Wednesday 12 February 2020; 3 sections")
    moved = action(made.path, "B2").action
    assert moved is not None
    assert moved.due is not None
    assert moved.due.date == date(2020, 2, 12)


def test_asked_again_it_makes_no_second_meeting_and_writes_nothing(book: Book, january: Path) -> None:
    made = follow(book, january)
    before = made.path.read_bytes()
    again = follow(book, january)
    assert (again.path, again.new) == (made.path, False)
    assert again.summary == (
        "Tuesday 4 February 2020: the meeting is there already; 0 actions brought forward (2 already there)"
    )
    assert made.path.read_bytes() == before
    assert len(book.files()) == 2


def test_asked_again_it_finds_the_next_meeting_also_where_that_was_moved(book: Book, january: Path) -> None:
    made = follow(book, january, date(2020, 2, 12))
    assert follow(book, january).path == made.path
    other = follow(book, january, date(2020, 2, 4))
    assert other.new
    assert len(book.files()) == 3


def test_after_a_meeting_held_early_comes_the_one_after_its_regular_day(book: Book, january: Path) -> None:
    early = follow(book, january, date(2020, 1, 28))
    assert follow(book, early.path).path.name[:10] == "2020-03-03"


def test_a_meeting_that_was_passed_over_can_still_be_made(book: Book, january: Path) -> None:
    march = follow(book, january, date(2020, 3, 3))
    february = follow(book, january)
    assert (february.new, february.path.name[:10]) == (True, "2020-02-04")
    key(february.path, "/done B1", "!AL to sing")
    again = follow(book, february.path)
    assert (again.new, again.path) == (False, march.path)
    assert again.summary.endswith("; 1 action brought forward (2 already there), 2 brought up to date")
    assert brought(read_meeting(march.path)) == [
        ("B1", "AL to dredge", "done"),
        ("B2", "BO to paint", "open"),
        ("B3", "AL to sing", "open"),
    ]


def test_what_a_later_meeting_has_settled_is_not_brought_to_one_made_after_it(book: Book, january: Path) -> None:
    march = follow(book, january, date(2020, 3, 3))
    key(march.path, "/done B1")
    assert brought(read_meeting(follow(book, january).path)) == [("B1", "BO to paint", "open")]


def test_what_the_earlier_meeting_says_after_the_next_was_made_is_brought_up_to_date(book: Book, january: Path) -> None:
    february = follow(book, january)
    key(january, "s/paint/varnish/", "!AL to row", "/done A1")
    again = follow(book, january)
    assert again.summary.endswith("; 1 action brought forward (2 already there), 2 brought up to date")
    assert brought(read_meeting(february.path)) == [
        ("B1", "AL to dredge", "done"),
        ("B2", "BO to varnish", "open"),
        ("B3", "AL to row", "open"),
    ]
    assert [change.what for change in read_journal(february.path).history] == ["bring forward"]
    assert follow(book, january).summary.endswith("; 0 actions brought forward (3 already there)")


def test_what_is_settled_and_opened_again_in_the_earlier_meeting_is_open_in_the_next(book: Book, january: Path) -> None:
    february = follow(book, january)
    key(january, "/done A1")
    follow(book, january)
    key(january, "/undo")
    follow(book, january)
    assert brought(read_meeting(february.path))[0] == ("B1", "AL to dredge", "open")


def test_what_was_said_or_changed_in_the_next_meeting_stays(book: Book, january: Path) -> None:
    february = follow(book, january)
    key(february.path, "~B1 Not yet")
    with open_meeting(february.path) as opened:
        meeting = set_owners(opened.meeting, [action(february.path, "B2").id], ("AL", "BO"))
        opened.take(commit(opened.journal, meeting, "owners", AT))
    key(january, "s/paint/varnish/", "/done A1", "/done A2")
    assert follow(book, january).summary.endswith("; 0 actions brought forward (2 already there)")
    assert brought(read_meeting(february.path)) == [("B1", "AL to dredge", "open"), ("B2", "BO to paint", "open")]
    second = action(february.path, "B2").action
    assert second is not None
    assert second.owners == ("AL", "BO")


def test_a_meeting_under_way_stays_in_its_section_and_keeps_the_line_being_typed(book: Book, january: Path) -> None:
    key(january, "/drop A1", "/drop A2")
    february = follow(book, january).path
    key(february, "/go 2", "+The quays are wet")
    with open_meeting(february) as opened:
        opened.keep_draft("+and cold", opened.meeting.current_kind)
    key(january, "!BO to row")
    follow(book, january)
    meeting = read_meeting(february)
    assert [(s.number, s.state) for s in meeting.sections] == [
        ("1.", "visited"),
        ("1.1", "unreached"),
        ("2.", "current"),
    ]
    with open_meeting(february) as opened:
        assert opened.draft is not None
        assert opened.draft.line == "+and cold"


def test_where_no_section_is_for_them_one_is_made_without_leaving_the_current_one(book: Book) -> None:
    text = FIRST.replace("1. Matters arising\n2. Quays", "1. Quays\n2. Boats")
    january = new_meeting(book, text, "agenda.md", after=None, day=None, at=AT).path
    february = follow(book, january).path
    key(february, "+Said of the quays")
    key(january, "!AL to dredge")
    follow(book, january)
    assert [(s.heading, s.state) for s in read_meeting(february).sections] == [
        ("Matters arising", "unreached"),
        ("", "unreached"),
        ("Quays", "current"),
        ("Boats", "unreached"),
    ]


def test_a_meeting_that_is_over_gets_nothing_more(book: Book, january: Path) -> None:
    february = follow(book, january)
    key(february.path, "/start", "/close")
    before = february.path.read_bytes()
    key(january, "!AL to row")
    again = follow(book, january)
    assert again.summary.endswith("the meeting is there already and it is closed; nothing was brought forward")
    assert february.path.read_bytes() == before


def test_an_agenda_for_a_meeting_that_is_there_brings_what_it_lacks_and_is_left_aside(
    book: Book, january: Path
) -> None:
    second = FIRST.replace("7 January", "4 February").replace("January", "February").replace("2. Quays", "2. Boats")
    made = new_meeting(book, second, "second.md", after="2020-01", day=None, at=AT)
    assert made.summary.startswith("Tuesday 4 February 2020; 3 sections")
    key(january, "!AL to row")
    again = new_meeting(book, second.replace("Boats", "Trees"), "second.md", after="2020-01", day=None, at=AT)
    assert again.summary.endswith("; 1 action brought forward (2 already there)")
    assert again.warnings == ("2020-02-04-harbour-board.json is there already: second.md was left aside",)
    assert [s.heading for s in read_meeting(made.path).sections] == ["Matters arising", "", "Boats"]


def test_a_meeting_does_not_follow_itself(book: Book, january: Path) -> None:
    before = january.read_bytes()
    with pytest.raises(BadInput, match="already"):
        new_meeting(book, FIRST, "agenda.md", after="2020-01", day=None, at=AT)
    assert january.read_bytes() == before


def test_where_nothing_tells_the_day_nothing_is_made(book: Book) -> None:
    undated = FIRST.replace("Repeats: first Tuesday of the month\n", "")
    path = new_meeting(book, undated, "agenda.md", after=None, day=None, at=AT).path
    with pytest.raises(BadInput, match="nothing tells when") as caught:
        follow(book, path)
    assert "--date" in str(caught.value)
    assert len(book.files()) == 1
    made = follow(book, path, date(2020, 5, 1))
    assert follow(book, path).path == made.path, "once it is there, it is the next one"


def test_words_that_do_not_tell_the_day_are_named(book: Book) -> None:
    text = FIRST.replace("first Tuesday of the month", "when the moon is blue")
    path = new_meeting(book, text, "agenda.md", after=None, day=None, at=AT).path
    with pytest.raises(BadInput, match="“when the moon is blue” does not tell"):
        follow(book, path)


@pytest.mark.parametrize("day", [date(2020, 1, 7), date(2019, 12, 3)])
def test_a_day_that_is_not_later_is_refused(book: Book, january: Path, day: date) -> None:
    with pytest.raises(BadInput, match="was on 7 January 2020"):
        follow(book, january, day)
    assert len(book.files()) == 1


def test_a_meeting_that_another_program_writes_is_said_and_left(book: Book, january: Path) -> None:
    february = follow(book, january)
    key(january, "!AL to row")
    before = february.path.read_bytes()
    with open_meeting(february.path), pytest.raises(MeetingHeld):
        follow(book, january)
    assert february.path.read_bytes() == before
    assert follow(book, january).summary.endswith("1 action brought forward (2 already there)")


def test_a_file_of_that_name_that_cannot_be_read_is_never_written_over(book: Book, january: Path) -> None:
    damaged = book.folder / "2020-02-04-harbour-board.json"
    damaged.write_text("{", encoding="utf-8")
    with pytest.raises(BadInput, match="already"):
        follow(book, january)
    assert damaged.read_text(encoding="utf-8") == "{"


def test_a_meeting_before_that_cannot_be_read_is_the_books_fault(book: Book, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.json"
    damaged.write_text("{", encoding="utf-8")
    with pytest.raises(BookError):
        follow(book, damaged)


def test_another_series_of_the_book_is_neither_the_next_meeting_nor_brings_anything(book: Book, january: Path) -> None:
    other = FIRST.replace("Harbour Board", "Sailing Club").replace("7 January", "4 February")
    key(new_meeting(book, other, "other.md", after=None, day=None, at=AT).path, "!AL to sail")
    made = follow(book, january)
    assert made.new
    assert [text for _, text, _ in brought(read_meeting(made.path))] == ["AL to dredge", "BO to paint"]


def test_what_is_brought_up_to_date_can_be_taken_back(book: Book, january: Path) -> None:
    february = follow(book, january)
    key(january, "/done A1", "!AL to row")
    follow(book, january)
    key(february.path, "/undo")
    meeting = read_meeting(february.path)
    assert brought(meeting) == [("B1", "AL to dredge", Status.OPEN), ("B2", "BO to paint", Status.OPEN)]
    follow(book, january)
    assert [ref for ref, _, _ in brought(read_meeting(february.path))] == ["B1", "B2", "B3"]


def test_only_the_meetings_of_its_series_are_read_for_the_next_one(
    book: Book, january: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = FIRST.replace("Harbour", "Library")
    assert other != FIRST
    new_meeting(book, other, "agenda.md", after=None, day=None, at=AT)
    read: list[str] = []
    real = Book.read_file

    def noted(book: Book, path: Path) -> Read:
        read.append(path.name)
        return real(book, path)

    monkeypatch.setattr(Book, "read_file", noted)
    follow(book, january)
    assert set(read) == {january.name}
