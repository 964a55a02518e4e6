"""The roll: the people of a meeting in their groups, found by a few letters, and what may be noted of each."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from tui.errors import Refused
from tui.meeting.hours.moments import clock
from tui.meeting.model import Group, Meeting, Person, Presence
from tui.meeting.outline.outline import name_within
from tui.meeting.people.attendance import (
    came,
    came_for_section,
    is_here,
    mark_person,
    next_group,
    regroup,
    somebody,
    went,
    withdrew,
)
from tui.meeting.people.directory import directory_of
from tui.meeting.people.interests import declared
from tui.meeting.people.name_forms import bare_name, fold, initials
from tui.meeting.people.person_line import read_person
from tui.meeting.text.matching import GUESS, NO_MATCH, best_first, has_start, has_starts, rank, starts, whole


class Mark(StrEnum):
    """What may be noted of a person."""

    ARRIVED = "arrived"
    LEFT = "left"
    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    SECTION = "section"
    INTEREST = "interest"
    GROUP = "group"


_DOES: dict[Mark, str] = {
    Mark.ARRIVED: "arrived now",
    Mark.LEFT: "left now",
    Mark.PRESENT: "is here from the start",
    Mark.APOLOGIES: "sent apologies",
    Mark.ABSENT: "is absent",
    Mark.SECTION: "is here for this section only",
    Mark.INTEREST: "declares an interest and goes out for this section",
}


def noted(meeting: Meeting, person: Person, mark: Mark, at: datetime) -> Meeting:
    """Note something of a person, who may be new to the meeting. Raises Refused where it can't be."""
    match mark:
        case Mark.ARRIVED:
            return came(meeting, person, at)
        case Mark.LEFT:
            return went(meeting, person, at)
        case Mark.SECTION:
            return came_for_section(meeting, person, at)
        case Mark.INTEREST:
            return withdrew(declared(meeting, person, at), person, at)
        case Mark.GROUP:
            return regroup(meeting, person)
        case _:
            return mark_person(meeting, person, Presence(mark.value))


def likeliest(meeting: Meeting, person: Person) -> Mark:
    """Return what is likeliest to be noted of a person next: arrived of somebody not here, left of somebody here."""
    return Mark.LEFT if _is_in(meeting, person) else Mark.ARRIVED


def _is_in(meeting: Meeting, person: Person) -> bool:
    return any(one.id == person.id for one in meeting.people) and is_here(meeting, person)


def describe_mark(person: Person, mark: Mark) -> str:
    """Say what a mark notes: `Tom Orchard arrived now`."""
    does = f"goes to the group: {next_group(person.group).value}" if mark is Mark.GROUP else _DOES[mark]
    return f"{person.name} {does}"


def described(person: Person) -> str:
    """Return somebody as an agenda writes them: `Name, capacity (ABBR)`."""
    capacity = f", {person.capacity}" if person.capacity else ""
    return f"{person.name}{capacity}{f' ({person.abbreviation})' if person.abbreviation else ''}"


def standing_of(meeting: Meeting, person: Person) -> str:
    """Say how a person stands: `here`, `from item 6, 20:10`, `left item 8, 20:26`, `for item 2`, `out for item 3`."""
    if person.presence is not Presence.PRESENT:
        return person.presence.value
    if person.left is not None or person.left_in is not None:
        return _moment(meeting, "left", person.left_in, person.left)
    if person.out_of and not is_here(meeting, person):
        return _moment(meeting, "out for", person.out_of[-1], None)
    if person.only_in is not None:
        return _moment(meeting, "for" if is_here(meeting, person) else "was here for", person.only_in, None)
    if person.arrived is not None or person.arrived_in is not None:
        return _moment(meeting, "from", person.arrived_in, person.arrived)
    return "here"


def _moment(meeting: Meeting, word: str, section_id: int | None, at: datetime | None) -> str:
    section = next((s for s in meeting.sections if s.id == section_id), None)
    parts = [name_within(meeting, section)] if section else []
    return f"{word} {', '.join(filter(None, (*parts, clock(meeting, at))))}".strip()


def groups_of(people: tuple[Person, ...]) -> tuple[tuple[Group, tuple[Person, ...]], ...]:
    """Return people by group, members first, in the agenda's order within each; no empty group."""
    groups = ((group, tuple(p for p in people if p.group is group)) for group in Group)
    return tuple((group, there) for group, there in groups if there)


def find_people(meeting: Meeting, wanted: str) -> tuple[Person, ...]:
    """Return the people that letters may mean, the likeliest first; all of them for no letters.

    Among those whom the letters fit equally, somebody not here comes first: a late arrival is what is looked up most.
    After a comma stands the capacity of a whole name: then nobody is meant but who bears that name.
    """
    if not wanted.strip():
        return tuple(person for _, people in groups_of(meeting.people) for person in people)
    meant = {known.person for known in directory_of(meeting).meant(read_person(wanted, 0).name)}
    if "," in wanted:
        return tuple(person for person in meeting.people if person.id in meant)
    looked_for = fold(wanted)
    # Whoever is meant by a role that the header gives, say, is no guess.
    ranks = (min(_rank(one, looked_for), GUESS - 1 if one.id in meant else NO_MATCH) for one in meeting.people)
    orders = ((place, is_here(meeting, one)) for place, one in zip(ranks, meeting.people, strict=True))
    return tuple(best_first(meeting.people, orders))


def _rank(person: Person, wanted: str) -> int:
    name, abbreviation = fold(person.name), fold(person.abbreviation)
    names = (name, fold(" ".join(bare_name(person.name))))
    return rank(
        wanted,
        (whole, (name, abbreviation, *initials(person.name))),
        (starts, (abbreviation,)),
        (has_start, names),
        (has_start, (fold(person.capacity),)),
        (has_starts, names),
        guess=name,
    )


def newcomer(meeting: Meeting, words: str) -> Person | None:
    """Return who would be added for words that fit nobody on the list; None where they are no name, or one there is."""
    try:
        person = somebody(meeting, words)
    except Refused:
        return None
    return None if any(one.id == person.id for one in meeting.people) else person
