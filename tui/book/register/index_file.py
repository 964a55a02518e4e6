"""The files in which the indexes of a book are kept: whole or not at all, and read by nobody who may not read the book.

They stand in the book's folder, as `.register.index` and `.words.index`, or, where that cannot be written, in the cache
folder of the user, and may be deleted at any time. They are no database: SQLite takes three times as long to hand over
20,000 actions, does not see most flipped bits, and makes programs that write at once wait for each other; and what a
book lists depends on other meetings, on the day and on the version, so that its queries would leave the work to be done
here.
"""

from __future__ import annotations

import os
import stat
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from tui.given import read_given

NAME = ".register.index"
"""Not `.json`, so that nothing takes it for a meeting."""

_MOST = 2_000_000_000
"""Bytes of an index that is read."""

WORDS = ".words.index"
"""The file of the index that a search looks into."""

_ASIDE = ".tmp-"
"""In the names of files that are being written, after an index's own."""
_LEFT_BEHIND = 600
"""Seconds after which a file written aside is no living program's any more."""

_CHECKSUM = 4
"""Bytes."""


def read_indexes(folder: Path, mark: bytes, name: str) -> Iterator[bytes]:
    """Return the contents of the indexes there are of a book, the folder's own first.

    `mark` says by which program they were written; others, and damaged ones, are passed over.
    """
    yield from _read(_in_book, folder, mark, name)
    if not os.access(folder, os.W_OK):
        yield from _read(_cached, folder, mark, name)


def write_index(folder: Path, mark: bytes, content: bytes, meetings: Iterable[os.stat_result], name: str) -> None:
    """Keep an index of a book; where that cannot be done, it is made anew the next time.

    `meetings` are the files that it holds words of: who may not read every one of them may not read the index.
    """
    whole = b"".join((mark, zlib.crc32(content).to_bytes(_CHECKSUM, "big"), content))
    with suppress(OSError, RuntimeError):
        if os.access(folder, os.W_OK):
            _replace(_in_book(folder, name), whole, list(meetings))
        else:
            path = _cached(folder, name)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(path, whole, [])


def forget_index(folder: Path) -> None:
    """Remove the indexes of a book, which may hold words that its meetings no longer do; they are made anew."""
    for place in (_in_book, _cached):
        for name in (NAME, WORDS):
            with suppress(OSError, RuntimeError):
                place(folder, name).unlink()


def _read(place: Callable[[Path, str], Path], folder: Path, mark: bytes, name: str) -> Iterator[bytes]:
    with suppress(OSError, RuntimeError):
        content = read_given(place(folder, name), _MOST)
        start = len(mark) + _CHECKSUM
        checksum = zlib.crc32(content[start:]).to_bytes(_CHECKSUM, "big")
        if content.startswith(mark) and content[len(mark) : start] == checksum:
            yield content[start:]


def _in_book(folder: Path, name: str) -> Path:
    return folder / name


def _cached(folder: Path, name: str) -> Path:
    """Say where in the user's cache an index of a book stands. Raises RuntimeError where the user has no home."""
    # Seldom needed, and slow to import.
    import hashlib

    from platformdirs import user_cache_path

    real = str(folder.resolve()).encode("utf-8", errors="surrogateescape")
    place = user_cache_path("minutebook", appauthor=False) / "registers" / hashlib.sha256(real).hexdigest()[:32]
    return place if name == NAME else place.with_name(place.name + name)


def _replace(path: Path, content: bytes, meetings: list[os.stat_result]) -> None:
    """Put the index in place. It is not synced: after a power cut its checksum does not fit, and it is made anew."""
    _remove_leftovers(path.parent)
    temporary = path.with_name(f"{NAME}{_ASIDE}{os.getpid()}-{os.urandom(4).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            _share(file.fileno(), meetings)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _share(descriptor: int, meetings: list[os.stat_result]) -> None:
    """Let those read the index who may read every meeting in it, as far as modes tell."""
    if not hasattr(os, "fchmod"):
        return
    mode = stat.S_IRUSR | stat.S_IWUSR
    if meetings and all(one.st_mode & stat.S_IROTH for one in meetings):
        mode |= stat.S_IROTH
    group = os.fstat(descriptor).st_gid
    if meetings and all(one.st_mode & stat.S_IRGRP and one.st_gid == group for one in meetings):
        mode |= stat.S_IRGRP
    with suppress(OSError):
        os.fchmod(descriptor, mode)


def _remove_leftovers(folder: Path) -> None:
    """Remove what programs that were killed left half written."""
    with suppress(OSError), os.scandir(folder) as found:
        for one in found:
            if one.name.startswith(f"{NAME}{_ASIDE}") and one.stat().st_mtime < time.time() - _LEFT_BEHIND:
                Path(one.path).unlink(missing_ok=True)
