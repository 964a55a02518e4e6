"""The time of day, the day and the chair that may end a command."""

from __future__ import annotations

import re
from datetime import date, time
from typing import NamedTuple

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.dates.due import due_from_words
from tui.meeting.hours.moments import session_day
from tui.meeting.model import Meeting
from tui.meeting.people.directory import directory_of

_TIME = (
    r"(?P<word>noon|midday|midnight)"
    r"|(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minute>\d{2}))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<hour24>\d{1,2})\s?[:.h]\s?(?P<minute24>\d{2})(?::\d{2})?(?:\s?(?:h(?:ou)?rs?\b\.?|h\b|Uhr\b))?"
    r"|(?P<four>\d{4})\s?(?:h(?:ou)?rs?\b\.?|h\b)"
    r"|(?P<bare>\d{1,2})\s?(?:h\b|Uhr\b)"
)
_AT_END = re.compile(
    rf"(?:^|[\s,;]+)(?:(?:at|@|um|à|a\s+las|am)\s*(?:(?P<plain>\d{{4}})|{_TIME})|(?:{_TIME.replace('?P<', '?P<b_')}))"
    r"\s*\.?\s*$",
    re.IGNORECASE,
)
_SPAN = r"for|für|pour|pendant|por|durante|am(?=\s+\S+\s+(?:m[iu]nud|awr))"
_UNTIL = re.compile(
    rf"(?:^|[\s,;]+)(?P<words>(?:until|till|to|bis|jusqu['’](?:à|au|en)|hasta|tan|(?P<span>{_SPAN}))(?!\w).*)$",
    re.IGNORECASE | re.DOTALL,
)
_CHAIR = re.compile(
    r"(?:^|[\s,;]+)(?:(?:chair(?:ed)?(?:\s+by)?|(?:den\s+)?vorsitz\w{0,6}|(?:sous\s+la\s+)?présid(?:ence|ée?)(?:\s+(?:de|par))?"
    r"|preside|presidid[oa]\s+por|presidencia(?:\s+de)?|(?:dan\s+g|c)adeir(?:ydd(?:iaeth)?)?)\b\s*:?\s*(?P<after>.+)"
    r"|(?P<before>[^,;]+?)\s+in\s+the\s+chair)\s*\.?\s*$",
    re.IGNORECASE,
)


class Timed(NamedTuple):
    """A command's words, and the time that ended them."""

    words: str
    time: time | None


def part_time(argument: str) -> Timed:
    """Part the time off a command's end: `at 19:52`, `8.15pm`, `20:10`, `2010 hrs`. Raises Refused for no such time."""
    found = _AT_END.search(argument)
    if found is None:
        return Timed(argument.strip(), None)
    groups = {key.removeprefix("b_"): said for key, said in found.groupdict().items() if said is not None}
    moment = _time(groups)
    if moment is None:
        raise Refused(f"“{found[0].strip(' ,;')}” is not a time of day", hint="write it as 18:30 or 6.30 pm")
    return Timed(argument[: found.start()].strip(" ,;"), moment)


def _time(said: dict[str, str]) -> time | None:
    if "word" in said:
        return time(0) if said["word"].casefold() == "midnight" else time(12)
    four = said.get("four") or said.get("plain")
    hour = int(four[:2] if four else said.get("hour") or said.get("hour24") or said["bare"])
    minute = int(four[2:] if four else said.get("minute") or said.get("minute24") or 0)
    if half := said.get("half", "").casefold():
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def only_time(name: str, argument: str) -> time | None:
    """Return the time that is all of a command's words; None for none. Raises Refused for other words."""
    words, moment = part_time(argument)
    if words:
        hint = "a line of text that begins with / needs \\ before it"
        raise Refused(f"/{name} takes nothing but a time after it: /{name} 19:30", hint=hint)
    return moment


class Adjournment(NamedTuple):
    """What is said of an adjournment."""

    time: time | None
    words: str
    """Until when, as said: `until Thursday`."""
    day: date | None


def read_adjournment(meeting: Meeting, argument: str) -> Adjournment:
    """Read `20:10 until Thursday`. Raises Refused for other words."""
    until = _UNTIL.search(argument)
    moment = only_time("adjourn", argument[: until.start()] if until else argument)
    words = until["words"].strip(" .") if until else ""
    until_when = part_time(words.partition(" ")[2]).words
    day = None if until and until["span"] else _day(meeting, until_when)
    return Adjournment(moment, words, day)


class Resumption(NamedTuple):
    """What is said of going on after an adjournment."""

    time: time | None
    day: date | None
    chair: str


def read_resumption(meeting: Meeting, argument: str) -> Resumption:
    """Read `Thursday 19:30, chair Bo Oake`. Raises Refused for other words."""
    found = _CHAIR.search(argument)
    chair = (found["after"] or found["before"]).strip(" .") if found else ""
    known = directory_of(meeting).find(chair) if chair else None
    words, moment = part_time(argument[: found.start()] if found else argument)
    before = replace(meeting, breaks=meeting.breaks[:-1])
    day = _day(before, words.removeprefix("on ")) if words else None
    if words and day is None:
        raise Refused(f"“{words}” is no day", hint="/resume Thursday 19:30, chair NAME")
    return Resumption(moment, day, known.name if known else chair)


def _day(meeting: Meeting, words: str) -> date | None:
    """Return the day that words name, from that of the session before."""
    if not words:
        return None
    day = due_from_words(replace(meeting, date=session_day(meeting)), words).date
    return day if day is not None and day > session_day(meeting) else None
