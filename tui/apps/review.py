"""The App of `minutebook review`: the chair's review of a meeting, and nothing below it."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import ClassVar

from textual.notifications import SeverityLevel
from textual.screen import Screen

from tui.apps.meeting import MinutebookApp
from tui.book.opened import OpenMeeting
from tui.book.proposals.proposing import propose
from tui.errors import MeetingHeld
from tui.meeting.text.sanitizing import showable
from tui.screens.review.review import ReviewScreen


class ReviewApp(MinutebookApp):
    """Open a meeting at its review; leaving that quits."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*MinutebookApp.CSS_PATH, "../screens/review/review.tcss"]

    def open(self, path: Path) -> OpenMeeting:
        """Open the meeting; where another machine writes it, what is settled here goes there. Raises BookError."""
        try:
            return super().open(path)
        except MeetingHeld as held:
            opened = propose(path, held.message, self._on_saved)
            if opened is None:
                raise
            return opened

    def on_ready(self) -> None:
        """Say what came back of a damaged file, or who writes the meeting."""
        if self.opened.notice:
            severity: SeverityLevel = "warning" if self.opened.writable else "information"
            self.notify(showable(self.opened.notice), severity=severity, timeout=20, markup=False)

    def get_default_screen(self) -> Screen[None]:
        """Return the review, so that it is the first thing mounted."""
        return ReviewScreen(self.opened, self._clock)
