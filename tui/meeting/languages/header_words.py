"""The header of a meeting in its language: the lines that the program knows by their English keys, and `Language`."""

from __future__ import annotations

import re
from typing import Literal

from tui.meeting.languages.language import Language, forms
from tui.meeting.languages.languages import LANGUAGES
from tui.meeting.model import Meeting

_FIELDS = {"Chair": "chair_keys", "Minutes": "minutes_keys", "Venue": "place_keys", "Next": "next_keys"}


NUMBERS = re.compile(
    r"(?:[^\W\d_]{1,6}[ /.-]?)?\d{1,6}(?:[/.-]\d{1,6}){0,3}(?P<last>\s*(?:–|-|to|bis|à|a|i)\s*\S{1,24})?"
)
"""What a line of numbers that run on holds: the first, or the first and the last."""


def language_of(code: str) -> Language:
    """Return the language of a code; English for one that is unknown."""
    return next((one for one in LANGUAGES if one.code == code), LANGUAGES[0])


def name_of_language(code: str) -> str:
    """Return what a language is called in English."""
    return language_of(code).name


def language_named(words: str) -> str:
    """Return the code of the language that words name: `de`, `German`, `Deutsch`; empty for none that is known."""
    said = words.strip(" .").casefold()
    code = said.partition("-")[0].partition("_")[0]
    return next((one.code for one in LANGUAGES if said in forms(one.names) or code == one.code), "")


def language_keys() -> frozenset[str]:
    """Return the keys of a line that names the language of the notes."""
    return frozenset(word for one in LANGUAGES for word in forms(one.language_keys))


def _line_of(meeting: Meeting, key: str) -> tuple[str, str]:
    """Return a header line by its English key, else by a key that the meeting's language has for it."""
    if words := meeting.said(key):
        return key, words
    own = forms(getattr(language_of(meeting.language), _FIELDS[key])) if meeting.language != "en" else ()
    return next(((name, words) for name, words in meeting.header if name.casefold() in own and words), ("", ""))


def said_under(meeting: Meeting, key: str) -> str:
    """Return the words of the header line `Chair`, `Minutes`, `Venue` or `Next`; empty where there is none."""
    return _line_of(meeting, key)[1]


def number_line(meeting: Meeting, field: Literal["resolution_keys", "page_keys"]) -> tuple[str, str]:
    """Return the header line, with its key, that gives the number of the first resolution, or of the first page.

    Empty where there is none, or it holds no number: `Pages: see the folder`.
    """
    keys = {word for one in LANGUAGES for word in forms(getattr(one, field))}
    lines = (line for line in meeting.header if line[0].casefold() in keys and NUMBERS.fullmatch(line[1].strip()))
    return next(lines, ("", ""))


def told_keys(meeting: Meeting) -> frozenset[str]:
    """Return the keys of the header, in small letters, that the notes tell in places of their own."""
    own = {_line_of(meeting, key)[0].casefold() for key in _FIELDS}
    own |= {number_line(meeting, field)[0].casefold() for field in ("resolution_keys", "page_keys")}
    known = {name.casefold() for name, words in meeting.header if language_named(words)} & language_keys()
    return frozenset({*own, *known, *(key.casefold() for key in _FIELDS)})


def speaks_of_next_meeting(meeting: Meeting, heading: str) -> bool:
    """Whether a heading is for the next meeting, in the words of the meeting's language."""
    said = heading.casefold()
    return meeting.language != "en" and any(words in said for words in forms(language_of(meeting.language).next_keys))
