"""The depth of an outline's lines: from their indentation, and from their numbers where that is the same."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tui.meeting.agenda.numbers import follows, places_of
from tui.meeting.model import Value
from tui.meeting.outline.outline import tokens_of

_DEEPEST = 6
"""Rows within rows; beyond these a number that begins anew goes back to the last row of its sort."""


class Placed(Value, frozen=True, kw_only=True):
    """A line of an outline as far as its depth goes."""

    indent: int
    number: str


class _Frame(Struct):
    """Lines that are indented alike under one line."""

    indent: int
    parent: int | None
    """Place of the line above them in depth; None for the outermost."""
    places: list[int]


def levels_of(lines: Sequence[Placed]) -> list[int]:
    """Return the depth of each line, from 1."""
    levels = [1] * len(lines)
    for frame in _frames(lines):
        above = 0 if frame.parent is None else levels[frame.parent]
        own = _Numbered([lines[place].number for place in frame.places], nested=frame.parent is None)
        for place, level in zip(frame.places, own.levels(), strict=True):
            levels[place] = above + level
    return levels


def _frames(lines: Sequence[Placed]) -> list[_Frame]:
    """Gather the lines by indentation, outer frames before inner ones; one column more or less is none."""
    frames: list[_Frame] = []
    path: list[_Frame] = []
    for place, line in enumerate(lines):
        while path and path[-1].indent > line.indent + 1:
            path.pop()
        if not path or line.indent > path[-1].indent + 1:
            parent = path[-1].places[-1] if path else None
            outermost = frames[0] if frames and parent is None else None
            frame = outermost or _Frame(indent=line.indent, parent=parent, places=[])
            if outermost is None:
                frames.append(frame)
            frame.indent = line.indent
            path.append(frame)
        path[-1].places.append(place)
    return frames


class _Step(Struct, frozen=True):
    """A number on the way from the top to the line before."""

    level: int
    sort: str
    """`figure`, `small`, `capital`, `slashed` or `compound`."""
    tokens: tuple[str, ...]
    counts: dict[str, int]
    """What it counts: a figure's value, or a letter's places."""

    def goes_on_to(self, sort: str, counts: dict[str, int]) -> bool:
        """Whether a number follows this one in its row."""
        return self.sort == sort and any(self.counts.get(by, -9) + 1 == value for by, value in counts.items())


class _Numbered:
    """Finds the depth of lines that are indented alike, from their numbers alone."""

    def __init__(self, numbers: Sequence[str], *, nested: bool) -> None:
        self._sorts = [_sort_of(number) for number in numbers]
        self._tokens = [tokens_of(number) for number in numbers]
        self._nested = nested
        """Whether figures that begin anew stand below the one before them."""
        self._path: list[_Step] = []
        self._known: dict[tuple[str, ...], int] = {}
        self._beside: dict[tuple[str, ...], tuple[str, int]] = {}
        self._under_unnumbered = False

    def levels(self) -> list[int]:
        """Return the depth of each, from 1."""
        return [self._take(place) for place in range(len(self._tokens))]

    def _take(self, place: int) -> int:
        tokens, sort = self._tokens[place], self._sorts[place]
        if not tokens:
            self._path = []
            self._under_unnumbered = True
            return 1
        counts = _counts(sort, tokens)
        level = self._compound(tokens) if sort == "compound" else self._simple(place, sort, counts)
        before = next((step for step in self._path if step.level == level and step.sort == sort), None)
        self._path = [step for step in self._path if step.level < level]
        self._path.append(_Step(level, sort, tokens, _settled(counts, before)))
        self._known[tokens] = level
        self._beside[tokens[:-1]] = (tokens[-1], level)
        self._under_unnumbered = self._under_unnumbered and level > 1
        return level

    def _compound(self, tokens: tuple[str, ...]) -> int:
        """Place `2.1` and `1a` below `2` and `1`, or beside others of theirs."""
        last, beside = self._beside.get(tokens[:-1], ("", 0))
        if beside and follows(last, tokens[-1]):
            return beside
        for length in range(len(tokens) - 1, 0, -1):
            if (above := self._known.get(tokens[:length])) is not None:
                return above + 1
        if beside:
            return beside
        return 2 if self._under_unnumbered and self._nested else 1

    def _simple(self, place: int, sort: str, counts: dict[str, int]) -> int:
        alike = [
            step for step in self._path if step.sort == sort and (not counts or step.counts.keys() & counts.keys())
        ]
        followed = [step for step in alike if step.goes_on_to(sort, counts)]
        if len(followed) > 1 and sort == "figure":
            inner = self._belongs_inside(place, followed[0])
            return followed[-1].level if inner else followed[0].level
        if followed:
            return followed[-1].level
        if not self._path:
            return 1
        if sort == "slashed":
            return alike[0].level if alike else 1
        if 1 in counts.values():
            starting = _settled(counts, None).keys()
            return self._first(place, sort, [step for step in alike if step.counts.keys() & starting])
        return self._out_of_row(sort, alike, counts)

    def _first(self, place: int, sort: str, alike: list[_Step]) -> int:
        """Place the first of a row: below the line before it, unless it is the number just given once more."""
        last = self._path[-1]
        if alike and len(self._path) > _DEEPEST:
            return alike[-1].level
        if last.sort != sort or not alike:
            return last.level + 1
        if sort == "figure" and self._nested and len(alike) == 1 and self._begins_a_row_below(place, last):
            return last.level + 1
        return last.level

    def _out_of_row(self, sort: str, alike: list[_Step], counts: dict[str, int]) -> int:
        """Place a number that follows no other: beside the nearest one before it in the count."""
        by = next(iter(counts), "")
        for step in self._path:
            if sort == "figure" and step.sort == "compound" and follows(step.tokens[0], str(counts["figure"])):
                return max(1, step.level - len(step.tokens) + 1)
        lower = [step for step in alike if step.counts.get(by, 0) < counts.get(by, 0)]
        if lower:
            return max(lower, key=lambda step: step.counts.get(by, 0)).level
        if alike:
            return alike[-1].level
        lettered = self._path[-1].sort in ("small", "capital")
        if sort == "figure":
            return self._path[-1].level + 1 if lettered else 1
        return self._path[-1].level + 1

    def _begins_a_row_below(self, place: int, above: _Step) -> bool:
        """Whether a `1` opens a row of its own, and does not merely repeat a number."""
        following = above.counts["figure"] + 1
        reached, after = 1, None
        for figure in self._figures_from(place + 1):
            if figure != reached + 1:
                after = figure
                break
            reached = figure
        if after == following:
            return True
        return following > 2 if reached >= following else reached > 1

    def _belongs_inside(self, place: int, outer: _Step) -> bool:
        """Whether a figure that could follow in two rows belongs to the inner one: the outer goes on later."""
        figure = outer.counts["figure"] + 1
        for later in range(place + 1, len(self._tokens)):
            tokens = self._tokens[later]
            if not tokens:
                return False
            if len(tokens) > 1 and tokens[: len(outer.tokens)] == outer.tokens:
                return True
            if self._sorts[later] == "figure":
                if int(tokens[0]) != figure + 1:
                    return int(tokens[0]) == outer.counts["figure"] + 1
                figure += 1
        return False

    def _figures_from(self, start: int) -> list[int]:
        """Return the single figures from a line on, up to the second that begins anew."""
        figures: list[int] = []
        for place in range(start, len(self._tokens)):
            if self._sorts[place] == "figure":
                figures.append(int(self._tokens[place][0]))
                if len(figures) > 1 and figures[-1] != figures[-2] + 1:
                    break
            elif not self._tokens[place]:
                break
        return figures


def _sort_of(number: str) -> str:
    tokens = tokens_of(number)
    if len(tokens) != 1:
        return "compound"
    if tokens[0].isdecimal():
        return "figure"
    if not tokens[0].isalpha():
        return "slashed"
    return "capital" if any(letter.isupper() for letter in number) else "small"


def _settled(counts: dict[str, int], before: _Step | None) -> dict[str, int]:
    """Say whether `i` is the ninth letter or the first Roman number, by what stands before it in its row."""
    if before is not None:
        following = {by: value for by, value in counts.items() if before.counts.get(by, -9) + 1 == value}
        if following:
            return following
    return {by: value for by, value in counts.items() if value == 1} or counts


def _counts(sort: str, tokens: tuple[str, ...]) -> dict[str, int]:
    if sort == "figure":
        return {"figure": int(tokens[0])}
    return places_of(tokens[0]) if sort in ("small", "capital") else {}
