"""What words that tell a day come to."""

from __future__ import annotations

from datetime import date

from tui.meeting.model import NamedMeeting, Value


class Reading(Value, frozen=True, kw_only=True):
    """Words that were understood, from the place they were read at."""

    end: int
    """Where they end."""
    date: date | None = None
    """What follows from them; None where no date does."""
    meeting: NamedMeeting | None = None
    """The meeting of the series that they name; None where they name none, or one by its date."""
