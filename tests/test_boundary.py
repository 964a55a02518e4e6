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
    ("event", "path", "rest", "does"),
    [
        ("os.mkdir", ELSEWHERE / "notes", (0o777, -1), "writes"),
        ("open", ELSEWHERE / "notes.txt", (None, WRITE), "writes"),
        ("os.remove", Path("/home/clerk/notes.txt"), (-1,), "writes"),
        ("open", Path("/home/clerk/notes.txt"), ("r", os.O_RDONLY), "reads"),
        ("os.listdir", Path("/home/clerk"), (), "reads"),
    ],
    ids=["mkdir", "open", "remove", "read", "list"],
)
def test_a_test_touches_nothing_outside_its_folders(
    tmp_path: Path, event: str, path: Path, rest: tuple[Any, ...], does: str
) -> None:
    assert crossings(tmp_path / "own", event, path, *rest) == [f"{does} {path} ({event})"]
    inside = tmp_path / "own" / path.name
    assert crossings(tmp_path / "own", event, inside, *rest) == []
