"""What a test may touch on the disk, as the boundary sees it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.boundary import _Boundary

ELSEWHERE = Path(sys.prefix) / "lib" / "some" / "package"
WRITE = os.O_WRONLY | os.O_CREAT


def crossings(within: Path, event: str, *arguments: Any) -> list[str]:
    """Say what crosses the boundary of a test that may write within a folder."""
    boundary = _Boundary()
    boundary.begin(within)
    boundary.look(event, arguments)
    return [crossed.partition(",")[0] for crossed in boundary.crossed]


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("os.mkdir", (ELSEWHERE / "__pycache__", 0o777, -1)),
        ("open", (ELSEWHERE / "__pycache__" / "module.cpython-311.pyc.1", None, WRITE)),
        ("os.rename", (ELSEWHERE / "__pycache__" / "m.pyc.1", ELSEWHERE / "__pycache__" / "m.pyc", -1, -1)),
        ("open", (ELSEWHERE / "module.py", "r", os.O_RDONLY)),
    ],
    ids=["mkdir", "open", "rename", "read"],
)
def test_python_may_keep_what_it_compiles_where_it_is_installed(
    tmp_path: Path, event: str, arguments: tuple[Any, ...]
) -> None:
    assert crossings(tmp_path, event, *arguments) == []


@pytest.mark.parametrize(
    ("event", "rest", "does"),
    [
        ("os.mkdir", (0o777, -1), "writes"),
        ("open", (None, WRITE), "writes"),
        ("os.remove", (-1,), "writes"),
        ("open", ("r", os.O_RDONLY), "reads"),
        ("os.listdir", (), "reads"),
    ],
    ids=["mkdir", "open", "remove", "read", "list"],
)
def test_a_test_touches_nothing_outside_its_folders(
    tmp_path: Path, event: str, rest: tuple[Any, ...], does: str
) -> None:
    own, path = tmp_path / "own", tmp_path / "somebody" / "notes"
    assert crossings(own, event, path, *rest) == [f"{does} {path} ({event})"]
    assert crossings(own, event, own / "notes", *rest) == []


@pytest.mark.parametrize(("event", "rest"), [("os.mkdir", (0o777, -1)), ("open", (None, WRITE))], ids=["mkdir", "open"])
def test_what_is_installed_is_read_and_not_written(tmp_path: Path, event: str, rest: tuple[Any, ...]) -> None:
    path = ELSEWHERE / "notes"
    assert crossings(tmp_path, event, path, *rest) == [f"writes {path} ({event})"]
