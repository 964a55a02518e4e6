"""`minutebook new`, run as a user runs it: exit statuses, one-line errors, what it prints."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA, Done, minutebook
from tui.book.meeting_file import read_meeting

JUNE = AGENDA.replace("May 2024", "June 2024").replace("7 June 2024", "4 June 2024")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "book"


def new(book: Path, text: str | bytes, *options: str) -> Done:
    source = book.parent / "agenda.md"
    source.write_bytes(text if isinstance(text, bytes) else text.encode())
    return minutebook(book, "new", "--agenda", source, *options)


def error_of(done: Done, status: int = 2) -> str:
    assert done.status == status, done
    assert done.out == ""
    assert done.err.count("\n") == 1, done.err
    assert "Traceback" not in done.err
    return done.err


def test_new_says_where_the_meeting_is_and_what_it_holds(book: Path) -> None:
    done = new(book, AGENDA)
    path = book / "2024-05-07-quay-committee.json"
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"{path}: 3 sections, 2 people, 0 actions brought forward",
        "  title: Quay Committee May 2024",
        "  when: Tuesday 7 May 2024, 18:30",
        "  people: Edith Marlowe, Owen Price",
    ]
    assert path.is_file()


def test_new_brings_open_actions_forward(book: Path) -> None:
    new(book, AGENDA)
    minutebook(book, "capture", "2024-05", stdin="/go 2\n!HM to buy rope by July\n!TR to pay\n/done A2\n")
    done = new(book, JUNE, "--after", "2024-05")
    assert (done.status, done.err) == (0, "")
    assert "1 action brought forward" in done.out
    meeting = read_meeting(book / "2024-06-04-quay-committee.json")
    assert [(e.text, e.action.ref) for e in meeting.entries if e.action] == [("HM to buy rope by July", "B1")]
    assert [(s.number, s.heading) for s in meeting.sections[:2]] == [("1.", "Matters arising"), ("1.1", "")]


def test_new_takes_the_date_given(book: Path) -> None:
    assert "2024-05-14-quay-committee.json" in new(book, AGENDA, "--date", "14 May 2024").out


def test_new_takes_the_next_date_of_the_series_where_the_agenda_has_none(book: Path) -> None:
    new(book, AGENDA)
    undated = AGENDA.replace("Date: Tuesday 7 May 2024 18:30\n", "")
    assert "2024-06-04-quay-committee.json" in new(book, undated, "--after", "2024-05").out


def test_new_reads_what_a_word_processor_saved(book: Path) -> None:
    for coded in (AGENDA.encode("utf-8-sig"), AGENDA.encode("utf-16"), AGENDA.replace("\n", "\r\n").encode()):
        done = new(book, coded)
        assert (done.status, done.err) == (0, "")
        (book / "2024-05-07-quay-committee.json").unlink()


def test_what_may_be_a_slip_is_a_warning_and_the_meeting_is_made(book: Path) -> None:
    done = new(book, AGENDA.replace("Tuesday 7", "Monday 7") + "3. Again\n")
    assert done.status == 0
    assert "3 sections" not in done.out
    lines = done.err.splitlines()
    assert [line.split(": ")[0].rpartition(":")[2] for line in lines] == ["3", "15"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ":1: the agenda has no title"),
        ("Date: 7 May 2024\n", ":1: the agenda has no title"),
        ("# M\n1. A\n", ":1: the agenda has no date"),
        ("# M\nDate: 31 April 2024\n1. A\n", ":2: 31 April 2024 is not a date"),
        ("# M\nDate: 7 May 2024\n\n## Agenda\n", ":4: the agenda has no items"),
        (b"\x00\x01\x02\x03" * 40, ": this is not a text"),
    ],
)
def test_a_bad_agenda_is_one_line_with_file_and_line_and_makes_nothing(
    book: Path, text: str | bytes, words: str
) -> None:
    message = error_of(new(book, text))
    assert f"agenda.md{words}" in message
    assert not book.exists() or not list(book.glob("*.json"))


def test_an_agenda_that_is_not_there_or_no_file_is_one_line(book: Path, tmp_path: Path) -> None:
    assert "no such file" in error_of(minutebook(book, "new", "--agenda", tmp_path / "none.md"))
    error_of(minutebook(book, "new", "--agenda", tmp_path))
    assert "--agenda" in error_of(minutebook(book, "new"))


def test_a_date_or_meeting_that_is_none_is_one_line(book: Path) -> None:
    assert "is not a date" in error_of(new(book, AGENDA, "--date", "31/4/2024"))
    assert "is not a date" in error_of(new(book, AGENDA, "--date", "soon"))
    assert "no meeting" in error_of(new(book, AGENDA, "--after", "2023"))


def test_a_meeting_that_exists_stays_as_it_is(book: Path) -> None:
    new(book, AGENDA)
    assert "already" in error_of(new(book, AGENDA))


def test_a_meeting_before_that_cannot_be_read_is_the_books_fault(book: Path) -> None:
    book.mkdir()
    (book / "2024-04-02-quay-committee.json").write_text("{", encoding="utf-8")
    error_of(new(book, AGENDA, "--after", "2024-04"), 3)


def test_a_book_that_cannot_be_made_is_the_books_fault(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    source = tmp_path / "agenda.md"
    source.write_text(AGENDA, encoding="utf-8")
    error_of(minutebook(blocked / "book", "new", "--agenda", source), 3)


@pytest.mark.skipif(os.name == "nt", reason="a terminal's escape sequences are the matter")
def test_nothing_of_an_agenda_reaches_the_terminal_as_an_escape_sequence(book: Path) -> None:
    done = new(book, "# M \x1b[31m\nDate: 7 May 2024\n1. A\n1. \x1b]0;owned\x07B\n")
    assert "\x1b" not in done.out + done.err
    assert done.status == 0


def test_new_after_a_meeting_takes_over_its_agenda_and_says_what_it_did(book: Path) -> None:
    new(book, AGENDA)
    minutebook(book, "capture", "2024-05", stdin="/go 2\n!HM to buy rope by July\n!TR to pay\n/done A2\n")
    path = book / "2024-06-04-quay-committee.json"
    done = minutebook(book, "new", "--after", "2024-05")
    assert (done.status, done.err) == (0, "")
    day, held = "Tuesday 4 June 2024, by “first Tuesday of the month”", "4 sections, 2 people, 1 action brought forward"
    assert done.out == f"{path}: {day}; {held}\n"
    meeting = read_meeting(path)
    assert (meeting.title, meeting.said("Date")) == ("Quay Committee June 2024", "Tuesday 4 June 2024 18:30")
    assert [(s.number, s.heading) for s in meeting.sections] == [
        ("1.", "Matters arising"),
        ("1.1", ""),
        ("2.", "Moorings"),
        ("3.", "Any other business"),
    ]


def test_new_after_a_meeting_however_often_makes_one_meeting_and_brings_each_action_once(book: Path) -> None:
    new(book, AGENDA)
    minutebook(book, "capture", "2024-05", stdin="!HM to buy rope\n")
    minutebook(book, "new", "--after", "2024-05")
    minutebook(book, "capture", "2024-05", stdin="!TR to pay for it\n")
    summaries = [minutebook(book, "new", "--after", "2024-05").out for _ in range(3)]
    assert [summary.rpartition("; ")[2].strip() for summary in summaries] == [
        "1 action brought forward (1 already there)",
        "0 actions brought forward (2 already there)",
        "0 actions brought forward (2 already there)",
    ]
    assert len(list(book.glob("*.json"))) == 2
    meeting = read_meeting(book / "2024-06-04-quay-committee.json")
    assert [e.text for e in meeting.entries] == ["HM to buy rope", "TR to pay for it"]


def test_new_after_a_meeting_takes_the_date_given(book: Path) -> None:
    new(book, AGENDA)
    done = minutebook(book, "new", "--after", "2024-05", "--date", "18 June 2024")
    assert "2024-06-18-quay-committee.json: Tuesday 18 June 2024; 3 sections" in done.out
    assert "was on 7 May 2024" in error_of(minutebook(book, "new", "--after", "2024-05", "--date", "1 May 2024"))


def test_new_after_a_meeting_that_tells_no_next_day_asks_for_one(book: Path) -> None:
    new(book, AGENDA.replace("Repeats: first Tuesday of the month\n", ""))
    message = error_of(minutebook(book, "new", "--after", "2024-05"))
    assert "nothing tells when" in message
    assert "--date" in message


def test_new_needs_an_agenda_or_a_meeting_before(book: Path) -> None:
    message = error_of(minutebook(book, "new"))
    assert "--agenda" in message
    assert "--after" in message


def test_new_with_the_same_agenda_again_after_a_meeting_changes_nothing_but_says_so(book: Path) -> None:
    new(book, AGENDA)
    new(book, JUNE, "--after", "2024-05")
    path = book / "2024-06-04-quay-committee.json"
    before = path.read_bytes()
    again = new(book, JUNE, "--after", "2024-05")
    assert again.status == 0
    assert "is there already" in again.err
    assert "0 actions brought forward (0 already there)" in again.out
    assert path.read_bytes() == before
