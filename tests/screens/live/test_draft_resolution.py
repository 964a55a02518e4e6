"""The resolution that the agenda drafts is offered when its item is reached, and recorded with one key."""

from __future__ import annotations

from pathlib import Path

from tests.commands.command_line import AGENDA
from tests.screens.live_app import live_app
from tui.meeting.model import Kind

DRAFTED = AGENDA.replace("2. Moorings\n", "2. Moorings\n   Resolved: that the fees be raised by 3%\n")


async def test_it_is_offered_on_the_empty_line_of_its_item_and_taken_by_tab_and_enter(tmp_path: Path) -> None:
    async with live_app(tmp_path, DRAFTED) as live:
        assert live.line.suggestion == ""
        await live.press("ctrl+n")
        drafted = live.meeting.sections[1].resolution
        assert live.line.suggestion == f"={drafted}"
        await live.press("tab", "enter")
        assert [(entry.kind, entry.text) for entry in live.entries] == [(Kind.DECISION, drafted)]
        assert live.line.suggestion == ""


async def test_what_is_typed_takes_its_place_and_another_item_has_none(tmp_path: Path) -> None:
    async with live_app(tmp_path, DRAFTED) as live:
        await live.press("ctrl+n")
        await live.write("x")
        assert not live.line.suggestion.startswith("=")
        await live.press("backspace")
        assert live.line.suggestion.startswith("=")
        await live.press("ctrl+n")
        assert live.line.suggestion == ""
