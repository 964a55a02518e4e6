from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path

import msgspec
import pytest

from tests.book.samples import START, Results, entry, meeting, stepped, with_entry
from tests.disks import ReadOnly
from tui.book.disk import lock as lock_module
from tui.book.disk.lock import Holder, holder_of, lock_meeting
from tui.book.draft import TypedLine, draft_path, read_draft, write_draft
from tui.book.meeting_file import read_journal
from tui.book.opened import create_meeting, open_meeting
from tui.errors import BadInput, BookError, MeetingHeld
from tui.meeting.history.journal import undo
from tui.meeting.model import Kind


def test_changes_and_their_undoing_survive_closing(tmp_path: Path) -> None:
    path = create_meeting(tmp_path, meeting())
    results = Results()
    with open_meeting(path, on_saved=results) as opened:
        assert (opened.revision, opened.saved_revision, opened.draft, opened.notice) == (0, 0, None, "")
        opened.take(with_entry(with_entry(opened.journal)))
        assert opened.flush()
        assert opened.saved_revision == 2
        results.wait(lambda one: one.revision == 2)
    with open_meeting(path) as opened:
        opened.take(undo(opened.journal, START))
    assert [one.text for one in read_journal(path).meeting.entries] == ["line 1"]


def test_a_reader_takes_no_lock_and_changes_nothing(tmp_path: Path) -> None:
    path = create_meeting(tmp_path, meeting())
    before = sorted(tmp_path.iterdir())
    with open_meeting(path, writable=False) as opened:
        assert not opened.writable
        with pytest.raises(BookError, match="for reading only"):
            opened.take(with_entry(opened.journal))
        with pytest.raises(BookError, match="for reading only"):
            opened.keep_draft("typing", Kind.NOTE)
        assert opened.flush()
    assert sorted(tmp_path.iterdir()) == before


def test_the_typed_line_comes_back_until_it_is_stored(tmp_path: Path) -> None:
    path = create_meeting(tmp_path, meeting())
    with open_meeting(path) as opened:
        opened.keep_draft("half a li", Kind.ACTION)
        opened.take(stepped(opened.journal))
    with open_meeting(path) as opened:
        assert opened.draft is not None
        assert (opened.draft.line, opened.draft.kind) == ("half a li", Kind.ACTION)
        opened.take(with_entry(opened.journal), line="")
    with open_meeting(path) as opened:
        assert opened.draft is None
    assert not draft_path(path).exists()


def test_a_draft_that_the_last_change_has_stored_is_removed_at_opening(tmp_path: Path) -> None:
    path = create_meeting(tmp_path, meeting())
    with open_meeting(path) as opened:
        opened.take(with_entry(opened.journal))
    write_draft(path, TypedLine(meeting="a" * 32, after=0, line="line 1"))
    with open_meeting(path) as opened:
        assert opened.draft is None
        assert not draft_path(path).exists()


def test_a_draft_written_for_a_change_that_a_kill_kept_off_the_disk_does_not_outlive_the_next(tmp_path: Path) -> None:
    path = create_meeting(tmp_path, meeting())
    write_draft(path, TypedLine(meeting="a" * 32, after=1, line="line 1"))
    with open_meeting(path) as opened:
        assert opened.draft is not None
        before_the_draft_goes = with_entry(opened.journal, opened.draft.line)
        assert read_draft(path, opened.journal) == opened.draft
        assert read_draft(path, before_the_draft_goes) is None


def test_closing_says_when_the_last_changes_are_not_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = create_meeting(tmp_path, meeting())
    opened = open_meeting(path)
    monkeypatch.setattr(type(opened), "close", lambda _: False)
    with pytest.raises(BookError, match="the last changes are not on the disk"), opened:
        pass
    monkeypatch.undo()
    assert opened.close()
    assert opened.close()


def test_one_program_cannot_open_a_meeting_for_writing_twice_even_by_a_link(tmp_path: Path) -> None:
    path = create_meeting(tmp_path, meeting())
    link = tmp_path / "link.json"
    link.symlink_to(path)
    with open_meeting(path):
        for name in (path, link):
            with pytest.raises(MeetingHeld, match="has it open for writing"):
                open_meeting(name)
    with open_meeting(link) as opened:
        opened.take(with_entry(opened.journal))
    assert link.is_symlink()
    assert len(read_journal(path).history) == 1


def test_a_meeting_saved_elsewhere_goes_on_there_and_the_old_file_stays(tmp_path: Path) -> None:
    path = create_meeting(tmp_path, meeting())
    other = tmp_path / "elsewhere.json"
    with open_meeting(path) as opened:
        opened.take(with_entry(opened.journal))
        assert opened.flush()
        with pytest.raises(BadInput, match="there is a file of that name"):
            opened.save_elsewhere(path)
        opened.save_elsewhere(other)
        opened.take(with_entry(opened.journal))
        assert opened.flush()
        with pytest.raises(MeetingHeld):
            open_meeting(other)
    assert len(read_journal(path).history) == 1
    assert len(read_journal(other).history) == 2


def test_a_read_only_folder_says_so_and_can_still_be_read(read_only: ReadOnly) -> None:
    path = create_meeting(read_only.folder, meeting())
    read_only.begin()
    with pytest.raises(BookError, match="read-only") as raised:
        open_meeting(path)
    assert raised.value.exit_status == 3
    assert raised.value.hint
    with pytest.raises(BookError, match="cannot be written"):
        create_meeting(read_only.folder, meeting(date=date(2020, 1, 1)))
    assert open_meeting(path, writable=False).meeting == meeting()
    read_only.end()
    assert [one.name for one in read_only.folder.iterdir()] == [path.name]


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = create_meeting(tmp_path, meeting())
    path.chmod(0o400)
    # No mode stops root, who is told that all may be written.
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    with pytest.raises(BookError, match="its file is read-only"):
        open_meeting(path)


def test_a_meeting_that_is_not_there_leaves_no_lock_behind(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="there is no such meeting"):
        open_meeting(tmp_path / "none.json")
    assert list(tmp_path.iterdir()) == []


def test_a_meeting_that_cannot_be_opened_is_given_free(tmp_path: Path) -> None:
    path = tmp_path / "letter.json"
    path.write_text("Dear all")
    for _ in range(2):
        with pytest.raises(BookError, match="this is not JSON"):
            open_meeting(path)


def test_creating_names_the_file_and_never_overwrites_one(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "book"
    path = create_meeting(folder, meeting())
    assert path.name == "2019-08-27-monthly-assurance-meeting.json"
    before = path.read_bytes()
    with pytest.raises(BadInput, match="already") as raised:
        create_meeting(folder, meeting(title="Another", entries=(entry(1),)))
    assert path.name in str(raised.value)
    assert path.read_bytes() == before
    assert [one.name for one in folder.iterdir()] == [path.name]
    if sys.platform != "win32":
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_holder_that_has_ended_counts_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = create_meeting(tmp_path, meeting())
    lock = lock_meeting(path)
    holder = holder_of(path)
    assert holder is not None
    assert (holder.pid, str(holder.pid) in str(holder)) == (os.getpid(), True)
    note = tmp_path / f".{path.name}.holder.json"
    elsewhere = Holder(user="anna", host="another", pid=1, since=datetime(2019, 8, 27, 10, 42))
    note.write_bytes(msgspec.json.encode(elsewhere))
    assert str(holder_of(path)) == "anna on another since 10:42 on 2019-08-27 (process 1)"
    note.write_bytes(b"{")
    assert holder_of(path) is None
    with pytest.raises(MeetingHeld, match="another program has it open"):
        lock_meeting(path)
    note.write_bytes(msgspec.json.encode(holder))
    monkeypatch.setattr(lock_module, "runs", lambda _: False)
    assert holder_of(path) is None
    lock.release()
    lock.release()
    assert not note.exists()
