"""Who is at the meeting: arrivals, departures, apologies and absences."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.actions import place_for
from tui.meeting.model import Entry, Group, Kind, Meeting, Person, Presence
from tui.meeting.names import directory_of
from tui.meeting.outline import mark_reached, name_of
from tui.meeting.person_forms import fold
from tui.meeting.person_line import read_person

_NONE = frozenset({"none", "nil", "n/a", "none received", "no apologies", "-", "–", "—", "nobody", "no one"})


def names_nobody(words: str) -> bool:
    """Whether words in a list of people say that there are none."""
    return words.strip(" .").casefold() in _NONE or not words.strip(" .")


def _find(meeting: Meeting, name: str) -> Person | None:
    """Give whom a name means, somebody who stands only in the header as a new person; None where nobody.

    Raises Refused where the name fits more than one.
    """
    meant = directory_of(meeting).meant(name)
    if len(meant) > 1:
        people = " and ".join(sorted(known.name for known in meant))
        raise Refused(f"“{name.strip()}” fits {people}", hint="give the whole name or an abbreviation")
    for known in meant:
        if known.person is not None:
            return meeting.person(known.person)
        return Person(id=_next_id(meeting), name=known.name)
    return None


def _next_id(meeting: Meeting) -> int:
    return max((p.id for p in meeting.people), default=0) + 1


def _known(meeting: Meeting, name: str) -> Person:
    if not name.strip():
        raise Refused("who?", hint="give a name, initials or an abbreviation")
    person = _find(meeting, name)
    if person is None:
        raise Refused(f"nobody here is known as “{name.strip()}”", hint="/arrive NAME adds somebody")
    return person


def _new(meeting: Meeting, words: str) -> Person:
    """Make somebody the agenda doesn't know, from `NAME, capacity (ABBR)`."""
    person = read_person(words, _next_id(meeting))
    if not any(c.isalpha() for c in person.name):
        raise Refused(f"“{words.strip()}” is not a name")
    for other in meeting.people:
        if person.abbreviation and fold(other.abbreviation) == fold(person.abbreviation):
            raise Refused(f"{person.abbreviation} is {other.name} already", hint="give another abbreviation")
    return person


def _set(meeting: Meeting, person: Person) -> Meeting:
    if any(one.id == person.id for one in meeting.people):
        return replace(meeting, people=tuple(person if one.id == person.id else one for one in meeting.people))
    return replace(meeting, people=(*meeting.people, person))


def _event(meeting: Meeting, person: Person, verb: str, at: datetime, during: str) -> Meeting:
    """Add the event of an arrival or a departure to the current section."""
    section = meeting.current
    if section is None:
        return meeting
    time = f" at {at:%H:%M}" if meeting.started else ""
    text = f"{person.name} {verb}{time} ({during} {name_of(section)})."
    entry = Entry(
        id=max((e.id for e in meeting.entries), default=0) + 1,
        section=section.id,
        kind=Kind.EVENT,
        text=text,
        captured=at,
        person=person.id,
    )
    place = place_for(meeting, entry)
    entries = (*meeting.entries[:place], entry, *meeting.entries[place:])
    return replace(mark_reached(meeting, section.id), entries=entries)


def arrive(meeting: Meeting, words: str, at: datetime) -> Meeting:
    """Note that somebody came in, with the section and, once the meeting has started, the time.

    Somebody unknown is added: `NAME, capacity (ABBR)`. Raises Refused where the name fits two people.
    """
    if not words.strip():
        raise Refused("who arrived?", hint="type /arrive NAME")
    person = _find(meeting, words) or _find(meeting, read_person(words, 0).name)
    verb = "arrived"
    if person is None:
        person = replace(_new(meeting, words), group=Group.GUEST)
    elif _has_left(person):
        verb = "returned"
    elif person.presence is Presence.PRESENT and (person.arrived or person.arrived_in):
        raise Refused(f"{person.name} has arrived already")
    section = meeting.current
    person = replace(
        person,
        presence=Presence.PRESENT,
        arrived=at if meeting.started else None,
        arrived_in=section.id if section else None,
        left=None,
        left_in=None,
    )
    return _event(_set(meeting, person), person, verb, at, "from")


def leave(meeting: Meeting, name: str, at: datetime) -> Meeting:
    """Note that somebody left, with the section and, once the meeting has started, the time."""
    person = _known(meeting, name)
    if person.presence is not Presence.PRESENT:
        raise Refused(f"{person.name} is not here")
    if _has_left(person):
        raise Refused(f"{person.name} has left already")
    section = meeting.current
    person = replace(person, left=at if meeting.started else None, left_in=section.id if section else None)
    return _event(_set(meeting, person), person, "left", at, "during")


def mark_presence(meeting: Meeting, words: str, presence: Presence) -> Meeting:
    """Note that somebody sent apologies or is absent; `NAME, capacity` adds somebody unknown."""
    person = _find(meeting, words)
    if person is None and "," in words:
        person = _find(meeting, read_person(words, 0).name) or _new(meeting, words)
    person = person or _known(meeting, words)
    if person.presence is presence and person in meeting.people:
        raise Refused(f"{person.name} is marked {presence.value} already")
    person = replace(person, presence=presence, arrived=None, arrived_in=None, left=None, left_in=None)
    return _set(meeting, person)


def _has_left(person: Person) -> bool:
    return person.left is not None or person.left_in is not None


def here(meeting: Meeting) -> tuple[Person, ...]:
    """Give the people in the room now."""
    return tuple(p for p in meeting.people if p.presence is Presence.PRESENT and not _has_left(p))
