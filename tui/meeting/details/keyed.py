"""The details as commands of the capture language: `/title`, `/date`, `/venue`, `/person` and the rest."""

from __future__ import annotations

from collections.abc import Callable

from tui.errors import Refused
from tui.meeting.dates.written_dates import WEEKDAYS, said_date
from tui.meeting.details.day import dues_moved, set_date, set_time
from tui.meeting.details.head import line_of, set_any, set_line, set_title
from tui.meeting.details.people import correct_by_words
from tui.meeting.model import Meeting

DetailChange = Callable[[Meeting, str], Meeting]
"""A change of a detail by words."""


def _line(key: str) -> DetailChange:
    def change(meeting: Meeting, words: str) -> Meeting:
        if not words.strip():
            raise Refused(
                f"what does “{key}” say?", hint=f"type /{key.casefold()} and the words; /details {key}: takes it out"
            )
        return set_line(meeting, key, words)

    return change


DETAIL_COMMANDS: dict[str, DetailChange] = {
    "title": set_title,
    "date": set_date,
    "time": set_time,
    "venue": _line("Venue"),
    "chair": _line("Chair"),
    "minutes": _line("Minutes"),
    "series": _line("Series"),
    "person": correct_by_words,
    "details": set_any,
}
"""The commands that change a detail; `/details KEY: words` is for any other line of the head."""


def told(before: Meeting, after: Meeting, name: str) -> str:
    """Say in a few words what a detail is now, and what followed from its change."""
    match name:
        case "title":
            return f"title: {after.title}"
        case "date" | "time":
            return "; ".join(filter(None, (said_when(after), dues_told(before, after))))
        case "person":
            return _person_told(before, after)
        case "details":
            lines = dict(after.header).items() ^ dict(before.header).items()
            return "; ".join(f"{key}: {words}" for key, words in lines if (key, words) in after.header) or "taken out"
        case _:
            return f"{name}: {line_of(after, name)}"


def said_when(meeting: Meeting) -> str:
    """Say when a meeting is: `Tuesday 8 December 2026, 18:30–20:00`."""
    words = f"{WEEKDAYS[meeting.date.weekday()]} {said_date(meeting.date)}"
    words += f" to {said_date(meeting.last_date)}" if meeting.last_date else ""
    if meeting.start:
        words += f", {meeting.start:%H:%M}" + (f"–{meeting.end:%H:%M}" if meeting.end else "")
    return words


def dues_told(before: Meeting, after: Meeting) -> str:
    """Say how many due days followed the meeting's day; empty for none."""
    count = dues_moved(before, after)
    return f"{count} due {'day follows' if count == 1 else 'days follow'}" if count else ""


def _person_told(before: Meeting, after: Meeting) -> str:
    old = {person.id: person for person in before.people}
    changed = next((person for person in after.people if old.get(person.id) != person), None)
    if changed is None:
        return "nobody changed"
    words = ", ".join(filter(None, (changed.name, changed.capacity)))
    words += f" ({changed.abbreviation})" if changed.abbreviation else ""
    words += f" {changed.email}" if changed.email else ""
    was = old[changed.id]
    words += f", {changed.group.value}" if was.group is not changed.group else ""
    texts = {entry.id: entry for entry in before.entries}
    count = sum(1 for entry in after.entries if entry != texts.get(entry.id))
    return f"{words}; also in {count} {'entry' if count == 1 else 'entries'}" if count else words
