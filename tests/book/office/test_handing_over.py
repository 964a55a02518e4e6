"""Tests of the pen going from one to another, as it is seen on the screens of both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.book.office.machines import Machine
from tests.book.office.test_courier import key, until
from tests.screens.follow_app import Follower, follow_app
from tests.screens.live_app import AT, Live
from tui.apps.meeting import MinutebookApp
from tui.book.office import courier, server
from tui.book.office.office import Office
from tui.book.opened import open_meeting
from tui.screens.follow import FollowScreen
from tui.screens.live.live import LiveScreen


@pytest.fixture
def two(ann: Machine, ben: Machine) -> Iterator[tuple[Office, Office]]:
    ann.new()
    ben.done("list")
    with ann.open() as of_ann, ben.open() as of_ben:
        yield of_ann, of_ben


async def test_who_is_asked_gives_the_pen_with_one_key_and_gets_it_back(
    two: tuple[Office, Office], ann: Machine, ben: Machine
) -> None:
    app = MinutebookApp(ann.meeting, clock=lambda: AT)
    app.held.enter_context(app.opened)
    with app.held:
        async with app.run_test(size=(120, 36)) as pilot:
            live, follower = Live(app, pilot), Follower(app, pilot)  # type: ignore[arg-type] # the same, followed
            await live.type("+Of Ann")
            await follower.until(lambda: "shared" in live.top.state)
            await live.write("+half a line")
            two[1].ask(ben.meeting)
            await follower.until(lambda: live.top.state == f"{two[1].who} asks for the pen: Ctrl+S gives it")
            await pilot.press("ctrl+s")
            await follower.until(lambda: isinstance(app.screen, FollowScreen))
            with open_meeting(ben.meeting) as opened:
                assert [entry.text for entry in opened.meeting.entries] == ["Of Ann"]
                key(opened, "+Of Ben")
                await follower.until(lambda: "Of Ben" in follower.log)
                await follower.until(lambda: f"{two[1].who} is writing" in follower.static("standing"))
                await pilot.press("w")
                await follower.until(lambda: opened.asked_by == two[0].who)
                assert "was asked for the pen" in follower.static("standing")
            await follower.until(lambda: isinstance(app.screen, LiveScreen))
            screen = app.screen
            assert isinstance(screen, LiveScreen)
            assert screen.line.text == "+half a line"
            await pilot.press("enter")
            await follower.until(lambda: app.opened.sharing.startswith("shared ") and app.opened.revision == 3)
    ben.done("list")
    assert ben.texts() == ["Of Ann", "Of Ben", "half a line"]


async def test_a_pen_whose_holder_has_fallen_silent_is_taken_over_after_a_question(
    two: tuple[Office, Office], ann: Machine, ben: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "LEASE", timedelta(0))
    monkeypatch.setattr(courier, "HEARTBEAT", 3600.0)
    with open_meeting(ann.meeting) as silent:
        key(silent, "+Before")
        until(lambda: silent.sharing.startswith("shared "))
        async with follow_app(ben.meeting) as follower:
            await follower.until(lambda: "Before" in follower.log)
            await follower.press("w")
            await follower.until(lambda: "once more takes it over" in follower.static("standing"))
            assert "has not been heard of" in follower.static("standing")
            assert not follower.app.opened.writable
            await follower.press("w")
            await follower.until(lambda: follower.app.opened.writable)


async def test_the_head_says_saved_and_shared_apart(two: tuple[Office, Office], ann: Machine, ben: Machine) -> None:
    app = MinutebookApp(ann.meeting, clock=lambda: AT)
    app.held.enter_context(app.opened)
    with app.held:
        async with app.run_test(size=(120, 36)) as pilot:
            live, follower = Live(app, pilot), Follower(app, pilot)  # type: ignore[arg-type] # the same, followed
            await live.type("+A line")
            await follower.until(lambda: live.top.state.startswith("saved ") and " · shared " in live.top.state)
