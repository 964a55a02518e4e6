"""What the public version of a meeting does not show of it, and the words that it says nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from msgspec import Struct

from tui.meeting.model import Entry, Meeting, Person, Section, corrections_of
from tui.meeting.redaction.public_version import holds_restricted, public
from tui.meeting.redaction.walk import Texts, walked
from tui.meeting.text.inline_markup import plain

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, case and marks aside."""
    return frozenset(_WORD.findall(plain(text).casefold()))


class Secrets(NamedTuple):
    """What the public version of a meeting does not show of it."""

    rows: dict[tuple[type[Person | Section | Entry], int], tuple[str, ...]]
    """The texts it shows of each person, section and entry that it does not show whole."""
    words: frozenset[str]
    """Every word, case aside, that it says nowhere, though the meeting does."""


NO_SECRETS = Secrets({}, frozenset())


def secrets_of(meeting: Meeting) -> Secrets:
    """Return what the public version of a meeting does not show of it."""
    if not holds_restricted(meeting):
        return NO_SECRETS
    shown = public(meeting)
    seen = {(type(row), row.id): row for row in _rows(shown)}
    hidden = {(type(row), row.id): row for row in _rows(meeting) if seen.get((type(row), row.id)) is not row}
    whole = words_of("\n".join((_head(meeting), *texts_of(hidden.values()))))
    openly = words_of("\n".join((_head(shown), *texts_of(_rows(shown)))))
    texts = {key: tuple(texts_of((seen[key],))) if key in seen else () for key in hidden}
    return Secrets(texts, whole - openly)


def texts_of(values: Iterable[Struct]) -> Iterator[str]:
    """Return the texts of values, those of the program's own aside."""
    found: list[str] = []

    def collected(text: str) -> str:
        found.append(text)
        return text

    for value in values:
        walked(value, Texts(words=collected, label=collected, hides=False))
    return iter(found)


def _rows(meeting: Meeting) -> Iterator[Person | Section | Entry]:
    return chain(meeting.people, meeting.sections, meeting.entries)


def _head(meeting: Meeting) -> str:
    approval = meeting.approval
    said = (approval.by, *corrections_of(approval)) if approval else ()
    return "\n".join((meeting.title, *chain.from_iterable(meeting.header), *said))
