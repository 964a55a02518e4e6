"""Notifications that pass: one that is shown at the very moment at which it passes does not hold the program up."""

from __future__ import annotations

from textual.notifications import Notification

_AT_LEAST = 0.01
"""Seconds."""


class PassingNotification(Notification):
    """A notification whose time that is left is never nothing or less.

    Textual looks whether it has expired, then starts a timer with what is left, and a timer that is to end in the past
    runs for ever without letting anything else in: the screen stands still.
    """

    @property
    def time_left(self) -> float:
        """Return the seconds after which it goes."""
        return max(super().time_left, _AT_LEAST)

    @property
    def has_expired(self) -> bool:
        """Return whether its time is over."""
        return super().time_left <= 0
