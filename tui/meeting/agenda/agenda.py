"""Reading an agenda: a Markdown file written by a person, or text pasted from a word processor."""

from __future__ import annotations

import re
import uuid
from datetime import date

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.agenda.header import dated
from tui.meeting.agenda.parser import AgendaReader
from tui.meeting.agenda.sections import Listed, outline_of, twice_numbered
from tui.meeting.model import Meeting, Person, Presence, SectionState, Value
from tui.meeting.people.name_forms import bare_name, fold


class AgendaRead(Value, frozen=True, kw_only=True):
    """A meeting made from an agenda, and what its writer may want to look at."""

    meeting: Meeting
    warnings: tuple[str, ...] = ()
    """One line each, with file and line number."""


def read_agenda(text: str, where: str, *, day: date | None = None, fallback: date | None = None) -> AgendaRead:
    """Read an agenda into a meeting that stands in its first section.

    `where` names the file in messages. `day` overrides its date; `fallback` is taken where it has none.
    Raises BadInput, with the line, for an agenda without a title, date or items, or with an impossible date.
    """
    reader = AgendaReader(text, where)
    reader.read()
    if not reader.title:
        raise BadInput(
            "the agenda has no title", where=where, line=1, hint="begin with a line “# Title of the meeting”"
        )
    meeting, warnings = dated(
        Meeting(id=uuid.uuid4().hex, title=reader.title, date=date.min, header=tuple(reader.header)),
        reader.lines_of_keys,
        where,
        day=day,
        fallback=fallback,
    )
    listed = outline_of(reader.outline)
    if not listed:
        raise BadInput(
            "the agenda has no items",
            where=where,
            line=reader.last_line,
            hint="list them below “## Agenda”, one a line",
        )
    warnings = [*reader.warnings, *warnings, *_people_twice(reader), *_numbers_twice(listed, where)]
    sections = [one.section for one in listed]
    sections[0] = replace(sections[0], state=SectionState.CURRENT, reached=1)
    return AgendaRead(
        meeting=replace(meeting, people=tuple(reader.people), public=reader.public, sections=tuple(sections)),
        warnings=tuple(sorted(warnings, key=_line_of)),
    )


def _line_of(warning: str) -> int:
    found = re.search(r":(\d{1,9}): ", warning)
    return int(found[1]) if found else 0


def _numbers_twice(listed: list[Listed], where: str) -> list[str]:
    return [
        f"{where}:{again.line}: number {again.section.number} is given twice, first in line {first.line}; both are kept"
        for again, first in twice_numbered(listed)
    ]


def _people_twice(reader: AgendaReader) -> list[str]:
    """Warn of one abbreviation for two people, who are then known by their names alone, and of one person twice."""
    warnings = []
    names: dict[str, int] = {}
    abbreviations: dict[str, tuple[Person, int]] = {}
    for person, line in zip(reader.people, reader.lines_of_people, strict=True):
        name, abbreviation = fold(" ".join(bare_name(person.name))), fold(person.abbreviation)
        if name in names:
            what = f"{person.name} is listed twice, first in line {names[name]}"
            warnings.append(f"{reader.where}:{line}: {what}; take one of them out")
        elif abbreviation and abbreviation in abbreviations:
            other, first = abbreviations[abbreviation]
            what = f"({person.abbreviation}) stands for {person.name} and, in line {first}, for {other.name}"
            warnings.append(f"{reader.where}:{line}: {what}; neither will be known by it")
        names.setdefault(name, line)
        if abbreviation and person.presence is not Presence.ABSENT:
            abbreviations.setdefault(abbreviation, (person, line))
    return warnings
