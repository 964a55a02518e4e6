"""The home folder in the paths that people write."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tui.book.folder import book_folder
from tui.config.log_place import log_path
from tui.config.settings import Settings, read_settings
from tui.config.state import Remembered, recall, remember
from tui.errors import BadInput
from tui.home import own_folder, with_home

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


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the user be one of whom neither HOME nor the list of users tells a home, as a service's may be."""

    def unknown(number: int) -> object:
        raise KeyError(number)

    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name in ("MINUTEBOOK_DIR", "MINUTEBOOK_CONFIG", "MINUTEBOOK_STATE", "MINUTEBOOK_LOG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", unknown)


@pytest.mark.usefixtures("homeless")
@pytest.mark.skipif(sys.platform == "win32", reason="it has no list of users to ask")
def test_whoever_has_no_home_has_no_settings_no_log_and_nothing_remembered() -> None:
    assert own_folder("state") is None
    assert log_path() is None
    assert read_settings() == Settings()
    assert recall() == Remembered(welcomed=True)
    remember(welcomed=True)
    with pytest.raises(BadInput, match="you have no home folder for a book to be in; name a folder with --book"):
        book_folder()
