"""A writer at work on a small meeting, on disks that fail when told to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.book.samples import PATIENCE, Results, journal_of
from tui.book.disk.storage import AtomicStorage
from tui.book.draft import TypedLine
from tui.book.meeting_file import tables_of
from tui.book.writer import Writer
from tui.meeting.history.journal import Journal

QUICK = (0.01, 0.02)


def draft_of(journal: Journal, line: str = "") -> TypedLine:
    return TypedLine(meeting=journal.meeting.id, after=len(journal.history), line=line)


def on_disk(folder: Path, name: str = "meeting.json") -> tuple[Path, Journal]:
    path = folder / name
    AtomicStorage(path).write(tables_of(journal_of()))
    return path, journal_of()


def failing(monkeypatch: pytest.MonkeyPatch, *errors: OSError) -> None:
    """Make the next writes of a meeting fail."""
    waiting = list(errors)
    write = AtomicStorage.write

    def wrapped(storage: AtomicStorage, tables: dict[str, dict[str, object]]) -> None:
        if waiting:
            raise waiting.pop(0)
        write(storage, tables)

    monkeypatch.setattr(AtomicStorage, "write", wrapped)


@contextmanager
def writing(
    path: Path, journal: Journal, *, draft: TypedLine | None = None, draft_pause: float = 0.0
) -> Iterator[tuple[Writer, Results]]:
    results = Results()
    writer = Writer(path, journal, draft=draft, on_result=results, pauses=QUICK, draft_pause=draft_pause)
    try:
        yield writer, results
    finally:
        writer.close(timeout=PATIENCE)
