"""Making a meeting in the book from an agenda, with the open actions of its series' earlier meetings."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.opened import create_meeting
from tui.book.register import earlier_meetings
from tui.meeting.agenda import read_agenda
from tui.meeting.brought_forward import bring_forward
from tui.meeting.model import Meeting, Value
from tui.meeting.recurrence import next_after, read_recurrence


class Made(Value, frozen=True, kw_only=True):
    """A meeting just made."""

    path: Path
    summary: str
    """In words: `9 sections, 4 people, 1 action brought forward`."""
    warnings: tuple[str, ...] = ()


def new_meeting(
    book: Book, agenda: str, where: str, *, after: str | None, day: date | None, at: datetime
) -> Made:
    """Make a meeting from an agenda's text; `where` names its file in messages.

    `after` names an earlier meeting of the book; where the agenda has no date, the next of the series is taken.
    """
    earlier_path = book.find(after) if after is not None else None
    earlier = read_meeting(earlier_path) if earlier_path else None
    read = read_agenda(agenda, where, day=day, fallback=_next_date(earlier) if earlier else None)
    meeting = read.meeting
    if earlier is not None:
        meetings = {m.id: m for m in earlier_meetings(book, meeting.series, meeting.date, exclude=meeting.id)}
        meetings[earlier.id] = earlier
        meeting = bring_forward(meeting, meetings.values(), at)
    return Made(path=create_meeting(book.folder, meeting), summary=_summary(meeting), warnings=read.warnings)


def _next_date(earlier: Meeting) -> date | None:
    recurrence = read_recurrence(earlier.said("Repeats"))
    return next_after(recurrence, earlier.date) if recurrence else None


def _summary(meeting: Meeting) -> str:
    brought = sum(1 for e in meeting.entries if e.action and e.action.origin)
    parts = [_count(len(meeting.sections), "section"), f"{len(meeting.people)} people"]
    parts.append(f"{_count(brought, 'action')} brought forward")
    return ", ".join(parts)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
