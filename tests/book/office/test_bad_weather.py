"""Tests of servers without room, standbys, wrong clocks and lines that break: nothing is lost, and it is said."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from tests.book.office.machines import Machine
from tests.book.office.proxy import Proxy
from tests.book.office.test_courier import key, texts, until
from tests.book.office.test_proposals import proposing, settle
from tests.postgres import Postgres, on_a_small_disk, standby_of
from tests.screens.live_app import AT
from tui.book.meeting_file import read_meeting
from tui.book.office import schema
from tui.book.opened import OpenMeeting, open_meeting
from tui.errors import MeetingHeld
from tui.meeting.capture.capture import edit
from tui.meeting.history.journal import Journal


@pytest.fixture
def proxy(postgres: Postgres) -> Iterator[Proxy]:
    made = Proxy(postgres.port)
    yield made
    made.close()


@pytest.fixture
def far(tmp_path: Path, postgres: Postgres, database: str, proxy: Proxy) -> Machine:
    """A machine with one meeting, behind a line that can be cut."""
    machine = Machine(tmp_path / "far", postgres.address(database, port=proxy.port))
    machine.new()
    return machine


@pytest.fixture
def small() -> Iterator[Postgres]:
    with on_a_small_disk() as server:
        yield server


@pytest.fixture
def standby(postgres: Postgres) -> Iterator[Postgres]:
    with standby_of(postgres) as server:
        yield server


def shared(opened: OpenMeeting) -> bool:
    return opened.sharing.startswith("shared ")


# The server.


def test_a_server_without_room_is_said_to_be_full_and_gets_all_once_there_is_room(
    small: Postgres, postgres: Postgres, tmp_path: Path
) -> None:
    address = small.address(small.new_database())
    ann, ben = Machine(tmp_path / "ann", address), Machine(tmp_path / "ben", address)
    ann.new()
    with ann.open(), open_meeting(ann.meeting) as opened:
        key(opened, "+Before")
        until(lambda: shared(opened))
        small.fill()
        lines = ["Before"]
        while not opened.not_shared:
            lines.append(f"Line {len(lines)} {'and so on ' * 3000}".strip())
            key(opened, f"+{lines[-1]}")
            until(lambda: opened.sharing != "sharing")
        assert opened.flush()
        assert opened.not_shared == "the server's disk is full"
        assert texts(ann.meeting) == lines
    # Opened anew, and by a command, it goes on all the same.
    typed = ann.run("capture", stdin="+By a command\n")
    assert (typed.status, typed.out) == (0, "1: note\n")
    assert "the server's disk is full" in typed.err
    small.make_room()
    ann.done("list")
    ben.done("list")
    assert texts(ben.meeting) == [*lines, "By a command"]
    assert ann.meeting.read_bytes() == ben.meeting.read_bytes()


def test_a_standby_is_followed_and_takes_what_was_typed_once_it_is_promoted(
    postgres: Postgres, standby: Postgres, database: str, far: Machine, proxy: Proxy, tmp_path: Path
) -> None:
    ben = Machine(tmp_path / "ben", standby.address(database))
    with far.open(), open_meeting(far.meeting) as opened:
        key(opened, "+Before")
        until(lambda: shared(opened))
        with ben.open() as office:
            office.watch()
            key(opened, "+Followed on the standby")
            until(lambda: ben.texts() == ["Before", "Followed on the standby"])
            refused = ben.run("capture", stdin="+No\n")
            assert (refused.status, "it is a standby" in refused.err) == (3, True)
            postgres.stop()
            try:
                proxy.target = standby.port
                key(opened, "+Typed to the standby")
                until(lambda: "takes no writes" in opened.not_shared)
                assert opened.flush()
                standby.promote()
                until(lambda: shared(opened))
                until(lambda: "Typed to the standby" in ben.texts())
            finally:
                postgres.start()
    assert ben.texts() == far.texts() == ["Before", "Followed on the standby", "Typed to the standby"]


def test_a_program_that_is_open_while_a_newer_one_changes_the_tables_says_so_and_loses_nothing(
    ann: Machine, postgres: Postgres, database: str
) -> None:
    ann.new()
    functions = "minutebook.store", "minutebook.take_pen"
    with postgres.connect(database) as connection, ann.open(), open_meeting(ann.meeting) as opened:
        for function in functions:
            connection.execute(f"ALTER FUNCTION {function} RENAME TO of_a_newer_one_{function[-4:]}".encode())
        key(opened, "+Typed meanwhile")
        until(lambda: opened.sharing == "NOT SHARED")
        assert opened.not_shared == "the book's tables are those of another minutebook"
        assert opened.flush()
    with postgres.connect(database) as connection:
        connection.execute("INSERT INTO minutebook.migration (number) VALUES (999)")
        refused = ann.run("list")
        assert (refused.status, "update minutebook" in refused.err) == (3, True)
        # The newer program that comes then sends it.
        connection.execute("DELETE FROM minutebook.migration WHERE number = 999")
        for function in functions:
            renamed = f"minutebook.of_a_newer_one_{function[-4:]}"
            connection.execute(f"ALTER FUNCTION {renamed} RENAME TO {function[11:]}".encode())
        ann.done("list")
        row = connection.execute("SELECT line FROM minutebook.row WHERE kind = 'entries'").fetchone()
    assert row is not None
    assert "Typed meanwhile" in row[0]


def test_tables_that_are_half_changed_when_the_line_breaks_are_changed_by_the_next_who_comes(
    far: Machine, proxy: Proxy, postgres: Postgres, tmp_path: Path
) -> None:
    newest = schema.NEWEST
    assert [number for number, _ in schema.migrations()] == [*range(1, newest + 1)]
    for count in (0, 60, 400, 500, 600, 700, 900):
        database = postgres.new_database()
        machine = Machine(tmp_path / f"{count}", postgres.address(database, port=proxy.port))
        proxy.cut_after(count)
        cut = machine.run("list")
        assert (cut.status, "the server does not answer" in cut.err) == (3, True), cut
        proxy.mend()
        machine.new()
        with postgres.connect(database) as connection:
            made = connection.execute("SELECT count(*), max(number) FROM minutebook.migration").fetchone()
        assert made == (newest, newest)


# The line.


def test_a_line_that_breaks_at_any_byte_of_an_answer_neither_loses_nor_doubles_what_was_stored(
    far: Machine, ben: Machine, proxy: Proxy
) -> None:
    lines = []
    with far.open(), open_meeting(far.meeting) as opened:
        for count in range(0, 400, 20):
            lines.append(f"Cut after {count}")
            proxy.cut_after(count)
            key(opened, f"+{lines[-1]}")
            until(lambda: opened.sharing != "sharing")
            proxy.mend()
            until(lambda: shared(opened))
    ben.done("list")
    assert texts(ben.meeting) == lines
    assert ben.meeting.read_bytes() == far.meeting.read_bytes()
    assert len(far.files()) == 1


def ten_minutes_later(postgres: Postgres, database: str) -> None:
    """Let the server's time go on: the leases of whoever it did not hear of are over."""
    with postgres.connect(database) as connection:
        connection.execute("UPDATE minutebook.pen SET until = until - interval '10 minutes'")


def test_who_was_away_for_ten_minutes_shares_all_of_them_in_order_and_still_has_the_pen(
    far: Machine, ben: Machine, proxy: Proxy, postgres: Postgres, database: str
) -> None:
    ben.done("list")
    lines = [f"Line {number}" for number in range(200)]
    with ben.open() as office, far.open(), open_meeting(far.meeting) as opened:
        office.watch()
        key(opened, "!DCC to see to it")
        until(lambda: texts(ben.meeting) == ["DCC to see to it"])
        proxy.cut()
        for line in lines:
            key(opened, f"+{line}")
        until(lambda: opened.sharing == "NOT SHARED")
        ten_minutes_later(postgres, database)
        with proposing(ben) as chair:
            settle(chair, "A1")
            until(lambda: chair.sharing == "to be taken in")
            proxy.mend()
            until(lambda: bool(opened.take_news(AT)))
            until(lambda: chair.sharing == "all taken in")
        until(lambda: shared(opened))
        with pytest.raises(MeetingHeld, match="has the pen since"):
            open_meeting(ben.meeting)
    ben.done("list")
    assert texts(ben.meeting)[1:] == lines
    assert ben.meeting.read_bytes() == far.meeting.read_bytes()


def test_whoever_was_away_for_ten_minutes_in_which_another_took_over_finds_both_kept(
    far: Machine, ben: Machine, proxy: Proxy, postgres: Postgres, database: str
) -> None:
    ben.done("list")
    with far.open() as office:
        with open_meeting(far.meeting) as opened:
            proxy.cut()
            key(opened, "+Typed while it was away")
            until(lambda: opened.sharing == "NOT SHARED")
            ten_minutes_later(postgres, database)
            silent = ben.run("capture", stdin="+No\n")
            assert "has not been heard of for 60" in silent.err
            with ben.open(), open_meeting(ben.meeting, take_over=True) as taken:
                key(taken, "+By who took over")
            proxy.mend()
            until(lambda: "stays on this machine" in opened.not_shared)
        office.close()
        assert any("could not be shared, since it was written elsewhere too" in words for words in office.notices)
    meeting, (kept,) = far.folder / ben.meeting.name, [one for one in far.files() if ".other-" in one.name]
    assert (texts(meeting), texts(kept)) == (["By who took over"], ["Typed while it was away"])


# The clocks.


def set_clock(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """Let the clock of this machine be wrong, for all that keeps books."""

    class Wrong(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override] # what is written is no other kind
            return datetime.fromtimestamp(datetime.now(UTC).timestamp() + by.total_seconds(), tz)

    for name, module in list(sys.modules.items()):
        if name.startswith("tui.book.") and getattr(module, "datetime", None) is datetime:
            monkeypatch.setattr(module, "datetime", Wrong)


@pytest.mark.parametrize("by", [timedelta(days=1), -timedelta(days=1)], ids=["fast", "slow"])
def test_a_clock_that_is_a_day_wrong_neither_takes_a_pen_nor_keeps_one(
    by: timedelta, ann: Machine, ben: Machine, postgres: Postgres, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann.new()
    ben.done("list")
    with ann.open(), ben.open(), open_meeting(ann.meeting) as opened:
        set_clock(monkeypatch, by)
        with pytest.raises(MeetingHeld, match="has the pen since"):
            open_meeting(ben.meeting, take_over=True)
        key(opened, "+Of Ann")
        until(lambda: opened.sharing.startswith("shared "))
        until(lambda: texts(ben.meeting) == [] or texts(ben.meeting) == ["Of Ann"])
    with ben.open(), open_meeting(ben.meeting) as mine:
        key(mine, "+Of Ben")
    ann.done("list")
    assert texts(ann.meeting) == ["Of Ann", "Of Ben"]


def reworded(chair: OpenMeeting, entry: int, words: str) -> Journal:
    return edit(chair.journal, entry, f"!DCC to see to it {words}", AT).journal


def test_what_was_settled_keeps_its_order_where_the_clock_was_set_back(
    ann: Machine, ben: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann.new()
    ann.run("capture", stdin="!DCC to see to it\n")
    ben.done("list")
    times = iter(range(10**18, 0, -(10**15)))
    monkeypatch.setattr("tui.book.office.proposals.time.time_ns", lambda: next(times))
    with ann.open(), ben.open(), open_meeting(ann.meeting) as opened, proposing(ben) as chair:
        one = chair.meeting.entries[0].id
        for words in ("first", "second", "third"):
            chair.take(reworded(chair, one, words))
        until(lambda: opened.take_news(AT) == () and read_meeting(ann.meeting).entries[0].text.endswith("third"))
        until(lambda: chair.sharing == "all taken in")
