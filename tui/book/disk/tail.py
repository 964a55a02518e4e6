"""The tail of a meeting's file: the changes made since the file was last written whole, a line each, beside it.

Putting a change at the end of a small file takes one sync and no look at what the meeting held before; the file itself
is written whole once nothing has been entered for a moment. The first line says on which state the changes follow; each
line begins with a checksum that runs on from the line before, so that a line that is torn, and what came after it, is
none. A tail whose changes the file already has says nothing new, and is nothing to worry about.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple
from zlib import crc32

import msgspec

from tui.book.disk.atomic_write import give_mode, sync_folder
from tui.book.disk.tail_file import tail_path
from tui.given import read_given
from tui.meeting.history.journal import Change, Journal
from tui.meeting.history.row_changes import applied
from tui.meeting.model import Meeting, Value

_LINE = b"%08x %b\n"
_FAULTS = frozenset({errno.EIO, errno.ESTALE, errno.ENXIO, errno.ENODEV})
"""Errors of a disk that may hold a tail; with others there is none, or not for whoever reads."""
_ENCODER = msgspec.json.Encoder()


class TailStart(Value, frozen=True, kw_only=True):
    """The first line of a tail: which state of which meeting its changes follow."""

    tail: Literal[1] = 1
    """Grows with every change that an older program could not read."""
    meeting: str
    after: int
    """How many changes that state has had."""
    last: str = ""
    """The checksum of the last of them."""


class Tail(NamedTuple):
    """A tail as it was read."""

    head: TailStart
    changes: tuple[Change, ...] = ()

    def follows(self, meeting: str, history: Sequence[Change]) -> bool:
        """Say whether its changes belong to a meeting with this history, which may have some or all of them already."""
        after = self.head.after
        if meeting != self.head.meeting or len(history) < after:
            return False
        both = zip(history[after:], self.changes, strict=False)
        return _check_of_last(history[max(after - 1, 0) : after]) == self.head.last and all(
            own == one for own, one in both
        )

    def missing_in(self, history: Sequence[Change]) -> tuple[Change, ...]:
        """Return the changes that a history which they follow does not have yet."""
        return self.changes[len(history) - self.head.after :]

    def onto(self, journal: Journal) -> Journal:
        """Return the journal with the changes that it does not have yet."""
        missing = self.missing_in(journal.history)
        return Journal(meeting=replayed(journal.meeting, missing), history=(*journal.history, *missing))


def _check_of_last(history: Sequence[Change]) -> str:
    return f"{crc32(_ENCODER.encode(history[-1])):08x}" if history else ""


def replayed(meeting: Meeting, changes: Iterable[Change]) -> Meeting:
    """Return the meeting with changes made on it, one after another."""
    for change in changes:
        meeting = applied(meeting, change.parts, forward=True)
    return meeting


def read_tail(path: Path) -> Tail | None:
    """Read the tail of a meeting's file up to the first line that is not whole; None where there is none.

    Raises OSError where there is one and the disk fails.
    """
    try:
        content = read_given(tail_path(path))
    except OSError as error:
        if error.errno in _FAULTS:
            raise
        return None
    head: TailStart | None = None
    changes: list[Change] = []
    check = 0
    with suppress(ValueError, RecursionError):
        for line in content.split(b"\n")[:-1]:
            text = line[9:]
            if line[:9] != b"%08x " % (check := crc32(text, check)):
                break
            if head is None:
                head = msgspec.json.decode(text, type=TailStart)
            else:
                changes.append(msgspec.json.decode(text, type=Change))
                if changes[-1].id != head.after + len(changes):
                    changes.pop()
                    break
    return Tail(head, tuple(changes)) if head else None


def remove_tail(path: Path) -> None:
    """Remove the tail of a meeting's file, if it has one. Raises OSError."""
    tail_path(path).unlink(missing_ok=True)


class TailWriter:
    """Begin the tail of a meeting's file, and put changes at its end. Only the file's one writer may."""

    def __init__(self, path: Path, journal: Journal, changes: Sequence[Change] = ()) -> None:
        """Begin it after the state in the file, with changes at once. Raises OSError, FileExistsError among them."""
        head = TailStart(
            meeting=journal.meeting.id, after=len(journal.history), last=_check_of_last(journal.history[-1:])
        )
        self._path = tail_path(path)
        self._check = 0
        self.length = len(changes)
        """How many changes it holds."""
        content = self._lines([head, *changes])
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(self._path, flags, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            # Who may read the meeting may read what was entered last, and nobody else.
            give_mode(descriptor, path)
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        sync_folder(path.parent)
        self._size = len(content)

    def append(self, changes: Sequence[Change]) -> None:
        """Put changes at its end, to stay. Raises OSError, after which it may end in a torn line."""
        content = self._lines(changes)
        descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "ab") as file:
            found = os.fstat(descriptor)
            if found.st_size != self._size or not stat.S_ISREG(found.st_mode):
                raise FileNotFoundError(f"{self._path.name} is not what was written")
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        self._size += len(content)
        self.length += len(changes)

    def _lines(self, rows: Sequence[TailStart | Change]) -> bytes:
        lines = []
        for row in rows:
            text = _ENCODER.encode(row)
            self._check = crc32(text, self._check)
            lines.append(_LINE % (self._check, text))
        return b"".join(lines)


def set_tail_aside(path: Path, now: datetime) -> Path:
    """Give a tail that follows on no state of the file a name of its own beside it, to be read. Raises OSError."""
    stem, stamp = path.name.removesuffix(".json"), f"{now:%Y%m%d-%H%M%S}"
    aside = path.with_name(f"{stem}.changes-{stamp}.txt")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}.changes-{stamp}-{number}.txt")
    tail_path(path).rename(aside)
    sync_folder(path.parent)
    return aside
