"""The settings: what a file says holds; what is wrong with it is said in one line, and changes nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from tests.commands.command_line import minutebook
from tests.screens.live_app import live_app
from tui.config.settings import Settings, read_settings, settings_of, settings_path
from tui.keys.keymap import COMMANDS
from tui.keys.names import character_key, read_key, shown_key
from tui.keys.user_keys import EDITING_KEYS
from tui.widgets.live.capture_line import CaptureLine


def read(text: str) -> Settings:
    return settings_of(text, "config.toml")


def test_a_file_says_theme_book_and_keys() -> None:
    settings = read(
        'theme = "contrast"\nbook = "~/minutes"\n\n[keys]\nnext-section = "F18, F19"\nlog-edit = ["z", "Enter"]\n'
    )
    assert settings == Settings(
        theme="contrast", book="~/minutes", keys={"next-section": ("f18", "f19"), "log-edit": ("z", "enter")}
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("theme = 1", "config.toml:1: theme is a word in quotation marks"),
        ('\ntheme = "blue"', "config.toml:2: theme is one of dark, light, contrast, not “blue”"),
        ('them = "dark"', "config.toml:1: there is no setting “them”; did you mean theme?"),
        (
            "xyzzy = 1",
            "config.toml:1: there is no setting “xyzzy”; there are theme, book, csv_separator, absent_months, "
            "shorthand, keys",
        ),
        ("absent_months = 0", "config.toml:1: absent_months is a number of months, 1 to 1200"),
        ("absent_months = true", "config.toml:1: absent_months is a number of months, 1 to 1200"),
        ("shorthand = 1", "config.toml:1: shorthand is true or false"),
        ("book = []", "config.toml:1: book is a folder in quotation marks"),
        ('keys = "f19"', "config.toml:1: keys is a table: write [keys] above its lines"),
        (
            "[keys]\nnext-sectoin = 'f19'",
            "config.toml:2: there is no command “next-sectoin”; did you mean next-section?",
        ),
        ("[keys]\n\nundo = 3", 'config.toml:3: undo: write keys as "ctrl+n, pagedown"'),
        ("[keys]\nundo = 'F77'", "config.toml:2: undo: there is no key “F77”"),
        ("[keys]\nundo = ''", "config.toml:2: undo: a command needs a key"),
        ("[keys]\nundo = 'u'", "config.toml:2: undo: u is typed in the line: take a function key, or one with Ctrl"),
        ("[keys]\nundo = 'ctrl+a'", "config.toml:2: undo: Ctrl+A edits the line being typed"),
        ("[keys]\nundo = 'ctrl+i'", "config.toml:2: undo: terminals cannot tell Ctrl+I from Tab"),
        (
            "[keys]\nundo = 'ctrl+g'",
            "config.toml:2: undo: Ctrl+G is the key of go-to; the command keeps its own keys",
        ),
        ("keys.undo = 'F77'", "config.toml:1: undo: there is no key “F77”"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_the_rest_holds(text: str, problem: str) -> None:
    settings = read(f"{text}\n")
    assert settings.problems == (problem,)
    assert settings.keys == {}
    good = read('book = "b"\n' + text) if not text.startswith("book") else read(f'theme = "light"\n{text}')
    assert good.book == "b" or good.theme == "light"


@pytest.mark.parametrize("text", ["a = [", "theme = ", "[keys\n", "x = 1\nx = 2", "theme = 'a\x00'"])
def test_what_is_not_toml_is_said_with_its_line(text: str) -> None:
    (problem,) = read(text).problems
    assert problem.startswith("config.toml:")
    assert "this is not TOML: " in problem
    assert "\n" not in problem


def test_two_commands_may_change_their_keys_over() -> None:
    settings = read('[keys]\nnext-section = "ctrl+l"\nprevious-section = "ctrl+n"\n')
    assert settings.problems == ()
    assert settings.keys == {"next-section": ("ctrl+l",), "previous-section": ("ctrl+n",)}


def test_of_two_commands_on_one_key_the_first_keeps_it() -> None:
    settings = read('[keys]\nundo = "f19"\nredo = "f19"\n')
    assert settings.keys == {"undo": ("f19",)}
    assert len(settings.problems) == 1


def test_log_and_line_may_share_a_key_as_they_do_in_the_table() -> None:
    assert read('[keys]\nlog-edit = "ctrl+g"\n').problems == ()


def test_files_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == Settings()
    assert "cannot be read" in read_settings(tmp_path).problems[0]
    (tmp_path / "latin.toml").write_bytes(b'book = "a"\n# \xe9\n')
    assert "latin.toml:2: the settings file is not UTF-8 text" in read_settings(tmp_path / "latin.toml").problems[0]
    (tmp_path / "bom.toml").write_bytes(b'\xef\xbb\xbfbook = "a"\n')
    assert read_settings(tmp_path / "bom.toml").book == "a"


def test_the_environment_names_the_file_else_it_is_in_the_configuration_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_CONFIG", "/some/where.toml")
    assert settings_path() == Path("/some/where.toml")
    monkeypatch.delenv("MINUTEBOOK_CONFIG")
    found = settings_path()
    assert found is not None
    assert found.parts[-2:] == ("minutebook", "config.toml")


@given(st.text(max_size=200))
def test_any_text_gives_settings_and_lines(text: str) -> None:
    assert all(problem.startswith("config.toml") for problem in read(text).problems)


@given(st.dictionaries(st.sampled_from([c.id for c in COMMANDS]), st.text("abcf19+,ctrl ?", max_size=8), max_size=4))
def test_whatever_keys_are_asked_for_no_key_means_two_things_in_one_place(asked: dict[str, str]) -> None:
    keys = read("[keys]\n" + "".join(f'{name} = "{value}"\n' for name, value in asked.items())).keys
    table = {c.id: set(c.keys) for c in COMMANDS}
    for name, chosen in keys.items():
        command = next(c for c in COMMANDS if c.id == name)
        for other in COMMANDS:
            if other.id != name and (other.where == command.where or "anywhere" in (other.where, command.where)):
                assert not set(chosen) & set(keys.get(other.id, other.keys)) - (table[name] & table[other.id])


# Keys.


def test_every_command_has_a_name_of_its_own() -> None:
    names = [command.id for command in COMMANDS]
    assert len(names) == len(set(names))
    assert all(name.replace("-", "").isalnum() and name == name.lower() for name in names)


@pytest.mark.parametrize(
    ("written", "key", "shown"),
    [
        ("Ctrl+N", "ctrl+n", "Ctrl+N"),
        (" page down ", "pagedown", "Page Down"),
        ("PgUp", "pageup", "Page Up"),
        ("Esc", "escape", "Esc"),
        ("shift+ctrl+f5", "ctrl+shift+f5", "Ctrl+Shift+F5"),
        ("J", "J", "J"),
        ("?", "question_mark", "?"),
        ("question_mark", "question_mark", "?"),
        ("-", "minus", "-"),
        ("é", "é", "é"),
    ],
)
def test_keys_are_read_as_people_write_them(written: str, key: str, shown: str) -> None:
    assert read_key(written) == key
    assert shown_key(key) == shown


@pytest.mark.parametrize("written", ["", "  ", "ctrl+", "meta+x", "f99", "word", "ctrl+ctrl+x", "\x00"])
def test_what_is_no_key_is_none(written: str) -> None:
    assert read_key(written) is None


@pytest.mark.parametrize("character", list("?>-+!=~&#_/\\@,.[]xX7"))
def test_keys_have_textuals_names(character: str) -> None:
    assert character_key(character) == _character_to_key(character)


def test_the_editing_keys_are_those_of_the_capture_line() -> None:
    bound = {key for binding in CaptureLine.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    assert bound <= EDITING_KEYS


# On the screen and the command line.


async def test_remapped_keys_work_and_are_shown_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[keys]\nnext-section = "f19"\nprevious-section = "ctrl+n"\nhelp = "f20"\n')
    monkeypatch.setenv("MINUTEBOOK_CONFIG", str(config))
    async with live_app(tmp_path) as live:
        await live.press("f19")
        assert live.top.section == "2. Moorings"
        await live.press("ctrl+n")
        assert live.top.section == "1. Matters arising"
        await live.press("ctrl+l", "pagedown")
        assert live.top.section == "1. Matters arising"
        footer = str(live.screen.query_one("#keys").render())
        assert "F19 Next" in footer
        assert "F20 Help" in footer
        offers = {offer.name: offer.keys for offer in live.app.offers(live.screen)}
        assert offers["next-section"] == "F19"
        await live.press("f20")
        assert type(live.app.screen).__name__ == "KeysHelp"
        await live.press("f20")
        assert live.app.screen is live.screen
        assert live.app.keymap.key_of("next-section") == "F19"


async def test_a_bad_file_is_reported_on_the_screen_and_the_rest_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('theme = "light"\n[keys]\nundo = "ctrl+g"\n')
    monkeypatch.setenv("MINUTEBOOK_CONFIG", str(config))
    async with live_app(tmp_path) as live:
        (notice,) = live.app._notifications
        assert f"{config}:3: undo: Ctrl+G is the key of go-to" in notice.message
        assert live.app.theme == "minutebook-light"
        assert next(c for c in live.app.keymap.commands_of("live") if c.id == "undo").keys == ("ctrl+z",)


def test_the_command_line_takes_the_book_from_the_settings_and_says_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess
    import sys

    config = tmp_path / "config.toml"
    config.write_text(f"book = '{tmp_path / 'own'}'\ntheme = 3\n")
    environment = {k: v for k, v in os.environ.items() if k != "MINUTEBOOK_DIR"} | {"MINUTEBOOK_CONFIG": str(config)}
    done = subprocess.run(
        [sys.executable, "-m", "tui", "list"], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0
    assert str(tmp_path / "own") in done.stdout
    assert done.stderr == f"minutebook: {config}:2: theme is a word in quotation marks\n"
    monkeypatch.setenv("MINUTEBOOK_CONFIG", str(config))
    assert minutebook(tmp_path / "book", "list").err == ""
