"""A meeting that agreed the last one's minutes approves them in that one's file, once and for as long as it does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tui.book.folder import Book
from tui.book.house import ASK, keep_choice
from tui.book.keeping.holding import hold
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.opened import open_meeting
from tui.meeting.approval.approving import approve, withdraw
from tui.meeting.capture.capture import enter
from tui.meeting.model import Approval, Meeting, corrections_of
from tui.use_cases.approve_previous import approve_missed, approve_previous
from tui.use_cases.making import new_meeting

AGENDA = """# Quay Committee {month} 2024

Date: {day} {month} 2024 18:30
Chair: Edith Marlowe
Series: Quay Committee

## Attendance
- Edith Marlowe, Harbour Master (HM)

## Agenda
1. Minutes of the last meeting
2. Moorings
"""
AT = datetime(2024, 6, 4, 18, 42, tzinfo=UTC)
LATER = AT + timedelta(hours=2)
JUNE = "the meeting of 4 June 2024"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    found = Book(tmp_path / "book")
    for day, month in (("2", "April"), ("7", "May"), ("4", "June")):
        new_meeting(found, AGENDA.format(day=day, month=month), "agenda.md", after=None, day=None, at=AT)
    return found


def path_of(book: Book, month: int) -> Path:
    return book.find(f"2024-{month:02}")


def key(book: Book, month: int, *lines: str) -> Meeting:
    """Key lines into a month's meeting."""
    with open_meeting(path_of(book, month)) as opened:
        for line in lines:
            opened.take(enter(opened.journal, line, AT).journal)
        return opened.meeting


def approval(book: Book, month: int) -> Approval | None:
    return read_meeting(path_of(book, month)).approval


def test_the_last_meetings_minutes_are_approved_with_the_decisions_time_and_corrections(book: Book) -> None:
    june = key(book, 6, "=Agreed subject to ten for twelve", "-Item 2 came first")
    [told] = approve_previous(book, june, LATER)
    assert told.done
    assert told.words == f"The minutes of 7 May 2024 are approved by {JUNE}, with 2 corrections"
    assert approval(book, 5) == Approval(by=JUNE, at=AT, corrections=("ten for twelve", "Item 2 came first"))
    assert approval(book, 4) is None
    assert read_journal(path_of(book, 5)).history[-1].at == LATER


def test_where_the_house_asks_for_it_the_seal_is_offered_for_minutes_that_were_agreed(book: Book) -> None:
    may = read_meeting(path_of(book, 5))
    keep_choice(book.folder, may, sealing=ASK)
    june = key(book, 6, "=Agreed")
    [told] = approve_previous(book, june, LATER)
    assert told.words.endswith("; the house asks whether to seal them: minutebook seal 2024-05-07-quay-committee")
    with open_meeting(path_of(book, 5)) as opened:
        opened.take(withdraw(opened.journal, LATER))
    hold(path_of(book, 5), "Jo Lee", "the auditor", LATER)
    assert not [told for told in approve_previous(book, june, LATER) if "seal" in told.words]


def test_doing_it_again_changes_no_byte(book: Book) -> None:
    june = key(book, 6, "=Agreed")
    assert len(approve_previous(book, june, LATER)) == 1
    before = path_of(book, 5).read_bytes()
    assert approve_previous(book, june, LATER) == ()
    assert path_of(book, 5).read_bytes() == before


def test_a_decision_that_is_undone_takes_its_approval_back(book: Book) -> None:
    approve_previous(book, key(book, 6, "=Agreed"), LATER)
    [told] = approve_previous(book, key(book, 6, "/undo"), LATER)
    assert "draft again" in told.words
    assert approval(book, 5) is None
    assert approve_previous(book, key(book, 6), LATER) == ()


def test_a_decision_undone_before_anything_was_passed_on_leaves_no_trace(book: Book) -> None:
    before = path_of(book, 5).read_bytes()
    assert approve_previous(book, key(book, 6, "=Agreed", "/undo"), LATER) == ()
    assert path_of(book, 5).read_bytes() == before


def test_corrections_that_are_added_later_are_added_to_the_approval(book: Book) -> None:
    approve_previous(book, key(book, 6, "=Agreed"), LATER)
    approve_previous(book, key(book, 6, "-Ten for twelve"), LATER)
    assert approval(book, 5) == Approval(by=JUNE, at=AT, corrections=("Ten for twelve",))


def test_a_file_that_another_program_has_open_is_told_and_done_next_time(book: Book) -> None:
    june = key(book, 6, "=Agreed")
    with open_meeting(path_of(book, 5)):
        [told] = approve_previous(book, june, LATER)
        assert not told.done
        assert "open for writing" in told.words
        assert "tried again" in told.words
    assert approval(book, 5) is None
    assert approve_previous(book, june, LATER)[0].done
    assert approval(book, 5) is not None


def test_an_approval_by_hand_is_confirmed_and_one_withdrawn_by_hand_stays_away(book: Book) -> None:
    june = key(book, 6, "=Agreed subject to ten for twelve")
    with open_meeting(path_of(book, 5)) as opened:
        opened.take(approve(opened.journal, Approval(by="Edith Marlowe", at=AT), AT))
    [told] = approve_previous(book, june, LATER)
    assert told.words == (
        f"The minutes of 7 May 2024, approved by Edith Marlowe, are confirmed by {JUNE}, with 1 correction"
    )
    assert corrections_of(approval(book, 5)) == ("ten for twelve",)
    assert approve_previous(book, june, LATER) == ()
    with open_meeting(path_of(book, 5)) as opened:
        opened.take(withdraw(opened.journal, AT))
    assert approve_previous(book, june, LATER)[0].done
    with open_meeting(path_of(book, 5)) as opened:
        opened.take(withdraw(opened.journal, AT))
    assert approve_previous(book, june, LATER) == ()
    assert approval(book, 5) is None


def test_days_that_are_named_choose_the_meetings_and_a_missing_one_is_told(book: Book) -> None:
    june = key(book, 6, "=The minutes of 5 March and 2 April 2024 were approved")
    told = approve_previous(book, june, LATER)
    assert [one.done for one in told] == [True, False]
    assert "5 March 2024" in told[1].words
    assert approval(book, 4) is not None
    assert approval(book, 5) is None


def test_another_series_is_left_alone(book: Book) -> None:
    other = AGENDA.format(day="21", month="May").replace("Quay Committee", "Slipway Panel")
    new_meeting(book, other, "agenda.md", after=None, day=None, at=AT)
    approve_previous(book, key(book, 6, "=Agreed"), LATER)
    assert read_meeting(book.find("2024-05-21")).approval is None
    assert read_meeting(book.find("2024-05-07")).approval is not None


def test_the_first_meeting_of_a_series_has_nobody_to_approve(book: Book) -> None:
    assert approve_previous(book, key(book, 4, "=Agreed"), LATER) == ()


def test_before_publishing_a_later_meetings_decision_is_caught_up_with(book: Book) -> None:
    key(book, 6, "=Agreed")
    key(book, 5, "=Agreed")
    assert {told.words.split(" are ")[0] for told in approve_missed(book, path_of(book, 5), LATER)} == {
        "The minutes of 2 April 2024",
        "The minutes of 7 May 2024",
    }
    assert approval(book, 5) == Approval(by=JUNE, at=AT)
    assert approval(book, 4) is not None


def test_a_meeting_without_a_section_for_minutes_reads_no_book(tmp_path: Path, book: Book) -> None:
    meeting = key(book, 6, "=Agreed", "/rename Welcome")
    assert approve_previous(Book(tmp_path / "book" / "2024.json"), meeting, LATER) == ()


def test_minutes_are_approved_on_the_day_of_the_meeting_that_agreed_them_whenever_it_was_keyed(book: Book) -> None:
    with open_meeting(path_of(book, 6)) as opened:
        opened.take(enter(opened.journal, "=Agreed", AT + timedelta(days=12)).journal)
        june = opened.meeting
    approve_previous(book, june, LATER + timedelta(days=12))
    approved = approval(book, 5)
    assert approved is not None
    assert approved.at.date() == june.date
