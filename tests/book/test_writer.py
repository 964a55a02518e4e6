from __future__ import annotations

import errno
import shutil
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from tests.book.samples import PATIENCE, journal_of, with_entry
from tests.book.writing import draft_of, failing, on_disk, writing
from tests.disks import ReadOnly
from tui.book.disk.storage import AtomicStorage
from tui.book.draft import read_draft
from tui.book.meeting_file import read_journal
from tui.book.writer import Writer


class Gate:
    """A disk that waits until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached = threading.Semaphore(0)
        self.open = threading.Event()
        self.writes = 0
        write = AtomicStorage.write

        def gated(storage: AtomicStorage, tables: dict[str, dict[str, object]]) -> None:
            self.writes += 1
            self.reached.release()
            assert self.open.wait(PATIENCE)
            write(storage, tables)

        monkeypatch.setattr(AtomicStorage, "write", gated)


def test_the_newest_state_is_on_the_disk_when_its_revision_is_reported(tmp_path: Path) -> None:
    path, journal = on_disk(tmp_path)
    with writing(path, journal) as (writer, results):
        for count in range(1, 6):
            journal = with_entry(journal)
            writer.submit(journal, draft_of(journal))
            assert results.wait(lambda one, count=count: one.revision == count).error == ""  # type: ignore[misc]
            assert len(read_journal(path).history) == count
    assert writer.saved == 5


def test_what_piles_up_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, journal = on_disk(tmp_path)
    gate = Gate(monkeypatch)
    with writing(path, journal) as (writer, results):
        journal = with_entry(journal)
        writer.submit(journal, draft_of(journal))
        assert gate.reached.acquire(timeout=PATIENCE)
        for _ in range(100):
            journal = with_entry(journal)
            writer.submit(journal, draft_of(journal))
        gate.open.set()
        assert writer.flush(PATIENCE)
        results.wait(lambda one: one.revision == 101)
    assert gate.writes == 2
    assert [one.revision for one in results.all] == [1, 101]
    assert len(read_journal(path).meeting.entries) == 101


def test_handing_over_never_waits_for_the_disk_and_flush_says_when_it_gave_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, journal = on_disk(tmp_path)
    gate = Gate(monkeypatch)
    with writing(path, journal) as (writer, _):
        for _ in range(3):
            journal = with_entry(journal)
            writer.submit(journal, draft_of(journal))
            writer.submit_draft(draft_of(journal, "typing"))
        assert not writer.flush(0.01)
        assert writer.saved == 0
        gate.open.set()
        assert writer.flush(PATIENCE)
        assert writer.saved == 3


def test_every_failure_is_reported_and_the_write_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, journal = on_disk(tmp_path)
    failing(monkeypatch, OSError(errno.ENOSPC, "No space"), OSError(errno.EIO, "I/O"), OSError(errno.EROFS, "ro"))
    with writing(path, journal) as (writer, results):
        journal = with_entry(journal)
        writer.submit(journal, draft_of(journal))
        assert results.wait(lambda one: not one.error).revision == 1
        told = [(one.revision, one.error) for one in results.all]
        assert writer.failure == ""
    wanted = ["the disk is full", "the disk reports a fault", "the disk is read-only"]
    assert told == [*((0, error) for error in wanted), (1, "")]
    assert read_journal(path).meeting == journal.meeting


def test_pauses_grow_to_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, journal = on_disk(tmp_path)
    with writing(path, journal) as (writer, _):
        monkeypatch.setattr(writer, "_pauses", (1, 2, 5))
        monkeypatch.setattr("tui.book.writer.time.monotonic", lambda: 100.0)
        assert [writer._after_failure() for _ in range(5)] == [101, 102, 105, 105, 105]
        monkeypatch.undo()
        writer._failures = 0


def test_an_error_that_is_no_disk_error_does_not_end_the_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, journal = on_disk(tmp_path)
    failing(monkeypatch, MemoryError())  # type: ignore[arg-type]
    with writing(path, journal) as (writer, results):
        journal = with_entry(journal)
        writer.submit(journal, draft_of(journal))
        assert "MemoryError" in results.wait(lambda one: bool(one.error)).error
        assert results.wait(lambda one: not one.error).revision == 1


def test_a_listener_that_fails_or_hands_over_itself_does_no_harm(tmp_path: Path) -> None:
    path, journal = on_disk(tmp_path)
    more = with_entry(with_entry(journal))
    heard: list[int] = []
    done = threading.Event()

    def listen(_: object) -> None:
        heard.append(writer.saved)
        if writer.saved == 1:
            writer.submit(more, draft_of(more))
        else:
            done.set()
        raise ZeroDivisionError

    writer = Writer(path, journal, on_result=listen)
    writer.submit(with_entry(journal), draft_of(journal))
    assert done.wait(PATIENCE)
    assert writer.close()
    assert heard == [1, 2]


def fill(ballast: Path) -> None:
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(b"\0" * 4096):
            pass


def test_a_full_disk_keeps_the_old_file_and_the_write_succeeds_once_there_is_room(small_disk: Path) -> None:
    path, journal = on_disk(small_disk)
    ballast = small_disk / "ballast"
    with writing(path, journal) as (writer, results):
        fill(ballast)
        journal = with_entry(journal, "words " * 2000)
        writer.submit(journal, draft_of(journal))
        writer.submit_draft(draft_of(journal, "typing " * 1000))
        assert results.wait(lambda one: bool(one.error)).error == "the disk is full"
        assert len(read_journal(path).history) == 0
        ballast.unlink()
        assert results.wait(lambda one: not one.error and one.revision == 1)
        assert writer.flush(PATIENCE)
        assert read_draft(path, journal) == draft_of(journal, "typing " * 1000)
    assert read_journal(path).meeting == journal.meeting
    assert not list(small_disk.glob("*.tmp-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_a_file_that_may_not_grow_keeps_its_old_words(tmp_path: Path) -> None:
    import resource

    path, journal = on_disk(tmp_path)
    before = path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    journal = with_entry(journal, "words " * 4000)
    with writing(path, journal_of()) as (writer, results):
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
            writer.submit(journal, draft_of(journal))
            assert results.wait(lambda one: bool(one.error)).error == "the file is larger than the system allows"
            assert path.read_bytes() == before
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, handler)
        results.wait(lambda one: one.revision == 1)


def test_a_folder_that_becomes_read_only_is_reported_until_it_is_not(read_only: ReadOnly) -> None:
    path, journal = on_disk(read_only.folder)
    with writing(path, journal) as (writer, results):
        read_only.begin()
        journal = with_entry(journal)
        writer.submit(journal, draft_of(journal))
        assert results.wait(lambda one: bool(one.error)).error in ("the disk is read-only", "you may not write there")
        read_only.end()
        results.wait(lambda one: one.revision == 1 and not one.error)


def test_a_folder_that_goes_away_is_reported_and_another_place_takes_all(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    path, journal = on_disk(tmp_path / "stick")
    other = tmp_path / "other.json"
    with writing(path, journal) as (writer, results):
        shutil.rmtree(tmp_path / "stick")
        for _ in range(3):
            journal = with_entry(journal)
            writer.submit(journal, draft_of(journal, "typing"))
        assert results.wait(lambda one: bool(one.error)).error == "the folder is gone"
        writer.redirect(other)
        assert results.wait(lambda one: one.path == other and not one.error).revision == 3
        assert writer.flush(PATIENCE)
        assert read_draft(other, journal) == draft_of(journal, "typing")
    assert read_journal(other).meeting == journal.meeting
    assert not (tmp_path / "stick").exists()


def test_redirecting_during_a_write_still_brings_all_to_the_new_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, journal = on_disk(tmp_path)
    other = tmp_path / "other.json"
    gate = Gate(monkeypatch)
    with writing(path, journal) as (writer, results):
        journal = with_entry(journal)
        writer.submit(journal, draft_of(journal))
        assert gate.reached.acquire(timeout=PATIENCE)
        writer.redirect(other)
        gate.open.set()
        assert results.wait(lambda one: one.path == other).revision == 1
    assert read_journal(other).meeting == journal.meeting


def test_closing_brings_everything_to_the_disk_and_ends_the_thread(tmp_path: Path) -> None:
    path, journal = on_disk(tmp_path)
    writer = Writer(path, journal)
    journal = with_entry(journal)
    writer.submit(journal, draft_of(journal))
    writer.submit_draft(draft_of(journal, "typing"))
    assert writer.close()
    assert not writer._thread.is_alive()
    assert read_journal(path).meeting == journal.meeting
    assert read_draft(path, journal) == draft_of(journal, "typing")
    with pytest.raises(RuntimeError):
        writer.submit_draft(draft_of(journal))


def test_no_wake_up_is_lost_between_many_small_changes(tmp_path: Path) -> None:
    path, journal = on_disk(tmp_path)
    with writing(path, journal) as (writer, _):
        for count in range(1, 151):
            writer.submit_draft(draft_of(journal, f"line {count}"))
            if count % 3 == 0:
                journal = with_entry(journal)
                writer.submit(journal, draft_of(journal))
            if count % 10 == 0:
                assert writer.flush(PATIENCE)
                assert writer.saved == len(journal.history)
    assert len(read_journal(path).history) == 50
