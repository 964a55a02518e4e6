"""An action where it stands in one meeting, and what stands around it there."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from tui.meeting.model import Action, Entry, Kind, Meeting
from tui.meeting.public import public
from tui.meeting.wording import has_restricted, withheld

Identity = tuple[str, int]
"""The meeting's id and the entry's id of where an action first stood."""


class Sight:
    """One meeting file as one version shows it; what a register asks of it again and again is looked up once."""

    def __init__(self, path: Path, meeting: Meeting) -> None:
        self.path = path
        self.meeting = meeting

    @cached_property
    def public(self) -> Sight:
        """The meeting without its restricted words."""
        return self if _nothing_restricted(self.meeting) else Sight(self.path, public(self.meeting))

    @cached_property
    def standings(self) -> dict[int, Standing]:
        """The actions by their entries' ids."""
        return {entry.id: Standing(self, entry, entry.action) for entry in self.meeting.entries if entry.action}

    @cached_property
    def updates(self) -> Counter[int | None]:
        """How many updates each action has had here, by its entry's id."""
        return Counter(entry.about for entry in self.meeting.entries if entry.kind is Kind.UPDATE)

    @cached_property
    def headings(self) -> dict[int, str]:
        """The heading of each section by id; a subsection without one goes by the section above it."""
        found: dict[int, str] = {}
        above: list[tuple[int, str]] = []
        for section in self.meeting.sections:
            while above and above[-1][0] >= section.level:
                above.pop()
            heading = section.heading or (above[-1][1] if above else "")
            above.append((section.level, heading))
            found[section.id] = heading
        return found

    @cached_property
    def topics(self) -> dict[int, str]:
        """For each action by its entry's id, the subheading it stands under, else the section's heading."""
        found: dict[int, str] = {}
        subheadings: dict[int, str] = {}
        for entry in self.meeting.entries:
            if entry.kind is Kind.SUBHEADING:
                subheadings[entry.section] = entry.text
            elif entry.action:
                found[entry.id] = subheadings.get(entry.section) or self.headings[entry.section]
        return found


class Standing(NamedTuple):
    """An action in one of the meetings that have it."""

    sight: Sight
    entry: Entry
    action: Action

    @property
    def identity(self) -> Identity:
        """Where the action first stood."""
        origin = self.action.origin
        return (origin.meeting.id, origin.entry) if origin else (self.sight.meeting.id, self.entry.id)

    @property
    def order(self) -> tuple[date, bool, str]:
        """Its place among the action's standings; on one day, brought forward comes after arisen."""
        return self.sight.meeting.date, self.action.origin is not None, self.sight.path.name

    @property
    def public(self) -> Standing | None:
        """The standing as the public may see it; None where nothing of it may be seen."""
        shown = self.sight.public.standings.get(self.entry.id)
        return None if shown is None or shown.entry.restricted else shown

    @property
    def bare(self) -> Standing:
        """A hidden standing with its place, ref, status and origin, and no word of its own."""
        origin = self.action.origin
        source = replace(origin.meeting, title=withheld(origin.meeting.title)) if origin else None
        action = Action(
            ref=self.action.ref,
            status=self.action.status,
            origin=replace(origin, meeting=source, topic="") if origin else None,
        )
        return Standing(self.sight.public, replace(self.entry, text="", speakers=(), action=action), action)


def _nothing_restricted(meeting: Meeting) -> bool:
    """Tell quickly of most meetings that nothing in them is restricted; of the others nothing is said."""
    if any(has_restricted(words) for line in meeting.header for words in line):
        return False
    # Apart from the header, no list in a meeting holds lists, so that brackets are brackets of words.
    text = msgspec.json.encode(replace(meeting, header=()))
    return b"[[" not in text and b'"restricted":true' not in text
