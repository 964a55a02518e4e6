"""The user's settings: `config.toml` in the configuration folder, read at the start.

A file that is wrong in one place is wrong in that place alone: the rest holds, and what is wrong is reported.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal, get_args

from msgspec import field

from tui.errors import BadInput
from tui.given import read_given
from tui.home import own_folder, with_known_home
from tui.keys.user_keys import read_keys
from tui.meeting.model import Value
from tui.meeting.text.matching import did_you_mean
from tui.meeting.text.toml import line_of, read_toml

ThemeName = Literal["dark", "light", "contrast"]

THEMES: tuple[ThemeName, ...] = get_args(ThemeName)

_MOST_BYTES = 1_000_000
_WITHOUT = "the program goes on without it"


class Settings(Value, frozen=True, kw_only=True):
    """What the user chose; each field is a key of the file."""

    theme: ThemeName | None = None
    """`dark`, `light` or `contrast` (high contrast); None for dark, or the one last chosen in the command palette."""
    book: str = ""
    """The folder of meetings, where neither --book nor MINUTEBOOK_DIR names one; `~` is the home folder."""
    csv_separator: Literal[",", ";"] = ","
    """What parts the cells of csv files; Excel expects `;` where the system's decimal sign is the comma."""
    absent_months: int | None = None
    """After how many months without having come a member is warned of in the register of attendance."""
    shorthand: bool = True
    """Whether shorthand is written out while it is typed."""
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The table `[keys]`: the keys of commands by the names on the keys' page, in Textual's words."""
    problems: tuple[str, ...] = ()
    """What is wrong with the file, a line each; not a key of the file."""


def settings_path() -> Path | None:
    """Return the path of the settings file: MINUTEBOOK_CONFIG, else `config.toml` in the configuration folder.

    None where nobody has such a folder.
    """
    if named := os.environ.get("MINUTEBOOK_CONFIG"):
        return with_known_home(named)
    folder = own_folder("config")
    return folder and folder / "config.toml"


def read_settings(path: Path | None = None) -> Settings:
    """Read the settings file; without one, give the settings the program has by itself. Never fails."""
    try:
        path = path or settings_path()
        if path is None:
            return Settings()
        raw = read_given(path)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, RuntimeError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        return _nothing_of(path or "config.toml", f"the settings cannot be read: {why}")
    if len(raw) > _MOST_BYTES:
        return _nothing_of(path, "the settings file is larger than 1 MB")
    try:
        return settings_of(raw.decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _nothing_of(path, "the settings file is not UTF-8 text", line, "save it as UTF-8")


def settings_of(text: str, where: str | Path) -> Settings:
    """Read the text of a settings file; `where` names it in what is reported."""
    try:
        read = read_toml(text, where, _WITHOUT)
    except BadInput as error:
        return Settings(problems=(str(error),))
    problems: list[str] = []

    def report(key: tuple[str, ...], message: str, hint: str = "") -> None:
        problems.append(str(BadInput(message, where=where, line=line_of(text, key), hint=hint)))

    chosen: dict[str, Any] = {}
    for key, value in read.items():
        if key not in _KEYS:
            report((key,), f"there is no setting “{key}”", did_you_mean(key, _KEYS) or f"there are {', '.join(_KEYS)}")
        elif key == "keys" and isinstance(value, dict):
            chosen["keys"] = read_keys(value, lambda name, why, hint="": report(("keys", name), why, hint))
        elif wrong := _wrong(key, value):
            report((key,), f"{key} {wrong}")
        else:
            chosen[key] = value
    return Settings(**chosen, problems=tuple(problems))


_KEYS = ("theme", "book", "csv_separator", "absent_months", "shorthand", "keys")
_CHOICES: dict[str, tuple[tuple[object, ...], str]] = {
    "csv_separator": ((",", ";"), 'is "," or ";"'),
    "shorthand": ((True, False), "is true or false"),
}
_MOST_MONTHS = 1200


def _wrong(key: str, value: object) -> str:
    """Say what is wrong with a value; empty where nothing is."""
    if key == "keys":
        return "is a table: write [keys] above its lines"
    if key in _CHOICES:
        choices, words = _CHOICES[key]
        return "" if type(value) is type(choices[0]) and value in choices else words
    if key == "absent_months":
        right = type(value) is int and 1 <= value <= _MOST_MONTHS
        return "" if right else f"is a number of months, 1 to {_MOST_MONTHS}"
    if not isinstance(value, str):
        return "is a word in quotation marks" if key == "theme" else "is a folder in quotation marks"
    if key == "theme" and value not in THEMES:
        return f"is one of {', '.join(THEMES)}, not “{value}”"
    return "names no folder" if not value.strip() else ""


def _nothing_of(where: str | Path, message: str, line: int | None = None, hint: str = _WITHOUT) -> Settings:
    return Settings(problems=(str(BadInput(message, where=where, line=line, hint=hint)),))
