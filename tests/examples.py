"""How many examples hypothesis tries: few where a newcomer waits, all that a test asks for with `--all`.

MINUTEBOOK_EXAMPLES gives every test the same number, 10,000 once before a release.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import hypothesis
import pytest

Value = TypeVar("Value")

ASKED = int(os.environ.get("MINUTEBOOK_EXAMPLES", "0"))

FEW = 30
"""What a test tries at most unless everything is run."""


def begin(*, everything: bool, same: bool) -> None:
    """Choose for this process; `same` tries the same examples each time, so that a change alone decides."""
    hypothesis.settings.register_profile(
        "minutebook",
        deadline=None,  # a loaded machine is slow now and then
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
        database=None,
        derandomize=same,
        max_examples=ASKED or (100 if everything else FEW),
    )
    hypothesis.settings.load_profile("minutebook")


def some(cases: Sequence[int]) -> Sequence[int]:
    """Return every case when everything is run, else about five of them, far apart."""
    return cases if hypothesis.settings().max_examples > FEW else cases[:: max(1, len(cases) // 5)]


def turn(values: Sequence[Value], at: int) -> Sequence[Value]:
    """Return every value when everything is run, else the one whose turn it is."""
    return values if hypothesis.settings().max_examples > FEW else [values[at % len(values)]]


def examples(count: int, few: int = FEW) -> hypothesis.settings:
    """Return settings for a test that tries so many examples when everything is run, and fewer where one is dear."""
    if ASKED:
        return hypothesis.settings(max_examples=ASKED)
    default = hypothesis.settings().max_examples
    return hypothesis.settings(max_examples=min(count, few) if default == FEW else count)


def spread(values: Iterable[Any], every: int) -> list[Any]:
    """Return each value as a test's argument, of which only every so many-th runs unless everything is run."""
    return [pytest.param(value, marks=pytest.mark.long if at % every else ()) for at, value in enumerate(values)]


def covering(names: str, *columns: Iterable[object], ids: Callable[[Any], str] = str) -> pytest.MarkDecorator:
    """Run a test with every combination of its arguments when everything is run, else with each value at least once.

    What goes wrong with one sample, style or format goes wrong without a particular one of the others.
    """
    values = [list(column) for column in columns]
    met: set[tuple[int, int]] = set()
    rows = []
    for places in sorted(
        itertools.product(*map(range, map(len, values))), key=lambda places: _diagonal(places, values)
    ):
        row = [values[column][place] for column, place in enumerate(places)]
        known = met.issuperset(enumerate(places))
        met.update(enumerate(places))
        rows.append(pytest.param(*row, id="-".join(map(ids, row)), marks=pytest.mark.long if known else ()))
    return pytest.mark.parametrize(names, rows)


def _diagonal(places: tuple[int, ...], values: list[list[object]]) -> tuple[bool, tuple[int, ...]]:
    """Return what puts first the combinations that have new values in every place."""
    longest = max(places)
    return any(place != longest % len(column) for place, column in zip(places, values, strict=True)), places
