"""Tests of the chair who settles actions on another machine while the minute-taker types on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.book.office.machines import Machine
from tests.book.office.test_courier import key, until
from tests.postgres import Postgres
from tests.screens.follow_app import Follower
from tests.screens.live_app import AT, Live
from tests.screens.review.test_review import Review
from tui.apps.meeting import MinutebookApp
from tui.apps.review import ReviewApp
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.office.office import Office
from tui.book.opened import OpenMeeting, open_meeting
from tui.book.proposals.proposing import ProposingMeeting, propose
from tui.meeting.actions.review import agree, toggle_done
from tui.meeting.capture.capture import edit
from tui.meeting.history.journal import commit
from tui.meeting.model import Action
from tui.widgets.live.top_line import TopLine

SCRIPT = "!DCC to see to it\n!CC to write\n!TR to count\n"


@pytest.fixture
def two(ann: Machine, ben: Machine) -> Iterator[tuple[Office, Office]]:
    ann.new()
    ann.run("capture", stdin=SCRIPT)
    ben.done("list")
    with ann.open() as of_ann, ben.open() as of_ben:
        yield of_ann, of_ben


def action(opened: OpenMeeting, ref: str) -> Action:
    return next(one.action for one in opened.meeting.entries if one.action and one.action.ref == ref)


def agreed(opened: OpenMeeting) -> list[str]:
    return [one.action.ref for one in opened.meeting.entries if one.action and one.action.agreed]


def gathered(told: list[str], *words: str) -> bool:
    """Add what was said, and return whether anything was."""
    told += filter(None, words)
    return bool(told)


def proposing(ben: Machine) -> ProposingMeeting:
    opened = propose(ben.meeting)
    assert opened is not None
    return opened


def settle(opened: OpenMeeting, ref: str) -> None:
    entry = next(one for one in opened.meeting.entries if one.action and one.action.ref == ref)
    opened.take(commit(opened.journal, agree(opened.meeting, entry.id), "agreed", AT))


async def test_the_chair_settles_actions_on_another_machine_while_the_minute_taker_types(
    two: tuple[Office, Office], ann: Machine, ben: Machine
) -> None:
    with open_meeting(ann.meeting) as writer:
        app = ReviewApp(ben.meeting, clock=lambda: AT)
        with app.opened:
            async with app.run_test(size=(100, 30)) as pilot:
                review, chair = Review(app, pilot), Follower(app, pilot)  # type: ignore[arg-type] # waits for a state
                await review.press("enter", "y")
                key(writer, "+Typed meanwhile")
                await review.press("d")
                await chair.until(lambda: bool(writer.take_news(AT)) or agreed(writer) == ["A1"])
                key(writer, "!PCC to ask")
                await chair.until(lambda: bool(writer.take_news(AT)) or action(writer, "A2").status.value == "done")
                assert writer.flush()
                await chair.until(lambda: "all taken in" in review.review.query_one(TopLine).state)
                await chair.until(lambda: len(app.opened.meeting.entries) == 5)
                await review.press("ctrl+z")
                await chair.until(lambda: bool(writer.take_news(AT)) or action(writer, "A2").status.value == "open")
                await chair.until(lambda: "all taken in" in review.review.query_one(TopLine).state)
                await review.press("escape")
                await chair.until(lambda: "PCC to ask" in review.list)
    ben.done("list")
    there = read_journal(ben.meeting)
    assert [one.text for one in there.meeting.entries][3:] == ["Typed meanwhile", "PCC to ask"]
    assert [change.what for change in there.history if two[1].who in change.what] == [
        f"agreed, {two[1].who}",
        f"done, {two[1].who}",
        f"undo done, {two[1].who}",
    ]


async def test_whoever_writes_sees_what_the_chair_settled_and_keeps_the_line_that_was_begun(
    two: tuple[Office, Office], ann: Machine, ben: Machine
) -> None:
    app = MinutebookApp(ann.meeting, clock=lambda: AT)
    with app.opened:
        async with app.run_test(size=(120, 36)) as pilot:
            live, writer = Live(app, pilot), Follower(app, pilot)  # type: ignore[arg-type] # waits for a state
            await live.write("+half a line")
            with proposing(ben) as chair:
                settle(chair, "A2")
                await writer.until(lambda: agreed(app.opened) == ["A2"])
                await writer.until(lambda: f"{two[1].who}: A2 agreed" in writer.everything)
                assert live.screen.line.text == "+half a line"
                await pilot.press("enter")
                await writer.until(lambda: chair.sharing == "all taken in")
    assert [one.text for one in read_meeting(ann.meeting).entries][-1] == "half a line"


@pytest.mark.long
async def test_an_action_that_both_have_changed_is_shown_to_both(
    two: tuple[Office, Office], ann: Machine, ben: Machine
) -> None:
    app = MinutebookApp(ann.meeting, clock=lambda: AT)
    with app.opened:
        async with app.run_test(size=(120, 36)) as pilot:
            live, writer = Live(app, pilot), Follower(app, pilot)  # type: ignore[arg-type] # waits for a state
            with proposing(ben) as chair:
                entry = next(one for one in chair.meeting.entries if one.action and one.action.ref == "A1")
                chair.take(edit(chair.journal, entry.id, "!DCC to do it", AT).journal)
                app.opened.take(edit(app.opened.journal, entry.id, "!DCC to look at it", AT).journal)
                await writer.until(lambda: len(app.opened.kept) == 1)
                await writer.until(lambda: "ANOTHER VERSION" in live.top.state)
                assert app.opened.meeting.entry(entry.id).text.endswith("look at it")
                assert chair.sharing in ("to be taken in", "not all taken in")
                told: list[str] = []
                await writer.until(lambda: gathered(told, *chair.take_news(AT)))
                assert "A1 stands as “DCC to look at it”" in told[0]
                await pilot.press("ctrl+s")
                await writer.until(lambda: "to do it" in writer.everything)


@pytest.mark.long
def test_what_was_settled_while_the_server_was_away_or_nobody_wrote_is_taken_in_later(
    two: tuple[Office, Office], ann: Machine, ben: Machine, postgres: Postgres
) -> None:
    with open_meeting(ann.meeting) as writer:
        chair = proposing(ben)
        postgres.stop()
        settle(chair, "A1")
        assert chair.flush()
        until(lambda: chair.sharing == "NOT SHARED")
        key(writer, "+While it was away")
        postgres.start()
        until(lambda: chair.sharing == "to be taken in")
        chair.close()
    with open_meeting(ann.meeting) as again:
        until(lambda: bool(again.take_news(AT)))
        assert agreed(again) == ["A1"]
        assert again.take_news(AT) == ()
    with open_meeting(ann.meeting) as once_more:
        key(once_more, "+More")
        until(lambda: once_more.sharing.startswith("shared "))
        assert once_more.take_news(AT) == ()
    until(lambda: "While it was away" in [one.text for one in read_meeting(ben.meeting).entries])


@pytest.mark.long
def test_a_login_of_the_chair_settles_and_a_reader_does_not(
    ann: Machine, postgres: Postgres, database: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ann.new()
    ann.run("capture", stdin=SCRIPT)
    with postgres.connect(database) as connection:
        for role in ("chair", "reader"):
            connection.execute(f"CREATE ROLE {database}_{role}_ben LOGIN IN ROLE {database}_{role}".encode())
    folder = tmp_path_factory.mktemp("others")
    chair = Machine(folder / "chair", postgres.address(database, f"{database}_chair_ben"))
    reader = Machine(folder / "reader", postgres.address(database, f"{database}_reader_ben"))
    chair.done("list")
    reader.done("list")
    with ann.open(), open_meeting(ann.meeting) as writer:
        with reader.open():
            assert propose(reader.meeting) is None
        with chair.open(), proposing(chair) as opened:
            entry = next(one for one in opened.meeting.entries if one.action and one.action.ref == "A3")
            opened.take(commit(opened.journal, toggle_done(opened.meeting, entry.id), "done", AT))
            until(lambda: bool(writer.take_news(AT)))
            until(lambda: opened.sharing == "all taken in")
        assert action(writer, "A3").status.value == "done"
    for login in ("chair", "reader"):
        command = "SELECT minutebook.answer(gen_random_uuid(), 'me', 1, 'taken')"
        assert postgres.psql(database, f"{database}_{login}_ben", command).returncode != 0
    refused = postgres.psql(
        database, f"{database}_reader_ben", "SELECT minutebook.propose(gen_random_uuid(), 'x', 'x')"
    )
    assert refused.returncode != 0
    with postgres.connect(database) as connection:
        row = connection.execute("SELECT outcome, content FROM minutebook.proposal").fetchone()
    assert row == ("taken", "")
