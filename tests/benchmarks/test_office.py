"""How a book in PostgreSQL does beside one in a folder: to saved, to shared, to those who follow."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.benchmarks.meetings import AT, make_journal
from tests.book.office.proxy import Proxy
from tests.postgres import Postgres, running
from tui.book.folder import Book
from tui.book.following import Following
from tui.book.office.office import Office
from tui.book.opened import OpenMeeting, create_meeting, open_meeting
from tui.book.register.register import register
from tui.book.search import search_book
from tui.meeting.capture.capture import enter

PATIENCE = 60.0
ROUNDS = 30
FOLLOWERS = 50


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


def test_register_and_search_over_a_thousand_meetings(postgres: Postgres, tmp_path: Path) -> None:
    address = postgres.address(postgres.new_database())
    office = Office.open(address, tmp_path / "office")
    journal = make_journal(100)
    for number in range(1000):
        meeting = replace(journal.meeting, id=f"{number:032x}", date=date(2000, 1, 1) + timedelta(days=number))
        create_meeting(office.folder, meeting)
    with open_meeting(path_of_last(office.folder)) as rare:
        key(rare, "+A barrel of quicksilver")
    # The mirror is a folder like any other: what it takes before anything is sent is what a folder takes.
    in_folder = registered_and_searched(Book(office.folder))
    start = time.perf_counter()
    office.settle()
    sent = time.perf_counter() - start
    office.close()
    start = time.perf_counter()
    other = Office.open(address, tmp_path / "other")
    fetched = time.perf_counter() - start
    start = time.perf_counter()
    again = Office.open(address, tmp_path / "office")
    opened = time.perf_counter() - start
    of_server = registered_and_searched(Book(other.folder))
    for one in (other, again):
        one.close()
    print(
        f"\n1,000 meetings of 100 entries: sent in {sent:.0f} s, fetched in {fetched:.1f} s, opened again in"
        f" {opened * 1000:.0f} ms; register and search {of_server}, in a folder {in_folder}"
    )
    assert opened < 2.0


def path_of_last(folder: Path) -> Path:
    return max(folder.glob("*.json"))


def registered_and_searched(book: Book) -> str:
    """Read the register and look for a rare word, both for the second time."""
    taken = []
    for _ in range(2):
        start = time.perf_counter()
        assert len(register(book, today=date(2026, 1, 1)).rows) == 20_000
        listed = time.perf_counter()
        assert len(list(search_book(book, "quicksilver", []))) == 1
        taken.append((listed - start, time.perf_counter() - listed))
    return " and ".join(f"{one * 1000:.0f} ms" for one in taken[1])
