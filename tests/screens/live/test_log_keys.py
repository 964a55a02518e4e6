"""The log's own keys: selecting entries and changing one or several of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.board import texts
from tests.screens.live_app import live_app
from tui.meeting.marks import MARKS
from tui.meeting.model import Kind

# Selecting.


@pytest.mark.parametrize("key", ["pageup", "pagedown"])
async def test_a_page_up_or_down_in_a_log_shorter_than_the_screen_selects_an_entry(tmp_path: Path, key: str) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+first", "+second", "+third")
        await live.press("up", "k", key)
        assert live.screen.log_view.selected in {entry.id for entry in live.entries}
        await live.press("#")
        assert [entry.kind for entry in live.entries].count(Kind.SUBHEADING) == 1


async def test_the_selection_moves_by_entries_pages_and_to_both_ends(tmp_path: Path) -> None:
    async with live_app(tmp_path, size=(80, 24)) as live:
        await live.type(*(f"+entry {number}" for number in range(1, 21)))
        log = live.screen.log_view
        await live.press("up")
        assert log.selected == 20
        await live.press("k", "k", "j")
        assert log.selected == 19
        await live.press("home")
        assert log.selected == 1
        await live.press("up")
        assert log.selected == 1
        await live.press("pagedown")
        first = log.selected
        assert first is not None
        assert 5 < first < 20
        await live.press("pageup")
        assert log.selected == 1
        await live.press("end", "pagedown")
        assert log.selected == 20
        assert log.has_focus
        await live.press("j")
        assert live.line.has_focus


@pytest.mark.parametrize("key", ["escape", "ctrl+t", "down"])
async def test_coming_back_leaves_nothing_selected_and_the_log_follows_what_is_captured(
    tmp_path: Path, key: str
) -> None:
    async with live_app(tmp_path, size=(80, 24)) as live:
        await live.type(*(f"+entry {number}" for number in range(1, 21)))
        await live.press("up", key)
        assert live.line.has_focus
        assert live.screen.log_view.selected is None
        await live.type("the newest")
        assert "the newest" in live.log


async def test_the_selected_and_the_marked_are_told_without_colour(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one", "+two")
        await live.press("up", "space", "up")
        rows = [row for row in live.log.splitlines() if row.strip()]
        assert [row[:2].strip() for row in rows] == ["›", "•"]
        assert live.reading == "1 marked"


async def test_a_click_selects_an_entry(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("?one", ">two")
        await live.pilot.click("#log", offset=(20, live.screen.log_view.size.height - 2))
        await live.pilot.pause()
        assert live.screen.log_view.selected == 1
        await live.press("delete")
        assert texts(live) == ["two"]


async def test_a_double_click_edits_an_entry(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("?one", ">two")
        await live.pilot.click("#log", offset=(20, live.screen.log_view.size.height - 2), times=2)
        await live.pilot.pause()
        assert (live.line.line, live.line.has_focus) == ("one", True)


async def test_few_entries_stand_near_the_line(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one", "+two")
        rows = live.log.splitlines()
        assert "two" in rows[-1]
        assert not rows[0].strip()


async def test_a_key_at_the_foot_can_be_clicked(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        keys = str(live.screen.query_one("#keys").render())
        await live.pilot.click("#keys", offset=(keys.index("Ctrl+N") + 2, 0))
        await live.pilot.pause()
        assert live.top.section == "2. Moorings"


# Changing.


@pytest.mark.parametrize(("mark", "kind"), [pair for pair in MARKS.items() if pair[1] is not Kind.UPDATE])
async def test_a_mark_converts_the_selected_entry_and_keeps_its_words(tmp_path: Path, mark: str, kind: Kind) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+before", "?the pier needs paint", "+after")
        await live.press("up", "up", mark)
        assert [(e.kind, e.text) for e in live.entries] == [
            (Kind.NOTE, "before"),
            (kind, "the pier needs paint"),
            (Kind.NOTE, "after"),
        ]
        assert live.screen.log_view.selected == 2
        assert live.screen.log_view.has_focus


async def test_a_conversion_that_cannot_be_says_why_and_changes_nothing(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one")
        await live.press("up", "~")
        assert live.entries[0].kind is Kind.NOTE
        assert "no action was brought forward" in live.reading
        assert live.screen.query_one("#reading").has_class("-refused")


async def test_deleting_selects_the_next_and_undo_from_the_log_brings_it_back_selected(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one", "+two", "+three")
        await live.write("half a line")
        await live.press("up", "up", "delete")
        assert texts(live) == ["one", "three"]
        assert live.screen.log_view.selected == 3
        assert live.reading == "deleted note “two”; Ctrl+Z undoes it"
        await live.press("ctrl+z")
        assert texts(live) == ["one", "two", "three"]
        assert live.screen.log_view.selected == 2
        assert live.line.line == "half a line"
        await live.press("ctrl+y", "delete", "delete")
        assert texts(live) == []
        assert live.line.has_focus
        assert live.line.line == "half a line"


async def test_marked_entries_are_changed_at_once_and_undone_at_once(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one", "+two", "+three")
        await live.press("up", "space", "up", "up", "space", "!")
        assert [e.kind for e in live.entries] == [Kind.ACTION, Kind.NOTE, Kind.ACTION]
        await live.press("o", "t", "enter")
        assert [e.action and e.action.owners for e in live.entries] == [("TR",), None, ("TR",)]
        assert live.reading == "2 entries: TR"
        await live.press("ctrl+z", "ctrl+z")
        assert [e.kind for e in live.entries] == [Kind.NOTE] * 3
        await live.press("delete")
        assert texts(live) == ["two"]
        await live.press("ctrl+z")
        assert texts(live) == ["one", "two", "three"]


async def test_entries_move_up_and_down_and_to_another_section(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one", "+two", "+three")
        await live.press("up", "K")
        assert texts(live) == ["one", "three", "two"]
        await live.press("K", "K")
        assert texts(live) == ["three", "one", "two"]
        assert "first entry" in live.reading
        await live.press("J", "m", "m", "o", "enter")
        await live.pilot.pause()
        assert [e.text for e in live.meeting.entries_of(2)] == ["three"]
        assert live.reading == "moved note to 2. Moorings"
        assert live.screen.log_view.selected == 2
        assert live.top.section == "1. Matters arising"
        await live.press("m", "escape")
        assert [e.text for e in live.meeting.entries_of(1)] == ["one", "two"]


async def test_x_restricts_and_lifts_that(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one")
        await live.press("up", "x")
        assert live.entries[0].restricted
        await live.press("x")
        assert not live.entries[0].restricted
