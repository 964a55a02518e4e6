"""First names of the world: those that are hardly anything else, and those that are everyday words as well."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from tui.meeting.model import Value

_LEXICON = Path(__file__).with_name("first_names.txt")
"""The names, and in its head where they are from."""


class FirstNames(Value, frozen=True, kw_only=True):
    """The first names that the program knows, in small letters."""

    sure: frozenset[str]
    """Hardly anything else."""
    words: frozenset[str]
    """Words, months, places or surnames as well: `will`, `june`, `chelsea`, `harrison`."""


@cache
def first_names() -> FirstNames:
    """Return the first names that the program knows, which are read once, when they are first asked for."""
    sure, words = _LEXICON.read_text(encoding="utf-8").partition("\n\n")[2].split("\n\n")
    return FirstNames(sure=frozenset(sure.split()), words=frozenset(words.split()))


def is_first_name(word: str) -> bool:
    """Whether a word is a first name and hardly anything else, written with a capital."""
    return word[:1].isupper() and _is_among(first_names().sure, word)


def known_first_names(words: Iterable[str]) -> int:
    """Return how many words that stand where first names would are some.

    Those that are everyday words as well count where another is hardly anything else: `Grace`, beside `Sophie`.
    """
    capitals = [word for word in words if word[:1].isupper()]
    sure = sum(_is_among(first_names().sure, word) for word in capitals)
    return sure + sum(_is_among(first_names().words, word) for word in capitals) if sure else 0


def _is_among(names: frozenset[str], word: str) -> bool:
    first = word.casefold().rstrip(".")
    return first in names or first.partition("-")[0] in names
