"""Two writers of one meeting, over lines that are cut, in any order: nothing saved is lost, nothing is doubled."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.book.office.machines import Machine
from tests.book.office.proxy import Proxy
from tests.postgres import Postgres
from tui.book.meeting_file import read_meeting
from tui.book.office import courier, server
from tui.book.office.office import Office
from tui.book.opened import OpenMeeting, create_meeting, open_meeting
from tui.errors import BookError
from tui.meeting.capture.capture import enter
from tui.meeting.model import Meeting

SHORT = 40
"""How many are tried whenever the tests run."""


class Writer:
    """Somebody with a machine, a line to the server and a meeting that may be open."""

    def __init__(self, name: str, folder: Path, postgres: Postgres, database: str) -> None:
        self.name = name
        self.folder = folder
        self.proxy = Proxy(postgres.port)
        self.address = postgres.address(database, port=self.proxy.port)
        self.office: Office | None = None
        self.opened: OpenMeeting | None = None
        self.saved: list[str] = []
        self._count = 0

    def begin(self) -> None:
        if self.office is None:
            with suppress(BookError):
                self.office = Office.open(self.address, self.folder)

    @property
    def meeting(self) -> Path | None:
        return next((one for one in self.folder.glob("[0-9]*.json") if ".other-" not in one.name), None)

    def open(self, *, over: bool) -> None:
        self.begin()
        if self.office is not None and self.opened is None and (path := self.meeting) is not None:
            with suppress(BookError):
                self.opened = open_meeting(path, take_over=over)

    def key(self) -> None:
        """Type a line; it is on the disk when this returns."""
        if self.opened is None:
            return
        self._count += 1
        line = f"{self.name} says {self._count}"
        self.opened.take(enter(self.opened.journal, f"+{line}", datetime.now(UTC)).journal, line="")
        assert self.opened.flush()
        self.saved.append(line)

    def leave(self) -> None:
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    def kill(self) -> None:
        """End as a program that is killed: nothing more is sent and no pen is given back."""
        if self.office is not None:
            self.proxy.cut()
            self.leave()
            self.office.close()
            self.office = None
            self.proxy.mend()

    def end(self) -> None:
        self.leave()
        if self.office is not None:
            self.office.close()
            self.office = None

    def texts(self) -> Counter[str]:
        """The words of the meeting, and of the versions of it that were kept beside it."""
        found: Counter[str] = Counter()
        for file in self.folder.glob("[0-9]*.json"):
            found |= Counter(entry.text for entry in read_meeting(file).entries)
        return found


def step(writer: Writer, what: str, chance: random.Random) -> None:
    """Let a writer do something."""
    match what:
        case "open":
            writer.open(over=chance.random() < 0.5)
        case "key":
            writer.key()
        case "leave":
            writer.leave()
        case "kill":
            writer.kill()
        case "end":
            writer.end()
        case "cut":
            writer.proxy.cut()
        case "cut soon":
            writer.proxy.cut_after(chance.randrange(400))
        case "mend":
            writer.proxy.mend()


_STEPS = ["open"] * 4 + ["key"] * 8 + ["leave", "kill", "end", "cut", "cut soon", "cut soon", "mend", "mend"]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what waits for seconds wait for milliseconds; disks are not what is tried here."""
    monkeypatch.setattr(server, "LEASE", timedelta(milliseconds=20))
    monkeypatch.setattr(courier, "HEARTBEAT", 0.02)
    monkeypatch.setattr(courier, "_PAUSES", (0.001, 0.005, 0.01))
    monkeypatch.setattr(os, "fsync", lambda _: None)


def interleave(seed: int, folder: Path, postgres: Postgres, database: str, sample: Meeting) -> None:
    chance = random.Random(seed)
    ann, ben = (Writer(name, folder / name, postgres, database) for name in ("Ann", "Ben"))
    ann.begin()
    assert ann.office is not None
    create_meeting(ann.folder, sample)
    ann.end()
    ben.begin()
    ben.end()
    for _ in range(chance.randrange(4, 16)):
        step(chance.choice([ann, ben]), chance.choice(_STEPS), chance)
    for writer in (ann, ben):
        writer.proxy.mend()
        writer.end()
    # A pen that was not given back, because its line was cut, is taken over by whoever has something to send.
    for writer in (ann, ben, ann, ben):
        writer.open(over=True)
        writer.end()
    assert ann.meeting is not None
    assert ben.meeting is not None
    assert ann.meeting.read_bytes() == ben.meeting.read_bytes(), seed
    there = Counter(entry.text for entry in read_meeting(ann.meeting).entries)
    assert set(there.values()) <= {1}, (seed, there)
    for writer in (ann, ben):
        found = writer.texts()
        assert [line for line in writer.saved if found[line] != 1] == [], seed
        writer.proxy.close()


def empty(postgres: Postgres, database: str) -> None:
    """Forget every meeting of a book."""
    with postgres.connect(database) as connection:
        connection.execute("TRUNCATE minutebook.meeting, minutebook.pen, minutebook.file CASCADE")


def _trial(count: int, tmp_path: Path, postgres: Postgres, ann: Machine) -> None:
    first = int(os.environ.get("MINUTEBOOK_SEED", "0"))
    ann.new()
    sample = read_meeting(ann.meeting)
    database = ann.address.rpartition("/")[2]
    for seed in range(first, first + count):
        empty(postgres, database)
        interleave(seed, tmp_path / str(seed), postgres, database, sample)
        shutil.rmtree(tmp_path / str(seed))


def test_two_writers_over_lines_that_are_cut_lose_nothing(
    tmp_path: Path, postgres: Postgres, ann: Machine, quick: None
) -> None:
    _trial(SHORT, tmp_path, postgres, ann)


@pytest.mark.long
def test_a_thousand_interleavings_lose_nothing(tmp_path: Path, postgres: Postgres, ann: Machine, quick: None) -> None:
    _trial(int(os.environ.get("MINUTEBOOK_EXAMPLES", "1000")), tmp_path, postgres, ann)
