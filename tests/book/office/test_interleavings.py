"""Two writers of one meeting, over lines that are cut, in any order: nothing saved is lost, nothing is doubled.

MINUTEBOOK_EXAMPLES=10000 tries as many, and MINUTEBOOK_SEED says with which the first begins.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.book.office.interleaving import Interleavings
from tests.postgres import Postgres
from tui.book.office import courier, server


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what waits for seconds wait for milliseconds; disks are not what is tried here."""
    monkeypatch.setattr(server, "LEASE", timedelta(milliseconds=20))
    monkeypatch.setattr(courier, "HEARTBEAT", 0.02)
    monkeypatch.setattr(courier, "_PAUSES", (0.001, 0.005, 0.01))
    monkeypatch.setattr(courier, "_REST", 0.0)
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def interleavings(tmp_path: Path, postgres: Postgres, database: str, quick: None) -> Iterator[Interleavings]:
    made = Interleavings(postgres, database, tmp_path)
    yield made
    made.close()


def test_two_writers_over_lines_that_are_cut_lose_nothing(interleavings: Interleavings) -> None:
    first = int(os.environ.get("MINUTEBOOK_SEED", "0"))
    for seed in range(first, first + int(os.environ.get("MINUTEBOOK_EXAMPLES", "1000"))):
        interleavings.run(seed)
