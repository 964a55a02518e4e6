"""The words of a language looked up by its code; only the languages that are asked for are loaded."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import cache, lru_cache
from importlib import import_module

from tui.meeting.languages.writing.words import Words

_MODULES = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "cy": "welsh"}

CODES = tuple(_MODULES)
"""The languages that notes can be written in."""


@cache
def words_in(code: str) -> Words:
    """Return the words of a language; those of English for a code that is unknown."""
    module = import_module(f"tui.meeting.languages.writing.{_MODULES.get(code, _MODULES['en'])}")
    words: Words = module.WORDS
    return words


def said_clock(words: Words, moment: time | datetime | None) -> str:
    """Say a time of day: `10:30`, `10:30 Uhr`; nothing for None."""
    return "" if moment is None else words.clock.format(hour=moment.hour, minute=moment.minute)


def said_at(words: Words, moment: time | datetime | None) -> str:
    """Say a time within a sentence, with what stands before it: ` at 19:52`; nothing for None."""
    return "" if moment is None else words.at_time.format(time=said_clock(words, moment))


@lru_cache(maxsize=8)
def said_at_pattern(words: Words) -> re.Pattern[str]:
    """Return what finds a time that `said_at` said; its group `time` is the time of day alone."""
    spread = re.sub(r"\{minute[^}]*\}", "MM", re.sub(r"\{hour[^}]*\}", "HH", words.clock))
    clock = re.escape(spread).replace("HH", r"\d{1,2}").replace("MM", r"\d\d")
    before, after = words.at_time.split("{time}")
    return re.compile(rf"{re.escape(before)}(?P<time>{clock}){re.escape(after)}")


def said_on(words: Words, day: date) -> str:
    """Say a day within an event's sentence, with what stands before it: ` on Tuesday 3 March 2031`."""
    names = {"weekday": f"{day:%A}", "month_name": f"{day:%B}"}
    return words.on_day.format(day=words.day_within.format(day=day.day, month=day.month, year=day.year, **names))


def quoted(words: Words, said: str) -> str:
    """Set words in the language's quotation marks."""
    return words.quoted.format(words=said)


def listed_and(words: Words, last: str) -> str:
    """Return what stands between the last two of a list, before its last one."""
    other = words.listed_else_before
    return words.listed_and_else if other and re.match(other, last, re.IGNORECASE) else words.listed_and


def listed(words: Words, names: list[str] | tuple[str, ...]) -> str:
    """Join names as a sentence does: `Ann Lee, Bo Oake and Cy Pugh`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{listed_and(words, names[-1])}{names[-1]}"
