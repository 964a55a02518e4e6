"""A draft: the meeting that a paper makes, with what was understood of each of its blocks, and what was doubted."""

from __future__ import annotations

from datetime import date

import msgspec

from tui.meeting.dates.written_dates import WEEKDAYS, said_date
from tui.meeting.languages.header_words import name_of_language
from tui.meeting.languages.languages import words_of
from tui.meeting.model import Meeting, Presence, Section, Value
from tui.papers.understanding.roles import Understood


class OtherDay(Value, frozen=True, kw_only=True):
    """A day that the paper names beside the one that was taken."""

    date: date
    place: int
    why: str
    """Why it was not taken."""


class Draft(Value, frozen=True, kw_only=True):
    """A meeting made from a paper, and what its writer may want to look at."""

    meeting: Meeting
    warnings: tuple[str, ...] = ()
    """One line each, with file and line number."""
    understood: tuple[Understood, ...] = ()
    """Every block of the paper, in order, and what it was taken for."""
    date_why: str = ""
    """Why the day is the meeting's."""
    other_days: tuple[OtherDay, ...] = ()


def as_json(draft: Draft, path: str | None) -> str:
    """Return a draft as one line of JSON; `path` is the meeting's, where it was made."""
    return msgspec.json.encode({"path": path, **msgspec.to_builtins(draft)}).decode()


def summary_of(meeting: Meeting) -> list[str]:
    """Say in a few lines what a meeting holds, as it was understood."""
    when = f"{WEEKDAYS[meeting.date.weekday()]} {said_date(meeting.date)}"
    when += f" to {said_date(meeting.last_date)}" if meeting.last_date else ""
    if meeting.start:
        when += f", {meeting.start:%H:%M}" + (f"–{meeting.end:%H:%M}" if meeting.end else "")
    place = place_of(meeting)
    lines = [f"title: {meeting.title}", f"when: {when}" + (f"; where: {place}" if place else "")]
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
            said = ", ".join(piece for piece in (person.name, person.capacity) if piece)
            abbreviation = f" ({person.abbreviation})" if person.abbreviation else ""
            lines.append(f"  {said}{abbreviation} – {person.group}, {person.presence}")
    lines += ["", "Agenda", *(line for section in meeting.sections for line in _shown_section(section))]
    if meeting.unplaced:
        lines += ["", "Kept with the meeting, not printed", *(f"  {line}" for line in meeting.unplaced)]
    if draft.date_why:
        lines += ["", f"The day was taken because {draft.date_why}."]
    lines += [f"Line {one.place} names {said_date(one.date)} as well: {one.why}." for one in draft.other_days]
    return lines


def _shown_section(section: Section) -> list[str]:
    indent = "  " * section.level
    words = f"{section.number} {section.heading}".strip()
    minutes = f"{section.minutes} min" if section.minutes is not None else ""
    beside = ", ".join(piece for piece in (section.presenter, minutes) if piece)
    below = [
        *section.explanation,
        *([section.resolution] if section.resolution else []),
        *(f"Paper: {p}" for p in section.papers),
    ]
    return [f"{indent}{words}" + (f" ({beside})" if beside else ""), *(f"{indent}    {line}" for line in below)]
