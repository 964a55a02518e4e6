"""Where the tail of a meeting's file stands, and whether either has changed: all of it that a list of a book knows."""

from __future__ import annotations

import os
from pathlib import Path

_ENDING = ".tail"

TICK = 2_000_000_000
"""Nanoseconds: the coarsest clock by which a disk dates its files (FAT's)."""

Stamp = tuple[int, int, int]
"""A file's time, its size and its number on the disk."""
FileStamp = tuple[Stamp, Stamp | None]
"""The state of a meeting's file, and of its tail where it has one."""


def tail_path(path: Path) -> Path:
    """Say where the tail of a meeting's file stands: beside the file itself, where the path is a link to it."""
    path = path.resolve() if path.is_symlink() else path
    return path.with_name(f".{path.name}{_ENDING}")


def meeting_of_tail(name: str) -> str:
    """Return the name of the meeting's file of which a file is the tail; empty where it is none."""
    return name[1 : -len(_ENDING)] if name.startswith(".") and name.endswith(_ENDING) else ""


def file_stamp(path: Path) -> FileStamp | None:
    """Return the state of a meeting's file and of its tail, by which to tell whether either has changed."""
    # The tail first: a file that is written whole meanwhile has all of it.
    tail = _stamp(tail_path(path))
    file = _stamp(path)
    return (file, tail) if file else None


def file_stamps(folder: Path) -> dict[str, FileStamp]:
    """Return the states of all meetings' files in a folder, by their names, as `file_stamp` has each. Raises OSError.

    A book of thousands is looked through with it in a tenth of the time.
    """
    with os.scandir(folder) as listed:
        found = list(listed)
    tails = {meeting_of_tail(one.name): _stamp(one.path) for one in found if one.name.endswith(_ENDING)}
    stamps: dict[str, FileStamp] = {}
    for one in found:
        if not one.name.endswith(".json") or one.name.startswith("."):
            continue
        if one.is_symlink():
            # The tail stands where the file is.
            if linked := file_stamp(Path(one.path)):
                stamps[one.name] = linked
        elif stamp := _stamp(one.path):
            stamps[one.name] = stamp, tails.get(one.name)
    return stamps


def _stamp(path: str | Path) -> Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116 (of thousands of files, a Path each is what takes the time)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
