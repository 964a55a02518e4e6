from __future__ import annotations

import errno
import os
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where

from tui.book.disk.atomic_write import create_file, in_words, replace_file
from tui.book.disk.storage import AtomicStorage

TABLES: dict[str, dict[str, Any]] = {
    "zebra": {"2": {"word": "b"}, "1": {"word": "a"}},
    "ant": {"1": {"deep": {"x": [1, None, "é\n\0"]}}},
}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_what_was_written_is_read_in_the_same_order(tmp_path: Path) -> None:
    storage = AtomicStorage(tmp_path / "book.json")
    assert storage.read() is None
    storage.write(TABLES)
    read = AtomicStorage(tmp_path / "book.json").read()
    assert read == TABLES
    assert read is not None
    assert list(read) == ["zebra", "ant"]
    assert list(read["zebra"]) == ["2", "1"]


def test_tinydb_works_over_it_and_plain_tinydb_reads_the_file(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    with TinyDB(path, storage=AtomicStorage) as book:
        book.table("entries").insert_multiple({"word": word} for word in ("a", "b", "c"))
        book.table("entries").update({"word": "changed"}, where("word") == "b")
        book.table("entries").remove(where("word") == "c")
    with TinyDB(path) as plain:
        assert [row["word"] for row in plain.table("entries")] == ["a", "changed"]
        plain.table("entries").insert({"word": "by hand"})
    with TinyDB(path, storage=AtomicStorage) as book:
        assert [row["word"] for row in book.table("entries").all()] == ["a", "changed", "by hand"]


def test_a_row_changed_in_place_is_written_as_it_is_now(tmp_path: Path) -> None:
    storage = AtomicStorage(tmp_path / "book.json")
    row = {"word": "old"}
    storage.write({"entries": {"1": row}})
    row["word"] = "new"
    storage.write({"entries": {"1": row}})
    assert storage.read() == {"entries": {"1": {"word": "new"}}}


def test_half_a_surrogate_pair_does_not_keep_a_row_off_the_disk(tmp_path: Path) -> None:
    storage = AtomicStorage(tmp_path / "book.json")
    storage.write({"entries": {"1": {"word": "a\ud800b"}, "2": {"word": "é"}}})
    assert storage.read() == {"entries": {"1": {"word": "a?b"}, "2": {"word": "é"}}}


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "book.json"
    storage = AtomicStorage(path)
    storage.write(TABLES)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tui.book.disk.atomic_write.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        storage.write({"entries": {}})
    monkeypatch.undo()
    assert storage.read() == TABLES
    assert names(tmp_path) == {"book.json"}


def test_leftovers_of_a_killed_program_are_removed_at_opening_and_others_kept(tmp_path: Path) -> None:
    for name in (".book.json.tmp-1-ab", ".book.json.draft.json.tmp-1-ab", ".other.json.tmp-1-ab", ".book.json.lock"):
        (tmp_path / name).touch()
    AtomicStorage(tmp_path / "book.json")
    assert names(tmp_path) == {".other.json.tmp-1-ab", ".book.json.lock"}


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes and links")
def test_mode_is_kept_and_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    target = tmp_path / "away" / "target.json"
    link = tmp_path / "link.json"
    link.symlink_to(target)
    storage = AtomicStorage(link)
    storage.write(TABLES)
    target.chmod(0o640)
    storage.write({"entries": {}})
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert names(tmp_path / "away") == {"target.json", ".copies"}
    assert names(tmp_path) == {"away", "link.json"}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no folder to sync")
def test_file_and_folder_are_synced_in_that_order_around_the_renaming(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def note_sync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def note_replace(path: Path, target: Path) -> Any:
        steps.append("rename")
        return replace(path, target)

    monkeypatch.setattr("tui.book.disk.atomic_write.os.fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_replace)
    replace_file(tmp_path / "file", b"words")
    assert steps == ["file", "rename", "folder"]


def test_creating_never_overwrites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    create_file(path, b"first")
    with pytest.raises(FileExistsError):
        create_file(path, b"second")

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "this file system has no links")

    monkeypatch.setattr("tui.book.disk.atomic_write.os.link", no_links)
    with pytest.raises(FileExistsError):
        create_file(path, b"third")
    create_file(tmp_path / "other", b"fourth")
    assert path.read_bytes() == b"first"
    assert (tmp_path / "other").read_bytes() == b"fourth"
    assert names(tmp_path) == {"file", "other"}


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "the disk is read-only")]
)
def test_a_failure_is_said_in_plain_words(number: int, words: str) -> None:
    assert in_words(OSError(number, "Errno words")) == words
    assert in_words(OSError(errno.EBUSY, "Device or resource busy")) == "device or resource busy"


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such pipes")
def test_what_is_no_file_is_written_into_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(BrokenPipeError, match="nobody reads from it"):
        replace_file(pipe, b"words")
    with ThreadPoolExecutor(1) as other:
        read = other.submit(pipe.read_bytes)
        while not read.done():
            with suppress(BrokenPipeError):
                replace_file(pipe, b"words" * 100_000)
                break
        assert read.result() == b"words" * 100_000
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert names(tmp_path) == {"pipe"}
