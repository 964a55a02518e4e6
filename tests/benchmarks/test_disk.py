"""How long a stored entry takes to the disk, beside a bare write and sync at the end of a file."""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.benchmarks.meetings import AT, LINES, make_meeting
from tui.book.disk.storage import encode_tables
from tui.book.meeting_file import read_journal, tables_of
from tui.book.opened import OpenMeeting, open_meeting
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal

ROUNDS = 40
BUDGETS = {300: 0.006, 20_000: 0.012}
"""Seconds that the design asks for, by the entries of a meeting."""
HELD = 2.5
"""How many times as long is held on a machine that other tests keep busy too; the figure is printed."""


def store_one(opened: OpenMeeting, line: str) -> float:
    """Enter a line and wait until it is on the disk; give the seconds."""
    start = time.perf_counter()
    opened.take(enter(opened.journal, line, AT).journal, line="")
    assert opened.flush(30)
    return time.perf_counter() - start


def large_meeting(folder: Path, entries: int) -> Path:
    """Make a meeting of so many entries without entering each of them."""
    path = make_meeting(folder, entries=300)
    journal = read_journal(path)
    rows, changes = journal.meeting.entries, journal.history
    meeting = replace(journal.meeting, entries=tuple(replace(rows[at % len(rows)], id=at + 1) for at in range(entries)))
    history = tuple(replace(changes[at % len(changes)], id=at + 1) for at in range(entries))
    path.write_bytes(encode_tables(tables_of(Journal(meeting=meeting, history=history))))
    return path


@pytest.mark.parametrize("entries", [300, pytest.param(20_000, marks=pytest.mark.long)])
def test_an_entry_is_on_the_disk_soon(tmp_path: Path, entries: int) -> None:
    path = large_meeting(tmp_path / "book", entries)
    own, appended = [], []
    with open_meeting(path) as opened, (tmp_path / "bare").open("ab") as bare:
        store_one(opened, "The first change of a sitting is written whole")
        for place in range(ROUNDS):
            own.append(store_one(opened, f"{LINES[place % len(LINES)]} again ({place})"))
            start = time.perf_counter()
            bare.write(b"a line of the tail of a meeting's file" * 20)
            bare.flush()
            os.fsync(bare.fileno())
            appended.append(time.perf_counter() - start)
    budget = BUDGETS[entries]
    print(
        f"\nEnter to the disk at {entries:,} entries: {statistics.median(own) * 1000:.2f} ms"
        f" (asked: {budget * 1000:.0f}); a bare append and sync takes {statistics.median(appended) * 1000:.2f} ms"
    )
    assert statistics.median(own) <= HELD * budget


def test_the_file_is_whole_again_when_nobody_types(tmp_path: Path) -> None:
    path = make_meeting(tmp_path / "book", entries=300)
    with open_meeting(path) as opened:
        for place in range(3):
            store_one(opened, f"+a line ({place})")
        deadline = time.monotonic() + 60
        while b"a line (2)" not in path.read_bytes():
            assert time.monotonic() < deadline
            time.sleep(0.01)
