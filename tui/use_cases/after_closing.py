"""What follows when a meeting has been closed, wherever that was: the minutes that it agreed are approved."""

from __future__ import annotations

from datetime import datetime

from tui.book.folder import Book
from tui.book.opened import OpenMeeting
from tui.errors import MinutebookError
from tui.meeting.model import Value
from tui.use_cases.approve_previous import AutoApproval, approve_previous


class Closed(Value, frozen=True, kw_only=True):
    """What came of closing a meeting."""

    approvals: tuple[AutoApproval, ...] = ()
    problem: str = ""
    """Why the book could not be read for them; empty where it could."""


def after_closing(closed: OpenMeeting, at: datetime) -> Closed:
    """Approve the minutes that a meeting agreed, now that it is on the disk and no longer held."""
    try:
        return Closed(approvals=approve_previous(Book(closed.path.parent), closed.meeting, at))
    except MinutebookError as error:
        return Closed(problem=str(error))
