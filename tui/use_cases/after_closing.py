"""What follows when a meeting has been closed: its file's name is made to fit, minutes that it agreed are approved."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tui.book.folder import Book
from tui.book.opened import OpenMeeting
from tui.book.shelf.moving import rename_to_fit
from tui.errors import MinutebookError
from tui.meeting.model import Value
from tui.use_cases.approve_previous import AutoApproval, approve_previous
from tui.use_cases.rename_source import rename_source


class Closed(Value, frozen=True, kw_only=True):
    """What came of closing a meeting."""

    path: Path
    """Its file, which may have another name than before."""
    approvals: tuple[AutoApproval, ...] = ()
    problem: str = ""
    """Why its file could not be renamed, or the book could not be read; empty where all went well."""


def after_closing(closed: OpenMeeting, at: datetime) -> Closed:
    """Rename a meeting's file where its day or series changed, tell later meetings, and approve the minutes it agreed.

    It is on the disk now and no longer held.
    """
    path, problem = closed.path, ""
    try:
        if closed.saved_revision == closed.revision:
            path = rename_to_fit(closed.path, closed.journal)
    except MinutebookError as error:
        problem = f"the file keeps its name: {error}"
    try:
        if path != closed.path:
            rename_source(Book(path.parent), closed.meeting, at)
        return Closed(path=path, problem=problem, approvals=approve_previous(Book(path.parent), closed.meeting, at))
    except MinutebookError as error:
        return Closed(path=path, problem="; ".join(filter(None, (problem, str(error)))))
