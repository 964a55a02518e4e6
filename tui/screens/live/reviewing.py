"""The desk of the chair's review, which opens above the live screen and leaves the line being typed alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from tui.book.opened import OpenMeeting
from tui.meeting.actions.actions import actions_of
from tui.meeting.capture.disabled_reason import NO_ACTIONS
from tui.screens.live.capturing import Capturing

if TYPE_CHECKING:
    from tui.screens.review.review import Place


class Reviewing(Capturing):
    """Open the review where it was left."""

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self._review_left_at: Place | None = None

    def action_review(self) -> None:
        """Open the chair's review."""
        if self.editing:
            self.say("an entry is being edited; Enter keeps it, Esc leaves it as it was")
        elif not actions_of(self.meeting):
            self.say(NO_ACTIONS)
        else:
            from tui.screens.review.review import ReviewScreen

            review = ReviewScreen(self.opened, self.now, place=self._review_left_at, saved_at=self.saved_at)
            self.app.push_screen(review, lambda _: self._come_from(review.left_at))

    def _come_from(self, place: Place) -> None:
        """Show what the review has changed."""
        self._review_left_at = place
        self.show_saving()
        self.suggesting.learn(self.meeting)
        self.show_meeting()
