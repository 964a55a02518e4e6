"""One writer a meeting: the lock beside the file, and who holds it."""

from __future__ import annotations

import errno
import getpass
import os
import platform
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tui.book.disk.atomic_write import in_words, replace_file
from tui.book.disk.running import runs
from tui.errors import BookError, MeetingHeld
from tui.meeting.model import Value

if TYPE_CHECKING:
    from filelock import FileLock


_AN_INSTANT = 0.08
"""Seconds."""

_HELD_ELSEWHERE = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})


class Holder(Value, frozen=True, kw_only=True):
    """The program that holds a meeting."""

    user: str
    host: str
    pid: int
    since: datetime

    @property
    def who(self) -> str:
        """Name whoever runs the program: `ann on desk-3`."""
        return f"{self.user} on {self.host}" if self.user else self.host

    def __str__(self) -> str:
        """Name the program in words for a message."""
        return f"{self.who} since {self.since:%H:%M on %Y-%m-%d} (process {self.pid})"


class MeetingLock:
    """The right to write to one meeting file, held until `release` or the end of the program."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        self._path = path
        self._lock = lock

    def release(self) -> None:
        """Return the meeting free; doing so twice does no harm."""
        if self._lock.is_locked:
            # Before the lock itself, or the next holder's own note might be the one removed.
            with suppress(OSError):
                _holder_path(self._path).unlink(missing_ok=True)
            self._lock.release()


def lock_meeting(path: Path) -> MeetingLock:
    """Take the right to write to the meeting. Raises MeetingHeld, and BookError where the folder takes no lock."""
    # Only writing needs it, and its import takes longer than listing a small book.
    from filelock import FileLock, Timeout

    lock = FileLock(_lock_path(path), timeout=0, thread_local=False)
    try:
        # Not at once: whoever follows the meeting may be looking whether it is held, which takes an instant.
        lock.acquire(timeout=_AN_INSTANT, poll_interval=_AN_INSTANT / 4)
    except Timeout:
        holder = holder_of(path)
        who = f"{holder} has it open for writing" if holder else "another program has it open for writing"
        raise MeetingHeld(who, where=path, hint="close it there first, or follow it: minutebook open") from None
    except OSError as error:
        message = f"the meeting cannot be opened for writing: {_why(path.parent, error)}"
        raise BookError(message, where=path, hint="copy the book to a folder where you may write") from None
    except NotImplementedError:
        message = "the meeting cannot be opened for writing: its disk cannot lock files"
        raise BookError(message, where=path, hint="copy the book to a disk of this computer") from None
    with suppress(OSError):
        replace_file(_holder_path(path), msgspec.json.encode(_this_program()))
    return MeetingLock(path, lock)


def holder_of(path: Path) -> Holder | None:
    """Say who holds the meeting, as far as they left a note; a note of a program that has ended counts for nothing."""
    try:
        holder = msgspec.json.decode(_holder_path(path).read_bytes(), type=Holder)
    except (OSError, ValueError):
        return None
    here = holder.host == platform.node()
    return holder if not here or runs(holder.pid) else None


def is_held(path: Path) -> bool:
    """Return whether a program has the meeting open for writing; nothing is made or changed."""
    try:
        descriptor = os.open(_lock_path(path), os.O_RDONLY)
    except FileNotFoundError:
        return False
    except OSError:
        return holder_of(path) is not None
    try:
        return not _is_free(descriptor)
    except OSError:
        # A disk without such locks, where the note is all there is to go by.
        return holder_of(path) is not None
    finally:
        os.close(descriptor)


def _is_free(descriptor: int) -> bool:
    """Try the lock for an instant. Raises OSError where the disk cannot lock files."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
            fcntl.flock(descriptor, fcntl.LOCK_UN)
    except OSError as error:
        if error.errno in _HELD_ELSEWHERE:
            return False
        raise
    return True


def _lock_path(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def _holder_path(path: Path) -> Path:
    return path.with_name(f".{path.name}.holder.json")


def _this_program() -> Holder:
    user = ""
    with suppress(OSError, KeyError, ImportError):
        user = getpass.getuser()
    return Holder(user=user, host=platform.node(), pid=os.getpid(), since=datetime.now().astimezone())


def _why(folder: Path, error: OSError) -> str:
    if not folder.exists():
        return "its folder is gone"
    return "its folder is read-only" if isinstance(error, PermissionError) else in_words(error)
