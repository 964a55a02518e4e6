"""The sentences of the events that the program words, in the meeting's language, and what such a sentence tells."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from tui.meeting.hours.moments import given
from tui.meeting.languages.writing.words import Words
from tui.meeting.languages.writing.written import said_at, said_at_pattern, words_in
from tui.meeting.model import Entry, Meeting, Person
from tui.meeting.outline.outline import current_section, name_within

Move = Literal["arrived", "rejoined", "returned", "returned_during", "joined", "left", "withdrew"]
"""How somebody came or went: the name of its sentence among the words."""

_MOVES: tuple[Move, ...] = get_args(Move)


class ToldMove(NamedTuple):
    """What an event's sentence tells."""

    move: Move
    time: str
    """The time of day, as said; empty for none."""
    at: tuple[int, int]
    """Where the time stands, or belongs."""
    words: Words
    """The words of the language that it is in."""


def move_sentence(meeting: Meeting, person: Person, move: Move, moment: datetime | None) -> str:
    """Say that somebody came or went, at the current section."""
    words = words_in(meeting.language)
    item = name_within(meeting, current_section(meeting), words) if meeting.current else ""
    template: str = getattr(words, move)
    return template.format(name=person.name, at=said_at(words, given(meeting, moment)), item=item)


def told_move(meeting: Meeting, entry: Entry) -> ToldMove | None:
    """Return what a sentence of the program's tells, in the meeting's language or in English; None for any other."""
    for words in dict.fromkeys((words_in(meeting.language), words_in("en"))):
        for move, pattern in _patterns(words):
            if found := pattern.fullmatch(entry.text):
                time = said_at_pattern(words).fullmatch(found["at"])
                return ToldMove(move, time["time"] if time else "", found.span("at"), words)
    return None


def with_time(meeting: Meeting, entry: Entry, moment: datetime | None) -> str:
    """Return an event's words with another time; those that somebody worded anew stay as they are."""
    told = told_move(meeting, entry)
    if told is None:
        return entry.text
    start, end = told.at
    return entry.text[:start] + said_at(told.words, given(meeting, moment)) + entry.text[end:]


@lru_cache(maxsize=8)
def _patterns(words: Words) -> tuple[tuple[Move, re.Pattern[str]], ...]:
    """Return what finds each sentence in a text."""
    at = said_at_pattern(words).pattern.replace("?P<time>", "?:")
    parts = {"name": ".+?", "at": f"(?P<at>(?:{at})?)", "item": ".*"}

    def pattern(move: Move) -> re.Pattern[str]:
        written = re.split(r"\{(\w+)\}", getattr(words, move))
        made = "".join(parts[piece] if odd % 2 else re.escape(piece) for odd, piece in enumerate(written))
        return re.compile(made, re.DOTALL)

    return tuple((move, pattern(move)) for move in _MOVES)
