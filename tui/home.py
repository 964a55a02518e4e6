"""The home folder: in the paths that people write, `~` and `~name`, and the program's own folders in it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Literal

OwnFolder = Literal["data", "config", "state", "log"]


def own_folder(kind: OwnFolder) -> Path | None:
    """Return where the program keeps something for its user; None for whoever has no home, as a service may."""
    # Seldom needed, and slow to import.
    from platformdirs import PlatformDirs

    with suppress(RuntimeError, KeyError):
        folder = Path(getattr(PlatformDirs("minutebook", appauthor=False), f"user_{kind}_dir"))
        # Where it finds no home, it leaves the ~ that it began with.
        return folder if folder.is_absolute() else None
    return None


def with_home(path: str | Path) -> Path:
    """Return a path with the home folder for its `~`; that of a user who is not there is a name like any other."""
    try:
        return with_known_home(path)
    except RuntimeError:
        return Path(path)


def with_known_home(path: str | Path) -> Path:
    """Return a path with the home folder for its `~`, as for a folder to be made. Raises RuntimeError for nobody's."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise RuntimeError("nobody of that name has a home folder here") from None
