"""A version of the meeting that another program put in its place is compared on the screen, and joined."""

from __future__ import annotations

import shutil
from pathlib import Path

from textual.widgets import Static

from tests.screens.live_app import AT, Live, live_app
from tui.book.meeting_file import read_meeting
from tui.book.opened import open_meeting
from tui.meeting.capture.capture import enter
from tui.screens.dialogs.join_versions import JoinVersions
from tui.widgets.lists.difference_list import DifferenceList


def kept_elsewhere(path: Path, *lines: str) -> Path:
    """Go on with a copy of a meeting on another computer; return it."""
    copy = path.parent / "elsewhere" / path.name
    copy.parent.mkdir(exist_ok=True)
    shutil.copy(path, copy)
    with open_meeting(copy) as opened:
        for line in lines:
            opened.take(enter(opened.journal, line, AT).journal)
    return copy


def said(live: Live) -> str:
    return str(live.app.screen.query_one("#entry", Static).render())


async def saved(live: Live) -> None:
    assert live.app.opened.flush()
    await live.pilot.pause()


async def test_what_a_sync_put_in_place_is_told_compared_and_joined(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        path = live.app.opened.path
        await live.type("!HM to paint the pier")
        await saved(live)
        kept_elsewhere(path, "!TR to buy theirs", "+theirs too").replace(path)
        await live.type("+typed here")
        await saved(live)
        assert "ANOTHER VERSION" in live.top.state
        await live.press("ctrl+s")
        assert isinstance(live.app.screen, JoinVersions)
        assert "ANOTHER VERSION" not in live.top.state
        assert live.app.screen.query_one(DifferenceList).count == 3
        assert said(live) == "only in the copy: TR to buy theirs"
        await live.press("down", "down")
        assert said(live) == "not in the copy: typed here"
        await live.press("enter")
        assert isinstance(live.app.screen, JoinVersions)
        await live.press("up", "up", "space", "enter")
        texts = ["HM to paint the pier", "typed here", "TR to buy theirs"]
        assert [entry.text for entry in live.entries] == texts
        assert live.entries[-1].action is not None
        assert live.entries[-1].action.ref == "A2"
        await saved(live)
        assert [entry.text for entry in read_meeting(path).entries] == texts
        await live.press("ctrl+z")
        assert [entry.text for entry in live.entries] == texts[:2]


async def test_conflict_copies_are_compared_one_after_the_other_and_all_of_one_is_taken(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        path = live.app.opened.path
        await live.type("+a note of ours")
        await saved(live)
        names = (f"{path.stem}.sync-conflict-20240508-101112-ABCDEFG.json", f"{path.stem}-LAPTOP-7Q2.json")
        for name in names:
            kept_elsewhere(path, f"+from {name[-12:-5]}", "+more").replace(path.with_name(name))
        live.screen.join_versions()
        await live.pilot.pause()
        first = said(live)
        await live.press("tab")
        assert said(live) != first
        await live.press("tab", "a", "enter")
        assert [entry.text for entry in live.entries][1:] == [first.partition(": ")[2], "more"]
        live.screen.join_versions()
        await live.pilot.pause()
        assert said(live) == "nothing in it is missing here: its file can be deleted"
        await live.press("enter", "escape")
        assert len(live.entries) == 3


async def test_without_another_version_that_is_said(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        live.screen.join_versions()
        await live.pilot.pause()
        assert not isinstance(live.app.screen, JoinVersions)
        assert "no other version" in live.reading
