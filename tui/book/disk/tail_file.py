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


def stamp_in(state: os.stat_result) -> Stamp:
    """Return what of a file's state tells whether it has changed."""
    return state.st_mtime_ns, state.st_size, state.st_ino


def _stamp(path: Path) -> Stamp | None:
    try:
        return stamp_in(path.stat())
    except OSError:
        return None
