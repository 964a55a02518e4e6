"""Due words in the meeting's language, put into English, in which days and meetings are read: `bis Freitag`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tui.meeting.dates.written_dates import MONTHS, WEEKDAYS
from tui.meeting.languages.header_words import language_of
from tui.meeting.languages.keyed.known import keyed_in
from tui.meeting.languages.keyed.words import Phrases
from tui.meeting.languages.language import forms
from tui.meeting.text.plain_text import plain

_SHORTEST = 3
"""Letters of a name of a weekday or a month that is known in a sentence."""
_BLANK = re.compile(r"\{(\w+)\}")
_FLAGS = re.IGNORECASE


class InEnglish(NamedTuple):
    """Due words found in a text, and what they say in English."""

    words: str
    """Without what leads to them: `the end of next week`."""
    start: int
    """Where they stand in the text, with what leads to them."""
    end: int
    day: int
    """Where the day begins, behind what leads to it."""


def found_in(code: str, text: str) -> Iterator[InEnglish]:
    """Return the due words of a language in a text, in order."""
    at = 0
    level = plain(text)
    while found := _next(code, level, at):
        yield found
        at = found.end


def lead_to_day(code: str) -> str:
    """Return a word of a language that may lead to any due words; empty for English."""
    words = keyed_in(code)
    return re.split(r"[|(]", words.due_by)[0] if words else ""


def dates_in_english(code: str, text: str) -> str:
    """Return a text with the months and weekdays of a language in English."""
    keyed = keyed_in(code)
    if keyed is None:
        return text
    weekdays, months = _names(code, "weekdays"), _names(code, "months")
    ending = rf"(?:er|\.|º|\w{{2,3}})?\s*(?:{keyed.before_month})?\s*"
    day = re.compile(rf"(?<!\w)(\d{{1,2}}){ending}({_either(months)})\b\.?(?:\s+del?)?", _FLAGS)
    weekday = re.compile(rf"(?<!\w)(?:{_either(weekdays)})(?!\w)\.?", _FLAGS)
    level = day.sub(lambda found: f"{found[1]} {months[found[2].casefold()]}", plain(text))
    return weekday.sub(lambda found: weekdays[found[0].rstrip(".").casefold()], level)


def _next(code: str, text: str, at: int) -> InEnglish | None:
    matches = [(match, english) for phrase, english in _phrases(code) if (match := phrase.search(text, at))]
    if not matches:
        return None
    # What begins first; of those that begin alike, what leads to most words.
    match, english = min(matches, key=lambda one: (one[0].start(), -one[0].end()))
    # A full stop after a word ends the sentence; after a figure, it is the figure's.
    end = match.end() - (text[match.end() - 1] == "." and text[match.end() - 2].isalpha())
    return InEnglish(_said(code, match, english), match.start(), end, match.start("phrase"))


@cache
def _phrases(code: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what finds each phrase of a language behind what leads to it."""
    words = keyed_in(code)
    if words is None:
        return ()
    groups = (
        (words.due_by, words.days),
        (words.due_within, words.spans),
        (words.due_by, words.spans),
        (words.due_by, words.meetings),
        (words.due_at, words.meetings),
    )
    return tuple(one for leads, phrases in groups for one in _led(code, leads, phrases))


def _led(code: str, leads: str, phrases: Phrases) -> Iterator[tuple[re.Pattern[str], str]]:
    for phrase, english in phrases:
        written = rf"(?<![\w-])(?:{leads})\s*(?<![^\W\d_](?=[^\W\d_]))(?P<phrase>{_filled_in(code, phrase)})(?![\w])"
        yield re.compile(written.replace(" ?", r"\s*").replace(" ", r"\s+"), _FLAGS), english


def _filled_in(code: str, phrase: str) -> str:
    """Return a phrase's pattern with the names of the language in its blanks."""
    parts = {
        "weekday": rf"(?P<weekday>{_either(_names(code, 'weekdays'))})\.?",
        "month": rf"(?P<month>{_either(_names(code, 'months'))})\.?",
        "count": rf"(?P<count>\d{{1,3}}|{_either(_numbers(code))})",
        "day": r"(?P<day>\d{1,2})",
        "mon": r"(?P<mon>\d{1,2})",
        "year": r"(?P<year>\d{4})",
    }
    return _BLANK.sub(lambda blank: parts[blank[1]], phrase)


def _said(code: str, match: re.Match[str], english: str) -> str:
    """Say in English what a phrase says."""
    said = {name: words or "" for name, words in match.groupdict().items()}
    for blank, names in (("weekday", _names(code, "weekdays")), ("month", _names(code, "months"))):
        if said.get(blank):
            said[blank] = names[said[blank].casefold().rstrip(".")]
    if said.get("count"):
        said["count"] = _numbers(code).get(said["count"].casefold(), said["count"])
    words = _BLANK.sub(lambda blank: said.get(blank[1], ""), english)
    return " ".join(words.replace("(s)", "" if said.get("count") == "1" else "s").split())


@cache
def _names(code: str, field: str) -> dict[str, str]:
    """Return the English of each name of a weekday or a month, short ones with more letters than a word of its own."""
    english = WEEKDAYS if field == "weekdays" else MONTHS
    named = zip(english, getattr(language_of(code), field), strict=True)
    return {form: name for name, words in named for form in forms(plain(words)) if len(form) >= _SHORTEST}


@cache
def _numbers(code: str) -> dict[str, str]:
    words = keyed_in(code)
    numbers = words.numbers.split() if words else []
    return {form: str(number) for number, said in enumerate(numbers, 1) for form in said.split("/")}


def _either(names: dict[str, str]) -> str:
    return "|".join(name.replace(".", r"\.") for name in sorted(names, key=len, reverse=True))
