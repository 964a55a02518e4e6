"""A look at all the meetings' files of a folder at once, and what it is known again by."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from time import time_ns
from typing import NamedTuple

import msgspec

from tui.book.disk.tail_file import TICK, FileStamp, Stamp, file_stamp, meeting_of_tail, stamp_in

_LOWER = 2**64 - 1


class FolderLook(NamedTuple):
    """What stood in a folder at one moment."""

    changed_at: int | None
    """When a file had last come, gone or been replaced, in nanoseconds; None where another may come to bear that time.
    """
    names: list[str]
    """The names of the meetings' files, in order."""
    states: dict[str, os.stat_result]
    """The state of each that can be told."""
    tails: dict[str, Stamp]
    """The states of the tails, by the names of their meetings' files."""

    def stamp(self, name: str) -> FileStamp | None:
        """Return the state of a file and of its tail, as `file_stamp` has it."""
        state = self.states.get(name)
        return (stamp_in(state), self.tails.get(name)) if state else None

    @property
    def mark(self) -> str:
        """What two looks have in common that found the same files in the same states."""
        # As bytes: a name need be no text. Some disks number their files beyond what 64 bits can say.
        states = [
            (os.fsencode(name), one.st_mtime_ns, one.st_size, one.st_ino & _LOWER) for name, one in self.states.items()
        ]
        unread = [os.fsencode(name) for name in self.names if name not in self.states]
        tails = [(os.fsencode(name), *map(str, tail)) for name, tail in sorted(self.tails.items())]
        return sha256(msgspec.msgpack.encode((states, unread, tails))).hexdigest()


def look_at(folder: Path) -> FolderLook:
    """Look at all the meetings' files of a folder; a book of thousands in a tenth of the time. Raises OSError."""
    at = changed_at(folder)
    with os.scandir(folder) as listed:
        found = list(listed)
    # The tails first: a file that is written whole meanwhile has all of its own.
    written = ((meeting_of_tail(one.name), _state(one)) for one in found if meeting_of_tail(one.name))
    tails = {name: stamp_in(state) for name, state in written if state}
    meetings = {one.name: one for one in found if is_meeting(one)}
    names = sorted(meetings)
    states: dict[str, os.stat_result] = {}
    for name in names:
        one = meetings[name]
        # The tail of a link stands where the file is.
        if one.is_symlink() and (linked := file_stamp(Path(one.path))) and linked[1]:
            tails[name] = linked[1]
        if state := _state(one):
            states[name] = state
    return FolderLook(at, names, states, tails)


def changed_at(folder: Path) -> int | None:
    """Return when a file last came, went or was replaced there, in nanoseconds. Raises OSError.

    None where another may come to bear that time.
    """
    changed = folder.stat().st_mtime_ns
    return changed if time_ns() - changed > TICK else None


def is_meeting(one: os.DirEntry[str]) -> bool:
    """Return whether a file is a meeting's, by its name."""
    name = one.name
    if not name.endswith(".json") or name.startswith(".") or ".damaged-" in name:
        return False
    try:
        return one.is_file()
    except OSError:
        # A link that leads to itself, or a disk that cannot say: no reason not to list the others.
        return False


def _state(one: os.DirEntry[str]) -> os.stat_result | None:
    try:
        # What the entry itself has kept says nothing of what was written through another name.
        return os.stat(one.path)  # noqa: PTH116 (of thousands of files, a Path each is what takes the time)
    except OSError:
        return None
