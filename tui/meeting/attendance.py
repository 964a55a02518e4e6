"""Who is at the meeting: arrivals, departures, apologies and absences."""

from __future__ import annotations

import re
from datetime import datetime

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.model import Entry, Group, Kind, Meeting, Person, Presence
from tui.meeting.names import directory_of
from tui.meeting.outline import name_of

_BRACKETS = re.compile(r"\s*\(([^()\s]{1,12})\)\s*$")
_NONE = frozenset({"none", "nil", "n/a", "none received", "no apologies", "-", "–", "—", "nobody", "no one"})


def names_nobody(words: str) -> bool:
    """Whether words in a list of people say that there are none."""
    return words.strip(" .").casefold() in _NONE or not words.strip(" .")


def read_person(words: str, person_id: int) -> Person:
    """Read `Name, capacity (ABBR)`; the capacity and the abbreviation may be missing.

    Brackets hold an abbreviation when they hold one word with at least two capitals: `(PCC)`, `(CEx)`.
    """
    words = " ".join(words.split()).strip(" ,;")
    abbreviation = ""
    if (found := _BRACKETS.search(words)) and sum(c.isupper() for c in found.group(1)) >= 2:
        abbreviation, words = found.group(1), words[: found.start()].rstrip(" ,")
    pieces = re.split(r",\s*|\s+[–—-]\s+", words, maxsplit=1)
    name, capacity = pieces[0], pieces[1] if len(pieces) > 1 else ""
    if not capacity and (inside := re.search(r"\s*\(([^()]+)\)$", name)):
        name, capacity = name[: inside.start()], inside.group(1)
    return Person(id=person_id, name=name.strip(), capacity=capacity.strip(), abbreviation=abbreviation)


def _find(meeting: Meeting, name: str) -> Person | None:
    known = directory_of(meeting).find(name)
    return meeting.person(known.person) if known and known.person is not None else None


def _known(meeting: Meeting, name: str) -> Person:
    if not name.strip():
        raise Refused("who?", hint="give a name, initials or an abbreviation")
    person = _find(meeting, name)
    if person is None:
        raise Refused(f"nobody here is known as “{name.strip()}”, or more than one is")
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
    return replace(meeting, entries=(*meeting.entries, entry))


def arrive(meeting: Meeting, words: str, at: datetime) -> Meeting:
    """Note that somebody came in, with the section and, once the meeting has started, the time.

    Somebody unknown is added: `NAME, capacity (ABBR)`. Raises Refused where the name fits two people.
    """
    if not words.strip():
        raise Refused("who arrived?", hint="type /arrive NAME")
    person = _find(meeting, words) or _find(meeting, words.partition(",")[0])
    verb = "arrived"
    if person is None:
        next_id = max((p.id for p in meeting.people), default=0) + 1
        person = replace(read_person(words, next_id), group=Group.GUEST)
        if not person.name or not any(c.isalpha() for c in person.name):
            raise Refused(f"“{words.strip()}” is not a name")
    elif person.left is not None or person.left_in is not None:
        verb = "returned"
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
    if person.left is not None or person.left_in is not None:
        raise Refused(f"{person.name} has left already")
    section = meeting.current
    person = replace(person, left=at if meeting.started else None, left_in=section.id if section else None)
    return _event(_set(meeting, person), person, "left", at, "during")


def mark_presence(meeting: Meeting, words: str, presence: Presence) -> Meeting:
    """Note that somebody sent apologies or is absent; `NAME, capacity` adds somebody unknown."""
    person = _find(meeting, words)
    if person is None and "," in words:
        person = read_person(words, max((p.id for p in meeting.people), default=0) + 1)
    person = person or _known(meeting, words)
    if person.presence is presence:
        raise Refused(f"{person.name} is marked {presence.value} already")
    person = replace(person, presence=presence, arrived=None, arrived_in=None, left=None, left_in=None)
    return _set(meeting, person)


def here(meeting: Meeting) -> tuple[Person, ...]:
    """Give the people in the room now."""
    return tuple(
        p for p in meeting.people if p.presence is Presence.PRESENT and p.left is None and p.left_in is None
    )
