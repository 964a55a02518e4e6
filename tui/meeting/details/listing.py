"""A meeting's details as they are listed: for a person, one a line, and for programs."""

from __future__ import annotations

from tui.meeting.details.head import line_of
from tui.meeting.details.keyed import said_when
from tui.meeting.model import Meeting, Person

_TOLD = frozenset({"title", "date"})


def details_of(meeting: Meeting) -> dict[str, object]:
    """Return a meeting's details by their names, for programs."""
    return {
        "id": meeting.id,
        "title": meeting.title,
        "date": meeting.date,
        "last_date": meeting.last_date,
        "start": meeting.start,
        "end": meeting.end,
        "venue": line_of(meeting, "Venue"),
        "chair": line_of(meeting, "Chair"),
        "series": meeting.series,
        "header": dict(meeting.header),
        "people": [
            {
                "name": one.name,
                "capacity": one.capacity,
                "abbreviation": one.abbreviation,
                "email": one.email,
                "group": one.group,
                "presence": one.presence,
            }
            for one in meeting.people
        ],
    }


def detail_lines(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """Return the details that are changed one by one, with the key of each: title, day, place, chair and the rest."""
    usual = {"Title": meeting.title, "Date": said_when(meeting), "Venue": "", "Chair": ""}
    usual |= {key: line_of(meeting, key) for key in ("Venue", "Chair")}
    told = {words for key in ("Venue", "Chair") if (words := line_of(meeting, key))}
    rest = [
        (key, words)
        for key, words in meeting.header
        if key.casefold() not in _TOLD and key not in usual and not (words in told and _is_usual(meeting, key))
    ]
    return (*usual.items(), *rest)


def _is_usual(meeting: Meeting, key: str) -> bool:
    """Whether a line of the head is the one that stands for the place or the chair already."""
    return any(line_of(meeting, usual) == meeting.said(key) and key != usual for usual in ("Venue", "Chair"))


def said_person(person: Person) -> str:
    """Say who somebody is: `Jane Brown, Treasurer (JB) jb@example.org`."""
    words = ", ".join(filter(None, (person.name, person.capacity)))
    words += f" ({person.abbreviation})" if person.abbreviation else ""
    return f"{words} {person.email}".rstrip()
