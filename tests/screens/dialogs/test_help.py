"""The help screen: this screen's keys, whole, by place, at any width."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.screens.live_app import Live, live_app, shown_in
from tui.keys.keymap import HEADINGS, TABLE
from tui.meeting.marks import MARKS
from tui.widgets.keys_page import KeysPage


def shown(live: Live) -> str:
    return shown_in(live.app.screen.query_one(KeysPage))


def whole(live: Live) -> str:
    """Give the page as one string, what is out of sight too, without the line breaks."""
    page = live.app.screen.query_one(KeysPage)
    return " ".join(" ".join(line.plain for line in page._lines).split())


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 36)])
async def test_it_holds_every_key_and_mark_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    async with live_app(tmp_path, size=size) as live:
        await live.press("f1")
        page = live.app.screen.query_one(KeysPage)
        assert max(line.cell_length for line in page._lines) <= page.line_width
        words = whole(live)
        for command in TABLE.commands_of(*live.screen.PLACES, "anywhere"):
            if size[0] < 80:
                assert " ".join(command.title.split()) in words, command
            assert command.title.split()[0] in words
        for place in live.screen.PLACES:
            assert HEADINGS[place] in words
        for mark, kind in MARKS.items():
            assert f"{mark} {kind.value}" in words


async def test_keys_and_words_stand_in_columns(tmp_path: Path) -> None:
    async with live_app(tmp_path, size=(80, 24)) as live:
        await live.press("f1", "pagedown", "pagedown")
        rows = {row.strip() for row in shown(live).splitlines()}
        starts = {row.index("Make the line") for row in rows if "Make the line" in row}
        starts |= {row.index("Go to the next") for row in rows if "Go to the next" in row}
        assert len(starts) == 1


async def test_it_scrolls_with_the_arrows_and_pages(tmp_path: Path) -> None:
    async with live_app(tmp_path, size=(80, 24)) as live:
        await live.press("f1")
        first = shown(live)
        await live.press("down")
        assert shown(live).splitlines()[0] == first.splitlines()[1]
        await live.press("up", "pagedown")
        assert shown(live) != first
        await live.press("end")
        assert "Quit" in shown(live)
        await live.press("home")
        assert shown(live) == first


@pytest.mark.parametrize("key", ["escape", "f1", "enter"])
async def test_it_closes_and_the_line_is_as_it_was(tmp_path: Path, key: str) -> None:
    async with live_app(tmp_path) as live:
        await live.write("half")
        await live.press("f1", key)
        assert live.app.screen is live.screen
        await live.write("way")
        assert live.line.line == "halfway"


async def test_it_begins_with_what_a_clerk_asks_and_words_find_and_run_it(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("One")
        await live.press("f1")
        page = shown(live)
        assert page.startswith("What a clerk asks")
        assert all(asked in page for asked in ("comes in late", "A vote", "A table", "A mistake"))
        await live.write("closed")
        await live.press("escape", "f1")
        await live.write("end of")
        await live.press("enter")
        assert live.meeting.closed is not None


async def test_what_needs_words_is_begun_in_the_palette(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("f1")
        await live.write("late")
        await live.press("enter")
        assert live.app.screen.query_one(Input).value == "/arrive "


async def test_words_that_find_nothing_do_nothing(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("f1")
        await live.write("xylophone")
        await live.press("enter")
        assert type(live.app.screen).__name__ == "KeysHelp"
        await live.press("escape")
        assert live.app.screen is live.screen
