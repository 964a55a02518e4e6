"""How the notes of a meeting are worded: its language's words, dates and times, and stubs for what is withheld."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache

from tui.meeting.languages.writing.words import Words
from tui.meeting.languages.writing.written import listed_and, said_clock, words_in
from tui.meeting.model import Meeting
from tui.notes.view import dates
from tui.notes.view.words import ViewText

_BLANK = re.compile(r"\{(\w+)\}")


class Wording:
    """The wording of one language."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def text(self, text: str, *, restricted: bool = False) -> ViewText:
        """Read a text with its marks; a stub of the language stands where words are withheld."""
        return ViewText.of(text, restricted=restricted, stub=self.words.restricted)

    def entry_stub(self) -> ViewText:
        """Return what stands for a whole entry or heading that is withheld."""
        return ViewText.literally(self.words.restricted_entry)

    def say(self, template: str, **values: str) -> ViewText:
        """Fill the blanks of the language's words; the emphasis of what is filled in is kept."""
        return filled(template, values)

    def listed(self, names: Sequence[ViewText], *, in_sentence: bool = False) -> ViewText:
        """Join names by commas, in a sentence the last two by `and`."""
        pieces: list[str] = []
        for at, name in enumerate(names):
            last = in_sentence and at == len(names) - 1
            pieces += ([listed_and(self.words, name) if last else ", "] if at else []) + [name]
        return ViewText.joined(*pieces)

    def clock(self, moment: time | datetime | None) -> str:
        """Say a time of day as `10:30`; nothing for None."""
        return said_clock(self.words, moment)

    def short_date(self, day: date) -> str:
        """Say a date as `28 March 2017`."""
        return dates.short_date(self.words, day)

    def ordinal_date(self, day: date) -> str:
        """Say a date as `28th March 2017`."""
        return dates.ordinal_date(self.words, day)

    def long_date(self, day: date) -> str:
        """Say a date as `Tuesday 28th March 2017`."""
        return dates.long_date(self.words, day)

    def month(self, day: date) -> str:
        """Say a date's month as `March 2017`."""
        return dates.month(self.words, day)


def filled(template: str, values: dict[str, str]) -> ViewText:
    """Fill the blanks of a language's words. Raises KeyError for a blank that nothing is given for."""
    pieces = _BLANK.split(template)
    return ViewText.joined(*(values[piece] if at % 2 else piece for at, piece in enumerate(pieces)))


def wording_of(meeting: Meeting) -> Wording:
    """Return the wording of a meeting's notes."""
    return _wording(meeting.language)


@cache
def _wording(code: str) -> Wording:
    return Wording(words_in(code))
