"""The languages that papers are read in, and their words looked up together."""

from __future__ import annotations

from functools import cache

from tui.meeting.languages.dutch import DUTCH
from tui.meeting.languages.english import ENGLISH
from tui.meeting.languages.french import FRENCH
from tui.meeting.languages.german import GERMAN
from tui.meeting.languages.language import Language, forms
from tui.meeting.languages.spanish import SPANISH
from tui.meeting.languages.welsh import WELSH

LANGUAGES: tuple[Language, ...] = (ENGLISH, GERMAN, FRENCH, SPANISH, WELSH)
"""Those in which notes are written and lines are captured, too."""
READ = (*LANGUAGES, DUTCH)


@cache
def words_of(field: str) -> frozenset[str]:
    """Return the words that any language has for one of its fields: `place_keys`."""
    return frozenset(word for language in READ for word in forms(getattr(language, field)))


@cache
def counted(field: str) -> dict[str, int]:
    """Return the months from 1, or the weekdays from 0, by every name they have."""
    first = 1 if field == "months" else 0
    return {
        word: number
        for language in READ
        for number, one in enumerate(getattr(language, field), first)
        for word in forms(one)
    }


@cache
def column_meanings() -> dict[str, tuple[str, ...]]:
    """Return what each head of a column may mean, the likeliest first."""
    found: dict[str, list[str]] = {}
    for language in READ:
        for meaning, words in language.columns:
            for word in forms(words):
                if meaning not in found.setdefault(word, []):
                    found[word].append(meaning)
    return {word: tuple(meanings) for word, meanings in found.items()}
