"""Whatever bytes come from the terminal, no screen fails, nothing drawn is obeyed, and what is shown is on the disk."""

from __future__ import annotations

import os

import pytest

from tests.fuzz.running import fuzz

SECONDS = float(os.environ.get("MINUTEBOOK_FUZZ", "120"))


def test_random_input_of_a_few_runs_is_taken() -> None:
    done = fuzz(5, 1, runs=1)
    assert done.runs
    assert done.pieces > 5


@pytest.mark.long
def test_random_input_for_some_minutes_is_taken() -> None:
    done = fuzz(SECONDS, 10_000)
    assert len(done.screens) > 6
