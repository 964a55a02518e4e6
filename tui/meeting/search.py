"""Search in one meeting: every entry and heading that holds all the words typed, the likeliest first.

Case, accents and the shapes of quotation marks and dashes don't count. `??`, `?` and `!` among the words list what is
still open: gaps, unanswered questions, actions without an owner or a due date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.meeting.actions.actions import is_open
from tui.meeting.capture.describe_line import describe_due
from tui.meeting.checking.section_counts import unanswered
from tui.meeting.model import Entry, Kind, Meeting, Section, Status, Value
from tui.meeting.people.directory import label_of
from tui.meeting.text.inline_markup import GAP, has_gap
from tui.meeting.text.normalizing import begins_a_word, fold_words

MOST = 200
"""Findings that are given; more are only counted."""
_LONGEST = 200
"""Characters of what is typed that are looked at."""
_UNANSWERED, _UNOWNED = "?", "!"
_OPEN = frozenset({GAP, _UNANSWERED, _UNOWNED})
_SIGN = "\0"
"""Stands before a sign among the words that are looked through; no word holds it."""


class SearchHit(Value, frozen=True, kw_only=True):
    """An entry, or a section's heading, that holds the words."""

    section: Section
    entry: Entry | None = None
    """None where the section's heading is what was found."""
    text: str
    """The words as a list shows them: speakers, text, owners and due; or the heading."""


class Findings(Value, frozen=True, kw_only=True):
    """What a search came to."""

    found: tuple[SearchHit, ...] = ()
    """The likeliest first, at most `MOST`."""
    more: int = 0
    """How many there are beside these."""
    words: tuple[str, ...] = ()
    """The words looked for, folded; they stand in the findings at `places_of`."""


class _Row(Value, frozen=True, kw_only=True):
    """A finding-to-be with what is looked through, all of it folded."""

    finding: SearchHit
    shown: str
    also: str = ""
    """What else it is known by: its ref, the full names of its speakers and owners."""
    ref: str = ""
    heading: str = ""
    """Its section's number and heading, which may hold some of the words but not all."""
    signs: frozenset[str] = frozenset()
    """Which of `??`, `?` and `!` list it."""
    order: tuple[bool, int]
    """The current section first, then the newest."""


class Index:
    """A meeting made ready to be searched at every key."""

    def __init__(self, meeting: Meeting) -> None:
        self._here = meeting.current.id if meeting.current else 0
        self._names = {label_of(person): person.name for person in meeting.people if person.abbreviation}
        self._asked = frozenset(_unanswered_ids(meeting))
        self._sections = {section.id: section for section in meeting.sections}
        self._headings = {s.id: fold_words(f"{s.number} {_heading_of(s)}") for s in meeting.sections}
        self._rows = [self._section_row(section, place) for place, section in enumerate(meeting.sections)]
        self._rows += [self._entry_row(entry) for entry in meeting.entries if entry.section in self._sections]

    @property
    def words(self) -> str:
        """What is looked through, folded, with the signs that list something, a row a line."""
        signs = sorted(frozenset().union(*(row.signs for row in self._rows)))
        return "\n".join((*(f"{_SIGN}{one}" for one in signs), *(f"{row.shown}\n{row.also}" for row in self._rows)))

    def search(self, typed: str) -> Findings:
        """Find what holds every word typed; where there is none, the entries captured last."""
        signs, words = _read_typed(typed)
        starts = tuple(begins_a_word(word) for word in words)
        ranked = [
            (rank, row.order, place)
            for place, row in enumerate(self._rows)
            if signs <= row.signs and (rank := _rank(row, words, starts)) is not None
        ]
        ranked.sort()
        found = tuple(self._rows[place].finding for *_, place in ranked[:MOST])
        sought = (*words, GAP) if GAP in signs else words
        return Findings(found=found, more=max(0, len(ranked) - MOST), words=sought)

    def _section_row(self, section: Section, place: int) -> _Row:
        folded = self._headings[section.id]
        finding = SearchHit(section=section, text=_heading_of(section))
        return _Row(finding=finding, shown=folded, order=(section.id != self._here, place))

    def _entry_row(self, entry: Entry) -> _Row:
        text = _line_of(entry)
        owners = entry.action.owners if entry.action else ()
        ref = fold_words(entry.action.ref) if entry.action else ""
        names = (self._names[name] for name in (*entry.speakers, *owners) if name in self._names)
        return _Row(
            finding=SearchHit(section=self._sections[entry.section], entry=entry, text=text),
            shown=fold_words(text),
            also=" ".join((ref, *map(fold_words, names))),
            ref=ref,
            heading=self._headings[entry.section],
            signs=_signs_of(entry, self._asked),
            order=(entry.section != self._here, -entry.id),
        )


def searched_words(meeting: Meeting) -> str:
    """Return what a search looks through in a meeting; each of `sought` stands in it if anything is found there."""
    return Index(meeting).words


def sought(typed: str) -> tuple[str, ...]:
    """Return what has to stand in the `searched_words` of a meeting where something of what was typed is found."""
    signs, words = _read_typed(typed)
    return (*words, *(f"{_SIGN}{one}" for one in signs))


def _read_typed(typed: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Part what was typed into the signs of what is open, and words, folded."""
    tokens = typed[:_LONGEST].split()
    signs = frozenset(token for token in tokens if token in _OPEN)
    words = dict.fromkeys(filter(None, (fold_words(token) for token in tokens if token not in _OPEN)))
    return signs, tuple(words)


def _rank(row: _Row, words: tuple[str, ...], starts: tuple[re.Pattern[str], ...]) -> int | None:
    """Say how well a row fits, 0 best: by its ref, as a heading, where words begin, within them, by its section."""
    if not words:
        return None if row.finding.entry is None else 0
    missing = [word for word in words if word not in row.shown and word not in row.also]
    if not missing:
        if row.ref in words and row.ref:
            return 0
        if row.finding.entry is None:
            return 1
        return 2 if all(start.search(row.shown) for start in starts) else 3
    if len(missing) == len(words) or any(word not in row.heading for word in missing):
        return None
    return 4


def _heading_of(section: Section) -> str:
    return section.heading or (section.brought_from.title if section.brought_from else "")


def _line_of(entry: Entry) -> str:
    """Return an entry's words on one line, as the log shows them: speakers first, owners and due last."""
    said = ", ".join(entry.speakers) if not entry.speakers_in_text else ""
    line = f"{said}: {entry.text}" if said else entry.text
    if entry.action is None:
        return line
    line += f"  → {', '.join(entry.action.owners) or 'no owner'} · {describe_due(entry.action.due)}"
    return line if entry.action.status is Status.OPEN else f"{line} · {entry.action.status.value}"


def _signs_of(entry: Entry, asked: frozenset[int]) -> frozenset[str]:
    """Say which of `??`, `?` and `!` list an entry."""
    if entry.action is not None and entry.action.origin is not None:
        return frozenset()
    unowned = is_open(entry) and entry.action is not None and not (entry.action.owners and entry.action.due)
    return frozenset(
        sign
        for sign, listed in ((GAP, has_gap(entry.text)), (_UNANSWERED, entry.id in asked), (_UNOWNED, unowned))
        if listed
    )


def _unanswered_ids(meeting: Meeting) -> Iterable[int]:
    by_section: dict[int, list[Entry]] = {}
    for entry in meeting.entries:
        by_section.setdefault(entry.section, []).append(entry)
    for entries in by_section.values():
        if any(entry.kind is Kind.QUESTION for entry in entries):
            yield from (entry.id for entry in unanswered(tuple(entries)))
