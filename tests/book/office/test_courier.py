"""Tests of what goes between a mirror and its server while a meeting is written, and of the pen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.book.office.machines import Machine
from tests.postgres import Postgres
from tui.book.disk.lock import holder_of, is_held
from tui.book.following import Following
from tui.book.meeting_file import read_meeting
from tui.book.office import courier, server
from tui.book.office.office import Office
from tui.book.opened import OpenMeeting, open_meeting
from tui.errors import MeetingHeld
from tui.meeting.capture.capture import enter

PATIENCE = 20.0


def until(true: Callable[[], bool]) -> None:
    """Wait for a state."""
    give_up = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < give_up, "it never came to that"
        time.sleep(0.01)


def key(opened: OpenMeeting, line: str) -> None:
    opened.take(enter(opened.journal, line, datetime.now(UTC)).journal, line="")


@pytest.fixture
def two(ann: Machine, ben: Machine) -> Iterator[tuple[Office, Office]]:
    """Two machines with one meeting, each with the book open in this process."""
    ann.new()
    ben.done("list")
    with ann.open() as of_ann, ben.open() as of_ben:
        yield of_ann, of_ben


def texts(path: Path) -> list[str]:
    return [entry.text for entry in read_meeting(path).entries]


def test_who_follows_sees_a_line_that_was_stored_elsewhere(
    two: tuple[Office, Office], ann: Machine, ben: Machine
) -> None:
    following = Following(ben.meeting)
    seen: list[float] = []
    following.watch(lambda: seen.append(time.monotonic()))
    with open_meeting(ann.meeting) as opened:
        until(lambda: following.snapshot.held)
        key(opened, "+A line")
        until(lambda: [one.text for one in following.snapshot.meeting.entries] == ["A line"])
        until(lambda: opened.sharing.startswith("shared "))
    until(lambda: not following.snapshot.held)
    following.close()


def test_saved_and_shared_are_said_apart(two: tuple[Office, Office], ann: Machine, postgres: Postgres) -> None:
    told: list[str] = []
    with open_meeting(ann.meeting, on_saved=lambda _: told.append(opened.sharing)) as opened:
        key(opened, "+One")
        until(lambda: opened.sharing.startswith("shared "))
        postgres.stop()
        try:
            key(opened, "+Two")
            assert opened.flush()
            assert texts(ann.meeting) == ["One", "Two"]
            until(lambda: bool(opened.not_shared))
            assert opened.sharing == "NOT SHARED"
        finally:
            postgres.start()
        until(lambda: opened.sharing.startswith("shared ") and not opened.not_shared)
    assert "NOT SHARED" in told


def test_what_piled_up_while_the_server_was_away_goes_once_and_in_order(
    two: tuple[Office, Office], ann: Machine, ben: Machine, postgres: Postgres
) -> None:
    lines = [f"Line {number}" for number in range(40)]
    with open_meeting(ann.meeting) as opened:
        for number, line in enumerate(lines):
            if number == 5:
                postgres.stop()
            if number == 35:
                postgres.start()
            key(opened, f"+{line}")
    ben.done("list")
    assert texts(ben.meeting) == lines
    assert ann.meeting.read_bytes() == ben.meeting.read_bytes()


def test_one_machine_holds_the_pen_and_the_other_hears_who(
    two: tuple[Office, Office], ann: Machine, ben: Machine
) -> None:
    two[1].watch()
    with open_meeting(ann.meeting):
        with pytest.raises(MeetingHeld, match="has the pen since"):
            open_meeting(ben.meeting)
        until(lambda: is_held(ben.meeting))
        holder = holder_of(ben.meeting)
        assert holder is not None
        assert holder.who == two[0].who
        assert ann.run("capture", stdin="+No\n").status == 3
        assert ben.run("capture", stdin="+No\n").status == 3
    with open_meeting(ben.meeting) as opened:
        key(opened, "+Mine now")
    assert texts(ben.meeting) == ["Mine now"]


def test_a_writer_that_lost_its_pen_stores_nothing_and_loses_nothing(
    two: tuple[Office, Office], ann: Machine, ben: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A lease that is over at once stands for a program that has hung.
    monkeypatch.setattr(server, "LEASE", timedelta(0))
    monkeypatch.setattr(courier, "HEARTBEAT", 3600.0)
    with open_meeting(ann.meeting) as late:
        key(late, "+Before")
        until(lambda: late.sharing.startswith("shared "))
        with pytest.raises(MeetingHeld, match=r"has not been heard of .* --take-over"):
            open_meeting(ben.meeting)
        with open_meeting(ben.meeting, take_over=True) as opened:
            key(opened, "+By the one who took over")
            until(lambda: opened.sharing.startswith("shared "))
            key(late, "+Too late")
            until(lambda: bool(late.not_shared))
            assert "stays on this machine" in late.not_shared
    assert texts(ben.meeting) == ["Before", "By the one who took over"]
    two[0].close()
    assert any("1 change made here could not be shared" in words for words in two[0].notices)
    (kept,) = [one for one in ann.files() if ".other-" in one.name]
    assert texts(kept) == ["Before", "Too late"]
    joined = ann.run("join", "2024-05-07-quay-committee", kept.name, "--take", "all")
    assert joined.status == 0, joined
    ben.run("list")
    assert texts(ben.folder / "2024-05-07-quay-committee.json") == ["Before", "By the one who took over", "Too late"]


def test_the_pen_goes_to_the_one_who_asked(two: tuple[Office, Office], ann: Machine, ben: Machine) -> None:
    opened = open_meeting(ann.meeting)
    key(opened, "+Before")
    two[1].ask(ben.meeting)
    until(lambda: opened.asked_by == two[1].who)
    opened.close()
    with pytest.raises(MeetingHeld):
        open_meeting(ann.meeting)
    with open_meeting(ben.meeting) as mine:
        assert [entry.text for entry in mine.meeting.entries] == ["Before"]


def test_a_program_that_was_killed_has_its_pen_back_at_once(
    two: tuple[Office, Office], ann: Machine, ben: Machine
) -> None:
    # Its lease has not ended, and nothing holds the file any more.
    two[0].take(ann.meeting, take_over=False)
    two[0]._courier.end()
    with pytest.raises(MeetingHeld):
        open_meeting(ben.meeting)
    with ann.open(), open_meeting(ann.meeting) as opened:
        key(opened, "+Here again")
    ben.done("list")
    assert texts(ben.meeting) == ["Here again"]


def test_a_server_that_was_put_back_to_an_older_state_gets_what_it_lacks(
    ann: Machine, ben: Machine, postgres: Postgres, database: str
) -> None:
    ann.new()
    ann.done("capture", stdin="+One\n")
    older = postgres.dump(database)
    ann.done("capture", stdin="+Two\n")
    ben.done("list")
    postgres.restore(database, older)
    ann.done("list")
    ben.done("list")
    assert texts(ann.meeting) == texts(ben.meeting) == ["One", "Two"]
    assert [one.name for one in ben.files()] == [ann.meeting.name]


def test_who_asks_a_server_that_was_started_anew_meanwhile_is_answered(
    ann: Machine, ben: Machine, postgres: Postgres
) -> None:
    ann.new()
    ben.done("list")
    with ben.open() as office:
        postgres.stop()
        postgres.start()
        with open_meeting(ben.meeting) as opened:
            assert opened.notices == ()
        postgres.stop()
        postgres.start()
        office.ask(ben.meeting)
        assert office.proposals(ben.meeting) is not None
