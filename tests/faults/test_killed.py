"""A program that is killed at a random moment loses nothing that was shown as saved, and gives the line back."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.places import ROOT

KILLS = int(os.environ.get("MINUTEBOOK_KILLS", "1000"))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
@pytest.mark.parametrize("kills", [10, pytest.param(KILLS, marks=pytest.mark.long)])
def test_kills_at_random_moments_lose_nothing_that_was_shown_as_saved(kills: int) -> None:
    # In a process of its own: one with threads must not be forked.
    command = [sys.executable, "-m", "tests.faults.kills", str(kills), "20240507"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{kills:,} kills, ")
