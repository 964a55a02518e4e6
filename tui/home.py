"""The home folder in the paths that people write: `~` and `~name`."""

from __future__ import annotations

from pathlib import Path


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
