"""What the notes tell of each row of a meeting, in words: for comparing two states of it."""

from __future__ import annotations

from functools import singledispatch

from tui.meeting.dates.written_dates import said_date
from tui.meeting.hours.moments import clock
from tui.meeting.model import Action, Entry, Meeting, Person, Presence, Section, SectionState, Status, Value
from tui.meeting.outline.labels import name_of_kind
from tui.meeting.outline.outline import name_within

_RESTRICTED = "(restricted) "


class RowText(Value, frozen=True, kw_only=True):
    """A row in words."""

    place: str = ""
    """`item 4a`; empty for what stands in no section."""
    subject: str
    """What it is: `note`, `action A2`, `heading`, `attendance`."""
    words: str
    """All that the notes tell of it, with `[[restricted words]]` as typed."""


def row_words(meeting: Meeting) -> dict[str, str]:
    """Return what the notes tell of the meeting as a whole, by what it is."""
    times = {
        "start": f"{meeting.start:%H:%M}" if meeting.start else "",
        "end": f"{meeting.end:%H:%M}" if meeting.end else "",
        "time it began": clock(meeting, meeting.started),
        "time it closed": clock(meeting, meeting.closed),
    }
    found = {"title": meeting.title, "date": said_date(meeting.date), **times}
    if meeting.last_date is not None:
        found["date"] += f" to {said_date(meeting.last_date)}"
    if meeting.public is not None:
        found["members of the public"] = str(meeting.public)
    for key, words in meeting.header:
        if key.casefold() not in ("date", "time"):
            found[key] = f"{found[key]}; {words}" if key in found else words
    return found


@singledispatch
def _words_of(row: object, meeting: Meeting) -> RowText:
    del meeting  # There is no such row.
    raise TypeError(type(row).__name__)


def tell(meeting: Meeting, row: Entry | Section | Person) -> RowText:
    """Return what the notes tell of one row, and where it stands."""
    return _words_of(row, meeting)


@_words_of.register
def _(entry: Entry, meeting: Meeting) -> RowText:
    said = f"{', '.join(entry.speakers)}: " if entry.speakers and not entry.speakers_in_text else ""
    notes = _action_notes(entry.action) if entry.action else []
    words = f"{_RESTRICTED if entry.restricted else ''}{said}{entry.text}" + (f" ({'; '.join(notes)})" if notes else "")
    place = next((place_of(meeting, section) for section in meeting.sections if section.id == entry.section), "")
    return RowText(place=place, subject=name_of_kind(entry), words=words)


def place_of(meeting: Meeting, section: Section) -> str:
    """Name a section as a place: `item 4a`, else its heading in quotation marks; empty where it has neither."""
    return name_within(meeting, section) if section.number or section.heading or section.brought_from else ""


def _action_notes(action: Action) -> list[str]:
    found = [f"owner: {', '.join(action.owners)}"] if action.owners else []
    if action.due is not None and not action.due.in_text:
        found.append(f"due: {action.due.words}")
    if action.status is not Status.OPEN:
        found.append(f"replaced by {action.replaced_by}" if action.replaced_by else action.status.value)
    return found


@_words_of.register
def _(section: Section, meeting: Meeting) -> RowText:
    heading = section.heading or (section.brought_from.title if section.brought_from else "")
    parts = [f"{section.number} {heading}".strip(), section.presenter, *section.papers]
    parts += [*section.explanation, section.resolution]
    if section.state in (SectionState.DEFERRED, SectionState.SKIPPED):
        parts.append(section.state.value)
    if section.restricted:
        parts.append("restricted")
    if section.minutes is not None:
        parts.append(f"{section.minutes} minutes")
    return RowText(place=place_of(meeting, section), subject="section", words=", ".join(part for part in parts if part))


@_words_of.register
def _(person: Person, meeting: Meeting) -> RowText:
    capacity = person.capacity + (f" ({person.abbreviation})" if person.abbreviation else "")
    parts = [person.name, capacity.strip(), person.group.value]
    if person.presence is not Presence.PRESENT:
        parts.append(person.presence.value)
    if person.arrived is not None or person.arrived_in is not None:
        parts.append(f"came late {clock(meeting, person.arrived)}".strip())
    if person.left is not None or person.left_in is not None:
        parts.append(f"left early {clock(meeting, person.left)}".strip())
    if person.only_in is not None:
        parts.append("for one item only")
    return RowText(subject="attendance", words=", ".join(part for part in parts if part))
