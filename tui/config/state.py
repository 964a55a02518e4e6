"""What the program remembers from one run to the next: a small file in the user's state folder.

Nothing depends on it. Where it can't be read or written, the program goes on as if it ran for the first time.
MINUTEBOOK_STATE names another folder; set to nothing, nothing is shown as to a newcomer and nothing is remembered.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace

from tui.config.settings import ThemeName
from tui.given import read_given
from tui.home import own_folder
from tui.meeting.model import Value

_MOST_FOLDERS = 8


class Remembered(Value, frozen=True, kw_only=True):
    """What is remembered."""

    welcomed: bool = False
    """Whether the lines of how to capture have been shown."""
    theme: ThemeName | Literal[""] = ""
    """The theme chosen last in the command palette."""
    instead_of: str = ""
    """The settings' own theme at that time: once the settings name another, that one holds."""
    folders: tuple[str, ...] = ()
    """The folders from which papers were taken, the latest first."""


def recall() -> Remembered:
    """Return what is remembered."""
    path = _path()
    if path is None:
        return Remembered(welcomed=True)
    with suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return msgspec.json.decode(read_given(path), type=Remembered)
    return Remembered()


def remember_folder(folder: Path) -> None:
    """Remember a folder from which a paper was taken."""
    before = [one for one in recall().folders if one != str(folder)]
    remember(folders=(str(folder), *before[: _MOST_FOLDERS - 1]))


def remember(**changed: str | bool | tuple[str, ...]) -> None:
    """Remember one thing more."""
    path = _path()
    if path is None:
        return
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(msgspec.json.encode(replace(recall(), **changed)))
        aside.replace(path)


def _path() -> Path | None:
    named = os.environ.get("MINUTEBOOK_STATE")
    if named == "":
        return None
    folder = own_folder("state") if named is None else Path(named)
    return folder and folder / "remembered.json"
