"""The wording of an item at the last meeting of the series is taken with one key."""

from __future__ import annotations

from pathlib import Path

from tests.commands.command_line import AGENDA
from tests.screens.live_app import AT, live_app
from tui.book.folder import Book
from tui.book.opened import open_meeting
from tui.meeting.capture.capture import enter
from tui.meeting.model import Kind
from tui.use_cases.making import new_meeting

APRIL = AGENDA.replace("7 May", "2 April").replace("May 2024", "April 2024")


async def test_it_is_taken_by_tab_and_enter_with_its_figures_as_gaps(tmp_path: Path) -> None:
    earlier = new_meeting(Book(tmp_path), APRIL, "agenda.md", after=None, day=None, at=AT).path
    with open_meeting(earlier) as opened:
        for line in ("/next", "+All 40 moorings were let on 2 April.", "+The list is closed."):
            opened.take(enter(opened.journal, line, AT).journal)
    async with live_app(tmp_path) as live:
        while not live.screen.suggesting.ready:
            await live.pilot.pause(0.02)
        await live.press("ctrl+n")
        assert live.line.suggestion == "+All ?? moorings were let on ??."
        await live.press("tab", "enter")
        assert [(entry.kind, entry.text) for entry in live.entries] == [(Kind.NOTE, "All ?? moorings were let on ??.")]
        assert live.line.suggestion == "+The list is closed."
