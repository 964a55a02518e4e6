"""Numbers that run on from meeting to meeting (`41/24`, `18.09.1`, `C123`): their shape, the next ones, what is amiss.

A number runs on where it tells the year, or where those of a meeting do not begin at 1. Where it tells the year or the
month, the count starts again with the next one; where it tells none, in the month in which the series' numbers did so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from tui.meeting.model import Meeting, Section, Value
from tui.meeting.outline.outline import core

_RUNS = re.compile(r"([0-9]{1,9})")
_STARTS_OF_YEAR = (1, 5, 4, 9, 7, 10, 8)
"""Months in which a house may begin its year, the likeliest first: a council's is May, a budget's April."""
_STARTS_OF_COUNT = (1, 5, 9, 4)
"""Months in which a count may begin anew of which nothing but its own beginning tells so."""
_LEAST = 10
"""What bare figures begin with at least, if they run on: an agenda may well begin at 2."""

_LATEST = 12
"""How many of the last meetings are looked at for numbers that run on; each is compared with the whole series."""

Numbered = TypeVar("Numbered")


class Tells(Enum):
    """What a figure of a number stands for."""

    COUNT = auto()
    YEAR = auto()
    NEXT_YEAR = auto()
    """The second of `24-25`."""
    MONTH = auto()
    DAY = auto()
    NOTHING = auto()
    """A figure that is the same in all of them."""


class RunningShape(Value, frozen=True, kw_only=True):
    """How the numbers of a series are written."""

    parts: tuple[str, ...]
    """One of them, taken apart: words at even places, figures at odd ones."""
    tells: tuple[Tells, ...]
    """What each figure stands for."""
    padded: int = 0
    """Digits to which the count is filled up with zeros."""
    year_starts: int = 1
    """The month in which the house's year begins."""
    anew: int | None = None
    """The month in which a count begins anew that tells no year; None where it never did."""

    def runs_on(self, day: date, other: date) -> bool:
        """Whether the count on one day goes on from that on another, where the number itself tells no year."""
        return self.anew is None or _house_year(day, self.anew) == _house_year(other, self.anew)

    def learned(
        self, runs: Iterable[tuple[date, Iterable[int]]], own: tuple[date, Iterable[int]] | None = None
    ) -> RunningShape:
        """Return the shape with what the counts of the series' meetings tell of when they begin anew.

        Where they never did, a meeting's own may be the first to do so.
        """
        if Tells.YEAR in self.tells:
            return self
        known = [(day, list(counts)) for day, counts in runs]
        return replace(self, anew=_restart(known) or (_restart([*known, own]) if own else None))

    def count_in(self, number: str, day: date) -> int | None:
        """Return the count of a number; None where it is not of this shape, or not of a day's year and month."""
        return self.count_of(_split(number), day)

    def count_of(self, found: tuple[str, ...], day: date) -> int | None:
        """Return the count of a number that is split into words and figures, as `count_in` does."""
        if len(found) != len(self.parts) or found[::2] != self.parts[::2]:
            return None
        figures = found[1::2]
        wanted = self._figures(day)
        if any(want is not None and int(want) != int(figure) for want, figure in zip(wanted, figures, strict=True)):
            return None
        return int(figures[self.tells.index(Tells.COUNT)])

    def number(self, count: int, day: date) -> str:
        """Write a number for a meeting on a day."""
        figures = [str(count).zfill(self.padded) if one is None else one for one in self._figures(day)]
        words = self.parts[::2]
        return "".join(word + figure for word, figure in zip(words, (*figures, ""), strict=True))

    def _figures(self, day: date) -> list[str | None]:
        """Return the figures of a number for a day; None for the count."""
        year = _house_year(day, self.year_starts)
        values = {Tells.YEAR: year, Tells.NEXT_YEAR: year + 1, Tells.MONTH: day.month, Tells.DAY: day.day}
        return [
            None if told is Tells.COUNT else like if told is Tells.NOTHING else _written(values[told], like)
            for told, like in zip(self.tells, self.parts[1::2], strict=True)
        ]


def running_shape(meeting: Meeting, others: Iterable[Meeting] = ()) -> RunningShape | None:
    """Return how a meeting's numbers run on; None where they begin anew each time, or it has none.

    Other meetings of the series tell in which month the house's year begins.
    """
    return _running_shape(_numbers_of(meeting), [_numbers_of(one) for one in others])


class _Numbers(NamedTuple):
    """The numbers of a meeting that do not merely extend another's, split into words and figures."""

    held: date
    split: tuple[tuple[str, ...], ...]

    def counts(self, shape: RunningShape, day: date) -> list[int]:
        """Return what they count, of those that are of the year and month of a day."""
        return [count for one in self.split if (count := shape.count_of(one, day)) is not None]


def _numbers_of(meeting: Meeting) -> _Numbers:
    return _Numbers(meeting.date, tuple(_split(number) for _, number in _own_numbers(meeting.sections)))


def _running_shape(own: _Numbers, others: Sequence[_Numbers]) -> RunningShape | None:
    if not own.split:
        return None
    (words, _), *_ = Counter(parts[::2] for parts in own.split).most_common(1)
    alike = [parts for parts in own.split if parts[::2] == words]
    figures = list(zip(*(parts[1::2] for parts in alike), strict=True))
    held = [(own.held, alike[0])]
    held.extend((other.held, parts) for other in others for parts in other.split if parts[::2] == words)
    shape = _shape(alike, figures, held)
    if shape is None:
        return None
    runs = [(one.held, one.counts(shape, one.held)) for one in others]
    return shape.learned(runs, (own.held, own.counts(shape, own.held)))


def numbered_on(meeting: Meeting, series: Sequence[Meeting]) -> Meeting:
    """Return a meeting whose numbers go on from those of the series' meetings before it, the last one first.

    Where it has none at all, its sections of the first level are given them.
    """
    before = [_numbers_of(one) for one in series]
    shape = next((found for one in before[:_LATEST] if (found := _running_shape(one, before))), None)
    if shape is None:
        return meeting
    count = 1 + max(
        (at for one in before if shape.runs_on(meeting.date, one.held) for at in one.counts(shape, meeting.date)),
        default=0,
    )
    bare = not any(section.number for section in meeting.sections)
    renumbered: list[Section] = []
    above: list[tuple[Section, Section]] = []
    for section in meeting.sections:
        while above and above[-1][0].level >= section.level:
            above.pop()
        mother = next(((old, new) for old, new in reversed(above) if _extends(section.number, old.number)), None)
        number = section.number
        if mother is not None:
            number = mother[1].number + number.removeprefix(mother[0].number)
        elif _alike(number, shape) or (bare and section.level == 1):
            number, count = shape.number(count, meeting.date), count + 1
        made = replace(section, number=number)
        above.append((section, made))
        renumbered.append(made)
    return replace(meeting, sections=tuple(renumbered))


def misnumbered(meeting: Meeting, series: Iterable[Meeting] = ()) -> Iterator[tuple[Section, str]]:
    """Find the sections whose running number is used twice, or before which one was left out; with them, what is wrong.

    `series` are the other meetings of the series.
    """
    others = [_numbers_of(one) for one in series]
    shape = _running_shape(_numbers_of(meeting), others)
    if shape is None:
        return
    taken = {
        count: other.held
        for other in others
        if shape.runs_on(meeting.date, other.held)
        for count in other.counts(shape, meeting.date)
    }
    earlier = (one for one in others if one.held < meeting.date)
    begun = any(split[::2] == shape.parts[::2] for one in earlier for split in one.split)
    yield from amiss(shape, meeting.date, _own_numbers(meeting.sections), taken, begun=begun)


def amiss(
    shape: RunningShape, day: date, numbered: Iterable[tuple[Numbered, str]], taken: Mapping[int, date], *, begun: bool
) -> Iterator[tuple[Numbered, str]]:
    """Find what bears a number that is used twice, or before which one was left out; with it, what is wrong.

    `taken` are the counts that the series' other meetings have, with their days; `begun` says whether any before this
    one had numbers of that shape at all, so that a year of which none is known begins at 1.
    """
    before = [count for count, held in taken.items() if held < day]
    counted = [(one, number, count) for one, number in numbered if (count := shape.count_in(number, day)) is not None]
    here: set[int] = set()
    reached = max(before, default=0 if begun else min((count for *_, count in counted), default=1) - 1)
    for one, number, count in counted:
        if count in here:
            yield one, f"the number {number} stands here for the second time: number it anew"
        elif count in taken:
            yield one, f"the number {number} was used on {_said(taken[count])} already: number it anew"
        here.add(count)
    for one, _, count in sorted(counted, key=lambda found: found[2]):
        if count > reached + 1:
            lost, last = (shape.number(at, day) for at in (reached + 1, count - 1))
            left_out = f"the number {lost} is" if lost == last else f"the numbers {lost} to {last} are"
            yield one, f"{left_out} left out before this one: number it anew, or say why"
        reached = max(reached, count)


def shape_of_one(number: str, held: Sequence[tuple[date, str]]) -> RunningShape | None:
    """Return how a number runs on that stands alone, as that of a first page: its year aside, the last figure counts.

    `held` are the numbers of the series with their days, this one's first; they tell in which month its year begins.
    """
    parts = _split(number)
    figures = parts[1::2]
    if not figures:
        return None
    tells, starts = [Tells.NOTHING] * len(figures), 1
    if len(figures) > 1:
        alike = [(day, split) for day, other in held if (split := _split(other))[::2] == parts[::2]]
        tells, starts = _dated(figures, [True] * len(figures), alike)
    counts = [at for at, told in enumerate(tells) if told is Tells.NOTHING] or [len(figures) - 1]
    tells[counts[-1]] = Tells.COUNT
    padded = len(figures[counts[-1]]) if figures[counts[-1]].startswith("0") else 0
    return RunningShape(parts=parts, tells=tuple(tells), padded=padded, year_starts=starts)


def _split(number: str) -> tuple[str, ...]:
    """Split a number into words and figures, by turns."""
    return tuple(_RUNS.split(number))


def _own_numbers(sections: Iterable[Section]) -> Iterator[tuple[Section, str]]:
    """Yield the sections whose number does not merely extend that of a section above, with it."""
    above: list[Section] = []
    for section in sections:
        while above and above[-1].level >= section.level:
            above.pop()
        extended = any(_extends(section.number, one.number) for one in above)
        if section.number and section.brought_from is None and not extended:
            yield section, section.number
        above.append(section)


def _extends(number: str, above: str) -> bool:
    """Whether a number is that of a section below: `41/24.1` and `41/24a` below `41/24`."""
    head = core(above)
    rest = core(number).removeprefix(head)
    return bool(head) and rest != core(number) and not rest[:1].isdigit()


def _said(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _alike(number: str, shape: RunningShape) -> bool:
    return _split(number)[::2] == shape.parts[::2]


def _shape(
    alike: Sequence[tuple[str, ...]], figures: Sequence[tuple[str, ...]], held: Sequence[tuple[date, tuple[str, ...]]]
) -> RunningShape | None:
    """Find what each figure of numbers that are otherwise alike stands for; `held` are some of them with their days."""
    steady = [len({int(value) for value in values}) == 1 for values in figures]
    if len(alike) > 1 and steady.count(False) != 1:
        return None
    tells, starts = _dated(alike[0][1::2], steady if len(alike) > 1 else [True] * len(figures), held)
    open_places = [at for at, told in enumerate(tells) if told is Tells.NOTHING]
    counts = [at for at in open_places if not steady[at]] or (open_places[-1:] if len(alike) == 1 else [])
    if not counts:
        return None
    values = figures[counts[0]]
    if Tells.YEAR not in tells and not _runs_on(alike, values):
        return None
    tells[counts[0]] = Tells.COUNT
    padded = max((len(value) for value in values if value.startswith("0")), default=0)
    return RunningShape(parts=alike[0], tells=tuple(tells), padded=padded, year_starts=starts)


def _runs_on(alike: Sequence[tuple[str, ...]], values: Sequence[str]) -> bool:
    """Whether a count without a year does not begin anew: `C123, C124`, and `41., 42.` by themselves."""
    lettered = any(character.isalpha() for character in alike[0][0])
    return len(alike) > 1 and len(alike[0]) == 3 and int(values[0]) >= (2 if lettered else _LEAST)


def _dated(
    figures: Sequence[str], steady: Sequence[bool], held: Sequence[tuple[date, tuple[str, ...]]]
) -> tuple[list[Tells], int]:
    """Find the figures that tell year, month and day, and the month in which the year begins."""
    tells = [Tells.NOTHING] * len(figures)
    starts = 1
    for at in (at for at, same in enumerate(steady) if same):
        # `2024/25` may be two years, `2024/125` is none.
        after = figures[at + 1] if at + 1 < len(figures) and steady[at + 1] else ""
        pair = len(after) in (1, 2, 4) and (int(after) - int(figures[at])) % 100 == 1
        found = next((month for month in _STARTS_OF_YEAR[pair:] if _tell_years(held, at, month)), None)
        if found is not None and len(figures[at]) in (2, 4) and not (pair and len(figures[at + 1]) == 1):
            tells[at], starts = Tells.YEAR, found
            if pair:
                tells[at + 1] = Tells.NEXT_YEAR
            break
    if Tells.YEAR not in tells:
        return tells, 1
    day = held[0][0]
    for told, value in ((Tells.MONTH, day.month), (Tells.DAY, day.day)):
        free = [at for at, one in enumerate(tells) if one is Tells.NOTHING and steady[at] and int(figures[at]) == value]
        if not free or tells.count(Tells.NOTHING) < 2:
            break
        tells[free[0]] = told
    return tells, starts


def _restart(runs: Iterable[tuple[date, Iterable[int]]]) -> int | None:
    """Return the month in which counts began at 1 again, and at no turn of whose year they went on.

    A meeting that was numbered by itself, after which the others' numbers went on, tells nothing.
    """
    ends = sorted((day, min(counts), max(counts)) for day, found in runs if (counts := list(found)))
    kept = [
        run
        for at, run in enumerate(ends)
        if not (0 < at < len(ends) - 1 and run[1] == 1 and ends[at + 1][1] == ends[at - 1][2] + 1 > run[2] + 1)
    ]
    turns = [(before[0], after[0], after[1] == 1) for before, after in pairwise(kept)]
    if not any(anew for *_, anew in turns):
        return None
    return next(
        (
            month
            for month in _STARTS_OF_COUNT
            if all((_house_year(a, month) != _house_year(b, month)) is anew for a, b, anew in turns)
        ),
        None,
    )


def _house_year(day: date, starts: int) -> int:
    return day.year - (day.month < starts)


def _tell_years(held: Iterable[tuple[date, tuple[str, ...]]], at: int, starts: int) -> bool:
    """Whether a figure is the year of each day, for a year that begins in a month."""
    return all(_written(_house_year(day, starts), parts[1 + 2 * at]) == parts[1 + 2 * at] for day, parts in held)


def _written(value: int, like: str) -> str:
    """Write a year, a month or a day with as many digits as another one."""
    return str(value).zfill(4) if len(like) == 4 else str(value % 100).zfill(len(like))
