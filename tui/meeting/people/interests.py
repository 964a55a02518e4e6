"""Interests that people declare in what a section is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from tui.errors import Refused
from tui.meeting.languages.writing.words import Words
from tui.meeting.languages.writing.written import words_in
from tui.meeting.model import Entry, Happening, Interest, Meeting, Person
from tui.meeting.outline.outline import current_section, name_within
from tui.meeting.people.attendance import known_person, tell_of
from tui.meeting.text.brackets import divided

_NAMED = re.compile(r"(?P<kind>.*?)\s*\binterests?\W*", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)


class Declared(NamedTuple):
    """An interest, with who declared it and the entry that says so."""

    entry: Entry
    interest: Interest
    person: Person


def declare(meeting: Meeting, words: str, at: datetime) -> Meeting:
    """Note that somebody declares an interest in the current section, from `NAME, kind[, words]`.

    Raises Refused where nobody is known by the name, and where the meeting has no section.
    """
    name, kind, more = [*divided(words, ",", 2), "", ""][:3]
    return declared(meeting, known_person(meeting, name), at, kind=kind, words=more)


def declared(meeting: Meeting, person: Person, at: datetime, *, kind: str = "", words: str = "") -> Meeting:
    """Note that a person declares an interest in the current section."""
    section = current_section(meeting)
    if meeting.current is None or not person.name:
        raise Refused("who?", hint="type /interest NAME, kind, words")
    interest = Interest(kind=_kind(kind), words=words.strip().rstrip("."))
    words_used = words_in(meeting.language)
    text = words_used.declared.format(
        name=person.name,
        interest=_named(words_used, interest.kind),
        item=name_within(meeting, section, words_used),
        words=f"{words_used.colon} {interest.words}" if interest.words else "",
    )
    return tell_of(meeting, person, Happening.DECLARED, text, at, interest=interest)


def _kind(words: str) -> str:
    """Return a kind of interest as it stands before that word: `pecuniary` for `A pecuniary interest`."""
    kind = _ARTICLE.sub("", " ".join(words.split()), count=1) if words.strip() else ""
    named = _NAMED.fullmatch(kind)
    kind = (named["kind"] if named else kind).strip(" .:;")
    return kind if kind.isupper() else kind[:1].lower() + kind[1:]


def _named(words: Words, kind: str) -> str:
    if not kind:
        return words.interest
    vowel = kind[:1].casefold() in "aeiou"
    return (words.kind_of_interest_before_vowel if vowel else words.kind_of_interest).format(kind=kind)


def interests_of(meeting: Meeting) -> Iterator[Declared]:
    """Return the interests that were declared, in the order in which they were captured."""
    people = {person.id: person for person in meeting.people}
    for entry in sorted(meeting.entries, key=lambda one: one.id):
        person = people.get(entry.person) if entry.person is not None else None
        if entry.interest is not None and person is not None:
            yield Declared(entry, entry.interest, person)
