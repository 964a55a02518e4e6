"""Who may read what the program leaves on the disk."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes")


def modes(folder: Path) -> dict[str, int]:
    """Return the modes of what the program has made in a book."""
    made = (path for path in folder.rglob("*") if path.suffix != ".md" or path.parent != folder.parent)
    return {str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) for path in made}


def test_nothing_in_a_book_is_readable_by_others_even_if_the_folder_is(tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.mkdir(mode=0o755)
    book.chmod(0o755)
    new_meeting(book)
    minutebook(book, "capture", stdin="%the secret\n!HM to go\n")
    minutebook(book, "actions")
    minutebook(book, "publish", "2024", tmp_path / "out")
    internal = tmp_path / "internal.md"
    minutebook(book, "render", "--version", "internal", "-o", internal)
    found = modes(book)
    assert any(name.endswith(".withheld.txt") for name in found)
    assert {name: oct(mode) for name, mode in found.items() if mode & 0o077} == {}
    assert stat.S_IMODE(internal.stat().st_mode) == 0o600


def test_a_folder_that_a_group_writes_to_is_shared_with_it(tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.mkdir()
    book.chmod(0o770)
    path = new_meeting(book)
    mode = stat.S_IMODE(path.stat().st_mode)
    assert mode & 0o040
    assert not mode & 0o007
