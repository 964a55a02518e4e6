"""When a person came and went, in words for the list of those present."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.meeting.hours.moments import clock
from tui.meeting.model import Happening, Meeting, Person
from tui.notes.view.sections import item

_MOVE = re.compile(r" (?P<verb>arrived|joined|left|rejoined|returned)(?: at (?P<time>\d\d:\d\d))? \(")
_PREPOSITIONS = {"left": "until", "joined": "for"}


def stays_of(meeting: Meeting, person: Person) -> str:
    """Say when a person came and went: `from item 3, 10:45; until item 5`; empty for one there all the time.

    The person tells of the last stay alone; what was before it is read from the events.
    """
    came = _moment(meeting, "for" if person.only_in else "from", person.arrived_in, clock(meeting, person.arrived))
    went = _moment(meeting, "until", person.left_in, clock(meeting, person.left))
    earlier = _earlier(meeting, person) if came else ()
    return "; ".join(part for part in (*earlier, came, *_withdrawn(meeting, person), went) if part)


def _withdrawn(meeting: Meeting, person: Person) -> Iterator[str]:
    """Return the sections for which somebody went out."""
    sections = {section.id: section for section in meeting.sections}
    for entry in sorted(meeting.entries, key=lambda one: one.id):
        if entry.person == person.id and entry.happening is Happening.WITHDREW and entry.section in sections:
            yield f"withdrew for {item(meeting, sections[entry.section])}"


def _earlier(meeting: Meeting, person: Person) -> Iterator[str]:
    """Return the comings and goings before the last coming, oldest first."""
    events = sorted((entry for entry in meeting.entries if entry.person == person.id), key=lambda entry: entry.id)
    moves = [(entry.section, move) for entry in events if (move := _MOVE.search(entry.text))]
    last = max((at for at, (_, move) in enumerate(moves) if move["verb"] != "left"), default=0)
    for section, move in moves[:last]:
        yield _moment(meeting, _PREPOSITIONS.get(move["verb"], "from"), section, move["time"] or "")


def _moment(meeting: Meeting, preposition: str, section_id: int | None, time: str) -> str:
    sections = [section for section in meeting.sections if section.id == section_id]
    parts = [item(meeting, section) for section in sections] + ([time] if time else [])
    return f"{preposition} {', '.join(parts)}" if parts else ""
