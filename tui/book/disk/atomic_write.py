"""Put bytes into a file so that at every moment it holds either the old ones or the new ones, whole."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from tui.book.disk.running import runs

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EFBIG: "the file is larger than the system allows",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENOENT: "the folder is gone",
    errno.ENOTDIR: "the folder is gone",
    errno.ENODEV: "the disk is gone",
    errno.ENXIO: "the disk is gone",
    errno.ESTALE: "the folder is gone",
    errno.EIO: "the disk reports a fault",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "it is a link that leads nowhere",
}

_ASIDE = ".tmp-"
"""In the names of files that are being written and not in place yet."""

_LEFT_BEHIND = 600
"""Seconds after which a file written aside is no living program's any more, where that cannot be asked."""

_SCANNER_PATIENCE = 1.0
"""Seconds for which a virus scanner or an indexer on Windows may hold the file."""


def in_words(error: OSError) -> str:
    """Say in plain words why a file could not be written or read."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    reason = error.strerror or str(error) or type(error).__name__
    return reason[:1].lower() + reason[1:]


def replace_file(path: Path, content: bytes, before: Callable[[], object] | None = None, *, mode: int = 0o666) -> None:
    """Replace the file's bytes: written aside in the same folder, synced, renamed, the folder synced.

    The mode is kept; `mode` is that of a file that was not there. A symbolic link is not followed here: the path must
    be the real one. `before` is called right before the file is renamed. Raises OSError with the old bytes in place,
    except where only the last step, syncing the folder, failed. A device or a pipe is written into and never replaced.
    """
    if is_no_file(path):
        _write_into(path, content)
        return
    temporary = _write_aside(path, content, mode)
    try:
        if before is not None:
            before()
        _rename(temporary, path)
    except BaseException:
        _remove(temporary)
        raise
    sync_folder(path.parent)


def is_no_file(path: Path) -> bool:
    """Return whether there is something of that name which is neither a file nor a folder: a device, a pipe."""
    found = _status(path)
    return found is not None and not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode)


def _write_into(path: Path, content: bytes) -> None:
    """Write into a device or a pipe. Raises OSError, also for a pipe that nobody reads from."""
    try:
        descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise BrokenPipeError(errno.EPIPE, "nobody reads from it") from None
        raise
    with os.fdopen(descriptor, "wb") as file:
        if sys.platform != "win32":
            os.set_blocking(descriptor, True)
        file.write(content)


def create_file(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Make a new file, whole or not at all. Raises FileExistsError where there is one of that name."""
    temporary = _write_aside(path, content, mode)
    try:
        _link(temporary, path)
    finally:
        _remove(temporary)
    try:
        sync_folder(path.parent)
    except OSError:
        # Whoever is told that it failed must not find it there the next time.
        _remove(path)
        raise


def keep_copy(path: Path, copy: Path) -> None:
    """Return the file's bytes a second name. Raises FileExistsError where that is taken."""
    _link(path, copy)
    sync_folder(copy.parent)


def keep_aside(path: Path, what: str, now: datetime) -> Path:
    """Keep the file's bytes under a further name beside it, which says what they are. Raises OSError."""
    stem, stamp = path.name.removesuffix(".json"), f"{now:%Y%m%d-%H%M%S}"
    for attempt in range(1, 1000):
        aside = path.with_name(f"{stem}.{what}-{stamp}{f'-{attempt}' if attempt > 1 else ''}.json")
        with suppress(FileExistsError):
            keep_copy(path, aside)
            return aside
    raise FileExistsError(errno.EEXIST, "there are too many of its copies", str(path))


def private_mode(beside: Path) -> int:
    """Return the mode of a file that may hold restricted words: its owner's alone, or a group's that writes there.

    `beside` is the folder, or a file whose readers are to be its readers too.
    """
    try:
        there = beside.stat().st_mode
    except OSError:
        return 0o600
    shared = there & 0o060 if stat.S_ISREG(there) else 0o060 if there & 0o020 else 0
    return 0o600 | shared


def sweep(*paths: Path) -> None:
    """Remove what programs that have ended left half written of some files."""
    names: dict[Path, set[str]] = {}
    for path in paths:
        names.setdefault(path.parent, set()).add(f".{path.name.removeprefix('.')}")
    for folder, beside in names.items():
        with suppress(OSError), os.scandir(folder) as found:
            for one in found:
                name, _, rest = one.name.rpartition(_ASIDE)
                pid = rest.partition("-")[0] if name in beside else ""
                if pid.isdecimal() and not _may_be_written(int(pid), one):
                    _remove(Path(one.path))


def _may_be_written(pid: int, one: os.DirEntry[str]) -> bool:
    """Return whether a program may still be writing a file aside."""
    if sys.platform == "win32":
        return one.stat().st_mtime > time.time() - _LEFT_BEHIND
    return pid != os.getpid() and runs(pid)


def remove_leftovers(path: Path) -> None:
    """Remove what a killed program left half written of the file and of those kept beside it.

    Only the file's one writer may call this.
    """
    beside = f".{path.name}."
    with suppress(OSError), os.scandir(path.parent) as found:
        for one in found:
            if one.name.startswith(beside) and _ASIDE in one.name[len(beside) - 1 :]:
                _remove(Path(one.path))


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """Make a folder where there is none, and those above it, for good: what is synced in it must not go with its name.

    `mode` is the folder's own. Raises OSError.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode, exist_ok=True)
    with suppress(PermissionError):
        # A folder that may be written in but not read cannot be opened, and so not synced.
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the folder's names durable, where the system has a way to."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network and FAT file systems know no such thing as syncing a folder.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise
    finally:
        os.close(descriptor)


def give_mode(descriptor: int, like: Path) -> None:
    """Give an open file the mode and the owner of another, as far as the system does."""
    old = _status(like)
    if old and sys.platform != "win32":
        _keep_mode(descriptor, old)


def _write_aside(path: Path, content: bytes, mode: int) -> Path:
    hidden = f".{path.name.removeprefix('.')}"
    temporary = path.with_name(f"{hidden}{_ASIDE}{os.getpid()}-{os.urandom(4).hex()}")
    old = _status(path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o600 if old else mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if old and sys.platform != "win32":
                _keep_mode(descriptor, old)
            file.write(content)
            file.flush()
            os.fsync(descriptor)
    except BaseException:
        _remove(temporary)
        raise
    return temporary


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _keep_mode(descriptor: int, old: os.stat_result) -> None:
    # Some file systems know no owners or modes; words on the disk matter more than either.
    with suppress(OSError):
        if (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
            os.fchown(descriptor, old.st_uid, old.st_gid)
    with suppress(OSError):
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _rename(temporary: Path, path: Path) -> None:
    if sys.platform != "win32":
        temporary.replace(path)
        return
    give_up = time.monotonic() + _SCANNER_PATIENCE
    while True:
        try:
            temporary.replace(path)
        except PermissionError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.02)
        else:
            return


def _link(path: Path, name: Path) -> None:
    try:
        os.link(path, name)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: an exclusive copy, which a kill may leave short but which takes no name.
        _copy(path, name)


def _copy(path: Path, name: Path) -> None:
    with name.open("xb") as file:
        try:
            file.write(path.read_bytes())
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            _remove(name)
            raise


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
