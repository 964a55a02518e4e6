"""When an action is due: the words that say so, in an action's own text or after `^`, and the date that follows."""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.dates.day_reading import Reading
from tui.meeting.dates.meeting_references import read_meeting
from tui.meeting.dates.offsets import offset_before, read_offset
from tui.meeting.dates.other_languages import InEnglish, found_in, lead_to_day
from tui.meeting.dates.relative_dates import read_day, read_span
from tui.meeting.dates.weekdays import WEEKDAY_NAMED
from tui.meeting.dates.written_dates import MONTH, MONTHS, WEEKDAYS, find_date, month_number
from tui.meeting.model import Due, Meeting, Value
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.number_words import NUMBER, ORDINAL
from tui.meeting.text.plain_text import plain
from tui.meeting.text.sanitizing import one_line

_FLAGS = re.ASCII | re.IGNORECASE
_SAID_DUE = r"(?:(?<=[(\[,;])|(?<=[(\[,;:–—-] ))(?:due|deadline)(?: by| on|:)?"
"""`due` behind a pause: `order the seed, due 9 June`; the rent due on 9 June is something else."""
_LEAD = Pattern(
    rf"(?<![A-Za-z0-9'-])(?:(?P<until>by|(?<!not )(?<!never )before|(?:no|not) later than|{_SAID_DUE})"
    r"|(?P<within>(?<!once )(?<!twice )(?<!time )(?<!times )in|within)"
    r"|(?P<towards>to|at|for)|(?P<closing>following|after)|(?P<ahead>prior to|ahead of|in advance of)) ",
    _FLAGS,
)
SAID_LEAD = Pattern(
    r"(?:(?:on or before|by|before|in|within|to|at|for|on|until|due|sometime|(?:no|not) later than|latest) ){1,3}",
    _FLAGS,
)
_MORE = rf"(?:an?|{NUMBER}) (?:half|bit|day|week|fortnight|month|few|couple)"
_A_DAY = (
    rf"(?:{WEEKDAY_NAMED}|{MONTH}\b|{ORDINAL}|[0-9]|(?:today|tomorrow|next|following|half)\b"
    rf"|{_MORE})"
)
_CHANGED = Pattern(
    rf",?(?: ?[-/] ?{_A_DAY}| (?:or|and|to|until|till|through) (?:by |on |the )*{_A_DAY}| in (?:the |a |an )?{_A_DAY}"
    r"| (?:before|prior|after|following|preceding)\b(?! (?:noon|midday|lunch|work|[0-9]{1,2}(?:[:.][0-9]{2}|\s?[ap]m)))"
    rf"| {_MORE}| at the earliest"
    r"| (?:last|next|ahead|from|of|but|earlier|later|hence|less|plus|minus|commencing|beginning|ending)\b"
    r"| (?:the )?[0-9]{1,2}(?![0-9])(?!\s?(?:[:.][0-9]|-|[ap]\.?m\b|h(?:(?:ou)?rs?)?\b|o'?clock|noon)))",
    _FLAGS,
)
"""What makes another day of the one before it, or leaves open which: `or Monday`, `after next`, `before Easter`."""
_NO_DAY = Pattern(
    r"\b(?:not|except|but|between|or|and|to|after|from|since|following|starting|days?|weeks?|fortnight|months?)"
    r"(?: (?:on|the))* ?$",
    _FLAGS,
)
"""What stands before a written date that is not the day meant."""
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
    if (own := _in_other_language(meeting, words)) is not None:
        return replace(own, words=words.strip(), in_text=False)
    return _due_in_english(meeting, words)


def _in_other_language(meeting: Meeting, words: str) -> Due | None:
    """Read due words in the meeting's language, with or without what leads to them; None in English and for no day."""
    if meeting.language == "en":
        return None
    said = _SPACES.sub(" ", plain(words)).strip()
    lead = f"{lead_to_day(meeting.language)} "
    found = next(found_in(meeting.language, said), None) or next(found_in(meeting.language, lead + said), None)
    if found is None:
        return None
    due = _due_in_english(meeting, found.words)
    return due if due.date or due.meeting else None


def _due_in_english(meeting: Meeting, words: str) -> Due:
    kept = words.strip()
    said = _SPACES.sub(" ", plain(kept))
    lead = SAID_LEAD.match(said)
    place = lead.end() if lead else 0
    readings = [
        reading
        for reading in (
            read_offset(said, place, meeting),
            read_meeting(said, place, meeting, any_meeting=True, bare=True),
            read_day(said, place, meeting.date),
            read_span(said, place, meeting.date),
        )
        if reading is not None
    ]
    if readings:
        longest = _certain(said, max(readings, key=lambda reading: reading.end))
        return Due(words=kept, date=longest.date, meeting=longest.meeting)
    if (inside := find_due(replace(meeting, language="en"), said)) is not None:
        return replace(inside, words=kept, in_text=False)
    return Due(words=kept, date=_written_in(said, meeting.date))


def _certain(text: str, reading: Reading) -> Reading:
    """Return a reading, without its date if the words after it leave open which day is meant."""
    return replace(reading, date=None, meeting=None) if _CHANGED.match(text, reading.end) else reading


def _written_in(text: str, held: date) -> date | None:
    """Return the one date that is written in due words; None where there is none, or one of two is meant."""
    try:
        written = find_date(text, near=held)
        if written is None or not written.weekday_fits or find_date(text[written.span[1] :], near=held):
            return None
    except BadInput:
        return None
    found = Reading(end=written.span[1], date=written.date)
    return None if _NO_DAY.search(text, 0, written.span[0]) else _certain(text, found).date


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
    own = [_located(meeting, text, one) for one in found_in(meeting.language, text)]
    if own:
        return own[-1]
    said, places = _levelled(text)
    last: tuple[int, Reading] | None = None
    done = 0
    for lead in _LEAD.finditer(said):
        if lead.start() < done:
            continue
        found = _read(said, lead, meeting)
        if found is not None and found[0] >= done:
            last, done = found, found[1].end
    if last is None:
        return None
    start, end = places[last[0]], places[last[1].end - 1] + 1
    if text[end - 1] == "." and not re.search(r"\b[ap]\.m\.$", text[max(0, end - 5) : end], _FLAGS):
        end -= 1
    due = Due(words=text[start:end], date=last[1].date, in_text=True, meeting=last[1].meeting)
    return LocatedDue(due=due, span=(start, end))


def _located(meeting: Meeting, text: str, found: InEnglish) -> LocatedDue:
    """Return due words of the meeting's language with what follows from them."""
    due = _due_in_english(meeting, found.words)
    said = text[found.start : found.end]
    return LocatedDue(due=replace(due, words=said, in_text=True), span=(found.start, found.end))


def _levelled(text: str) -> tuple[str, list[int]]:
    """Make runs of white space one space; with the text, the place that each of its characters came from."""
    level = plain(text)
    places = [
        place
        for place, character in enumerate(level)
        if not (character.isspace() and level[place - 1 : place].isspace())
    ]
    return "".join(" " if level[place].isspace() else level[place] for place in places), places


def _read(text: str, lead: re.Match[str], meeting: Meeting) -> tuple[int, Reading] | None:
    """Read what follows a word that may lead to due words; with it, where they begin."""
    if lead["until"] or lead["closing"] or lead["ahead"]:
        start = offset_before(text, lead.start())
        counted = None if start is None else read_offset(text, start, meeting, known=True)
        if start is not None and counted is not None:
            return start, _certain(text, counted)
    reading = _closing(text, lead.end(), meeting) if lead["closing"] else _led(text, lead, meeting)
    return (lead.start(), _certain(text, reading)) if reading else None


def _led(text: str, lead: re.Match[str], meeting: Meeting) -> Reading | None:
    """Read the day or the meeting that a word leads to."""
    place = lead.end()
    if lead["within"]:
        return read_span(text, place, meeting.date)
    if lead["ahead"]:
        return None
    reading = read_meeting(text, place, meeting, any_meeting=bool(lead["until"]))
    if lead["towards"]:
        return None if reading and _was_held(text, lead, reading, meeting) else reading
    if lead["until"] and lead["until"].lower() == "by":
        counted = read_offset(text, place, meeting, known=True)
        reading = counted if counted and (reading is None or counted.end > reading.end) else reading
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
