"""A meeting that got another title or day: the later ones that took its actions on say so by its new name."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.opened import open_meeting
from tui.errors import MinutebookError
from tui.meeting.details.sources import with_source
from tui.meeting.history.journal import commit
from tui.meeting.model import Meeting, Source


def rename_source(book: Book, meeting: Meeting, at: datetime) -> None:
    """Let the meetings of a book know another one by its title and day of now; those approved stay as they were signed.

    What another program has open, or what can't be read or written, stays as it is. Raises BookError where the book
    can't be read.
    """
    source = Source(id=meeting.id, title=meeting.title, date=meeting.date)
    for path in book.files():
        with suppress(MinutebookError, OSError):
            if meeting.id.encode() not in path.read_bytes():
                continue
            other = read_meeting(path)
            if other.id == meeting.id or other.approval is not None or with_source(other, source) is other:
                continue
            with open_meeting(path) as opened:
                opened.take(commit(opened.journal, with_source(opened.meeting, source), "details", at))
