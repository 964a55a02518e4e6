"""When an action is due: the words that say so, in an action's own text or after `^`, and the date that follows."""

from __future__ import annotations

import re

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.dates.meeting_references import read_meeting
from tui.meeting.dates.relative_dates import Reading, read_day, read_span
from tui.meeting.dates.written_dates import MONTH, MONTHS, WEEKDAYS, find_date, month_number
from tui.meeting.model import Due, Meeting, Value
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.plain_text import plain
from tui.meeting.text.sanitizing import one_line

_FLAGS = re.ASCII | re.IGNORECASE
_LEAD = Pattern(
    r"(?<![A-Za-z0-9'-])(?:(?P<until>by|before)|(?P<within>(?<!once )(?<!twice )(?<!time )(?<!times )in|within)"
    r"|(?P<towards>to|at|for)|(?P<closing>following|after)) ",
    _FLAGS,
)
_SAID_LEAD = Pattern(r"(?:by|before|in|within|to|at|for|on|until|no later than) ", _FLAGS)
_HOUR_AFTER = Pattern(
    r"(?:,? (?:at |by )?(?:noon|midday|[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]m\b|[0-9]{1,2}:[0-9]{2}\b))", _FLAGS
)
_CLOSING = Pattern(
    r"(?:(?:the|a|an|our|its|their|this|that|each|next) ){0,2}"
    r"(?P<what>[A-Za-z0-9&'/-]{1,40}(?: [A-Za-z0-9&'/-]{1,40}){0,2})[.!]? ?$",
    re.ASCII,
)
_LONGEST_CLOSING = 140
_PAST = Pattern(
    r"(?:^| )(?P<before>[a-z']*) ?(?:[a-z]+ed|made|given|held|taken|seen|set|put|brought|heard|shown) $", _FLAGS
)
_TO_COME = frozenset({"be", "being", "get", "been"})
_SPACES = Pattern(r"\s+")


class LocatedDue(Value, frozen=True, kw_only=True):
    """Due words found in a text, and where they stand in it."""

    due: Due
    span: tuple[int, int]


def due_from_words(meeting: Meeting, words: str) -> Due:
    """Keep the words given after `^`, with the date that follows from them."""
    kept = words.strip()
    said = _SPACES.sub(" ", plain(kept))
    lead = _SAID_LEAD.match(said)
    place = lead.end() if lead else 0
    readings = [
        reading
        for reading in (
            read_meeting(said, place, meeting, any_meeting=True, bare=True),
            read_day(said, place, meeting.date),
            read_span(said, place, meeting.date),
        )
        if reading is not None
    ]
    if readings:
        longest = max(readings, key=lambda reading: reading.end)
        return Due(words=kept, date=longest.date, meeting=longest.meeting)
    try:
        written = find_date(said, near=meeting.date)
    except BadInput:
        return Due(words=kept)
    if written is not None:
        return Due(words=kept, date=written.date)
    inside = find_due(meeting, said)
    return replace(inside, words=kept, in_text=False) if inside else Due(words=kept)


def due_of(meeting: Meeting, words: str) -> Due | None:
    """Return the due that words mean, as they would after `^`; None for no words."""
    said = one_line(words).replace("^", " ").strip()
    return due_from_words(meeting, said) if said else None


def say_due(due: Due) -> str:
    """Say what due words come to, briefly: `Friday · Fri 10 Jun 2024`, `following PMG · no date`."""
    if due.date is None:
        return f"{due.words} · no date"
    day = due.date
    return f"{due.words} · {WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def find_due(meeting: Meeting, text: str) -> Due | None:
    """Find due wording inside an action's own text; the last where there are several."""
    located = locate_due(meeting, text)
    return located.due if located else None


def locate_due(meeting: Meeting, text: str) -> LocatedDue | None:
    """Find due wording inside an action's own text, and where it stands; the last where there are several.

    A U+FFFC in the text stands for a restricted character and is never part of the words.
    """
    said, places = _levelled(text)
    last: tuple[int, Reading] | None = None
    done = 0
    for lead in _LEAD.finditer(said):
        if lead.start() < done:
            continue
        reading = _read(said, lead, meeting)
        if reading is not None:
            last, done = (lead.start(), reading), reading.end
    if last is None:
        return None
    start, end = places[last[0]], places[last[1].end - 1] + 1
    if text[end - 1] == "." and not re.search(r"\b[ap]\.m\.$", text[max(0, end - 5) : end], _FLAGS):
        end -= 1
    due = Due(words=text[start:end], date=last[1].date, in_text=True, meeting=last[1].meeting)
    return LocatedDue(due=due, span=(start, end))


def _levelled(text: str) -> tuple[str, list[int]]:
    """Make runs of white space one space; with the text, the place that each of its characters came from."""
    level = plain(text)
    places = [
        place
        for place, character in enumerate(level)
        if not (character.isspace() and level[place - 1 : place].isspace())
    ]
    return "".join(" " if level[place].isspace() else level[place] for place in places), places


def _read(text: str, lead: re.Match[str], meeting: Meeting) -> Reading | None:
    """Read what follows a word that may lead to due words."""
    place = lead.end()
    if lead["within"]:
        return read_span(text, place, meeting.date)
    if lead["closing"]:
        return _closing(text, place, meeting)
    reading = read_meeting(text, place, meeting, any_meeting=bool(lead["until"]))
    if lead["towards"]:
        return None if reading and _was_held(text, lead, reading, meeting) else reading
    reading = reading or read_day(text, place, meeting.date)
    hour = _HOUR_AFTER.match(text, reading.end) if reading else None
    return replace(reading, end=hour.end()) if reading and hour else reading


def _closing(text: str, place: int, meeting: Meeting) -> Reading | None:
    """Read `following PMG` or `after the AGM` at a text's end: what happens first, so no date follows."""
    if len(text) - place > _LONGEST_CLOSING or (match := _CLOSING.match(text, place)) is None:
        return None
    what = match["what"]
    people = {name.casefold() for person in meeting.people for name in (person.abbreviation, person.name)}
    named = all(word[0].isupper() for word in what.split())
    if what.casefold() in people or not (named or what.casefold().endswith("meeting")):
        return None
    return Reading(end=match.end("what"))


def _was_held(text: str, lead: re.Match[str], reading: Reading, meeting: Meeting) -> bool:
    """Whether the words tell of a meeting gone by, as in `the points raised at the February meeting`."""
    past = _PAST.search(text, max(0, lead.start() - 60), lead.start())
    month = re.search(rf"\b{MONTH}\b", text[lead.end() : reading.end], _FLAGS)
    if past is None or month is None or past["before"].lower() in _TO_COME:
        return False
    return (meeting.date.month - month_number(month[0])) % 12 <= 6
