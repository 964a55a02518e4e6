"""The standing members of a series: those who are expected again at its meetings, by the one held last."""

from __future__ import annotations

from tui.book.file_names import series_keys
from tui.book.folder import Book
from tui.meeting.agenda.next_agenda import invited_again
from tui.meeting.details.people import missing_members
from tui.meeting.model import Group, Meeting, Person, Value


class StandingMembers(Value, frozen=True, kw_only=True):
    """Those of a series whom a meeting of it does not name."""

    people: tuple[Person, ...]
    held: Meeting | None
    """The meeting before it, which named them; None where there is none."""


def standing_members(book: Book, meeting: Meeting) -> StandingMembers:
    """Find the members and those in attendance at the last meeting of the series whom a meeting does not name."""
    keys = series_keys(meeting)
    before = [
        read.meeting
        for read in book.read()
        if read.meeting
        and read.meeting.id != meeting.id
        and read.meeting.date <= meeting.date
        and read.meeting.people
        and keys & series_keys(read.meeting)
    ]
    last = max(before, key=lambda one: one.date, default=None)
    if last is None:
        return StandingMembers(people=(), held=None)
    expected = tuple(one for one in invited_again(last) if one.group in (Group.MEMBER, Group.IN_ATTENDANCE))
    return StandingMembers(people=missing_members(meeting, expected), held=last)
