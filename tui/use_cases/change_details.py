"""Changing the details of a meeting of the book that is not open: its file's name follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from tui.book.file_names import series_keys, series_name
from tui.book.folder import Book
from tui.book.opened import open_meeting
from tui.book.register.index import read_index
from tui.book.shelf.moving import free_name, named_after_itself
from tui.meeting.history.journal import commit
from tui.meeting.model import Meeting, Value
from tui.use_cases.after_closing import Closed, after_closing


class ChangedDetails(Value, frozen=True, kw_only=True):
    """What came of a change."""

    before: Meeting
    after: Meeting
    closed: Closed
    """Its file, and what followed from closing it."""


def change_details(path: Path, change: Callable[[Meeting], Meeting], at: datetime) -> ChangedDetails:
    """Change a meeting, one step of its history, and rename its file where its day or series changed.

    One that has another title stays in its series where the book has other meetings of it.
    Raises Refused where the change cannot be, BadInput where another meeting has the name, MeetingHeld where a program
    has it open, BookError.
    """
    with open_meeting(path) as opened:
        before = opened.meeting
        journal = commit(opened.journal, _in_its_series(path, before, change(before)), "details", at)
        free_name(opened.path, named_after_itself(opened.path, journal))
        opened.take(journal)
    return ChangedDetails(before=before, after=opened.meeting, closed=after_closing(opened, at))


def _in_its_series(path: Path, before: Meeting, after: Meeting) -> Meeting:
    """Name the series of a meeting that another title would take out of it, where the book has others of it."""
    keys = series_keys(before)
    named = before.said("Series") or after.said("Series")
    if after.title == before.title or named or not keys.isdisjoint(series_keys(after)):
        return after
    others = (one for one in read_index(Book(path.parent)).meetings if one.meeting != before.id)
    if not any(not keys.isdisjoint(one.keys) for one in others):
        return after
    return replace(after, header=(*after.header, ("Series", series_name(before))))
