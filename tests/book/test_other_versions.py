"""What another program puts in the place of a meeting that is open."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.book.samples import Results, meeting, with_entry
from tui.book.meeting_file import read_journal
from tui.book.opened import create_meeting, open_meeting


def put_in_place(path: Path, content: bytes) -> None:
    """Replace a file as a program does that brings folders into step."""
    aside = path.with_name(".sync")
    aside.write_bytes(content)
    aside.replace(path)


def written_in_place(path: Path, content: bytes) -> None:
    path.write_bytes(content)


@pytest.mark.parametrize("put", [put_in_place, written_in_place])
@pytest.mark.parametrize("saved_before", [True, False])
def test_another_version_is_kept_beside_the_meeting_and_told(tmp_path: Path, put: object, saved_before: bool) -> None:
    assert callable(put)
    path = create_meeting(tmp_path, meeting())
    with open_meeting(path) as other:
        other.take(with_entry(other.journal, "theirs"))
    theirs = path.read_bytes()
    results = Results()
    with open_meeting(path, on_saved=results) as opened:
        if saved_before:
            opened.take(with_entry(opened.journal, "ours first"))
            assert opened.flush()
        put(path, theirs + b"\n")
        opened.take(with_entry(opened.journal, "ours"))
        assert opened.flush()
        (kept,) = opened.kept
        assert results.wait(lambda one: bool(one.kept)).kept == (kept,)
        opened.take(with_entry(opened.journal, "ours too"))
        assert opened.flush()
        assert opened.kept == (kept,)
    assert kept.read_bytes() == theirs + b"\n"
    assert kept.name.startswith(f"{path.stem}.other-")
    assert [entry.text for entry in read_journal(path).meeting.entries][-2:] == ["ours", "ours too"]


def test_a_file_that_only_looks_new_is_no_other_version(tmp_path: Path) -> None:
    path = create_meeting(tmp_path, meeting())
    with open_meeting(path) as opened:
        for number in range(3):
            if number == 1:
                os.utime(path, ns=(1, 1))
            if number == 2:
                shutil.copy2(path, tmp_path / "copy")
                (tmp_path / "copy").replace(path)
            opened.take(with_entry(opened.journal))
            assert opened.flush()
        assert opened.kept == ()


def test_where_it_cannot_be_kept_the_other_version_stays_and_the_failure_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = create_meeting(tmp_path, meeting())
    results = Results()
    opened = open_meeting(path, on_saved=results)
    put_in_place(path, b"theirs")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui.book.disk.atomic_write.keep_copy", full)
    opened.take(with_entry(opened.journal, "ours"))
    results.wait(lambda one: one.error == "the disk is full")
    assert path.read_bytes() == b"theirs"
    monkeypatch.undo()
    assert opened.close()
    assert [kept.read_bytes() for kept in opened.kept] == [b"theirs"]
