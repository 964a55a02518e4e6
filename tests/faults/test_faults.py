from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults.operations import OPERATIONS, calls_of, outcome, quick_retries

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layer asks Linux which file a descriptor is")


@pytest.fixture(autouse=True)
def at_once() -> None:
    quick_retries()


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("error", ["EIO", pytest.param("ENOLCK", marks=pytest.mark.long)])
def test_whichever_call_fails_nothing_is_lost_and_the_next_goes_through(tmp_path: Path, name: str, error: str) -> None:
    calls = calls_of(name, tmp_path / "count")
    assert {"open", "write", "fsync", "folder fsync"} <= set(calls)
    told = {outcome(name, tmp_path / str(number), number, error) for number in range(1, len(calls) + 1)}
    assert told <= {"said", "went on"}


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_write_that_ends_halfway_loses_nothing(tmp_path: Path, name: str) -> None:
    calls = calls_of(name, tmp_path / "count", short=True)
    short = [number for number, call in enumerate(calls, 1) if call == "short write"]
    assert short
    for number in short:
        outcome(name, tmp_path / str(number), number, "ENOSPC", short=True)
