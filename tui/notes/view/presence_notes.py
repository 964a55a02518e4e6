"""When a person came and went, in words for the list of those present."""

from __future__ import annotations

from collections.abc import Iterator

from tui.meeting.hours.moments import given
from tui.meeting.model import Happening, Meeting, Person
from tui.meeting.people.event_words import told_move
from tui.notes.view.sections import item
from tui.notes.view.wording import wording_of


def stays_of(meeting: Meeting, person: Person) -> str:
    """Say when a person came and went: `from item 3, 10:45; until item 5`; empty for one there all the time.

    The person tells of the last stay alone; what was before it is read from the events.
    """
    wording = wording_of(meeting)
    words = wording.words
    arrived, left = (wording.clock(given(meeting, moment)) for moment in (person.arrived, person.left))
    came = _moment(meeting, words.for_place if person.only_in else words.from_place, person.arrived_in, arrived)
    went = _moment(meeting, words.until_place, person.left_in, left)
    earlier = _earlier(meeting, person) if came else ()
    return "; ".join(part for part in (*earlier, came, *_withdrawn(meeting, person), went) if part)


def _withdrawn(meeting: Meeting, person: Person) -> Iterator[str]:
    """Return the sections for which somebody went out."""
    sections = {section.id: section for section in meeting.sections}
    words = wording_of(meeting).words
    for entry in sorted(meeting.entries, key=lambda one: one.id):
        if entry.person == person.id and entry.happening is Happening.WITHDREW and entry.section in sections:
            yield words.withdrew_for.format(place=item(meeting, sections[entry.section]))


def _earlier(meeting: Meeting, person: Person) -> Iterator[str]:
    """Return the comings and goings before the last coming, oldest first."""
    events = sorted((entry for entry in meeting.entries if entry.person == person.id), key=lambda entry: entry.id)
    told = [(entry.section, move) for entry in events if (move := told_move(meeting, entry))]
    moves = [(section, move) for section, move in told if move.move != "withdrew"]
    last = max((at for at, (_, move) in enumerate(moves) if move.move != "left"), default=0)
    words = wording_of(meeting).words
    templates = {"left": words.until_place, "joined": words.for_place}
    for section, move in moves[:last]:
        yield _moment(meeting, templates.get(move.move, words.from_place), section, move.time)


def _moment(meeting: Meeting, template: str, section_id: int | None, time: str) -> str:
    sections = [section for section in meeting.sections if section.id == section_id]
    parts = [item(meeting, section) for section in sections] + ([time] if time else [])
    return template.format(place=", ".join(parts)) if parts else ""
