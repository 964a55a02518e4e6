"""The meetings of the book as its screen lists them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tui.book.disk.lock import holder_of
from tui.book.register.summaries import Summary
from tui.widgets.lists.meeting_list import MeetingRow


class ListedMeeting(NamedTuple):
    """A meeting of the list."""

    summary: Summary
    writer: str
    """Who has it open for writing; empty for nobody."""


def writer_of(path: Path) -> str:
    """Name whoever has a meeting open for writing: `ann on desk-3`; empty for nobody."""
    holder = holder_of(path)
    return holder.who if holder else ""


def row_of(one: ListedMeeting) -> MeetingRow:
    """Return a meeting's row."""
    meeting = one.summary
    return MeetingRow(
        title=meeting.title or meeting.path.name,
        day=meeting.date,
        entries=meeting.entries,
        open_actions=meeting.open_actions,
        approved=meeting.approved,
        held=bool(one.writer),
        copied=bool(meeting.copy_of),
        error=meeting.error,
    )
