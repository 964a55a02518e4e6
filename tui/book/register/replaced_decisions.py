"""Which decisions of a book put an end to earlier ones of their series, as their words say: `to rescind minute 41/24`.

Only what a version shows is looked through, so that the public reads no more of a link than of its two ends.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from tui.book.register.indexed_meeting import IndexedMeeting
from tui.book.register.listed_rows import DecisionRow
from tui.meeting.decisions.citations import Citation
from tui.meeting.model import DecisionOutcome
from tui.meeting.outline.outline import core

_TELLING = re.compile(r"\d+\D+\d|\d{3}")
"""A number that stands for one thing in the whole series: `41/24`, `C123`; `3` is one of every agenda."""


class DecisionAt(NamedTuple):
    """A decision and the meeting in which it was taken."""

    file: IndexedMeeting
    row: DecisionRow


Linked = dict[tuple[str, int], dict[str, Any]]
"""What links say in the columns of a row, by the name of its file and its entry."""


def linked(shown: Sequence[DecisionAt]) -> Linked:
    """Return what links of decisions to each other say in their columns; the oldest meeting stands first."""
    found: Linked = {}
    cited = {(one.number, one.day) for decision in shown for one in decision.row.ends}
    earlier = _Earlier(cited)
    for later in shown if cited else ():
        ended = [one for citation in later.row.ends for one in _meant(citation, later, earlier.named(citation))]
        earlier.add(later)
        for one in ended:
            found.setdefault(_key(one), {})["replaced_by"] = later.row.text
            found[_key(one)]["replaced_on"] = later.file.date
        if ended:
            words = "; ".join(dict.fromkeys(one.row.text for one in ended))
            found.setdefault(_key(later), {}).setdefault("replaces", words)
    return found


_Cited = tuple[str, date | None]
"""What a citation names: a number, a day, or both."""


class _Earlier:
    """The decisions that were carried so far, by what is cited of them: few of the many that a book has."""

    def __init__(self, cited: Collection[_Cited]) -> None:
        self._found: dict[_Cited, list[DecisionAt]] = {one: [] for one in cited}
        self._days = {day for _, day in cited}
        self._numbers = {number for number, _ in cited}

    def add(self, one: DecisionAt) -> None:
        """Take one more."""
        if one.row.outcome != DecisionOutcome.CARRIED:
            return
        numbers = self._numbers.intersection(("", one.row.number and core(one.row.number), one.row.minute))
        for day in self._days.intersection((None, one.file.date)):
            for number in numbers:
                if (number, day) in self._found:
                    self._found[number, day].append(one)

    def named(self, citation: Citation) -> list[DecisionAt]:
        """Return those that bear a citation's number, and are of its day, where it names these."""
        return self._found[citation.number, citation.day]


def _key(one: DecisionAt) -> tuple[str, int]:
    return one.file.name, one.row.entry


def _meant(citation: Citation, by: DecisionAt, named: Iterable[DecisionAt]) -> list[DecisionAt]:
    """Return the decisions that a citation means: those of one meeting, or none where it leaves open which."""
    keys = set(by.file.keys)
    decided = (one for one in named if not keys.isdisjoint(one.file.keys))
    if not citation.number:
        only = list(islice(decided, 2))
        return only if len(only) == 1 else []
    meant = list(_numbered(citation, decided))
    return [one for one in meant if one.file is meant[-1].file]


def _numbered(citation: Citation, decided: Iterable[DecisionAt]) -> Iterator[DecisionAt]:
    """Yield those that have the number; that of an item says nothing without the day, where each agenda has it."""
    telling = citation.day is not None or _TELLING.search(citation.number)
    for one in decided:
        if core(one.row.number) == citation.number or (telling and one.row.minute == citation.number):
            yield one
