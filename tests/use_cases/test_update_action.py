"""Updating an action of the register in place, while others write too."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from functools import partialmethod
from pathlib import Path

import pytest

from tests.book.register.test_register import forward, month
from tests.book.samples import action, meeting, with_entry
from tui.book.draft import read_draft
from tui.book.folder import Book
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.opened import OpenMeeting, create_meeting, open_meeting
from tui.errors import BadInput, BookError, MeetingHeld, Refused
from tui.meeting.actions.updating import ActionUpdate
from tui.meeting.model import Action, Due, Kind, Status
from tui.use_cases.update_action import find_uid, update_action

AT = datetime(2019, 9, 2, 9, 30, tzinfo=UTC)
JUNE = month(6, action(1, "Report on it", "A1"), action(2, "Write", "A2"))
UID = f"{JUNE.id}-1"
DONE = ActionUpdate(status=Status.DONE, reason="paid")


@pytest.fixture
def june(tmp_path: Path) -> Path:
    return create_meeting(tmp_path, JUNE)


def stands(path: Path, entry_id: int = 1) -> Action:
    found = read_meeting(path).entry(entry_id).action
    assert found
    return found


def test_an_action_is_updated_in_its_file_with_the_reason(june: Path) -> None:
    updated = update_action(Book(june.parent), UID, DONE, AT)
    assert (updated.path, updated.ref, updated.notice) == (june.resolve(), "A1", "")
    assert updated.message == "A1: done (in the meeting of 27 June 2019): “Report on it”, Monthly Assurance Meeting"
    assert stands(june).status is Status.DONE
    assert stands(june, 2).status is Status.OPEN
    (change,) = read_journal(june).history
    assert (change.what, change.reason, change.at) == ("A1 done", "paid", AT)


def test_one_that_stands_in_several_meetings_is_updated_in_the_latest(june: Path) -> None:
    july = create_meeting(june.parent, month(7, forward(4, JUNE, 1, "B1")))
    before = june.read_bytes()
    assert find_uid(june, "a1") == find_uid(july, "B1") == UID
    updated = update_action(Book(june.parent), UID, ActionUpdate(due="1 October"), AT)
    assert (updated.ref, updated.path) == ("B1", july.resolve())
    assert stands(july, 4).due == Due(words="1 October", date=date(2019, 10, 1))
    assert june.read_bytes() == before


def test_one_settled_in_an_earlier_meeting_than_the_next_made_ahead_is_opened_where_it_was_settled(june: Path) -> None:
    book = Book(june.parent)
    update_action(book, UID, DONE, AT)
    july = create_meeting(june.parent, month(7, forward(4, JUNE, 1, "B1")))
    assert update_action(book, UID, ActionUpdate(status=Status.OPEN), AT).path == june.resolve()
    assert update_action(book, UID, DONE, AT).path == july.resolve()


def test_the_line_that_was_typed_and_not_stored_is_still_there(june: Path) -> None:
    with open_meeting(june) as opened:
        opened.keep_draft("half a line", Kind.NOTE)
    update_action(Book(june.parent), UID, DONE, AT)
    draft = read_draft(june, read_journal(june))
    assert draft
    assert draft.line == "half a line"


def test_a_meeting_that_this_program_has_open_is_changed_there(june: Path) -> None:
    with open_meeting(june) as opened:
        opened.take(with_entry(opened.journal))
        update_action(Book(june.parent), UID, DONE, AT, opened=opened)
        assert [change.what for change in opened.journal.history] == ["note", "A1 done"]
    assert read_meeting(june) == opened.meeting
    assert [change.reason for change in read_journal(june).history] == ["", "paid"]


def test_a_meeting_that_is_held_is_refused_saying_by_whom_and_what_to_do(june: Path) -> None:
    before = june.read_bytes()
    with open_meeting(june), pytest.raises(MeetingHeld) as held:
        update_action(Book(june.parent), UID, DONE, AT, patience=0)
    assert "has it open for writing; type /done A1 there, or try again once it is closed" in str(held.value)
    assert june.read_bytes() == before
    with open_meeting(june), pytest.raises(MeetingHeld, match="change it there, or try again"):
        update_action(Book(june.parent), UID, ActionUpdate(due="1 October"), AT, patience=0)


def test_another_command_that_holds_it_for_a_moment_is_waited_for(june: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom tui.book.opened import open_meeting\n"
        "with open_meeting(Path(sys.argv[1])):\n    print('held', flush=True)\n    sys.stdin.read(1)\n"
    )
    command = [sys.executable, "-c", program, str(june)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(MeetingHeld):
            update_action(Book(june.parent), UID, DONE, AT, patience=0)
        holder.stdin.write("x")
        holder.stdin.flush()
        assert update_action(Book(june.parent), UID, DONE, AT, patience=20).ref == "A1"


def test_a_later_meeting_made_while_waiting_gets_the_update(june: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.use_cases import update_action as updating

    made: list[Path] = []

    def opens(path: Path) -> object:
        if not made:
            made.append(create_meeting(june.parent, month(7, forward(4, JUNE, 1, "B1"))))
        return open_meeting(path)

    monkeypatch.setattr(updating, "open_meeting", opens)
    assert update_action(Book(june.parent), UID, DONE, AT).path == made[0].resolve()
    assert stands(june).status is Status.OPEN


def test_what_changes_nothing_is_refused_and_writes_nothing(june: Path) -> None:
    update_action(Book(june.parent), UID, DONE, AT)
    before = june.read_bytes()
    with pytest.raises(Refused, match="A1 is done already"):
        update_action(Book(june.parent), UID, DONE, AT)
    assert june.read_bytes() == before
    with open_meeting(june):
        pass


def test_an_action_that_is_nowhere_any_more_is_told_of(june: Path) -> None:
    with pytest.raises(BadInput, match="no meeting of the book has this action any more"):
        update_action(Book(june.parent), "f" * 32 + "-9", DONE, AT)
    with pytest.raises(Refused, match=r"2019-06-27-\S+\.json: there is no action A9; there are A1, A2"):
        find_uid(june, "A9")


def test_a_disk_that_refuses_is_told_of(june: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.book.disk import atomic_write as replacing

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    book = Book(june.parent)
    update_action(book, f"{JUNE.id}-2", DONE, AT)
    monkeypatch.setattr(replacing, "_write_aside", full)
    monkeypatch.setattr(OpenMeeting, "close", partialmethod(OpenMeeting.close, 0.3))
    with pytest.raises(BookError, match="the disk is full"):
        update_action(book, UID, DONE, AT)
    monkeypatch.undo()
    assert stands(june).status is Status.OPEN


def test_programs_that_update_one_book_at_once_lose_nothing(tmp_path: Path) -> None:
    june = meeting(date=date(2019, 6, 27), entries=tuple(action(n, f"action {n}", f"A{n}") for n in range(1, 13)))
    path = create_meeting(tmp_path, june)
    program = (
        "import sys\nfrom datetime import UTC, datetime\nfrom pathlib import Path\n"
        "from tui.book.folder import Book\nfrom tui.use_cases.update_action import update_action\n"
        "from tui.meeting.model import Status\nfrom tui.meeting.actions.updating import ActionUpdate\n"
        "for number in range(int(sys.argv[2]), 13, 3):\n"
        "    done = ActionUpdate(status=Status.DONE, reason=f'program {sys.argv[2]}')\n"
        "    update_action(Book(Path(sys.argv[1])), f'{sys.argv[3]}-{number}', done, datetime.now(UTC), patience=60)\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, tmp_path, str(n), june.id]) for n in (1, 2, 3)]
    assert [one.wait(120) for one in running] == [0, 0, 0]
    after = read_journal(path)
    assert {e.action.status for e in after.meeting.entries if e.action} == {Status.DONE}
    assert sorted(change.what for change in after.history) == sorted(f"A{n} done" for n in range(1, 13))
