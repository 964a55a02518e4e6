"""Actions as to-dos of a calendar (RFC 5545), which keep their identities: importing them again updates them.

Many calendars read no to-dos: the day on which an open action is due, and the meetings to come, are events as well.
Nothing in a to-do says when it was written, so that the same actions give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.model import Status
from tui.meeting.text.sanitizing import printable
from tui.notes.actions.chain import arose_words, chain_lines, due_words
from tui.notes.meeting_event import MeetingRevision, meeting_event

if TYPE_CHECKING:
    from icalendar import Event, Todo

_STATUS = {
    Status.OPEN: "NEEDS-ACTION",
    Status.DONE: "COMPLETED",
    Status.DROPPED: "CANCELLED",
    Status.REPLACED: "CANCELLED",
}
_LINES = re.compile(r"[^\n]+")
_LARGEST = 2**31 - 1
"""The largest whole number that a calendar has to know."""


def action_calendar(
    rows: Iterable[RegisterRow], upcoming: Iterable[MeetingRevision] = (), *, events: bool = True
) -> str:
    """Write actions as a calendar of to-dos; as `events`, also the days on which they are due and meetings to come."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//minutebook//actions//EN")
    calendar.add("version", "2.0")
    for row in rows:
        calendar.add_component(_todo(row))
        if events and row.due_date and row.status is Status.OPEN:
            calendar.add_component(_due_day(row))
    for one in upcoming if events else ():
        calendar.add_component(meeting_event(one))
    if events:
        calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content.decode("utf-8")


def uid_of(uid: str) -> str:
    """Return the identity of a to-do from that of its action."""
    return f"{uid}@minutebook"


def _todo(row: RegisterRow) -> Todo:
    from icalendar import Todo

    todo = Todo()
    todo.add("uid", uid_of(row.uid))
    todo.add("dtstamp", row.changed)
    todo.add("last-modified", row.changed)
    todo.add("sequence", min(row.revision, _LARGEST))
    todo.add("summary", _words(row.text) or "(no words)")
    todo.add("description", "\n".join(map(_words, _description(row))))
    todo.add("status", _STATUS[row.status])
    if row.due_date:
        todo.add("due", row.due_date)
    if row.status is Status.DONE:
        todo.add("completed", _done_at(row))
        todo.add("percent-complete", 100)
    # Nobody's address is known, which an ATTENDEE would need.
    for label, holder in zip(row.owners, row.holders, strict=True):
        todo.add("contact", _words(f"{label} ({holder})" if holder and holder != label else label))
    if categories := [words for words in map(_words, (row.series, *row.owners)) if words]:
        todo.add("categories", categories)
    for one in (*row.replaces, *([row.replaced_by] if row.replaced_by else [])):
        todo.add("related-to", uid_of(one.uid), parameters={"RELTYPE": "SIBLING"})
    return todo


def _due_day(row: RegisterRow) -> Event:
    """Make the day on which an action is due, during which nobody is busy."""
    from icalendar import Event

    assert row.due_date is not None, "it is asked for where there is one"
    event = Event()
    event.add("uid", f"due-{uid_of(row.uid)}")
    event.add("dtstamp", row.changed)
    event.add("sequence", min(row.revision, _LARGEST))
    owners = ", ".join(row.owners)
    event.add("summary", _words(f"{owners}: {row.text}" if owners else row.text) or "(no words)")
    event.add("dtstart", row.due_date)
    event.add("dtend", row.due_date + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("related-to", uid_of(row.uid))
    return event


def _description(row: RegisterRow) -> Iterable[str]:
    if due := due_words(row):
        yield f"Due: {due}"
    yield f"Arose: {arose_words(row)}"
    yield from chain_lines(row, related=False)


def _done_at(row: RegisterRow) -> datetime:
    steps = [step.at for step in row.steps if step.status is Status.DONE]
    return steps[-1] if steps else row.changed


def _words(words: str) -> str:
    """Return words without the control characters that a calendar may not hold; line breaks stay."""
    return words if words.isprintable() else _LINES.sub(lambda found: printable(found[0]), words)
