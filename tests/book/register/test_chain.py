"""The chain of an action in the register: what was heard, how it changed, what replaced it, whose it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.book.register.test_register import SECRET, TODAY, forward, month, rows
from tests.book.samples import action, entry, meeting
from tui.book.folder import Book
from tui.book.new_meeting import next_meeting_after
from tui.book.opened import create_meeting, open_meeting
from tui.book.register.register import meeting_register, register
from tui.meeting.actions.register_filter import Wanted
from tui.meeting.actions.register_row import Heard, RegisterRow
from tui.meeting.actions.updating import ActionUpdate
from tui.meeting.capture.capture import enter
from tui.meeting.model import Due, EarlierUpdate, Entry, Kind, NamedMeeting, Person, Section, Source, Status
from tui.use_cases.update_action import update_action

AT = datetime(2019, 9, 2, 9, 30, tzinfo=UTC)
JUNE = month(6, action(1, "Report on it", "A1"))


def update(number: int, about: int, text: str, **fields: Any) -> Entry:
    return entry(number, text, kind=Kind.UPDATE, about=about, **fields)


def heard(row: RegisterRow) -> list[tuple[int, str]]:
    return [(one.date.month, one.text) for one in row.heard]


def test_updates_come_from_all_the_meetings_with_the_points_under_them_oldest_first(tmp_path: Path) -> None:
    july = month(7, forward(1, JUNE, 1, "B1"), update(2, 1, "Half done", speakers=("CC",)), entry(3, kind=Kind.POINT))
    august = month(8, forward(1, JUNE, 1, "B1"), update(2, 1, "Nearly *done*"), entry(3, "A note"))
    (row,) = rows(tmp_path, august, JUNE, july)
    assert heard(row) == [(7, "Half done"), (7, "line 3"), (8, "Nearly done")]
    assert row.heard[0] == Heard(meeting="Meeting 7", date=date(2019, 7, 27), text="Half done", speakers=("CC",))
    assert [one.meeting for one in row.stood] == ["Meeting 6", "Meeting 7", "Meeting 8"]


def test_a_meeting_whose_file_is_gone_is_spoken_for_by_what_it_passed_on(tmp_path: Path) -> None:
    july = month(7)
    source = Source(id=july.id, title=july.title, date=july.date)
    brought = forward(1, JUNE, 1, "B1")
    assert brought.action
    told = (
        EarlierUpdate(meeting=source, text="Half done", speakers=("CC",)),
        EarlierUpdate(meeting=source, text="CC", change="owners"),
        EarlierUpdate(meeting=source, text=SECRET, restricted=True),
    )
    august = month(8, replace(brought, action=replace(brought.action, earlier=told)), update(2, 1, "Done"))
    (row,) = rows(tmp_path, JUNE, august)
    assert heard(row) == [(7, "Half done"), (7, "[restricted]"), (8, "Done")]
    (internal,) = rows(tmp_path, public=False)
    assert heard(internal) == [(7, "Half done"), (7, SECRET), (8, "Done")]
    # Once its file is there, it speaks for itself.
    create_meeting(tmp_path, month(7, forward(1, JUNE, 1, "B1"), update(2, 1, "Half done, as corrected")))
    (row,) = rows(tmp_path)
    assert heard(row) == [(7, "Half done, as corrected"), (8, "Done")]


def test_what_replaced_an_action_and_what_it_replaced_name_each_other(tmp_path: Path) -> None:
    old = forward(1, JUNE, 1, "B1", status=Status.REPLACED)
    assert old.action
    old = replace(old, action=replace(old.action, replaced_by="A1"))
    july = month(7, old, action(2, "Write it up", "A1"))
    august = month(8, forward(1, july, 2, "B1", "Write it up"))
    first, second = rows(tmp_path, JUNE, july, august)
    assert first.replaced_by
    assert (first.status, first.replaced_by.uid, first.replaced_by.ref) == (Status.REPLACED, second.uid, "B1")
    assert (first.replaced_by.text, first.replaced_by.date) == ("Write it up", date(2019, 8, 27))
    assert [(one.uid, one.ref, one.text) for one in second.replaces] == [(first.uid, "B1", "Report on it")]
    # Also where the other one is not asked for.
    (second,) = rows(tmp_path, only_open=True)
    assert [one.uid for one in second.replaces] == [first.uid]


def test_a_meeting_made_ahead_that_said_nothing_leaves_the_last_word_to_an_earlier_one(tmp_path: Path) -> None:
    july = month(7, forward(1, JUNE, 1, "B4", status=Status.DONE))
    august = month(8, forward(1, JUNE, 1, "B1"))
    (row,) = rows(tmp_path, JUNE, july, august)
    assert (row.status, row.ref, row.meeting) == (Status.DONE, "B4", "Meeting 7")
    assert rows(tmp_path, only_open=True) == ()


def settle(folder: Path, row: RegisterRow, **update: Any) -> None:
    update_action(Book(folder), row.uid, ActionUpdate(**update), AT)


def test_the_steps_of_status_and_due_have_their_reasons(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, JUNE)
    settle(tmp_path, row, due="1 October", reason="the [[bank]] is shut")
    settle(tmp_path, row, status=Status.DONE, reason="paid")
    settle(tmp_path, row, status=Status.OPEN, due="")
    (row,) = rows(tmp_path)
    assert [(one.status, one.due, one.reason, one.meeting) for one in row.steps] == [
        (None, "1 October", "the [restricted] is shut", "Meeting 6"),
        (Status.DONE, None, "paid", "Meeting 6"),
        (Status.OPEN, "", "", "Meeting 6"),
    ]
    (internal,) = rows(tmp_path, public=False)
    assert internal.steps[0].reason == "the bank is shut"
    assert internal.restricted
    assert row.restricted


def test_what_was_undone_is_no_step_and_what_was_redone_is_one(tmp_path: Path) -> None:
    path = create_meeting(tmp_path, JUNE)
    with open_meeting(path) as opened:
        for line in ("/drop A1", "/undo", "/done A1", "/undo", "/redo"):
            opened.take(enter(opened.journal, line, AT).journal)
    (row,) = rows(tmp_path)
    assert [one.status for one in row.steps] == [Status.DONE]
    assert row.revision == 5


def test_a_step_that_a_later_meeting_takes_over_is_told_once(tmp_path: Path) -> None:
    june = create_meeting(tmp_path, JUNE)
    book = Book(tmp_path)
    made = next_meeting_after(book, june, day=date(2019, 7, 30), at=AT)
    with open_meeting(june) as opened:
        opened.take(enter(opened.journal, "/done A1", AT).journal)
    assert "1 brought up to date" in next_meeting_after(book, june, at=AT).summary
    (row,) = rows(tmp_path)
    assert (row.meeting_file, row.status) == (made.path.name, Status.DONE)
    assert [(one.status, one.meeting) for one in row.steps] == [(Status.DONE, "Meeting 6")]


def test_the_revision_grows_with_the_action_and_with_nothing_else(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, JUNE, month(7, action(1, "Another", "A1")))[:1]
    (_, other) = rows(tmp_path)
    settle(tmp_path, other, status=Status.DONE)
    again, other_again = rows(tmp_path)
    assert again == row
    assert (other_again.revision, other_again.changed) == (other.revision + 1, AT)
    create_meeting(tmp_path, month(8, forward(1, JUNE, 1, "B1"), update(2, 1, "Half done")))
    assert rows(tmp_path)[0].revision > row.revision


def test_an_action_due_at_a_meeting_is_due_on_that_meetings_day_once_it_is_known(tmp_path: Path) -> None:
    due = Due(words="the next meeting", date=date(2019, 7, 30), meeting=NamedMeeting(said=JUNE.date, ahead=1))
    june = month(6, action(1, "Report", "A1", due=due))
    (row,) = rows(tmp_path, june)
    assert row.due_date == date(2019, 7, 30)
    (row,) = rows(tmp_path, month(7))
    assert row.due_date == date(2019, 7, 27)
    assert row.overdue
    create_meeting(tmp_path, month(7, header=(("Series", "Another"),), date=date(2019, 7, 1)))
    assert rows(tmp_path) == (row,)


PEOPLE = (
    Person(id=1, name="Ann Lee", capacity="Deputy Chief Constable", abbreviation="DCC"),
    Person(id=2, name="[[Mo Hart]]", capacity="[[Informer]]", abbreviation="INF"),
)


def test_each_owner_comes_with_whoever_it_is_in_the_latest_meeting(tmp_path: Path) -> None:
    june = month(6, action(1, "Report", "A1", owners=("DCC", "ALL", "INF")), people=PEOPLE)
    (row,) = rows(tmp_path, june)
    assert (row.owners, row.holders) == (("DCC", "ALL", "INF"), ("Ann Lee", "", "[restricted]"))
    assert row.posts == ("Deputy Chief Constable", "", "[restricted]")
    assert rows(tmp_path, owner="Hart") == rows(tmp_path, owner="Informer") == ()
    successor = (Person(id=1, name="Tom Hill", capacity="Deputy Chief Constable", abbreviation="DCC"),)
    (row,) = rows(tmp_path, month(7, forward(1, june, 1, "B1", owners=("DCC",)), people=successor))
    assert (row.owners, row.holders) == (("DCC",), ("Tom Hill",))
    assert rows(tmp_path, owner="Tom Hill") == rows(tmp_path, owner="DCC") == (row,)
    assert rows(tmp_path, owner="Ann Lee") == ()


def test_an_abbreviation_is_known_from_actions_that_are_not_asked_for(tmp_path: Path) -> None:
    june = month(6, action(1, "Report", "A1", owners=("DCC",), status=Status.DONE), people=PEOPLE[:1])
    person = Person(id=1, name="Tom Hill", capacity="Deputy Chief Constable")
    july = month(7, action(1, "Write", "A1", owners=("Tom Hill",)), people=(person,))
    assert [row.text for row in rows(tmp_path, june, july, owner="DCC", only_open=True)] == ["Write"]


def test_an_abbreviation_that_only_a_restricted_action_has_is_not_known_to_the_public(tmp_path: Path) -> None:
    june = month(6, action(1, "Report", "A1", owners=("DCC",), restricted=True), people=PEOPLE[:1])
    person = Person(id=1, name="Tom Hill", capacity="Deputy Chief Constable")
    july = month(7, action(1, "Write", "A1", owners=("Tom Hill",)), people=(person,))
    assert rows(tmp_path, june, july, owner="DCC") == ()
    assert [row.text for row in rows(tmp_path, owner="DCC", public=False)] == ["Report", "Write"]


@pytest.mark.parametrize("where", ["update", "section", "entry"])
def test_nothing_of_the_chain_of_what_is_restricted_is_public(tmp_path: Path, where: str) -> None:
    hidden: dict[str, Any] = {"restricted": True} if where == "entry" else {}
    july = month(
        7,
        forward(1, JUNE, 1, "B1", **hidden),
        update(2, 1, SECRET, restricted=where == "update", speakers=(SECRET,)),
        entry(3, SECRET, kind=Kind.POINT),
        sections=(Section(id=1, heading="x", restricted=where == "section"),),
    )
    create_meeting(tmp_path, july)
    update_action(Book(tmp_path), f"{JUNE.id}-1", ActionUpdate(status=Status.DONE, reason=f"[[{SECRET}]]"), AT)
    (row,) = rows(tmp_path)
    assert SECRET not in repr(row)
    assert row.restricted
    (internal,) = rows(tmp_path, public=False)
    assert SECRET in repr(internal)


def test_one_meetings_register_is_as_its_file_has_it_whatever_came_later(tmp_path: Path) -> None:
    path = create_meeting(tmp_path, JUNE)
    create_meeting(tmp_path, month(8, forward(1, JUNE, 1, "B7", status=Status.DONE)))
    (row,) = meeting_register(path, today=TODAY)
    assert (row.ref, row.status, row.meeting) == ("A1", Status.OPEN, "Meeting 6")


def test_a_series_goes_by_its_name(tmp_path: Path) -> None:
    create_meeting(tmp_path, meeting(entries=(action(1, "x", "A1"),)))
    assert register(Book(tmp_path), today=TODAY, wanted=Wanted(series="assurance")).rows
    assert not register(Book(tmp_path), today=TODAY, wanted=Wanted(series="harbour")).rows
