"""How long a stored entry takes to the disk, beside a bare write, sync and rename of the same bytes."""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path

from tests.benchmarks.meetings import AT, LINES, make_meeting
from tui.book.disk.atomic_write import sync_folder
from tui.book.opened import OpenMeeting, open_meeting
from tui.meeting.capture.capture import enter

ROUNDS = 40
BUDGET = 2.0
"""What the design asks for, of a bare write, sync and rename."""
HELD = 3.5
"""What is held on a machine that other tests keep busy too; the figure is printed."""


def bare_write(path: Path, content: bytes) -> None:
    """Write, sync and rename: without syncing the folder, which the program does as well so that the name lasts."""
    aside = path.with_suffix(".aside")
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def store_one(opened: OpenMeeting, line: str) -> float:
    """Enter a line and wait until it is on the disk; give the seconds."""
    start = time.perf_counter()
    opened.take(enter(opened.journal, line, AT).journal, line="")
    assert opened.flush(30)
    return time.perf_counter() - start


def test_an_entry_is_on_the_disk_soon(tmp_path: Path) -> None:
    path = make_meeting(tmp_path / "book", entries=300)
    own, bare, folder = [], [], []
    with open_meeting(path) as opened:
        for place in range(ROUNDS):
            own.append(store_one(opened, f"{LINES[place % len(LINES)]} again ({place})"))
            content = path.read_bytes()
            start = time.perf_counter()
            bare_write(tmp_path / "bare.json", content)
            bare.append(time.perf_counter() - start)
            start = time.perf_counter()
            sync_folder(tmp_path)
            folder.append(time.perf_counter() - start)
    ratio = statistics.median(own) / statistics.median(bare)
    print(
        f"\nEnter to the disk: {statistics.median(own) * 1000:.2f} ms, {ratio:.2f} of a bare write's"
        f" {statistics.median(bare) * 1000:.2f} ms (asked: {BUDGET}); to sync a folder alone takes"
        f" {statistics.median(folder) * 1000:.2f} ms"
    )
    assert ratio <= HELD
