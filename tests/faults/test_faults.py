from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests import examples
from tests.faults.layer import ERRORS
from tests.faults.operations import OPERATIONS, calls_of, outcome, quick_retries
from tests.places import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layer asks Linux which file a descriptor is")


@pytest.fixture(autouse=True)
def at_once() -> None:
    quick_retries()


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("error", ["EIO", pytest.param("ENOLCK", marks=pytest.mark.long)])
def test_whichever_call_fails_nothing_is_lost_and_the_next_goes_through(tmp_path: Path, name: str, error: str) -> None:
    calls = calls_of(name, tmp_path / "count")
    assert {"open", "write", "fsync", "folder fsync"} <= set(calls)
    refused = examples.some(range(1, len(calls) + 1))
    told = {outcome(name, tmp_path / str(number), number, error) for number in refused}
    assert told <= {"said", "went on"}


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_write_that_ends_halfway_loses_nothing(tmp_path: Path, name: str) -> None:
    calls = calls_of(name, tmp_path / "count", short=True)
    short = [number for number, call in enumerate(calls, 1) if call == "short write"]
    assert short
    for number in examples.some(short):
        outcome(name, tmp_path / str(number), number, "ENOSPC", short=True)


def test_the_page_of_faults_has_a_row_for_each_call_and_says_that_nothing_was_lost() -> None:
    page = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
    assert f"| call | {' | '.join(ERRORS)} |" in page
    assert {"open", "write", "short write", "fsync", "folder fsync", "flock", "rename", "link"} <= set(
        re.findall(r"^\| ([a-z ]+) \|", page, re.MULTILINE)
    )
    assert "nothing was lost in any of them" in page
