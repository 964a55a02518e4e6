"""Who was there at the moment of a decision: what arrivals, departures and interests before it come to."""

from __future__ import annotations

import re

from tui.meeting.model import Entry, Group, Happening, Meeting, Person, Presence, Value
from tui.meeting.outline.outline import subtree
from tui.meeting.people.attendance import happening_of
from tui.meeting.people.event_words import told_move
from tui.meeting.people.quorum import quorum_of

_WITHOUT_VOTE = re.compile(
    r"\bnon[- ]?voting\b|\bwithout\s+(?:a\s+)?(?:vote|voting)|\bno\s+vote\b|\bnot\s+voting\b|\bohne\s+Stimmrecht\b",
    re.IGNORECASE,
)

_CLERK = re.compile(r"\b(?:clerk|clerc|(?:minute|note)[- ]taker|protokollführer(?:in)?)\b", re.IGNORECASE)
"""Who may well be listed among the members, and is none."""


class MomentFacts(Value, frozen=True, kw_only=True):
    """The facts at the moment at which an entry was captured."""

    present: tuple[int, ...]
    """Ids of the members in the room; those who withdrew for the item are not in it."""
    entitled: tuple[int, ...]
    """Ids of those of them who may vote."""
    out: tuple[int, ...]
    """Ids of the members who had withdrawn for the item."""
    quorate: bool | None = None
    """Whether the members present were enough; None where no quorum is known."""
    quorum: int | None = None
    """The members needed; None where the agenda gives none."""


def facts_at(meeting: Meeting, entry_id: int) -> MomentFacts:
    """Return the facts at the moment of an entry. Raises KeyError where there is none of that id."""
    entry = meeting.entry(entry_id)
    members = [one for one in meeting.people if one.group is Group.MEMBER and not _CLERK.search(one.capacity)]
    inside = {person.id for person in _in_room(meeting, entry, members)}
    out = {person.id for person in members if person.id in inside and _is_out(meeting, entry, person)}
    present = tuple(person.id for person in members if person.id in inside - out)
    quorum = quorum_of(meeting)
    return MomentFacts(
        present=present,
        entitled=tuple(one.id for one in members if one.id in present and not _WITHOUT_VOTE.search(one.capacity)),
        out=tuple(person.id for person in members if person.id in out),
        quorate=None if quorum is None else len(present) >= quorum,
        quorum=quorum,
    )


def _in_room(meeting: Meeting, entry: Entry, people: list[Person]) -> list[Person]:
    """Return those who had come and not left for good, whether or not they are out for the item."""
    moves: dict[int, list[Entry]] = {}
    for event in sorted(meeting.entries, key=lambda one: one.id):
        if event.person is not None and happening_of(event) in _MOVES:
            moves.setdefault(event.person, []).append(event)
    return [person for person in people if _was_in(meeting, entry, person, moves.get(person.id, []))]


_MOVES = (Happening.ARRIVED, Happening.JOINED, Happening.LEFT)


def _was_in(meeting: Meeting, entry: Entry, person: Person, moves: list[Entry]) -> bool:
    if person.presence is not Presence.PRESENT:
        return False
    if not (person.arrived_in or person.arrived or person.left_in or person.left or person.only_in):
        return True  # Marked as here from the start, whatever was noted before that.
    if not moves:
        return _was_in_by_sections(meeting, entry, person)
    before = [move for move in moves if move.id < entry.id]
    if not before:
        return happening_of(moves[0]) is Happening.LEFT or _returns(meeting, moves[0])
    last = before[-1]
    if happening_of(last) is Happening.JOINED:
        return _is_within(meeting, entry, last.section)
    return happening_of(last) is Happening.ARRIVED


def _returns(meeting: Meeting, event: Entry) -> bool:
    """Whether somebody came back in, who had gone out for an item."""
    told = told_move(meeting, event)
    return told is not None and told.move in ("returned", "returned_during")


def _was_in_by_sections(meeting: Meeting, entry: Entry, person: Person) -> bool:
    """Return, from the sections in which somebody came and left, where the events that said so are gone."""
    taken = {section.id: section.reached or 0 for section in meeting.sections}
    at = taken.get(entry.section, 0)
    if person.only_in is not None:
        return _is_within(meeting, entry, person.only_in)
    came, left = taken.get(person.arrived_in or 0, 0), taken.get(person.left_in or 0, 0)
    return at >= came and not (left and at > left)


def _is_out(meeting: Meeting, entry: Entry, person: Person) -> bool:
    """Whether somebody had withdrawn for the item and not come back."""
    out: set[int] = set()
    left = False
    events = (one for one in meeting.entries if one.person == person.id and one.id < entry.id)
    for event in sorted(events, key=lambda one: one.id):
        if event.happening is Happening.WITHDREW:
            out.add(event.section)
        elif event.happening is Happening.ARRIVED and not left:
            out = {one for one in out if not _is_within(meeting, event, one)}  # Back early, from this item alone.
        elif event.happening in _MOVES:
            out, left = set(), event.happening is Happening.LEFT
    return any(_is_within(meeting, entry, one) for one in out)


def _is_within(meeting: Meeting, entry: Entry, section_id: int) -> bool:
    """Whether an entry stands in a section or below it."""
    above = next((section for section in meeting.sections if section.id == section_id), None)
    return above is not None and any(one.id == entry.section for one in subtree(meeting, above))
