"""Who is at the meeting: arrivals, departures, apologies and absences."""

from __future__ import annotations

import re
from datetime import datetime, time

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.hours.moments import moment_of
from tui.meeting.hours.sessions import with_event
from tui.meeting.model import Entry, Group, Happening, Kind, Meeting, Person, Presence, Section, Status
from tui.meeting.outline.outline import current_section, subtree
from tui.meeting.people.directory import directory_of, label_of
from tui.meeting.people.event_words import Move, move_sentence, with_time
from tui.meeting.people.name_forms import fold
from tui.meeting.people.person_line import read_person
from tui.meeting.text.brackets import unbracketed
from tui.meeting.text.inline_markup import has_restricted, plain

_VERB = re.compile(r" (arrived|joined|left|rejoined|returned)(?: at \d\d:\d\d)? \(")
_NONE = frozenset({"none", "nil", "n/a", "none received", "no apologies", "-", "–", "—", "nobody", "no one"})


def names_nobody(words: str) -> bool:
    """Whether words in a list of people say that there are none."""
    return words.strip(" .").casefold() in _NONE or not words.strip(" .")


def _find(meeting: Meeting, name: str) -> Person | None:
    """Return whom a name means, somebody who stands only in the header as a new person; None where nobody.

    Raises Refused where the name fits more than one.
    """
    meant = directory_of(meeting).meant(name) or directory_of(_unmarked(meeting)).meant(name)
    if len(meant) > 1:
        people = " and ".join(sorted(known.name for known in meant))
        raise Refused(f"“{name.strip()}” fits {people}", hint="give the whole name or an abbreviation")
    for known in meant:
        if known.person is not None:
            return meeting.person(known.person)
        return Person(id=_next_id(meeting), name=known.name)
    return None


def _unmarked(meeting: Meeting) -> Meeting:
    """Return the meeting with its restricted names as they are typed, so that they are known by these too."""
    people = tuple(replace(one, name=plain(one.name)) if has_restricted(one.name) else one for one in meeting.people)
    return replace(meeting, people=people)


def _next_id(meeting: Meeting) -> int:
    return max((p.id for p in meeting.people), default=0) + 1


def known_person(meeting: Meeting, name: str) -> Person:
    """Return whom a name means. Raises Refused for one that nobody bears, or two."""
    if not name.strip():
        raise Refused("who?", hint="give a name, initials or an abbreviation")
    person = _find(meeting, name)
    if person is None:
        raise Refused(f"nobody here is known as “{name.strip()}”", hint="/arrive NAME adds somebody")
    return person


def _new(meeting: Meeting, words: str) -> Person:
    """Make somebody the agenda doesn't know, from `NAME, capacity (ABBR)`. Raises Refused for what is no name."""
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


def tell_of(
    meeting: Meeting, person: Person, happening: Happening, text: str, at: datetime, **fields: object
) -> Meeting:
    """Put a person as they are now among the people, and the event of it in the current section."""
    meeting = _set(meeting, person)
    if meeting.current is None:
        return meeting
    entry = Entry(
        id=max((e.id for e in meeting.entries), default=0) + 1,
        section=meeting.current.id,
        kind=Kind.EVENT,
        text=text,
        captured=at,
        person=person.id,
        happening=happening,
    )
    return with_event(meeting, replace(entry, **fields))


def _corrected(meeting: Meeting, person: Person, happening: Happening, moment: datetime | None) -> Meeting:
    """Put a person with another time among the people, and the time into the event that told of it."""
    meeting = _set(meeting, person)
    told = [e for e in meeting.entries if e.person == person.id and happening_of(e) is happening]
    last = max(told, key=lambda entry: entry.id, default=None)
    if last is None:
        return meeting
    text = with_time(meeting, last, moment)
    return replace(meeting, entries=tuple(replace(e, text=text) if e is last else e for e in meeting.entries))


def happening_of(entry: Entry) -> Happening:
    """Return what an event tells of a person; in files from before that was noted, by its words, which were English."""
    if entry.happening or entry.person is None:
        return entry.happening
    verb = _VERB.search(entry.text)
    came = {"left": Happening.LEFT, "joined": Happening.JOINED}
    return came.get(verb[1], Happening.ARRIVED) if verb else Happening.NONE


def arrive(meeting: Meeting, words: str, at: datetime, said: time | None = None) -> Meeting:
    """Note that somebody came in, with the section and the time: the one said, else now, while the meeting goes on.

    Said again with a time, it corrects that.

    Somebody unknown is added: `NAME, capacity (ABBR)`. Raises Refused where the name fits two people.
    """
    if not words.strip():
        raise Refused("who arrived?", hint="type /arrive NAME")
    person = somebody(meeting, words)
    meeting = came(meeting, person, at, said)
    if not has_restricted(words) or has_restricted(person.name):
        return meeting
    # Somebody whom all may know, and whose coming is restricted.
    event = max(meeting.entries, key=lambda entry: entry.id)
    return replace(meeting, entries=tuple(replace(e, restricted=True) if e is event else e for e in meeting.entries))


def somebody(meeting: Meeting, words: str) -> Person:
    """Return whom a name means, else a new guest, read from `NAME, capacity (ABBR)`.

    Raises Refused for a name that fits two people, and for what is no name.
    """
    plain = unbracketed(words)
    known = _find(meeting, words) or _find(meeting, plain) or _find(meeting, read_person(plain, 0).name)
    return known or replace(_new(meeting, words), group=Group.GUEST)


def came(meeting: Meeting, person: Person, at: datetime, said: time | None = None) -> Meeting:
    """Note that a person, who may be new to the meeting, came in; of one who came, correct the time.

    Raises Refused for one who is here where no time is said.
    """
    move: Move = "arrived"
    when = moment_of(meeting, said, at)
    if said and _came_in(person) and (is_here(meeting, person) or _is_before(when, person.left)):
        return _corrected(meeting, replace(person, arrived=when), Happening.ARRIVED, when)
    if person.presence is Presence.PRESENT and _is_out(meeting, person):
        back = tuple(one for one in person.out_of if not _is_within(meeting, one))
        text = move_sentence(meeting, person, "returned_during", when)
        return tell_of(meeting, replace(person, out_of=back), Happening.ARRIVED, text, at)
    if person.only_in is not None and not is_here(meeting, person):
        move = "rejoined"
    elif _has_left(person):
        move = "returned"
    elif _is_known(meeting, person) and person.presence is Presence.PRESENT and _came_in(person):
        raise Refused(f"{person.name} has arrived already")
    text = move_sentence(meeting, person, move, when)
    return tell_of(meeting, replace(person, **_arrival(meeting, when)), Happening.ARRIVED, text, at)


def came_for_section(meeting: Meeting, person: Person, at: datetime) -> Meeting:
    """Note that a person came in for the current section and those below it, and will leave with it.

    Nothing has to be keyed when the section is left. Raises Refused for one who is here already.
    """
    section = meeting.current
    if section is None:
        raise Refused("the agenda has no sections", hint="add one: /section HEADING")
    if _is_known(meeting, person) and is_here(meeting, person):
        raise Refused(f"{person.name} is here already")
    when = moment_of(meeting, None, at)
    text = move_sentence(meeting, person, "joined", when)
    person = replace(person, **{**_arrival(meeting, when), "only_in": section.id})
    return tell_of(meeting, person, Happening.JOINED, text, at)


def _arrival(meeting: Meeting, when: datetime | None) -> dict[str, object]:
    section = meeting.current
    return {
        "presence": Presence.PRESENT,
        "arrived": when,
        "arrived_in": section.id if section else None,
        "left": None,
        "left_in": None,
        "only_in": None,
        "out_of": (),
    }


def leave(meeting: Meeting, name: str, at: datetime, said: time | None = None) -> Meeting:
    """Note that somebody left, with the section and the time: the one said, else now, while the meeting goes on.

    Said again with a time, it corrects that.
    """
    return went(meeting, known_person(meeting, name), at, said)


def went(meeting: Meeting, person: Person, at: datetime, said: time | None = None) -> Meeting:
    """Note that a person left; of one who left, correct the time. Raises Refused for one who is not here."""
    if person.presence is not Presence.PRESENT:
        raise Refused(f"{person.name} is not here")
    when = moment_of(meeting, said, at)
    if said and _has_left(person):
        return _corrected(meeting, replace(person, left=when), Happening.LEFT, when)
    if not is_here(meeting, person) and not _is_out(meeting, person):
        raise Refused(f"{person.name} has left already")
    section = meeting.current
    person = replace(person, left=when, left_in=section.id if section else None, only_in=None, out_of=())
    text = move_sentence(meeting, person, "left", when)
    return tell_of(meeting, person, Happening.LEFT, text, at)


def leave_for_item(meeting: Meeting, name: str, at: datetime, said: time | None = None) -> Meeting:
    """Note that somebody goes out for the current section alone; they are back with the next one outside it."""
    return withdrew(meeting, known_person(meeting, name), at, said)


def withdrew(meeting: Meeting, person: Person, at: datetime, said: time | None = None) -> Meeting:
    """Note that a person is out for the current section and those below it. Raises Refused for one who is not here."""
    section = current_section(meeting)
    if not (_is_known(meeting, person) and is_here(meeting, person)):
        raise Refused(f"{person.name} is not here")
    text = move_sentence(meeting, person, "withdrew", moment_of(meeting, said, at))
    return tell_of(meeting, replace(person, out_of=(*person.out_of, section.id)), Happening.WITHDREW, text, at)


def mark_presence(meeting: Meeting, words: str, presence: Presence) -> Meeting:
    """Note that somebody sent apologies or is absent; `NAME, capacity` adds somebody unknown."""
    person = _find(meeting, words)
    if person is None and "," in words:
        person = _find(meeting, read_person(words, 0).name) or _new(meeting, words)
    return mark_person(meeting, person or known_person(meeting, words), presence)


def mark_person(meeting: Meeting, person: Person, presence: Presence) -> Meeting:
    """Note a person's presence for the whole meeting. Raises Refused where it is so already."""
    marked = replace(person, presence=presence, arrived=None, arrived_in=None, left=None, left_in=None, only_in=None)
    marked = replace(marked, out_of=())
    if marked in meeting.people:
        raise Refused(f"{person.name} is marked {presence.value} already")
    return _set(meeting, marked)


def regroup(meeting: Meeting, person: Person) -> Meeting:
    """Put a person into the next group."""
    return _set(meeting, replace(person, group=next_group(person.group)))


def next_group(group: Group) -> Group:
    """Return the group after one: member, in attendance, guest, observer, public, and round again."""
    groups = list(Group)
    return groups[(groups.index(group) + 1) % len(groups)]


def _is_known(meeting: Meeting, person: Person) -> bool:
    return any(one.id == person.id for one in meeting.people)


def _came_in(person: Person) -> bool:
    return person.arrived is not None or person.arrived_in is not None


def _has_left(person: Person) -> bool:
    return person.left is not None or person.left_in is not None


def is_here(meeting: Meeting, person: Person) -> bool:
    """Whether a person is in the room now."""
    if person.presence is not Presence.PRESENT or _has_left(person) or _is_out(meeting, person):
        return False
    return person.only_in is None or _is_within(meeting, person.only_in)


def _is_out(meeting: Meeting, person: Person) -> bool:
    """Whether a person withdrew for the section in which the meeting stands."""
    return any(_is_within(meeting, one) for one in person.out_of)


def _is_before(moment: datetime | None, other: datetime | None) -> bool:
    return moment is not None and other is not None and moment < other


def _is_within(meeting: Meeting, section_id: int) -> bool:
    """Whether the meeting stands in a section or below it."""
    above: Section | None = next((s for s in meeting.sections if s.id == section_id), None)
    return above is not None and meeting.current in subtree(meeting, above)


def here(meeting: Meeting) -> tuple[Person, ...]:
    """Return the people in the room now."""
    return tuple(p for p in meeting.people if is_here(meeting, p))


def absent_owners(meeting: Meeting, action: Entry) -> tuple[str, ...]:
    """Return the owners of an open action of this meeting who are not here and were not when it was captured."""
    if action.action is None or action.action.origin is not None or action.action.status is not Status.OPEN:
        return ()
    return not_here(meeting, action.action.owners, since=action.id)


def not_here(meeting: Meeting, owners: tuple[str, ...], *, since: int | None = None) -> tuple[str, ...]:
    """Return those of an action's owners who are people of the meeting and not in the room.

    Somebody who left after the entry `since` was captured has heard of it, and counts as here.
    """
    away: list[str] = []
    for owner in owners:
        person = person_of_owner(meeting, owner)
        if person is None or is_here(meeting, person):
            continue
        heard = since is not None and any(e.person == person.id and e.id > since for e in meeting.entries)
        if not (heard and _has_left(person)):
            away.append(owner)
    return tuple(away)


def person_of_owner(meeting: Meeting, owner: str) -> Person | None:
    """Return the person of the meeting that an owner's name means; None for a group, `ALL` and anybody else."""
    known = directory_of(meeting).find(owner)
    if known is None or known.person is None:
        return next((p for p in meeting.people if label_of(p) == owner), None)
    return meeting.person(known.person)
