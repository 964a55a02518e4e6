"""The App of `minutebook review`: the chair's review of a meeting, and nothing below it."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.screen import Screen

from tui.apps.meeting import MinutebookApp
from tui.meeting.text.sanitizing import showable
from tui.screens.review.review import ReviewScreen


class ReviewApp(MinutebookApp):
    """Open a meeting at its review; leaving that quits."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*MinutebookApp.CSS_PATH, "../screens/review/review.tcss"]

    def on_ready(self) -> None:
        """Say what came back of a damaged file."""
        if self.opened.notice:
            self.notify(showable(self.opened.notice), severity="warning", timeout=20, markup=False)

    def get_default_screen(self) -> Screen[None]:
        """Return the review, so that it is the first thing mounted."""
        return ReviewScreen(self.opened, self._clock)
