"""The home folder in the paths that people write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tui.home import with_home

STRANGER = "~nobody-of-that-name/minutes"


def test_the_home_folder_of_whoever_runs_the_program_is_found() -> None:
    assert with_home("~/minutes") == Path.home() / "minutes"


def test_the_home_of_a_user_who_is_not_there_is_a_name_like_any_other() -> None:
    assert with_home(STRANGER) == Path(STRANGER)


def test_nothing_is_made_in_the_home_of_a_user_who_is_not_there(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    for words in (("publish", STRANGER), ("mail", STRANGER)):
        done = minutebook(path.parent, *words, folder=tmp_path)
        assert (done.status, done.out) == (2, "")
        assert STRANGER in done.err
    assert not any(one.name.startswith("~") for one in tmp_path.iterdir())


def test_a_book_in_the_home_of_a_user_who_is_not_there_is_one_line(tmp_path: Path) -> None:
    done = minutebook(STRANGER, "list", folder=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"minutebook: {STRANGER}: nobody of that name has a home folder here")
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("publish", STRANGER),
        ("mail", STRANGER),
        ("import", STRANGER),
        ("new", STRANGER),
    ],
    ids=lambda words: str(words[0]),
)
def test_a_command_takes_such_a_path_without_a_traceback(words: tuple[str, ...], tmp_path: Path) -> None:
    new_meeting(tmp_path / "book")
    done = minutebook(tmp_path / "book", *words, folder=tmp_path)
    assert "home directory" not in done.err
    assert "log" not in done.err
    assert done.status in (0, 1, 2)
