"""The Apps on a meeting that is open for writing, and the one boundary where what the disk refuses is asked about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual import on, work
from textual.screen import Screen

from tui.apps.base import CommandApp, now
from tui.book.opened import OpenMeeting, open_meeting
from tui.book.writer import WriteResult
from tui.config.settings import Settings
from tui.screens.dialogs.save_elsewhere import Unsaved
from tui.screens.live.live import LiveScreen
from tui.screens.opened_screen import OpenedScreen, Written

_PATIENCE = 2.0
"""Seconds that quitting waits for the disk before it says what is wrong."""


class WritingApp(CommandApp):
    """An App that has at most one meeting open for writing at a time."""

    take_over = False
    """Whether a meeting is taken over whose writer has not been heard of for minutes."""

    def __init__(self, *, clock: Callable[[], datetime] = now, settings: Settings | None = None) -> None:
        self._failure = ""
        super().__init__(clock=clock, settings=settings)

    @property
    def writing(self) -> OpenMeeting | None:
        """The meeting that is open; None for none."""
        raise NotImplementedError

    def open(self, path: Path) -> OpenMeeting:
        """Open a meeting for writing. Raises BookError, MeetingHeld among them."""
        return open_meeting(path, on_saved=self._on_saved, take_over=self.take_over)

    def _on_saved(self, result: WriteResult) -> None:
        """Pass on what came of a write; called in the writer's thread."""
        self._failure = result.error
        if self.is_running:
            self.post_message(Written(result))

    @on(Written)
    def tell_screens(self, event: Written) -> None:
        """Pass on what came of a write to the screens that say it."""
        for screen in self._opened_screens:
            screen.post_message(Written(event.result))

    @property
    def _opened_screens(self) -> list[OpenedScreen]:
        """The screens on the open meeting, the one on top first."""
        return [screen for screen in reversed(self.screen_stack) if isinstance(screen, OpenedScreen)]

    @work
    async def leave(self) -> None:
        """Quit: nothing to save and nothing asked, unless the disk has refused what is typed."""
        if isinstance(self.screen, Unsaved):
            self.screen.dismiss("leave")
        elif self.all_saved() or await self.gives_up():
            self.exit()

    def all_saved(self) -> bool:
        """Return whether the disk has all of the open meeting, and wait a moment for it."""
        return self.writing is None or self.writing.flush(_PATIENCE)

    async def gives_up(self) -> bool:
        """Ask what is to become of what the disk refuses; tell whether the user gives it up. Await it in a worker."""
        choice = await self.push_screen_wait(Unsaved(self._failure or "the disk does not answer"))
        if choice == "elsewhere":
            for screen in self._opened_screens[:1]:
                screen.save_elsewhere()
        return choice == "leave"


class MinutebookApp(WritingApp):
    """The program on one meeting."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], datetime] = now,
        settings: Settings | None = None,
        take_over: bool = False,
    ) -> None:
        super().__init__(clock=clock, settings=settings)
        self.take_over = take_over
        self._live: LiveScreen | None = None
        self.opened: OpenMeeting = self.open(path)

    @property
    def writing(self) -> OpenMeeting:
        """The meeting."""
        return self.opened

    def get_default_screen(self) -> Screen[None]:
        """Return the live screen, so that it is the first thing mounted."""
        self._live = LiveScreen(self.opened, self._clock)
        return self._live

    def run_live(self) -> None:
        """Run until the user quits; then everything is on the disk, or an error says that it isn't."""
        self.run_within(self.opened)
