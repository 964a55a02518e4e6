"""A name that is too long for any disk is that of nothing: it is said, and is no fault of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting

LONG = "x" * 400


@pytest.mark.parametrize(
    "words",
    [
        ("import", LONG),
        ("import", f"{LONG}.eml"),
        ("new", LONG),
        ("render", "-o", f"{LONG}.md"),
        ("render", "-o", f"{LONG}/notes.md"),
        ("publish", LONG),
        ("retract", LONG),
        ("mail", LONG),
        ("copy", LONG, LONG),
    ],
    ids=lambda words: words[0],
)
def test_a_name_that_is_too_long_is_said_to_be_wrong(tmp_path: Path, words: tuple[str, ...]) -> None:
    path = new_meeting(tmp_path / "book")
    done = minutebook(path.parent, *words)
    assert done.status in (2, 3)
    assert LONG in done.err
    assert "in the program itself" not in done.err
