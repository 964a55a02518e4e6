"""The App of a meeting that is followed: read-only, until nobody writes it and the user asks to."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path, PurePath
from typing import ClassVar

from textual import on
from textual.screen import Screen

from tui.apps.base import now
from tui.apps.meeting import MinutebookApp
from tui.book.following import Following
from tui.book.meeting_file import Stored
from tui.book.opened import OpenMeeting
from tui.config.settings import Settings
from tui.errors import MinutebookError
from tui.meeting.history.journal import Journal
from tui.screens.follow import FollowScreen
from tui.screens.live.live import LiveScreen


class FollowApp(MinutebookApp):
    """Follow a meeting, and become the live app where the user opens it for writing."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*MinutebookApp.CSS_PATH, "../screens/follow.tcss"]

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], datetime] = now,
        settings: Settings | None = None,
        internal: bool = False,
        projector: bool = False,
    ) -> None:
        """Take the first look. Raises BookError where the meeting can't be read."""
        self.following = Following(path, internal=internal)
        self._projector = projector
        self._follow: FollowScreen | None = None
        self.held = ExitStack()
        """Closes the meeting if it was opened for writing; run the app within it."""
        super().__init__(path, clock=clock, settings=settings)

    def open(self, path: Path) -> OpenMeeting:
        """Return the meeting as it is shown, which nobody can change."""
        return OpenMeeting(path, Stored(journal=Journal(meeting=self.following.snapshot.meeting)))

    def get_default_screen(self) -> Screen[None]:
        """Return the following screen, so that it is the first thing mounted."""
        self._follow = FollowScreen(self.following, self._clock, projector=self._projector)
        return self._follow

    def run_following(self) -> None:
        """Run until the user quits; what was written here, if anything, is then on the disk, or an error says not."""
        self.run_within(self.held)

    @on(FollowScreen.WritingAsked)
    async def open_for_writing(self) -> None:
        """Take the meeting over, where it can be had, and go on as its live screen."""
        if self._live is not None or self._follow is None:
            return
        try:
            opened = super().open(self.following.path)
        except MinutebookError as error:
            self._follow.say(str(error), refused=True)
            return
        self.following.close()
        self.opened = self.held.enter_context(opened)
        self._live = LiveScreen(opened, self._clock)
        # On top of the following screen, which now looks no more: Textual cannot take its first screen away.
        await self.push_screen(self._live)
