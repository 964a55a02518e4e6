"""Whom “others for” puts on a side: everybody who was entitled and there at that moment, and is not named otherwise."""

from __future__ import annotations

from msgspec.structs import replace

from tui.meeting.model import Decision, Entry, Meeting, Person
from tui.meeting.people.at_moment import facts_at
from tui.meeting.people.directory import directory_of, label_of

_NAMES = {"for": "for_names", "against": "against_names", "abstained": "abstained_names"}
_COUNTS = {"for": "votes_for", "against": "votes_against", "abstained": "abstained"}


def resolved_votes(meeting: Meeting, entry: Entry) -> Decision:
    """Return an entry's decision with everybody in whom its words put with the others, by name and number."""
    decision = entry.decision or Decision()
    if not decision.others:
        return decision
    named = {*decision.for_names, *decision.against_names, *decision.abstained_names, *decision.not_voting_names}
    people = {known.person for label in named if (known := directory_of(meeting).find(label))}
    entitled = set(facts_at(meeting, entry.id).entitled) - people
    others = tuple(label_of(one) for one in meeting.people if one.id in entitled)
    names = (*getattr(decision, _NAMES[decision.others]), *others)
    count = getattr(decision, _COUNTS[decision.others])
    found = replace(decision, **{_NAMES[decision.others]: _in_order(meeting, names)})
    counted = count is not None and count != len(getattr(decision, _NAMES[decision.others]))
    return found if counted else replace(found, **{_COUNTS[decision.others]: len(names)})


def _in_order(meeting: Meeting, names: tuple[str, ...]) -> tuple[str, ...]:
    places = {label_of(person): place for place, person in enumerate(meeting.people)}
    return tuple(sorted(names, key=lambda name: places.get(name, -1)))


def voters(meeting: Meeting, entry_id: int) -> tuple[Person, ...]:
    """Return the members in the room when an entry was captured, those who had withdrawn for the item among them."""
    facts = facts_at(meeting, entry_id)
    there = {*facts.present, *facts.out}
    return tuple(one for one in meeting.people if one.id in there)
