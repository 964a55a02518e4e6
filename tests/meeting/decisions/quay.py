"""A committee of five whose decisions are read."""

from __future__ import annotations

from datetime import date

from tui.meeting.decisions.reading import read_decision
from tui.meeting.model import Decision, Meeting, Person
from tui.meeting.people.directory import directory_of
from tui.meeting.text.inline_markup import masked

NAMES = {"AL": "Ann Lee", "BO": "Bo Oake", "CP": "Cy Pugh", "DR": "Di Ray", "JOB": "Joe O'Brien"}
QUAY = Meeting(
    id="1" * 32,
    title="Quay Committee",
    date=date(2024, 5, 7),
    people=tuple(
        Person(id=number, name=name, abbreviation=letters)
        for number, (letters, name) in enumerate(NAMES.items(), start=1)
    ),
)


def decided(line: str) -> Decision:
    """Read a decision of the committee."""
    return read_decision(directory_of(QUAY), masked(line))
