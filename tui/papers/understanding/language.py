"""The language that a paper is in: the one it names, else the one of its keys and headings."""

from __future__ import annotations

from collections.abc import Iterable

from tui.meeting.languages.header_words import language_keys, language_named
from tui.meeting.languages.language import Language, forms
from tui.meeting.languages.languages import LANGUAGES, READ
from tui.papers.document import Block

_FIELDS = (
    "date_keys",
    "time_keys",
    "place_keys",
    "chair_keys",
    "minutes_keys",
    "title_keys",
    "other_keys",
    "next_keys",
    "agenda",
    "members",
    "attending",
    "guests",
    "observers",
    "apologies",
    "absent",
)
_FEWEST = 2
"""How many keys and headings it takes to know a language by them."""
_LONGEST = 60


def language_of_paper(header: Iterable[tuple[str, str]], blocks: Iterable[Block]) -> str:
    """Return the code of the language of a paper: English unless it names another, or speaks it in most of its keys.

    English, too, for a language that is read and in which no notes are written.
    """
    named = (language_named(words) for key, words in header if key.casefold() in language_keys())
    if said := next(filter(None, named), ""):
        return said
    names = {name for block in blocks if (name := _key_of(block.text))}
    english, *others = READ
    counts = {language.code: _count(language, names) for language in others}
    code = max(counts, key=lambda one: counts[one])
    written = any(language.code == code for language in LANGUAGES)
    return code if written and counts[code] >= _FEWEST and counts[code] > _count(english, names) else english.code


def _key_of(text: str) -> str:
    """Return what stands before a line's colon, else the whole of a short line, as keys are written."""
    key, _, _ = text.partition(":")
    return " ".join(key.strip(" *_#.").casefold().split()) if len(key) <= _LONGEST else ""


def _count(language: Language, names: set[str]) -> int:
    """Return how many of the names are keys or headings of a language."""
    return len(names & {word for field in _FIELDS for word in forms(getattr(language, field))})
