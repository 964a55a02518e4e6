"""The App of a meeting that is followed: read-only, until nobody writes it and the user asks to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path, PurePath
from typing import ClassVar

from textual.screen import Screen

from tui.apps.base import now
from tui.apps.meeting import MinutebookApp
from tui.book.following import Following
from tui.book.meeting_file import Stored
from tui.book.opened import OpenMeeting
from tui.config.settings import Settings
from tui.meeting.history.journal import Journal
from tui.screens.follow import FollowScreen


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
        super().__init__(path, clock=clock, settings=settings)

    def open(self, path: Path) -> OpenMeeting:
        """Return the meeting as it is shown, which nobody can change."""
        return OpenMeeting(path, Stored(journal=Journal(meeting=self.following.snapshot.meeting)))

    def get_default_screen(self) -> Screen[None]:
        """Return the following screen, so that it is the first thing mounted."""
        return FollowScreen(self.following, self._clock, projector=self._projector)

    def run_following(self) -> None:
        """Run until the user quits; what was written here, if anything, is then on the disk, or an error says not."""
        self.run_within(self.held)
