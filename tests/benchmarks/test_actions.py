"""How long `actions --open` takes over a book of a thousand meetings, the first time and from then on."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from tests.benchmarks.meetings import AT, LINES, make_journal
from tests.terminal.harness import Terminal
from tui.book.disk.storage import encode_tables
from tui.book.meeting_file import tables_of
from tui.book.register.index_file import NAME
from tui.meeting.capture.capture import enter

MEETINGS, ENTRIES = 1000, 100
COLD, WARM = 10.0, 0.5
"""Seconds that the design asks for, of a whole process on a machine that does nothing else."""
ROUNDS = 7
RARE = "zebra"
"""A word that stands in one meeting of the book."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a book of a thousand weekly meetings with a hundred entries each, written a while ago."""
    return large_book(tmp_path_factory.mktemp("book"))


def large_book(folder: Path, lines: Sequence[str] = LINES, meetings: int = MEETINGS) -> Path:
    """Make a book of a thousand meetings, or as many as are asked for, with a hundred entries each in a folder."""
    folder.mkdir(exist_ok=True)
    journal = make_journal(ENTRIES, lines)
    apart = timedelta(days=7 * MEETINGS / meetings)
    for number in range(meetings):
        if number == meetings - 1:
            journal = enter(journal, f"+A {RARE} was seen on the slipway", AT).journal
        meeting = replace(journal.meeting, id=f"{number:032x}", date=date(1990, 1, 1) + number * apart)
        path = folder / f"{meeting.date}-quay-committee.json"
        path.write_bytes(encode_tables(tables_of(replace(journal, meeting=meeting))))
    return folder


class Taken(NamedTuple):
    """Seconds that a run took: of the processor, and by the clock."""

    processor: float
    clock: float


class Listed(NamedTuple):
    """A run of a command that lists something."""

    taken: Taken
    lines: int


def listed(book: Path | str, *command: str) -> Listed:
    """Run a command over a book, to its end."""
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, "-m", "tui", "--book", book, *command], stdout=subprocess.PIPE) as process:
        assert process.stdout
        lines = process.stdout.read().count(b"\n")
        _, process.returncode, usage = os.wait4(process.pid, 0)
    assert process.returncode == 0
    return Listed(Taken(usage.ru_utime + usage.ru_stime, time.perf_counter() - start), lines)


def run(book: Path) -> Taken:
    taken, lines = listed(book, "actions", "--open")
    assert lines == MEETINGS * ENTRIES // 5 + 1
    return taken


def settled(book: Path) -> None:
    """Wait until the files' dates are so far back that reading them once is enough."""
    newest = max(path.stat().st_ctime for path in book.glob("*.json"))
    while time.time() < newest + 2.1:
        time.sleep(0.1)


def test_the_register_of_a_large_book_is_quick_once_it_was_read(book: Path) -> None:
    settled(book)
    cold = run(book)
    warm = min(run(book) for _ in range(ROUNDS))
    for name, taken, asked in (("cold", cold, COLD), ("warm", warm, WARM)):
        print(
            f"\n{name}: {taken.processor:.2f} s of the processor, {taken.clock:.2f} s by the clock (asked: {asked} s)"
        )
    # The machine may be busy with other tests, which the clock would count too.
    assert cold.processor < COLD
    assert warm.processor < WARM


def test_the_first_time_a_bar_says_how_far_it_is(book: Path, tmp_path: Path) -> None:
    (book / NAME).unlink(missing_ok=True)
    command: list[str | Path] = [sys.executable, "-m", "tui", "--book", book, "actions", "--owner", "nobody"]
    with Terminal(command, home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 0
        terminal.wait_for("No actions.")
        assert b"Reading the meetings [" in terminal.output
        assert f" of {MEETINGS}".encode() in terminal.output
        assert "Reading" not in terminal.text
