"""The head of an agenda: its `Key: value` lines, and the meeting's date and time in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.agenda.lines import cells_of, without_bullet, without_emphasis
from tui.meeting.dates.written_dates import When, find_date, read_when, said_date
from tui.meeting.dates.written_times import find_time
from tui.meeting.model import Meeting

_KEY = re.compile(r"(?P<key>[^\W\d_][^:]{0,60}?)\s*:(?!//)\s*(?P<words>.*)")
_TABBED = re.compile(r"(?P<key>[^\W\d_][^:\t]{0,40}?)\s*\t(?P<words>.*)")
_NAMES = {
    "date": "Date",
    "date and time": "Date",
    "date & time": "Date",
    "date/time": "Date",
    "date / time": "Date",
    "date of meeting": "Date",
    "meeting date": "Date",
    "when": "Date",
    "next meeting": "Next",
    "date of next meeting": "Next",
    "next meeting date": "Next",
}
"""Other names of the keys that dates are read from."""
KNOWN_KEYS = frozenset(
    {*_NAMES, "title", "time", "venue", "place", "location", "series", "repeats", "next", "quorum", "minutes"}
)
"""Keys that stand in the head of an agenda even where they follow a list of people."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HINT = "add a line such as “Date: Tuesday 27 August 2019 10:00”, or give --date"


def key_of(text: str) -> tuple[str, str] | None:
    """Read a `Key: value` line, the colon a tab or a table's edge where it was pasted; None for any other line."""
    cells = cells_of(text)
    if cells is not None:
        text = "\t".join(cells) if len(cells) == 2 else ""
    line = without_emphasis(without_bullet(text)).strip()
    found = _KEY.fullmatch(line) or _TABBED.fullmatch(line)
    if found is None:
        return None
    key, words = " ".join(found["key"].split()), " ".join(found["words"].split())
    return _NAMES.get(key.casefold(), key), words


def is_date(text: str) -> bool:
    """Whether a line by itself tells a date. An impossible one tells none."""
    try:
        return len(text) < 200 and read_when(text) is not None
    except BadInput:
        return False


def dated(
    meeting: Meeting, lines: Mapping[str, int], where: str, *, day: date | None, fallback: date | None
) -> tuple[Meeting, list[str]]:
    """Return the meeting with its date and times, and warnings; `lines` has the line of each key.

    `day` overrides the agenda's date; `fallback` is taken where it has none. Raises BadInput.
    """
    line = lines.get("date")
    try:
        when = _read_date(meeting)
    except BadInput as error:
        if day is None:
            raise BadInput(error.message, where=where, line=line, hint=error.hint or "correct the date") from error
        when = None
    meeting = _with_times(meeting, when, lines, where)
    if day is None and when is not None:
        meeting = replace(meeting, date=when.date)
        warning = f"{where}:{line or 1}: {said_date(when.date)} is a {when.date:%A}; check the date"
        return (meeting if line else with_date_line(meeting)), [] if when.weekday_fits else [warning]
    chosen = day or fallback
    if chosen is None:
        raise BadInput(_why_no_date(meeting.said("Date")), where=where, line=line or 1, hint=_HINT)
    return with_date_line(replace(meeting, date=chosen)), []


def _read_date(meeting: Meeting) -> When | None:
    """Read the date from its line, with the title's year where it has none; without a line, from the title."""
    said = meeting.said("Date")
    if not said:
        return read_when(meeting.title) if is_date(meeting.title) else None
    if when := read_when(said):
        return when
    year = _YEAR.search(meeting.title)
    return read_when(said, near=date(int(year[0]), 1, 1)) if year else None


def _why_no_date(said: str) -> str:
    if not said:
        return "the agenda has no date"
    try:
        without_year = find_date(said, near=date(2000, 1, 1)) is not None
    except BadInput:
        without_year = False
    return f"the date “{said[:60]}” has no year" if without_year else f"“{said[:60]}” is not a date"


def _with_times(meeting: Meeting, when: When | None, lines: Mapping[str, int], where: str) -> Meeting:
    if when is not None and when.start is not None:
        return replace(meeting, start=when.start, end=when.end)
    for key in ("Time", "Start", "Start time"):
        try:
            time = find_time(meeting.said(key))
        except BadInput as error:
            raise BadInput(error.message, where=where, line=lines.get(key.casefold()), hint=error.hint) from error
        if time is not None:
            return replace(meeting, start=time.start, end=time.end)
    return meeting


def with_date_line(meeting: Meeting) -> Meeting:
    """Return the meeting with its date in words where the agenda's own line would stand."""
    words = f"{meeting.date:%A} {said_date(meeting.date)}" + (f" {meeting.start:%H:%M}" if meeting.start else "")
    if meeting.start and meeting.end:
        words += f"–{meeting.end:%H:%M}"
    header = [(key, words if key == "Date" else value) for key, value in meeting.header]
    if not any(key == "Date" for key, _ in header):
        header.insert(0, ("Date", words))
    return replace(meeting, header=tuple(header))
