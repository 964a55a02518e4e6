"""A draft: the meeting that a paper makes, part by part, what each line was understood as, and what is doubted."""

from __future__ import annotations

from datetime import date, time

import msgspec

from tui.meeting.dates.written_dates import WEEKDAYS, said_date
from tui.meeting.languages.header_words import name_of_language
from tui.meeting.languages.languages import words_of
from tui.meeting.model import Meeting, Person, Presence, Section, Value
from tui.meeting.text.sanitizing import escaped_json
from tui.papers.several import OtherMeeting
from tui.papers.understanding.roles import Role, Understood

NO_DAY = date.min
"""The day of a draft whose paper tells none."""
_MOST_DOUBTS = 4
"""Doubts that are said after a meeting was made; `--dry-run` says all."""


class OtherDay(Value, frozen=True, kw_only=True):
    """A day that the paper names beside the one that was taken."""

    last: date | None = None
    """The last day of a stretch of days."""
    date: date
    place: int
    why: str
    """What speaks for it."""
    start: time | None = None
    end: time | None = None


class DraftPart(Value, frozen=True, kw_only=True):
    """One part of a meeting as a paper gives it: its title, a line of its head, a person, an item, a note below one."""

    role: Role
    place: int
    """Where in the paper it stands, as `Understood.place`; 0 where it stands in no line."""
    text: str = ""
    """The words of a title, of a line of the head without its key, of a note."""
    key: str = ""
    """Of a line of the head."""
    person: Person | None = None
    section: Section | None = None
    """Of an item, without what is said below it."""
    doubt: str = ""
    """Why it may be wrong; empty where nothing speaks against it."""

    @property
    def words(self) -> str:
        """All its words in one line, as a person would write them."""
        if self.person is not None:
            said = ", ".join(piece for piece in (self.person.name, self.person.capacity) if piece)
            return said + (f" ({self.person.abbreviation})" if self.person.abbreviation else "")
        if self.section is not None:
            minutes = f"{self.section.minutes} min" if self.section.minutes is not None else ""
            beside = ", ".join(piece for piece in (self.section.presenter, minutes) if piece)
            return f"{self.section.number} {self.section.heading}".strip() + (f" ({beside})" if beside else "")
        return self.text

    @property
    def is_place(self) -> bool:
        """Whether it is the line of the head that tells the place."""
        return self.role is Role.KEY and self.key.casefold() in words_of("place_keys")


class Draft(Value, frozen=True, kw_only=True):
    """A meeting made from a paper, and what its writer may want to look at."""

    meeting: Meeting
    """With no title, `NO_DAY` or no items where the paper tells none, and somebody may still say it."""
    warnings: tuple[str, ...] = ()
    """One line each, with file and line number."""
    understood: tuple[Understood, ...] = ()
    """Every block of the paper, in order, and what it was taken for."""
    parts: tuple[DraftPart, ...] = ()
    """What the meeting is made of: title, head, people, items with the notes below them."""
    date_why: str = ""
    """Why the day is the meeting's, or why there is none."""
    other_days: tuple[OtherDay, ...] = ()

    other_meetings: tuple[OtherMeeting, ...] = ()
    """The meetings that the paper has beside this one."""

    @property
    def doubtful(self) -> list[DraftPart]:
        """The parts that may be wrong."""
        return [part for part in self.parts if part.doubt]

    @property
    def lacks(self) -> list[Role]:
        """What it lacks to be a meeting: a title, a day, items."""
        meeting = self.meeting
        wanted = ((Role.TITLE, meeting.title), (Role.WHEN, meeting.date != NO_DAY), (Role.ITEM, meeting.sections))
        return [role for role, there in wanted if not there]


def as_json(draft: Draft, path: str | None) -> str:
    """Return a draft as one line of JSON; `path` is the meeting's, where it was made."""
    return escaped_json(msgspec.json.encode({"path": path, **msgspec.to_builtins(draft)}).decode())


def when_words(meeting: Meeting) -> str:
    """Say when a meeting is: `Tuesday 7 May 2024, 19:00–21:00`; empty where nothing tells it."""
    if meeting.date == NO_DAY:
        return ""
    when = f"{WEEKDAYS[meeting.date.weekday()]} {said_date(meeting.date)}"
    when += f" to {said_date(meeting.last_date)}" if meeting.last_date else ""
    if meeting.start:
        when += f", {meeting.start:%H:%M}" + (f"–{meeting.end:%H:%M}" if meeting.end else "")
    return when


def summary_of(meeting: Meeting) -> list[str]:
    """Say in a few lines what a meeting holds, as it was understood."""
    place = place_of(meeting)
    lines = [f"title: {meeting.title}", f"when: {when_words(meeting)}" + (f"; where: {place}" if place else "")]
    names = [
        person.name + ("" if person.presence is Presence.PRESENT else f" ({person.presence})")
        for person in meeting.people
    ]
    if names:
        more = f" and {len(names) - 8} more" if len(names) > 8 else ""
        lines.append(f"people: {', '.join(names[:8])}{more}")
    if meeting.language != "en":
        lines.append(f"notes in: {name_of_language(meeting.language)}")
    return lines


def doubts_of(draft: Draft, most: int = _MOST_DOUBTS) -> list[str]:
    """Say what may be wrong that no warning says, a line each, as many as there may be."""
    unsaid = [part for part in draft.doubtful if not any(f":{part.place}: " in words for words in draft.warnings)]
    lines = [f"doubted: {_where(part.place)}“{part.words[:60]}”: {part.doubt}" for part in unsaid]
    return [
        *lines[:most],
        *([f"and {len(lines) - most} more doubts; --dry-run shows all"] if len(lines) > most else []),
    ]


def _where(place: int) -> str:
    return f"line {place}, " if place else ""


def place_of(meeting: Meeting) -> str:
    """Return where a meeting is, by the line of its head that tells it."""
    return next((words for key, words in meeting.header if key.casefold() in words_of("place_keys")), "")


def shown(draft: Draft) -> list[str]:
    """Return the whole draft as lines for a person."""
    meeting = draft.meeting
    lines = summary_of(meeting)[:2]
    lines += [f"notes in: {name_of_language(meeting.language)}"] if meeting.language != "en" else []
    lines += [f"{key}: {words}" for key, words in meeting.header]
    if meeting.people:
        lines += ["", "People"]
        for person in meeting.people:
            said = DraftPart(role=Role.PEOPLE, place=0, person=person).words
            lines.append(f"  {said} – {person.group}, {person.presence}")
    lines += ["", "Agenda", *(line for section in meeting.sections for line in _shown_section(section))]
    if meeting.unplaced:
        lines += ["", "Kept with the meeting, not printed", *(f"  {line}" for line in meeting.unplaced)]
    if draft.date_why:
        lines += ["", f"The day was taken because {draft.date_why}."]
    lines += [f"Line {one.place} names {said_date(one.date)} as well: {one.why}." for one in draft.other_days]
    if draft.doubtful:
        lines += ["", "Doubted", *(f"  {_where(one.place)}“{one.words}”: {one.doubt}" for one in draft.doubtful)]
    return lines


def _shown_section(section: Section) -> list[str]:
    indent = "  " * section.level
    words = DraftPart(role=Role.ITEM, place=0, section=section).words
    below = [
        *section.explanation,
        *([section.resolution] if section.resolution else []),
        *(f"Paper: {p}" for p in section.papers),
    ]
    return [f"{indent}{words}", *(f"{indent}    {line}" for line in below)]
