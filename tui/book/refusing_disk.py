"""What is said, and what can be done, while the disk refuses a meeting: the same words wherever it is kept."""

from __future__ import annotations

from pathlib import Path

from tui.errors import BadInput
from tui.home import with_known_home


def not_saved(why: str, way: str) -> str:
    """Say that the last changes are not on the disk; `way` is the key or command that chooses another place."""
    return f"NOT SAVED: {why}; trying again. {way}: another place"


def place_in(folder: str, name: str) -> Path:
    """Return where a file of that name would stand in a folder as typed. Raises BadInput where it cannot."""
    words = folder.strip()
    try:
        target = with_known_home(words) / name
        if not words or not target.parent.is_dir():
            raise BadInput("there is no such folder")
        if target.exists():
            raise BadInput("that folder holds a file of that name already")
    except (OSError, RuntimeError, ValueError):
        # A name too long for a disk, a folder that may not be looked into, the home of nobody.
        raise BadInput("no folder of that name can be used") from None
    return target
