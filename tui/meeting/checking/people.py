"""People who are not marked, or marked otherwise than what is noted of them says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.meeting.checking.findings import Finding, FindingKind, finding_name
from tui.meeting.model import Entry, Group, Happening, Meeting, Person, Presence
from tui.meeting.outline.outline import name_within
from tui.meeting.people.directory import directory_of, label_of
from tui.meeting.people.person_line import read_person
from tui.meeting.people.quorum import quorum_of
from tui.meeting.people.roles import is_role
from tui.meeting.text.inline_markup import has_gap, plain

_MARKED = {Presence.APOLOGIES: "marked with apologies", Presence.ABSENT: "marked absent"}


def people_findings(meeting: Meeting, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find the people that the lists of who was there leave out or contradict."""
    spoke = _first_words(entries)
    yield from _nobody(meeting, captured=bool(meeting.entries))
    yield from _unlisted_roles(meeting, spoke)
    yield from _gaps(meeting)
    for label, entry in spoke.items():
        if (finding := _speaker(meeting, label, entry)) is not None:
            yield finding
    yield from _out_of_time(meeting, entries)
    yield from _quorum(meeting)


def _first_words(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return everybody who is said to have spoken, moved or seconded, each with the first entry that says so."""
    spoke: dict[str, Entry] = {}
    for entry in entries:
        movers = (entry.decision.mover, entry.decision.seconder) if entry.decision else ()
        for label in (*entry.speakers, *movers):
            if label:
                spoke.setdefault(label, entry)
    return spoke


def _nobody(meeting: Meeting, *, captured: bool) -> Iterator[Finding]:
    if captured and not any(person.presence is Presence.PRESENT for person in meeting.people):
        yield _of_meeting("nobody", "nobody is marked as present: say who was there")


def _unlisted_roles(meeting: Meeting, spoke: dict[str, Entry]) -> Iterator[Finding]:
    """Find who has a role by the header and stands in none of the lists; who speaks as well is found by that."""
    directory = directory_of(meeting)
    for key, words in meeting.header:
        known = directory.find(read_person(words, 0).name) if is_role(key) and words.strip() else None
        if known is not None and known.person is None and known.label not in spoke:
            message = f"{plain(known.name)} is the {key.lower()} and not marked: present, apologies or absent?"
            yield _of_meeting(known.name, message, text=known.name)


def _gaps(meeting: Meeting) -> Iterator[Finding]:
    for person in meeting.people:
        if has_gap(f"{person.name} {person.capacity}"):
            text = ", ".join(filter(None, (person.name, person.capacity)))
            yield _of_person(person, "something was missed in a name or capacity: fill it in", text)


def _speaker(meeting: Meeting, label: str, entry: Entry) -> Finding | None:
    person = person_of_label(meeting, label)
    where = name_within(meeting, meeting.section(entry.section))
    if person is None:
        return Finding(
            name=finding_name(FindingKind.PERSON, 0, label),
            kind=FindingKind.PERSON,
            message=f"{plain(label)} is not marked, and speaks in {where}: present, apologies or absent?",
            text=entry.text,
            section=entry.section,
            entry=entry.id,
        )
    if person.presence is Presence.PRESENT:
        return None
    message = f"{plain(person.name)} is {_MARKED[person.presence]}, and speaks in {where}"
    return _of_person(person, message, entry.text, entry)


def _out_of_time(meeting: Meeting, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find who speaks in a section taken after the one in which they left, or before the one in which they came."""
    taken = {section.id: section.reached or 0 for section in meeting.sections}
    moves: dict[int, int] = {}
    for entry in meeting.entries:
        if entry.person is not None and entry.happening not in (Happening.DECLARED, Happening.WITHDREW):
            moves[entry.person] = moves.get(entry.person, 0) + 1
    found: set[int] = set()
    for entry in entries:
        for label in entry.speakers:
            person = person_of_label(meeting, label)
            if person is None or person.id in found or person.presence is not Presence.PRESENT:
                continue
            if words := _absence(person, taken, entry, once=moves.get(person.id, 0) <= 1):
                found.add(person.id)
                where = name_within(meeting, meeting.section(entry.section))
                message = f"{plain(person.name)} {words}, and speaks in {where}"
                yield _of_person(person, message, entry.text, entry)


def _absence(person: Person, taken: dict[int, int], entry: Entry, *, once: bool) -> str:
    """Say why somebody was not there when an entry's section was taken; empty where they may have been.

    Of somebody who came and went, only the last coming is known, so that nothing follows for what was before it.
    """
    at = taken.get(entry.section, 0)
    left, came = taken.get(person.left_in or 0, 0), taken.get(person.arrived_in or 0, 0)
    if left and at > left:
        return "left before that"
    return "came only after that" if once and came and 0 < at < came else ""


def _quorum(meeting: Meeting) -> Iterator[Finding]:
    needed = quorum_of(meeting)
    members = [p for p in meeting.people if p.group is Group.MEMBER and p.presence is Presence.PRESENT]
    if needed is not None and meeting.entries and len(members) < needed:
        there = f"{len(members)} {'member is' if len(members) == 1 else 'members are'} marked as present"
        yield _of_meeting("quorum", f"{there}, and the quorum is {needed}", about=str(len(members)))


def person_of_label(meeting: Meeting, label: str) -> Person | None:
    """Return the person on the lists whom a label as it prints means; None for somebody on none of them."""
    for person in meeting.people:
        if label_of(person) == label:
            return person
    known = directory_of(meeting).find(label)
    return meeting.person(known.person) if known is not None and known.person is not None else None


def _of_person(person: Person, message: str, text: str, entry: Entry | None = None) -> Finding:
    return Finding(
        name=finding_name(FindingKind.PERSON, person.id, person.name, person.presence.value, message),
        kind=FindingKind.PERSON,
        message=message,
        text=text,
        section=entry.section if entry else None,
        entry=entry.id if entry else None,
        person=person.id,
    )


def _of_meeting(of: str, message: str, *, text: str = "", about: str = "") -> Finding:
    name = finding_name(FindingKind.PERSON, 0, of, about)
    return Finding(name=name, kind=FindingKind.PERSON, message=message, text=text)
