"""Undo and redo across sections: the view goes where the change was."""

from __future__ import annotations

from pathlib import Path

from tests.screens.board import action_of, texts
from tests.screens.live_app import live_app
from tui.meeting.model import Kind

# Undo and redo.


async def test_undo_shows_the_section_where_the_change_was_and_says_what_it_was(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+here", "!TR to pay", "/go 3", "+there")
        await live.press("ctrl+z", "ctrl+z")
        assert live.reading == "Undone: action “TR to pay”, in 1. Matters arising"
        assert "here" in live.log
        above = str(live.screen.query_one("#elsewhere").render())
        assert above == "Looking at 1. Matters arising · you are in 3. Any other business"
        assert live.top.section == "3. Any other business"
        await live.press("ctrl+y")
        assert "TR to pay" in live.log
        await live.press("ctrl+y")
        assert str(live.screen.query_one("#elsewhere").render()) == ""
        assert "there" in live.log


async def test_what_is_captured_after_an_undo_elsewhere_goes_to_the_current_section(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one", "+two", "/go 3")
        await live.press("ctrl+z")
        await live.type("three")
        assert [e.text for e in live.meeting.entries_of(3)] == ["three"]
        assert "three" in live.log
        assert "one" not in live.log
        assert str(live.screen.query_one("#elsewhere").render()) == ""


async def test_the_log_works_on_the_section_it_shows_and_coming_back_shows_the_current_one(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one", "+two", "/go 3", "+three")
        await live.press("ctrl+z", "ctrl+z", "up", "?")
        assert [e.kind for e in live.entries] == [Kind.QUESTION]
        assert "one" in live.log
        await live.press("escape")
        assert "one" not in live.log


async def test_undo_typed_as_a_command_shows_where_too(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one", "/go 3", "/undo")
        assert "Undone: note “one”, in 1. Matters arising" in live.reading


async def test_undoing_the_entry_that_is_being_edited_ends_the_edit(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one")
        await live.write("begun")
        await live.press("up", "e", "ctrl+z")
        assert texts(live) == []
        assert live.screen.capture.editing is None
        assert live.line.line == "begun"


async def test_undo_and_redo_are_still_there_after_a_restart(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+one", "+two")
        await live.press("up", "!", "o", "t", "enter", "escape")
        await live.type("/go 3", "+three", "/undo")
        path = live.app.opened.path
        kept = live.entries
    async with live_app(tmp_path, path=path) as again:
        assert again.entries == kept
        await again.press("ctrl+y")
        assert texts(again) == ["one", "two", "three"]
        await again.press("ctrl+z", "ctrl+z")
        assert action_of(again, 1).owners == ()
        await again.press("ctrl+z")
        assert again.entries[1].kind is Kind.NOTE
        assert again.reading == "Undone: action “two”, in 1. Matters arising"
        await again.press("ctrl+y", "ctrl+y")
        assert action_of(again, 1).owners == ("TR",)
