"""Entries split, joined and put in between with the keys of the log; one undo takes each back."""

from __future__ import annotations

from pathlib import Path

from tests.screens.board import texts
from tests.screens.live_app import Live, live_app


def captured(live: Live) -> list[str]:
    return [entry.text for entry in live.entries]


async def test_an_entry_is_split_where_the_cursor_is_put_and_what_was_typed_comes_back(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+It rained. The pier was closed", "+after")
        await live.write("half a li")
        await live.press("ctrl+t", "up", "S")
        assert live.line.line == "It rained. The pier was closed"
        assert live.line.cursor_location == (0, len("It rained. "))
        assert live.kind == "÷ note"
        assert live.reading.startswith("Enter splits it")
        await live.press("enter")
        assert captured(live) == ["It rained.", "The pier was closed", "after"]
        assert live.line.line == "half a li"
        assert live.reading == "split into note and note"
        live.line.load_line("")
        await live.press("ctrl+z")
        assert captured(live) == ["It rained. The pier was closed", "after"]


async def test_words_on_one_side_alone_are_not_split_and_esc_leaves_the_entry(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+It rained all day")
        await live.press("ctrl+k", "S", "enter")
        assert captured(live) == ["It rained all day"]
        assert "on both sides" in live.reading
        await live.press("escape")
        assert live.line.line == ""
        assert captured(live) == ["It rained all day"]


async def test_an_entry_being_edited_is_split_from_the_palette(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one two")
        await live.press("ctrl+k", "e", "left", "left", "left", "ctrl+p")
        await live.write("split the entry being")
        await live.press("enter")
        assert captured(live) == ["one", "two"]
        assert live.line.has_focus


async def test_an_entry_joins_the_one_before_it_and_marked_ones_the_first(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one", "+two", "+three")
        await live.press("ctrl+t", "M")
        assert captured(live) == ["one", "two three"]
        assert "joined" in live.reading
        await live.press("ctrl+z", "end", "space", "home", "space", "M")
        assert captured(live) == ["one three", "two"]
        await live.press("ctrl+z")
        assert captured(live) == ["one", "two", "three"]


async def test_a_line_is_added_after_the_chosen_entry_and_the_meeting_goes_on(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("?why", ">because")
        await live.write("half a li")
        await live.press("ctrl+t", "up", "a")
        assert live.kind == "↳ response"
        assert live.line.line == ""
        await live.type("so that")
        assert texts(live) == ["why", "so that", "because"]
        assert live.line.line == "half a li"
        await live.press("ctrl+t", "a", "escape")
        assert live.line.line == "half a li"
        assert len(live.entries) == 3


async def test_a_line_to_be_added_comes_back_if_the_program_ends(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("?why")
        await live.press("ctrl+t", "a")
        await live.write("so that")
        path = live.app.opened.path
    async with live_app(tmp_path, path=path) as live:
        assert live.line.line == "so that"
