"""Earlier states of a meeting are kept by age as it is saved, and each can be brought back."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from tests.book.samples import START, journal_of, stepped, with_entry
from tests.commands.command_line import minutebook
from tui.book.disk import last_good as kept
from tui.book.disk.last_good import COPIES, copies_folder, keep_last_good, last_good
from tui.book.disk.storage import encode_tables
from tui.book.folder import Book
from tui.book.keeping.verifying import verify
from tui.book.meeting_file import read_journal, read_meeting, tables_of
from tui.book.opened import create_meeting, open_meeting
from tui.book.rescue.restoring import bring_back, earlier_states
from tui.book.shelf.bin import delete_meeting
from tui.errors import BookError
from tui.meeting.approval.approving import approve
from tui.meeting.model import Approval

NOW = datetime(2024, 5, 14, 10, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "2024-05-07 harbour.json"
    path.write_bytes(encode_tables(tables_of(journal_of(3))))
    return path


def add(path: Path, words: str) -> None:
    with open_meeting(path) as opened:
        opened.take(with_entry(opened.journal, words))


def test_the_first_save_after_opening_keeps_what_stood_there(path: Path) -> None:
    before = path.read_bytes()
    add(path, "later")
    _, copy = last_good(path)
    assert copy.path.read_bytes() == before


def test_the_close_keeps_what_was_written_last_whatever_is_written_into_the_file_then(path: Path) -> None:
    for words in ("one", "two", "three"):
        add(path, words)
        newest, *older = last_good(path)
        assert newest.path.read_bytes() == path.read_bytes()
        assert not newest.path.samefile(path)
        assert len(older) == 1, "another one so soon"
    written = path.read_bytes()
    with path.open("r+b") as file:
        file.write(b"written over, in place, by something else")
    assert last_good(path)[0].path.read_bytes() == written


def test_a_meeting_that_was_only_looked_at_gets_no_copy(path: Path) -> None:
    with open_meeting(path):
        pass
    assert last_good(path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_copies_are_read_by_those_who_read_the_meeting(path: Path) -> None:
    path.chmod(0o600)
    add(path, "later")
    assert [stat.S_IMODE(copy.path.stat().st_mode) for copy in last_good(path)] == [0o600, 0o600]
    folders = (copies_folder(path), copies_folder(path).parent)
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in folders] == [0o700, 0o700]


def test_over_months_of_saving_a_few_stay_of_all_ages(path: Path) -> None:
    for minutes in range(0, 60 * 24 * 100, 95):
        now = NOW + timedelta(minutes=minutes)
        os.utime(path, (now.timestamp(), now.timestamp()))
        keep_last_good(path, now)
    for minutes in range(0, 120, 4):
        moment = now + timedelta(minutes=minutes)
        os.utime(path, (moment.timestamp(), moment.timestamp()))
        keep_last_good(path, moment)
    ages = [moment - one.at for one in last_good(path)]
    assert len(ages) <= 9
    assert sum(age < timedelta(hours=1) for age in ages) >= 3
    for least, most in ((1 / 24, 1.1), (1.1, 8), (8, 32), (31, 70)):
        assert any(timedelta(days=least) <= age <= timedelta(days=most) for age in ages), (least, ages)


def test_a_clock_that_was_set_back_keeps_no_copy_from_being_made(path: Path) -> None:
    for moment in (NOW, NOW - timedelta(days=1)):
        os.utime(path, (moment.timestamp(), moment.timestamp()))
        keep_last_good(path, moment)
    assert [one.at for one in last_good(path)] == [NOW, NOW - timedelta(days=1)]


def test_a_copy_that_cannot_be_made_keeps_nothing_from_being_saved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept, "keep_copy", refuses)
    monkeypatch.setattr(kept, "create_file", refuses)
    add(path, "later")
    assert read_meeting(path).entries[-1].text == "later"


def test_what_another_program_put_there_is_no_copy_of_ours(path: Path) -> None:
    with open_meeting(path) as opened:
        path.write_bytes(encode_tables(tables_of(journal_of(9))))
        opened.take(with_entry(opened.journal, "later"))
        opened.flush()
        assert len(opened.kept) == 1
    assert [copy.path.read_bytes() for copy in last_good(path)] == [path.read_bytes()]


def test_an_earlier_state_is_brought_back_and_so_is_what_it_replaced(tmp_path: Path, path: Path) -> None:
    before = read_meeting(path)
    add(path, "later")
    after = read_meeting(path)
    listed = minutebook(tmp_path, "restore", path.stem)
    assert listed.status == 0
    assert "3 entries, 1 not in it yet" in listed.out
    assert minutebook(tmp_path, "restore", path.stem, "--take", "2", "--yes").status == 0
    assert read_meeting(path) == before
    assert read_journal(path).history[-1].what == "restored"
    state = next(one for one in earlier_states(path) if one.meeting == after)
    bring_back(path, state, NOW)
    assert read_meeting(path) == after


@pytest.mark.parametrize("damage", [b"", b"{", b"\0" * 500, None], ids=["emptied", "cut", "zeros", "gone"])
def test_an_earlier_state_is_brought_back_where_nothing_can_be_read(
    tmp_path: Path, path: Path, damage: bytes | None
) -> None:
    add(path, "later")
    before = read_meeting(path)
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
        done = minutebook(tmp_path, "capture", path.stem, stdin="+word\n")
        assert "minutebook restore" in done.err
    done = minutebook(tmp_path, "restore", path.stem, "--take", "1", "--yes")
    assert done.status == 0, done.err
    assert read_meeting(path) == before
    assert len(list(tmp_path.glob("*.damaged-*.json"))) == (damage is not None)


def test_a_restored_state_is_a_link_of_the_chain_like_any_other_write(path: Path) -> None:
    with open_meeting(path) as opened:
        opened.take(approve(opened.journal, Approval(by="Jo Lee", at=START), START))
    add(path, "later")
    links = len(verify(path).links)
    bring_back(path, earlier_states(path)[-1], NOW)
    assert not verify(path).faults
    assert len(verify(path).links) == links + 1


def test_a_damaged_copy_is_refused_and_nothing_is_changed(path: Path) -> None:
    add(path, "later")
    now = path.read_bytes()
    copy = earlier_states(path)[-1]
    copy.path.write_bytes(copy.path.read_bytes().replace(b"line 2", b"line 4"))
    with pytest.raises(BookError, match="damaged"):
        bring_back(path, copy, NOW)
    assert path.read_bytes() == now


def test_copies_follow_a_meeting_into_the_bin_and_are_no_meetings(tmp_path: Path, path: Path) -> None:
    add(path, "later")
    assert [read.path for read in Book(tmp_path).read_all()] == [path]
    target = delete_meeting(path, NOW)
    assert len(last_good(target)) == 2
    assert not (tmp_path / COPIES).exists()
    assert minutebook(tmp_path, "restore-deleted").status == 0
    assert len(last_good(path)) == 2
    assert not target.parent.exists()


def test_a_seal_reaches_the_copies_also_under_a_former_name(tmp_path: Path, path: Path) -> None:
    add(path, "zqremoved")
    with open_meeting(path) as opened:
        opened.take(stepped(opened.journal))
    shutil.copytree(copies_folder(path), tmp_path / COPIES / "former name")
    other = tmp_path / COPIES / "another meeting"
    other.mkdir()
    (other / "20240507-100000Z.json").write_bytes(encode_tables(tables_of(journal_of(2, id="b" * 32))))
    with open_meeting(path) as opened:
        opened.take(approve(opened.journal, Approval(by="Jo Lee", at=START), START))
    assert minutebook(tmp_path, "seal", path.stem, "--yes").status == 0
    assert sorted(file.parent.name for file in (tmp_path / COPIES).rglob("*.json")) == ["another meeting"]
    assert sorted(one.name for one in (tmp_path / COPIES).iterdir()) == ["another meeting"]


@pytest.mark.parametrize("layout", ["without checksums", "of a lower schema"])
def test_a_file_of_an_older_program_is_written_as_today_and_kept_as_it_was(
    tmp_path: Path, layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a migration forward may get wrong can be brought back byte for byte."""
    journal = journal_of(2)
    path = create_meeting(tmp_path, journal.meeting)
    if layout == "without checksums":
        before = json.dumps(msgspec.to_builtins(tables_of(journal), str_keys=True), indent=2).encode()
    else:
        before = encode_tables(tables_of(journal))
        monkeypatch.setattr("tui.book.meeting_file.SCHEMA", 2)
    path.write_bytes(before)
    with open_meeting(path) as opened:
        assert opened.notice == ""
        opened.take(with_entry(opened.journal, "written by a newer program"))
    tables = json.loads(path.read_bytes())
    assert tables["meeting"]["1"]["schema"] == (1 if layout == "without checksums" else 2)
    assert "crc" in tables["meeting"]["1"]
    assert before in [copy.path.read_bytes() for copy in last_good(path)]
    assert read_journal(path).meeting.entries[:2] == journal.meeting.entries
