"""The following app on a meeting that the test itself writes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from tests.screens.live_app import AT, shown_in
from tui.apps.follow import FollowApp
from tui.book.opened import OpenMeeting
from tui.meeting.capture.capture import enter
from tui.screens.follow import FollowScreen
from tui.widgets.live.agenda_list import AgendaList
from tui.widgets.live.section_view import SectionPane
from tui.widgets.live.top_line import TopLine

PATIENCE = 60.0


class Follower:
    """The following screen under a test's hands."""

    def __init__(self, app: FollowApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> FollowScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, FollowScreen))

    def static(self, name: str) -> str:
        return str(self.screen.query_one(f"#{name}", Static).render())

    @property
    def top(self) -> TopLine:
        return self.screen.query_one(TopLine)

    @property
    def log(self) -> str:
        return shown_in(self.screen.query_one("#log", SectionPane))

    @property
    def room(self) -> str:
        return shown_in(self.screen.query_one("#words", SectionPane))

    @property
    def agenda(self) -> str:
        return shown_in(self.screen.query_one(AgendaList))

    @property
    def everything(self) -> str:
        """All that stands on the screen."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds on the screen."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await self.pilot.pause(0.02)
        await self.pilot.pause()


def write(opened: OpenMeeting, *lines: str) -> None:
    """Enter lines and wait until they are on the disk."""
    for line in lines:
        opened.take(enter(opened.journal, line, AT).journal, line="")
    assert opened.flush()


@asynccontextmanager
async def follow_app(
    path: Path, *, size: tuple[int, int] = (120, 36), internal: bool = False, projector: bool = False
) -> AsyncIterator[Follower]:
    """Run the following app on a meeting."""
    app = FollowApp(path, clock=lambda: AT, internal=internal, projector=projector)
    with app.held:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Follower(app, pilot)
