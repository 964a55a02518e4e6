"""Dates in the words of the notes' language, the same under every locale."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from tui.meeting.languages.writing.words import Words

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ENGLISH = "en-GB"
_FIELDS = re.compile(r"EEEE|MMMM|\by\b|\bd\b")


def short_date(words: Words, day: date) -> str:
    """Say a date as `28 March 2017`."""
    return _dated(words, words.short_date, day)


def ordinal_date(words: Words, day: date) -> str:
    """Say a date as `28th March 2017`."""
    return _dated(words, words.ordinal_date, day)


def long_date(words: Words, day: date) -> str:
    """Say a date as `Tuesday 28th March 2017`."""
    return _dated(words, words.long_date, day)


def month(words: Words, day: date) -> str:
    """Say a date's month as `March 2017`."""
    return _dated(words, words.month, day)


def _dated(words: Words, pattern: str, day: date) -> str:
    """Say a date by a pattern of CLDR in which `{day}` stands for the day's number, as the language writes it."""
    if words.tag == _ENGLISH:
        return _in_english(pattern, day)
    first = f"'{words.first_of_month}'" if day.day == 1 and words.first_of_month else "d"
    return _in_other(words.tag, pattern.replace("{day}", first), day)


def _in_english(pattern: str, day: date) -> str:
    """Say a date in English, which nearly all notes are in, without loading the words of other languages."""
    ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    said = {"EEEE": _WEEKDAYS[day.weekday()], "MMMM": _MONTHS[day.month - 1], "d": str(day.day), "y": str(day.year)}
    return _FIELDS.sub(lambda found: said[found[0]], pattern).replace("{day}", f"{day.day}{ending}")


@lru_cache(maxsize=256)
def _in_other(tag: str, pattern: str, day: date) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=tag)
