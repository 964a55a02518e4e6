"""A meeting on its way from a log: its sections and what was said, gathered line by line."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from tui.meeting.kinds import Kind
from tui.meeting.model import Action, Decision, Person
from tui.papers.minutes.found import Said
from tui.papers.minutes.logs.lines import LogLine
from tui.papers.minutes.outline import Titled


class Logged:
    """Gathers topics, people and entries, in the order of the log."""

    def __init__(self) -> None:
        self.title = ""
        self.day: date | None = None
        self.header: list[tuple[str, str]] = []
        self.people: list[Person] = []
        self.titled: list[Titled] = [Titled(heading="")]
        self.said: list[Said] = []
        self.labels: list[str] = []
        """Commands and words of the log that no notes print."""

    def topic(self, line: LogLine, words: str, level: int = 1) -> None:
        """Begin a section."""
        self.titled.append(Titled(heading=words, level=level, first=line.place, last=line.place, sure=98))

    def say(self, line: LogLine, kind: Kind, text: str, **more: Any) -> None:
        """Add an entry to the section that is open."""
        if not text.strip():
            return
        one = Said(kind=kind, text=text.strip(), first=line.place, last=line.place, sure=95, section=len(self.titled))
        self.said.append(replace(one, **more))

    def act(self, line: LogLine, text: str, owners: tuple[str, ...]) -> None:
        """Add an action."""
        self.say(line, Kind.ACTION, text, action=Action(ref="A0", owners=owners))

    def decide(self, line: LogLine, text: str, decision: Decision) -> None:
        """Add a decision."""
        self.say(line, Kind.DECISION, text, decision=decision)

    def person(self, name: str) -> str:
        """Make somebody known, and return the name as it is known."""
        name = name.strip(" ,")
        for one in self.people:
            if one.name.casefold() == name.casefold():
                return one.name
        if name:
            self.people.append(Person(id=len(self.people) + 1, name=name))
        return name
