"""Making a meeting in the book from an agenda, with the open actions of its series' earlier meetings."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.opened import create_meeting
from tui.book.register import earlier_meetings
from tui.errors import BadInput
from tui.meeting.agenda import read_agenda
from tui.meeting.brought_forward import bring_forward
from tui.meeting.dates import said_date
from tui.meeting.model import Meeting, Value
from tui.meeting.named_meetings import next_meeting


class Made(Value, frozen=True, kw_only=True):
    """A meeting just made."""

    path: Path
    summary: str
    """In words: `9 sections, 4 people, 1 action brought forward`."""
    warnings: tuple[str, ...] = ()


def new_meeting(book: Book, agenda: str, where: str, *, after: str | None, day: date | None, at: datetime) -> Made:
    """Make a meeting from an agenda's text; `where` names its file in messages.

    `after` names an earlier meeting of the book; where the agenda has no date, the next of the series is taken.
    Raises BadInput for an agenda that cannot be read and for a meeting that is not earlier; BookError.
    """
    earlier = read_meeting(book.find(after)) if after is not None else None
    read = read_agenda(agenda, where, day=day, fallback=next_meeting(earlier) if earlier else None)
    meeting, warnings = read.meeting, read.warnings
    if earlier is not None:
        if earlier.date > meeting.date:
            message = f"{after} was on {said_date(earlier.date)}, after this meeting of {said_date(meeting.date)}"
            raise BadInput(message, where=where, hint="correct the date, or name an earlier meeting")
        meetings = {one.id: one for one in earlier_meetings(book, meeting, meeting.date)}
        meetings[earlier.id] = earlier
        meeting = bring_forward(meeting, meetings.values(), at)
        warnings = (*warnings, *_unread(book))
    return Made(path=create_meeting(book.folder, meeting), summary=_summary(meeting), warnings=warnings)


def _unread(book: Book) -> list[str]:
    """Warn of the meetings whose actions may be missing, because their files can't be read."""
    return [f"{read.error}; if it is of this series, its actions are missing" for read in book.read() if read.error]


def _summary(meeting: Meeting) -> str:
    brought = sum(1 for e in meeting.entries if e.action and e.action.origin)
    parts = [
        _count(len(meeting.sections), "section"),
        "1 person" if len(meeting.people) == 1 else f"{len(meeting.people)} people",
    ]
    parts.append(f"{_count(brought, 'action')} brought forward")
    return ", ".join(parts)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
