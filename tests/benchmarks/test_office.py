"""How a book in PostgreSQL does beside one in a folder: to saved, to shared, to those who follow."""

from __future__ import annotations

import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.benchmarks.meetings import AT, make_journal
from tests.benchmarks.test_actions import listed
from tests.book.office.proxy import Proxy
from tests.postgres import Postgres, running
from tui.book.following import Following
from tui.book.office.office import Office
from tui.book.opened import OpenMeeting, create_meeting, open_meeting
from tui.meeting.capture.capture import enter
from tui.meeting.model import Entry, Meeting, Status

PATIENCE = 60.0
ROUNDS = 30
FOLLOWERS = 50
MEETINGS = int(os.environ.get("MINUTEBOOK_MEETINGS", "1000"))
"""Ten thousand take twenty minutes, most of them to send."""
OF_ONE_LEFT = 20
"""Of so many meetings one has an action that is left to do."""
ROUNDS_LISTED = 5


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    with running() as server:
        yield server


def until(true: Callable[[], bool]) -> None:
    give_up = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < give_up, "it never came to that"
        time.sleep(0.001)


def key(opened: OpenMeeting, line: str) -> None:
    opened.take(enter(opened.journal, line, AT).journal, line="")


def milliseconds(taken: list[float]) -> str:
    taken = sorted(taken)
    return f"{statistics.median(taken) * 1000:.1f} ms (the slowest {taken[-1] * 1000:.0f})"


def new_office(postgres: Postgres, folder: Path, port: int | None = None, entries: int = 300) -> tuple[Office, Path]:
    """Make a book with one meeting."""
    office = Office.open(postgres.address(postgres.new_database(), port=port), folder)
    path = create_meeting(office.folder, make_journal(0).meeting)
    journal = make_journal(entries)
    with open_meeting(path) as opened:
        opened.take(replace(journal, meeting=replace(journal.meeting, id=opened.meeting.id)), line="")
    office.settle()
    return office, path


def saved_and_shared(path: Path) -> tuple[list[float], list[float]]:
    """Enter lines one after another; return how long each took to the disk and to the server."""
    saved, shared = [], []
    with open_meeting(path) as opened:
        for place in range(ROUNDS):
            start = time.perf_counter()
            key(opened, f"+Line {place}")
            assert opened.flush()
            saved.append(time.perf_counter() - start)
            until(lambda: opened.sharing.startswith("shared") or not opened.sharing)
            shared.append(time.perf_counter() - start)
    return saved, shared


def test_enter_to_saved_and_to_shared(postgres: Postgres, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    plain = create_meeting(folder, make_journal(0).meeting)
    with open_meeting(plain) as opened:
        opened.take(make_journal(300), line="")
    in_folder, _ = saved_and_shared(plain)
    near, path = new_office(postgres, tmp_path / "near")
    saved, shared = saved_and_shared(path)
    near.close()
    proxy = Proxy(postgres.port)
    far, path = new_office(postgres, tmp_path / "far", proxy.port)
    proxy.delay = 0.1
    saved_far, shared_far = saved_and_shared(path)
    proxy.delay = 0.0
    far.close()
    proxy.close()
    print(f"\nEnter to saved: folder {milliseconds(in_folder)}, server {milliseconds(saved)},")
    print(f"  server 200 ms away {milliseconds(saved_far)}")
    print(f"Enter to shared: {milliseconds(shared)}; 200 ms away {milliseconds(shared_far)}")
    assert statistics.median(saved_far) < statistics.median(in_folder) * 3 + 0.02
    assert statistics.median(shared) < 0.5
    assert statistics.median(shared_far) < 2.0


def test_enter_to_seen_by_fifty_followers(postgres: Postgres, tmp_path: Path) -> None:
    office, path = new_office(postgres, tmp_path / "writer", entries=100)
    with ExitStack() as held:
        follows = []
        for number in range(FOLLOWERS):
            other = Office.open(office.address, tmp_path / f"follower {number}")
            held.callback(other.close)
            follows.append(Following(other.folder / path.name, internal=True))
            held.callback(follows[-1].close)
            follows[-1].watch(lambda: None)
        taken = []
        with open_meeting(path) as opened:
            for place in range(5):
                start = time.perf_counter()
                key(opened, f"+Seen {place}")
                until(lambda: all(one.snapshot.meeting.entries == opened.meeting.entries for one in follows))
                taken.append(time.perf_counter() - start)
    office.close()
    print(f"\nEnter to seen by {FOLLOWERS} followers, all in one process: {milliseconds(taken)}")
    assert statistics.median(taken) < 5.0


def test_ten_meetings_written_at_once(postgres: Postgres, tmp_path: Path) -> None:
    address = postgres.address(postgres.new_database())
    with ExitStack() as held:
        first = Office.open(address, tmp_path / "0")
        held.callback(first.close)
        sample = make_journal(0).meeting
        for number in range(10):
            meeting = replace(sample, id=f"{number:032x}", date=sample.date + timedelta(days=number))
            create_meeting(first.folder, meeting)
        first.settle()
        offices = [first]
        for number in range(1, 10):
            offices.append(Office.open(address, tmp_path / str(number)))
            held.callback(offices[-1].close)
        opened = []
        for number, office in enumerate(offices):
            path = sorted(office.folder.glob("2024*.json"))[number]
            opened.append(held.enter_context(open_meeting(path)))
        start = time.perf_counter()
        for place in range(20):
            for one in opened:
                key(one, f"+Line {place}")
        until(lambda: all(one.sharing.startswith("shared ") and one.saved_revision == 20 for one in opened))
        taken = time.perf_counter() - start
    print(f"\nTen meetings, 20 lines each, at once: all shared in {taken:.2f} s")
    assert taken < 30


def test_register_and_search_over_many_meetings(
    postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = postgres.address(postgres.new_database())
    office = Office.open(address, tmp_path / "office")
    start = time.perf_counter()
    for meeting in many_meetings():
        create_meeting(office.folder, meeting)
    with open_meeting(max(office.folder.glob("*.json"))) as rare:
        key(rare, "+A barrel of quicksilver")
    office.settle()
    sent = time.perf_counter() - start
    office.close()
    opened = min(opened_again(address, tmp_path / "office") for _ in range(2))
    folder = shutil.copytree(
        office.folder, tmp_path / "folder", ignore=lambda _, names: {n for n in names if n[0] == "."}
    )
    in_folder = registered_and_searched(folder)
    monkeypatch.setenv("MINUTEBOOK_STATE", str(tmp_path / "state"))
    start = time.perf_counter()
    assert listed(address, "list").lines == MEETINGS
    fetched = time.perf_counter() - start
    of_server = registered_and_searched(address)
    print(
        f"\n{MEETINGS:,} meetings of 100 entries: made and sent in {sent:.0f} s, fetched in {fetched:.1f} s, opened"
        f" again in {opened * 1000:.0f} ms; the open actions and a rare word {of_server}, in a folder {in_folder}"
    )
    assert opened < MEETINGS / 500


def opened_again(address: str, folder: Path) -> float:
    """Return how long it takes to open a book that nobody has changed, and to close it."""
    start = time.perf_counter()
    Office.open(address, folder).close()
    return time.perf_counter() - start


def many_meetings() -> Iterator[Meeting]:
    """Make meetings of a hundred entries with twenty actions; every twentieth has one that is left to do."""
    meeting = make_journal(100).meeting
    closed = tuple(settled(entry) for entry in meeting.entries)
    first = next(place for place, entry in enumerate(meeting.entries) if entry.action)
    left = (*closed[:first], meeting.entries[first], *closed[first + 1 :])
    for number in range(MEETINGS):
        day = date(1990, 1, 1) + timedelta(days=number)
        yield replace(meeting, id=f"{number:032x}", date=day, entries=closed if number % OF_ONE_LEFT else left)


def settled(entry: Entry) -> Entry:
    """Return an entry whose action, where it is one, is done."""
    return replace(entry, action=replace(entry.action, status=Status.DONE)) if entry.action else entry


def registered_and_searched(book: Path | str) -> str:
    """Say how long the commands take that list the open actions and look for a rare word, when they did so before."""
    commands = (("actions", "--open"), ("search", "quicksilver"))
    lines = (MEETINGS // OF_ONE_LEFT + 1, 2)
    # The second time reads anew what had only just been written when it was read first.
    for _ in range(2):
        assert tuple(listed(book, *command).lines for command in commands) == lines
        time.sleep(2.1)
    taken = (min(listed(book, *command).taken.clock for _ in range(ROUNDS_LISTED)) for command in commands)
    return " and ".join(f"{one * 1000:.0f} ms" for one in taken)
