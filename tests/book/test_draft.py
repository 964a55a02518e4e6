"""The line that is typed and not stored survives a kill at any point, once."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.book.samples import PATIENCE, stepped, with_entry
from tests.book.writing import draft_of, failing, on_disk, writing
from tui.book import writer as writer_module
from tui.book.disk.meeting_on_disk import MeetingOnDisk
from tui.book.disk.storage import AtomicStorage
from tui.book.draft import TypedLine, draft_path, read_draft, write_draft
from tui.book.meeting_file import read_journal
from tui.book.writer import Writer
from tui.meeting.history.journal import Journal
from tui.meeting.model import Kind


def test_a_line_deleted_while_its_draft_is_being_written_does_not_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, journal = on_disk(tmp_path)
    reached, go_on = threading.Event(), threading.Event()

    def slowly(place: Path, draft: TypedLine) -> None:
        reached.set()
        assert go_on.wait(PATIENCE)
        write_draft(place, draft)

    monkeypatch.setattr(writer_module, "write_draft", slowly)
    with writing(path, journal) as (writer, _):
        writer.submit_draft(draft_of(journal, "typed"))
        assert reached.wait(PATIENCE)
        writer.submit_draft(draft_of(journal))
        go_on.set()
        assert writer.flush(PATIENCE)
        assert not draft_path(path).exists()


Step = Callable[[Writer, Journal], Journal]


def typed(line: str) -> Step:
    def step(writer: Writer, journal: Journal) -> Journal:
        writer.submit_draft(draft_of(journal, line))
        return journal

    return step


def stored(line: str, left: str = "") -> Step:
    def step(writer: Writer, journal: Journal) -> Journal:
        journal = with_entry(journal, line)
        writer.submit(journal, draft_of(journal, left))
        return journal

    return step


def moved_on(line: str) -> Step:
    def step(writer: Writer, journal: Journal) -> Journal:
        journal = stepped(journal)
        writer.submit(journal, draft_of(journal, line))
        return journal

    return step


@pytest.mark.parametrize("waits", [True, False], ids=["each step on the disk", "all at once"])
def test_a_kill_at_any_point_neither_loses_nor_doubles_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: bool
) -> None:
    path, journal = on_disk(tmp_path)
    steps = [
        typed("one"),
        moved_on("one"),
        moved_on("one"),
        stored("one"),
        typed("two"),
        moved_on("two"),
        stored("two", "three"),
        moved_on("three"),
        stored("three"),
    ]
    found: list[tuple[list[str], str]] = []

    def look() -> None:
        now = read_journal(path)
        draft = read_draft(path, now)
        found.append(([entry.text for entry in now.meeting.entries], draft.line if draft else ""))

    def then_look(act: Callable[..., None]) -> Callable[..., None]:
        def acting(*arguments: object) -> None:
            act(*arguments)
            look()

        return acting

    monkeypatch.setattr(AtomicStorage, "write", then_look(AtomicStorage.write))
    monkeypatch.setattr(MeetingOnDisk, "write", then_look(MeetingOnDisk.write))
    monkeypatch.setattr(writer_module, "write_draft", then_look(write_draft))
    with writing(path, journal) as (writer, _):
        for step in steps:
            journal = step(writer, journal)
            if waits:
                assert writer.flush(PATIENCE)
    assert found[-1] == (["one", "two", "three"], "")
    reached = 0
    for entries, line in found:
        assert entries == ["one", "two", "three"][: len(entries)]
        assert line not in entries, found
        # Once a line has been kept in either way, it is never in neither.
        assert len(entries) + bool(line) >= reached, found
        reached = max(reached, len(entries) + bool(line)) if waits else len(entries)


def test_a_stepped_over_line_is_kept_first_and_a_stored_ones_draft_removed_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, journal = on_disk(tmp_path)
    done: list[str] = []
    write = MeetingOnDisk.write

    def note_meeting(disk: MeetingOnDisk, journal: Journal) -> None:
        done.append("meeting")
        write(disk, journal)

    def note_draft(place: Path, draft: TypedLine) -> None:
        done.append(f"draft {draft.line}".strip())
        write_draft(place, draft)

    monkeypatch.setattr(MeetingOnDisk, "write", note_meeting)
    monkeypatch.setattr(writer_module, "write_draft", note_draft)
    with writing(path, journal, draft_pause=60) as (writer, _):
        journal = typed("one")(writer, journal)
        assert writer.flush(PATIENCE)
        journal = moved_on("one")(writer, journal)
        assert writer.flush(PATIENCE)
        stored("one")(writer, journal)
        assert writer.flush(PATIENCE)
    assert done == ["draft one", "draft one", "meeting", "meeting", "draft"]


def test_a_draft_is_kept_even_while_the_meeting_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, journal = on_disk(tmp_path)
    failing(monkeypatch, *[OSError(errno.EIO, "I/O")] * 3)
    with writing(path, journal) as (writer, results):
        writer._pauses = (0.01, 0.01, 60)
        journal = stored("one")(writer, journal)
        results.wait(lambda _: len(results.all) >= 3)
        kept = threading.Event()

        def then_tell(place: Path, draft: TypedLine) -> None:
            write_draft(place, draft)
            kept.set()

        monkeypatch.setattr(writer_module, "write_draft", then_tell)
        journal = typed("two")(writer, journal)
        assert kept.wait(PATIENCE)
        assert read_draft(path, read_journal(path)) == draft_of(journal, "two")


def test_a_draft_of_another_meeting_or_from_before_the_last_change_counts_for_nothing(tmp_path: Path) -> None:
    path, journal = on_disk(tmp_path)
    later = with_entry(journal)
    write_draft(path, TypedLine(meeting="b" * 32, after=9, line="not mine"))
    assert read_draft(path, journal) is None
    write_draft(path, TypedLine(meeting=journal.meeting.id, after=0, line="half a \ud800", kind=Kind.ACTION))
    found = read_draft(path, journal)
    assert found is not None
    assert (found.line, found.kind) == ("half a ?", Kind.ACTION)
    assert read_draft(path, later) is None
    draft_path(path).write_bytes(b'{"line": "damaged')
    assert read_draft(path, journal) is None
