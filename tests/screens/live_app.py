"""The live app on a meeting made for a test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from tests.commands.command_line import AGENDA
from tui.apps.meeting import MinutebookApp
from tui.book.folder import Book
from tui.meeting.model import Entry, Meeting
from tui.screens.live.live import LiveScreen
from tui.use_cases.making import new_meeting
from tui.widgets.lists.lines import LinesView
from tui.widgets.live.agenda_list import AgendaList
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.log_view import LogView
from tui.widgets.live.status_line import ReadingLine
from tui.widgets.live.top_line import TopLine

AT = datetime(2024, 5, 7, 18, 42, 8, tzinfo=UTC)


class Live:
    """The live screen under a test's hands."""

    def __init__(self, app: MinutebookApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> LiveScreen:
        """The live screen, whatever stands on top of it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, LiveScreen))

    @property
    def meeting(self) -> Meeting:
        return self.app.opened.meeting

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.meeting.entries

    @property
    def line(self) -> CaptureLine:
        return self.screen.line

    @property
    def reading(self) -> str:
        """What the line under the capture line says."""
        return self.screen.query_one(ReadingLine).words

    @property
    def kind(self) -> str:
        return str(self.screen.query_one("#kind").render()).strip()

    @property
    def top(self) -> TopLine:
        return self.screen.query_one(TopLine)

    @property
    def log(self) -> str:
        return shown_in(self.screen.query_one(LogView))

    @property
    def agenda(self) -> str:
        return shown_in(self.screen.query_one(AgendaList))

    async def type(self, *lines: str) -> None:
        """Type lines, each with Enter."""
        for line in lines:
            await self.write(line)
            await self.pilot.press("enter")
        await self.pilot.pause()

    async def write(self, words: str) -> None:
        """Put words in without Enter, at once where the focus is in a line: the terminal tests press every key."""
        focused = self.app.focused
        if isinstance(focused, CaptureLine):
            focused.insert_words(words)
        elif isinstance(focused, Input):
            focused.delete_selection()
            focused.insert_text_at_cursor(words)
        else:
            await self.pilot.press(*(_key(character) for character in words))
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()


def _key(character: str) -> str:
    return {" ": "space", "\t": "tab"}.get(character, character)


def shown_in(view: LinesView) -> str:
    """Give the words a view shows, wrapped lines joined."""
    strips = [view.render_line(y) for y in range(view.size.height)]
    return "\n".join(strip.text.rstrip() for strip in strips)


@asynccontextmanager
async def live_app(
    folder: Path, agenda: str = AGENDA, *, size: tuple[int, int] = (120, 36), path: Path | None = None
) -> AsyncIterator[Live]:
    """Run the live screen on a new meeting, or on the one at `path`."""
    if path is None:
        path = new_meeting(Book(folder), agenda, "agenda.md", after=None, day=None, at=AT).path
    app = MinutebookApp(path, clock=lambda: AT)
    with app.opened:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Live(app, pilot)
