"""Shorthand: what a word is typed as in a hurry, by the house's abbreviations or without its vowels."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from tui.meeting.text import english

ENDS: Final = " ,.;?!)"
"""What ends a word that is written out; a colon does not, for names stand before it."""

_SHORTEST: Final = 4
"""The fewest letters a word without its vowels has: with three, half stand for several, or are abbreviations."""
_LEAST_SAVED: Final = 2
_VOWELS: Final = re.compile(r"(?<=.)[aeiou]")
_DOUBLED: Final = re.compile(r"(.)\1+")
_LAST: Final = re.compile(r"(?:^|(?<=\s))([A-Za-z]+|[a-z]/[a-z]?)$")


class WrittenOut(NamedTuple):
    """Shorthand, and what was written in its place."""

    short: str
    words: str
    """Empty where it stays as it is, since it may be several words."""
    readings: tuple[str, ...] = ()
    """Those words, the likeliest first."""


@cache
def house() -> dict[str, str]:
    """Return what the abbreviations stand for that every minute-taker uses."""
    pairs = (line.partition(" ") for line in english.SHORTHAND.split("\n") if line.strip())
    return {short: words for short, _, words in pairs}


def last_word(text: str) -> str:
    """Return what may be shorthand at the end of a text: letters between spaces; else nothing."""
    found = _LAST.search(text)
    return found[1] if found else ""


def without_vowels(word: str) -> str:
    """Return a word as it is typed without its vowels, but for a first letter."""
    return _VOWELS.sub("", word)


def may_lack_vowels(short: str) -> bool:
    """Return whether letters may be a word without its vowels."""
    return len(short) >= _SHORTEST and short.islower() and not _VOWELS.search(short)


class Skeletons:
    """The words that were learnt, by what is left of them without their vowels."""

    def __init__(self) -> None:
        self._words: dict[str, list[str]] = {}

    def add(self, word: str) -> None:
        """Add a word that was not there before."""
        if len(word) >= _SHORTEST + _LEAST_SAVED and word.isalpha() and word.islower():
            self._words.setdefault(_once(without_vowels(word)), []).append(word)

    def words(self, short: str) -> list[str]:
        """Return the words that letters may stand for."""
        return [w for w in self._words.get(_once(short), ()) if len(w) >= len(short) + _LEAST_SAVED]


def _once(short: str) -> str:
    """Return letters with those that are doubled once, for some type them so."""
    return _DOUBLED.sub(r"\1", short)


def ends(short: str, end: str) -> bool:
    """Return whether a character ends shorthand; after one letter or two, punctuation may be of an abbreviation."""
    return end == " " or (len(short) > 2 and end in ENDS)
