"""The book's app on a folder of meetings made for a test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static

from tests.pictures.meetings import AT
from tests.screens.live_app import shown_in
from tui.apps.book import BookApp
from tui.book.folder import Book
from tui.config.settings import read_settings
from tui.screens.book.book import BookScreen
from tui.screens.book.importing import ImportScreen
from tui.screens.book.other_registers import OtherRegistersScreen
from tui.screens.book.register import RegisterScreen
from tui.screens.live.live import LiveScreen
from tui.widgets.lists.lines import LinesView
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.prompt import Prompt
from tui.widgets.reading.page_area import PageArea

PATIENCE = 60.0


class OpenBook:
    """The book's app under a test's hands."""

    def __init__(self, app: BookApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    @property
    def live(self) -> LiveScreen:
        assert isinstance(self.app.screen, LiveScreen)
        return self.app.screen

    @property
    def list(self) -> list[str]:
        """The rows of the list on the screen, with single blanks; the chosen one begins with `›`."""
        assert isinstance(self.app.screen, BookScreen | RegisterScreen | OtherRegistersScreen | ImportScreen)
        rows = shown_in(self.app.screen.query_one(LinesView)).splitlines()
        return [" ".join(row.split()) for row in rows if row.strip()]

    def static(self, name: str) -> str:
        return str(self.app.screen.query_one(f"#{name}", Static).render())

    @property
    def prompt(self) -> str:
        """What the question at the foot asks, and what it makes of what is typed; empty while nothing is asked."""
        asked = self.app.screen.query_one(Prompt)
        parts = [str(asked.query_one(part, Static).render()).strip() for part in (".asked", ".match")]
        return ": ".join(parts) if asked.is_open else ""

    @property
    def everything(self) -> str:
        """All that stands on the screen."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until what they caused is there."""
        await self.pilot.press(*keys)
        await self.settle()

    async def write(self, words: str) -> None:
        """Put words where the cursor stands, in place of what is selected."""
        focused = self.app.focused
        if isinstance(focused, CaptureLine | PageArea):
            focused.insert_words(words)
        else:
            assert isinstance(focused, Input)
            focused.delete_selection()
            focused.delete_selection()
            focused.insert_text_at_cursor(words)
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        """Paste, as a terminal does, and wait until what came of it is there."""
        self.app.post_message(Paste(text))
        await self.settle()

    async def answer(self, words: str) -> None:
        """Write words and press Enter."""
        await self.write(words)
        await self.press("enter")

    async def settle(self) -> None:
        """Wait until no key is being handled or kept waiting."""
        await self.pilot.pause()
        await self.until(lambda: not self.app.keys_wait)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await self.pilot.pause(0.01)
        await self.pilot.pause()


@asynccontextmanager
async def book_app(
    folder: Path, *, size: tuple[int, int] = (120, 36), settings: Path | None = None
) -> AsyncIterator[OpenBook]:
    """Run the book's app on a folder, with the settings of a file."""
    app = BookApp(Book(folder), clock=lambda: AT, settings=read_settings(settings) if settings else None)
    with app.held:
        async with app.run_test(size=size, notifications=True) as pilot:
            book = OpenBook(app, pilot)
            await book.settle()
            yield book
