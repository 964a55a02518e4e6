"""One writer a meeting: the lock beside the file, and who holds it.

If the disk cannot lock files, the note of who holds the meeting is the lock: made only if there is none, with the host,
the process and the time, and touched again and again. One that nobody touches any more may be taken over.
"""

from __future__ import annotations

import errno
import os
import platform
import sys
import threading
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tui.book.disk.atomic_write import create_file, in_words, private_mode, replace_file
from tui.book.disk.pens import HeldBy, Pen, keeper_of
from tui.book.disk.running import runs, this_user
from tui.errors import BookError, MeetingHeld
from tui.given import read_given
from tui.meeting.model import Value

if TYPE_CHECKING:
    from filelock import FileLock


_AN_INSTANT = 0.08
"""Seconds."""

_HEARTBEAT = 20.0
"""Seconds after which a note that is a lock is touched again."""

_STALE = 120.0
"""Seconds of silence after which it may be taken over."""

_NO_LOCKS = frozenset({errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOLCK, errno.EINVAL})

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

    def __init__(self, path: Path, lock: FileLock | None) -> None:
        """Hold what has been taken; `lock` is None if the disk has none, and the note that was made is the lock."""
        self.pen: Pen | None = None
        """The meeting's pen on a server, if the book is one of a server's."""
        self.place = ""
        """What the folder cannot promise, where that was not said of this meeting before."""
        self._path = path
        self._lock = lock
        self._released = threading.Event()
        if lock is None:
            threading.Thread(target=self._keep_touching, name="minutebook lock", daemon=True).start()

    @property
    def notice(self) -> str:
        """What the user should hear of the lock; empty for one that the disk holds."""
        if self._lock is not None:
            return self.pen.notice if self.pen else self.place
        return "this disk cannot lock files: a note beside the meeting keeps others out, as long as they heed it"

    def release(self) -> None:
        """Let the meeting go; doing so twice does no harm."""
        if self._released.is_set():
            return
        self._released.set()
        if self.pen is not None:
            self.pen.release()
        # Before the lock itself, or the next holder's own note might be the one removed.
        with suppress(OSError):
            _holder_path(self._path).unlink(missing_ok=True)
        if self._lock is not None:
            with suppress(OSError):
                self._lock.release()

    def _keep_touching(self) -> None:
        """Show again and again that the program still runs."""
        while not self._released.wait(_HEARTBEAT):
            with suppress(OSError):
                os.utime(_holder_path(self._path))


def lock_meeting(path: Path, *, take_over: bool = False) -> MeetingLock:
    """Take the right to write to a meeting, here and where its book is kept. Raises MeetingHeld, BookError.

    With `take_over`, it is taken from a holder who has not been heard of for a while.
    """
    lock = lock_file(path, take_over=take_over)
    if (keeper := keeper_of(path)) is not None:
        try:
            lock.pen = keeper.take(path, take_over=take_over)
        except BaseException:
            lock.release()
            raise
    return lock


def lock_file(path: Path, *, take_over: bool = False) -> MeetingLock:
    """Take the right to write to a meeting's file. Raises MeetingHeld, and BookError where the folder takes no lock.

    With `take_over`, a note that nobody has touched for a while is removed first, if the disk cannot lock files.
    """
    first = not _lock_path(path).exists()
    if _knows_no_locks(path):
        return _lock_by_note(path, take_over=take_over)
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
    with suppress(OSError):
        replace_file(_holder_path(path), msgspec.json.encode(_this_program()), mode=private_mode(path))
    held = MeetingLock(path, lock)
    if first:
        from tui.book.disk.shared_places import shared_words

        held.place = shared_words(path.parent)
    return held


def _knows_no_locks(path: Path) -> bool:
    """Return whether the disk says that it cannot lock files; if it says anything else, taking a lock will tell."""
    if sys.platform == "win32":
        return False
    try:
        descriptor = os.open(_lock_path(path), os.O_RDWR | os.O_CREAT, private_mode(path))
    except OSError:
        return False
    try:
        _is_free(descriptor)
    except OSError as error:
        return error.errno in _NO_LOCKS
    finally:
        os.close(descriptor)
    return False


def _lock_by_note(path: Path, *, take_over: bool) -> MeetingLock:
    """Take the right to write by a note alone. Raises MeetingHeld, BookError."""
    note = _holder_path(path)
    content = msgspec.json.encode(_this_program())
    for _ in range(2):
        try:
            create_file(note, content, private_mode(path))
            return MeetingLock(path, None)
        except FileExistsError:
            holder, silent = holder_of(path), _silent_for(note)
            if holder is not None and not (take_over and silent > _STALE):
                said = f" and has not been heard of for {silent / 60:.0f} minutes" if silent > _STALE else ""
                hint = "take it over, if it has ended: --take-over" if said else "close it there first"
                raise MeetingHeld(f"{holder} has it open for writing{said}", where=path, hint=hint) from None
            with suppress(OSError):
                note.unlink(missing_ok=True)
        except OSError as error:
            message = f"the meeting cannot be opened for writing: {_why(path.parent, error)}"
            raise BookError(message, where=path, hint="copy the book to a folder where you may write") from None
    raise MeetingHeld("another program has just opened it for writing", where=path, hint="try again")


def _silent_for(note: Path) -> float:
    """Say for how many seconds nobody has touched a note, by the clock of this computer."""
    try:
        return time.time() - note.stat().st_mtime
    except OSError:
        return 0.0


def holder_of(path: Path) -> Holder | None:
    """Say who holds the meeting, as far as they left a note; a note of a program that has ended counts for nothing."""
    if (elsewhere := held_elsewhere(path)) is not None:
        user, on, host = elsewhere.who.rpartition(" on ")
        return Holder(user=user if on else "", host=host, pid=0, since=elsewhere.since)
    try:
        holder = msgspec.json.decode(read_given(_holder_path(path)), type=Holder)
    except (OSError, ValueError):
        return None
    here = holder.host == platform.node()
    return holder if not here or runs(holder.pid) else None


def is_held(path: Path) -> bool:
    """Return whether a program has the meeting open for writing; nothing is made or changed."""
    return held_elsewhere(path) is not None or is_locked(path)


def held_elsewhere(path: Path) -> HeldBy | None:
    """Say who holds a meeting on another machine, if its book is one of a server's."""
    keeper = keeper_of(path)
    return keeper.held_by(path) if keeper is not None else None


def is_locked(path: Path) -> bool:
    """Return whether a program of this machine has the meeting open for writing."""
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
    return Holder(user=this_user(), host=platform.node(), pid=os.getpid(), since=datetime.now().astimezone())


def _why(folder: Path, error: OSError) -> str:
    if not folder.exists():
        return "its folder is gone"
    return "its folder is read-only" if isinstance(error, PermissionError) else in_words(error)
