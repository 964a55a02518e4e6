"""The home folder in the paths that people write: `~` and `~name`."""

from __future__ import annotations

from pathlib import Path


def with_home(path: str | Path) -> Path:
    """Return a path with the home folder for its `~`; that of a user who is not there is a name like any other."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)
