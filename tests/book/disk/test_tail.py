"""What is entered goes to the tail of the meeting's file first, and nothing that a file alone keeps is lost by that."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.book.samples import PATIENCE, START, entry, meeting, with_entry
from tui.book.disk import tail as tail_module
from tui.book.disk.tail import read_tail
from tui.book.disk.tail_file import tail_path
from tui.book.folder import Book
from tui.book.following import Following
from tui.book.keeping.sealing import seal
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.opened import OpenMeeting, create_meeting, open_meeting
from tui.book.register import kept_index
from tui.book.register.summaries import summaries
from tui.book.shelf.bin import delete_meeting, restore_deleted
from tui.book.writer import Writer
from tui.meeting.approval.approving import approve, withdraw
from tui.meeting.history.journal import Journal, commit, redo, undo
from tui.meeting.model import Approval, Meeting


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return create_meeting(tmp_path / "book", meeting())


@pytest.fixture(autouse=True)
def folded_at_close_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    fold_after(monkeypatch, PATIENCE)


@pytest.fixture
def opened(path: Path) -> Iterator[OpenMeeting]:
    """A meeting of which three lines were entered: the first is in its file, the others in its tail."""
    with open_meeting(path) as opened:
        for words in ("one", "two", "three"):
            save(opened, with_entry(opened.journal, words))
        assert in_file(path) == ["one"]
        yield opened


def fold_after(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    monkeypatch.setitem(Writer.__init__.__kwdefaults__ or {}, "fold_pause", seconds)


def save(opened: OpenMeeting, journal: Journal) -> None:
    opened.take(journal, line="")
    assert opened.flush()
    assert opened.failure == ""


def killed(path: Path) -> Path:
    """Return the meeting as a kill leaves it at this moment, in another folder."""
    left = path.parent.with_name("left")
    shutil.copytree(path.parent, left)
    return left / path.name


def in_file(path: Path) -> list[str]:
    """Return what the file alone tells, as a program sees it that knows of no tail."""
    alone = path.parent.with_name("alone") / path.name
    alone.parent.mkdir(exist_ok=True)
    shutil.copy(path, alone)
    return texts(read_meeting(alone))


def entitled(journal: Journal, title: str) -> Journal:
    return commit(journal, replace(journal.meeting, title=title), "title", START)


def texts(meeting: Meeting) -> list[str]:
    return [one.text for one in meeting.entries]


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_what_is_in_the_tail_alone_is_there_for_whoever_reads_and_after_a_kill(path: Path, opened: OpenMeeting) -> None:
    assert read_journal(path) == opened.journal
    assert texts(read_meeting(path)) == ["one", "two", "three"]
    left = killed(path)
    with open_meeting(left) as again:
        assert (again.journal, again.notices) == (opened.journal, ())
        save(again, undo(again.journal, START))
    assert in_file(left) == ["one", "two"]
    assert not tail_path(left).exists()


def test_closing_leaves_the_file_whole_and_no_tail(path: Path) -> None:
    with open_meeting(path) as opened:
        for words in ("one", "two"):
            save(opened, with_entry(opened.journal, words))
    assert in_file(path) == ["one", "two"]
    assert not tail_path(path).exists()
    assert read_journal(path) == opened.journal


def test_the_file_is_whole_soon_after_the_last_line_and_the_next_line_finds_a_tail(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fold_after(monkeypatch, 0.01)
    with open_meeting(path) as opened:
        for count in range(1, 5):
            save(opened, with_entry(opened.journal))
            until(lambda count=count: len(in_file(path)) == count)  # type: ignore[misc]
        until(lambda: (tail := read_tail(path)) is not None and not tail.changes)
        assert read_journal(path) == opened.journal


@pytest.mark.parametrize("harm", ["cut", "flipped", "zeros"])
def test_a_tail_that_is_torn_or_hit_anywhere_gives_the_changes_before_that_place(
    path: Path, opened: OpenMeeting, harm: str
) -> None:
    left = killed(path)
    content = tail_path(left).read_bytes()
    ends = [place for place, byte in enumerate(content, 1) if byte == ord("\n")]
    for place in range(len(content)):
        rest = {"cut": b"", "flipped": bytes([content[place] ^ 4]) + content[place + 1 :]}
        tail_path(left).write_bytes(content[:place] + rest.get(harm, b"\0" * (len(content) - place)))
        whole = sum(end <= place for end in ends)
        assert texts(read_meeting(left)) == ["one", "two", "three"][: max(whole, 1)], place


def test_a_tail_whose_changes_the_file_has_already_says_nothing_new(path: Path, opened: OpenMeeting) -> None:
    tail = tail_path(path).read_bytes()
    opened.close()
    tail_path(path).write_bytes(tail)
    assert read_journal(path) == opened.journal
    with open_meeting(path) as again:
        assert (again.journal, again.notices) == (opened.journal, ())
        assert not tail_path(path).exists()


def test_a_version_that_another_program_puts_in_place_is_kept_and_the_file_written_whole(
    path: Path, opened: OpenMeeting
) -> None:
    other = with_entry(Journal(meeting=meeting()), "from elsewhere")
    content = other_version(path, other)
    path.write_bytes(content)
    save(opened, with_entry(opened.journal, "four"))
    assert in_file(path) == ["one", "two", "three", "four"]
    assert [one.read_bytes() for one in opened.kept] == [content]


def other_version(path: Path, journal: Journal) -> bytes:
    made = create_meeting(path.parent.with_name("other"), journal.meeting)
    with open_meeting(made) as opened:
        opened.take(commit(journal, replace(journal.meeting, title="Another"), "title", START))
    return made.read_bytes()


def test_changes_that_another_version_of_the_file_does_not_have_are_kept_and_told_of(
    path: Path, opened: OpenMeeting
) -> None:
    left = killed(path)
    left.write_bytes(other_version(path, with_entry(Journal(meeting=meeting()), "from elsewhere")))
    assert texts(read_meeting(left)) == ["from elsewhere"]
    with open_meeting(left) as again:
        assert again.aside is not None
        assert again.notices == (
            f"the file is another version than was kept last: what it lacks is in {again.aside.name}",
        )
        assert texts(again.meeting) == ["from elsewhere"]
    assert "three" in again.aside.read_text(encoding="utf-8")
    assert not tail_path(left).exists()


def test_approved_notes_have_no_tail_for_their_chain_has_a_link_for_each_write(path: Path, opened: OpenMeeting) -> None:
    save(opened, approve(opened.journal, Approval(by="John Campion", at=START), START))
    assert in_file(path) == ["one", "two", "three"]
    assert not tail_path(path).exists()
    save(opened, withdraw(opened.journal, START))
    save(opened, with_entry(opened.journal, "four"))
    assert in_file(path) == ["one", "two", "three", "four"]


def test_sealing_leaves_no_tail_with_words_that_are_given_up(path: Path, opened: OpenMeeting) -> None:
    tail = tail_path(path).read_bytes()
    save(opened, approve(opened.journal, Approval(by="John Campion", at=START), START))
    opened.close()
    tail_path(path).write_bytes(tail)
    seal(path, "Jo Lee", START)
    assert not tail_path(path).exists()


@pytest.mark.parametrize("call", ["fsync", "open"])
def test_where_the_tail_cannot_be_written_the_file_is(
    path: Path, opened: OpenMeeting, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    real = getattr(os, call)

    def failing(given: object, *rest: object, **more: object) -> object:
        if str(given).endswith(".tail") or (isinstance(given, int) and os.fstat(given).st_size == size):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(given, *rest, **more)

    journal = with_entry(opened.journal, "four")
    line = tail_module._ENCODER.encode(journal.history[-1])
    size = tail_path(path).stat().st_size + len(line) + 10
    monkeypatch.setattr(f"tui.book.disk.tail.os.{call}", failing)
    save(opened, journal)
    monkeypatch.undo()
    assert in_file(path) == ["one", "two", "three", "four"]
    save(opened, with_entry(opened.journal, "five"))
    assert read_journal(path) == opened.journal


def test_a_tail_that_somebody_has_removed_is_begun_anew_from_a_whole_file(path: Path, opened: OpenMeeting) -> None:
    tail_path(path).unlink()
    save(opened, with_entry(opened.journal, "four"))
    assert in_file(path) == ["one", "two", "three", "four"]


def test_what_the_tail_would_tell_amiss_is_written_whole(path: Path, opened: OpenMeeting) -> None:
    save(opened, with_entry(opened.journal, "half a pair: \ud800"))
    assert in_file(path)[-1] == "half a pair: ?"
    untold = replace(opened.journal, meeting=replace(opened.meeting, title="Told by no change"))
    told = commit(untold, replace(untold.meeting, entries=(*untold.meeting.entries, entry(9, "nine"))), "note", START)
    save(opened, told)
    assert in_file(path)[-1] == "nine"
    assert read_meeting(path).title == "Told by no change"


def test_undo_redo_and_moving_about_come_back_from_the_tail_as_they_were(path: Path, opened: OpenMeeting) -> None:
    at = START + timedelta(minutes=1)
    save(opened, undo(opened.journal, at))
    save(opened, redo(opened.journal, at))
    turned = replace(opened.meeting, entries=opened.meeting.entries[::-1], sections=opened.meeting.sections[1:])
    moved = tuple(replace(one, section=2) for one in turned.entries)
    save(opened, commit(opened.journal, replace(turned, entries=moved), "move", at))
    assert in_file(path) == ["one"]
    assert read_journal(path) == opened.journal


def test_a_meeting_is_deleted_and_brought_back_with_what_its_tail_alone_tells(path: Path, opened: OpenMeeting) -> None:
    left = killed(path)
    gone = delete_meeting(left, START)
    assert in_file(gone) == ["one", "two", "three"]
    assert not tail_path(left).exists()
    assert texts(read_meeting(restore_deleted(Book(left.parent), None))) == ["one", "two", "three"]


def test_the_register_the_book_and_who_follows_hear_of_what_the_tail_tells(
    path: Path, opened: OpenMeeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_index, "time_ns", lambda: time.time_ns() + 10**11)
    book = Book(path.parent)
    following = Following(path, internal=True)
    for title in ("Four", "Five"):
        save(opened, entitled(opened.journal, title))
        assert [read.meeting.title for read in book.read() if read.meeting] == [title]
        assert [one.title for one in summaries(book)] == [title]
        assert following.look()
        assert following.snapshot.meeting.title == title
    opened.close()
    assert [one.title for one in summaries(book)] == ["Five"]


def test_a_damaged_file_is_recovered_with_what_its_tail_tells(path: Path, opened: OpenMeeting) -> None:
    left = killed(path)
    content = left.read_bytes()
    left.write_bytes(content.replace(b'"text":"one"', b'"text":"onx"', 1))
    with open_meeting(left) as again:
        assert again.recovered is not None
        assert texts(again.meeting) == ["one", "two", "three"]
    assert texts(read_meeting(left)) == ["one", "two", "three"]
    assert not tail_path(left).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes and links")
@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_who_may_read_the_meeting_may_read_its_tail_and_nobody_else(path: Path, mode: int) -> None:
    path.chmod(mode)
    with open_meeting(path) as opened:
        for words in ("one", "two"):
            save(opened, with_entry(opened.journal, words))
        assert stat.S_IMODE(tail_path(path).stat().st_mode) == mode


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes and links")
def test_the_tail_of_a_meeting_that_is_reached_by_a_link_is_read(
    path: Path, opened: OpenMeeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_index, "time_ns", lambda: time.time_ns() + 10**11)
    link = path.parent.with_name("shared") / path.name
    link.parent.mkdir()
    link.symlink_to(path)
    assert texts(read_meeting(link)) == ["one", "two", "three"]
    book = Book(link.parent)
    for title in ("Four", "Five"):
        save(opened, entitled(opened.journal, title))
        assert [one.title for one in summaries(book)] == [title]
