"""Which decisions of a book put an end to earlier ones of their series, as their words say: `to rescind minute 41/24`.

Only what a version shows is looked through, so that the public reads no more of a link than of its two ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
    """Return what the links of decisions to each other say in their columns; the oldest meeting stands first."""
    found: Linked = {}
    for at, later in enumerate(shown):
        ended = [one for citation in later.row.ends for one in _meant(citation, later, shown[:at])]
        for earlier in ended:
            found.setdefault(_key(earlier), {})["replaced_by"] = later.row.text
            found[_key(earlier)]["replaced_on"] = later.file.date
        if ended:
            words = "; ".join(dict.fromkeys(one.row.text for one in ended))
            found.setdefault(_key(later), {}).setdefault("replaces", words)
    return found


def _key(one: DecisionAt) -> tuple[str, int]:
    return one.file.name, one.row.entry


def _meant(citation: Citation, by: DecisionAt, earlier: Iterable[DecisionAt]) -> list[DecisionAt]:
    """Return the decisions that a citation means: those of one meeting, or none where it leaves open which."""
    keys = set(by.file.keys)
    decided = [
        one
        for one in earlier
        if one.row.outcome == DecisionOutcome.CARRIED
        and not keys.isdisjoint(one.file.keys)
        and citation.day in (None, one.file.date)
    ]
    if not citation.number:
        return decided if len(decided) == 1 else []
    named = list(_numbered(citation, decided))
    return [one for one in named if one.file is named[-1].file]


def _numbered(citation: Citation, decided: Iterable[DecisionAt]) -> Iterator[DecisionAt]:
    """Yield those that have the number; that of an item says nothing without the day, where each agenda has it."""
    telling = citation.day is not None or _TELLING.search(citation.number)
    for one in decided:
        if core(one.row.number) == citation.number or (telling and one.row.minute == citation.number):
            yield one
