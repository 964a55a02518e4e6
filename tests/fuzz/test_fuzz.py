"""Whatever bytes come from the terminal, no screen fails, nothing drawn is obeyed, and what is shown is on the disk."""

from __future__ import annotations

import pytest

from tests.fuzz.running import fuzz

RUNS = 24
"""How many programs get random input: as many on a slow machine as on a fast one, so that a finding comes again."""
_PATIENCE = 1_800.0
"""Seconds after which no further one is begun."""


def test_random_input_of_a_few_runs_is_taken() -> None:
    done = fuzz(2, 1, runs=1)
    assert done.runs
    assert done.pieces > 5


@pytest.mark.long
def test_random_input_of_many_runs_is_taken() -> None:
    done = fuzz(_PATIENCE, 10_000, runs=RUNS)
    assert done.runs == RUNS
    assert len(done.screens) > 6
