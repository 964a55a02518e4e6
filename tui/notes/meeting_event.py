"""A meeting as an event of a calendar (RFC 5545), which keeps its identity: importing it again updates it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.meeting.dates.meeting_references import next_meeting
from tui.meeting.history.journal import Journal
from tui.meeting.hours.zone import zone_of
from tui.meeting.languages.header_words import said_under
from tui.meeting.model import Meeting, Section, Value
from tui.meeting.redaction.public_version import public
from tui.meeting.text.inline_markup import plain
from tui.meeting.text.sanitizing import showable

if TYPE_CHECKING:
    from icalendar import Event


class MeetingRevision(Value, frozen=True, kw_only=True):
    """A meeting as its calendars know it."""

    meeting: Meeting
    revision: int
    """Grows with each of its changes."""
    changed: datetime | None = None
    """When it was last changed; None for one that never was."""


def revision_of(journal: Journal) -> MeetingRevision:
    """Return a meeting with how often, and when last, it was changed."""
    last = journal.history[-1].at if journal.history else None
    return MeetingRevision(meeting=journal.meeting, revision=len(journal.history), changed=last)


def meeting_calendar(one: MeetingRevision, *, internal: bool = False) -> str:
    """Write a meeting as a calendar of one event, by its public version unless an `internal` one is wanted."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//minutebook//meeting//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(meeting_event(one, internal=internal))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content.decode("utf-8")


def meeting_event(one: MeetingRevision, *, internal: bool = False) -> Event:
    """Make the event of a meeting: when, where, and its items."""
    from icalendar import Event

    meeting = one.meeting if internal else public(one.meeting)
    event = Event()
    event.add("uid", f"{one.meeting.id}@minutebook")
    event.add("dtstamp", one.changed or datetime.combine(meeting.date, time(), UTC))
    event.add("sequence", one.revision)
    event.add("summary", _words(meeting.title))
    _add_hours(event, meeting)
    if place := said_under(meeting, "Venue"):
        event.add("location", _words(place))
    if items := list(_items(meeting.sections)):
        event.add("description", "\n".join(items))
    return event


def following(one: MeetingRevision) -> MeetingRevision | None:
    """Return the meeting after one, as far as its line `Next:` or its recurrence tells; None where neither does."""
    day = next_meeting(one.meeting)
    if day is None:
        return None
    header = tuple(line for line in one.meeting.header if line[0] not in ("Date", "Next"))
    made = replace(one.meeting, id=f"{one.meeting.id}-next", date=day, last_date=None, header=header, sections=())
    return replace(one, meeting=replace(made, start=None, end=None, title=one.meeting.series))


def _add_hours(event: Event, meeting: Meeting) -> None:
    """Say from when to when: whole days where the agenda gives no hour."""
    last = meeting.last_date or meeting.date
    if meeting.start is None:
        event.add("dtstart", meeting.date)
        event.add("dtend", last + timedelta(days=1))
        return
    begins = _moment(meeting, meeting.date, meeting.start)
    event.add("dtstart", begins)
    if meeting.end is not None:
        ends = _moment(meeting, last, meeting.end)
        event.add("dtend", ends if ends > begins else ends + timedelta(days=1))
    elif minutes := sum(section.minutes or 0 for section in meeting.sections):
        event.add("duration", timedelta(minutes=minutes))


def _moment(meeting: Meeting, day: date, hour: time) -> datetime:
    zone = zone_of(meeting)
    moment = datetime.combine(day, hour, zone)
    # A calendar knows zones by their names alone.
    return moment if zone is None or hasattr(zone, "key") else moment.astimezone(UTC)


def _items(sections: Iterable[Section]) -> Iterable[str]:
    for section in sections:
        if section.heading:
            yield _words(f"{'  ' * (section.level - 1)}{section.number} {section.heading}".rstrip())


def _words(words: str) -> str:
    """Return words as plain text, without the control characters that a calendar may not hold."""
    return showable(plain(words))
