"""The files in which the indexes of a book are kept: whole or not at all, and read by nobody who may not read the book.

They stand in the book's folder, as `.register.index` and `.words.index`, or, where that cannot be written, in the cache
folder of the user, and may be deleted at any time. They are no database: SQLite takes three times as long to hand over
20,000 actions, does not see most flipped bits, and makes programs that write at once wait for each other; and what a
book lists depends on other meetings, on the day and on the version, so that its queries would leave the work to be done
here.

An index consists of parts, of which a program reads those alone that it asks for: a list of ten thousand meetings needs
a tenth of what is kept of them. Each part has a checksum of its own.
"""

from __future__ import annotations

import os
import stat
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

NAME = ".register.index"
"""Not `.json`, so that nothing takes it for a meeting."""

WORDS = ".words.index"
"""The file of the index that a search looks into."""

_ASIDE = ".tmp-"
"""In the names of files that are being written, after an index's own."""
_LEFT_BEHIND = 600
"""Seconds after which a file written aside is no living program's any more."""

_FIGURES = 4
"""Bytes of a checksum, and of the size of the table of parts."""

_PARTS = msgspec.msgpack.Decoder(dict[str, tuple[int, int, int]])
_ENCODER = msgspec.msgpack.Encoder()


class DamagedIndex(ValueError):
    """A part is not as it was written: the index is made anew."""


class IndexParts:
    """The parts of an index while its file is open."""

    def __init__(self, file: BinaryIO, places: Mapping[str, tuple[int, int, int]]) -> None:
        """`places` tell of each part where it begins, how many bytes it has, and their checksum."""
        self._file = file
        self._places = places

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._places)

    def read(self, name: str) -> bytes:
        """Read one of the parts. Raises DamagedIndex."""
        start, size, checksum = self._place(name)
        return self._read(name, start, size, checksum)

    def read_pieces(self, name: str, pieces: Iterable[tuple[int, int, int]]) -> Iterator[bytes]:
        """Read pieces of a part, each by where in it it begins, its size and its checksum. Raises DamagedIndex."""
        start, end, _ = self._place(name)
        for at, size, checksum in pieces:
            if not 0 <= at <= at + size <= end:
                raise DamagedIndex(f"the part {name} ends before")
            yield self._read(name, start + at, size, checksum)

    def _place(self, name: str) -> tuple[int, int, int]:
        if name not in self._places:
            raise DamagedIndex(f"no part {name}")
        return self._places[name]

    def _read(self, name: str, start: int, size: int, checksum: int) -> bytes:
        try:
            self._file.seek(start)
            content = self._file.read(size)
        except OSError as error:
            raise DamagedIndex(f"the part {name} cannot be read: {error}") from None
        if len(content) != size or zlib.crc32(content) != checksum:
            raise DamagedIndex(f"the part {name} is not as it was written")
        return content


def read_indexes(folder: Path, mark: bytes, name: str) -> Iterator[IndexParts]:
    """Yield the indexes there are of a book, the folder's own first, each to be read before the next.

    `mark` says by which program they were written; others, and damaged ones, are passed over.
    """
    yield from _read(_in_book, folder, mark, name)
    if not os.access(folder, os.W_OK):
        yield from _read(_cached, folder, mark, name)


def write_index(
    folder: Path, mark: bytes, parts: Mapping[str, bytes], meetings: Iterable[os.stat_result], name: str
) -> None:
    """Keep an index of a book; where that cannot be done, it is made anew the next time.

    `meetings` are the files that it holds words of: who may not read every one of them may not read the index.
    """
    places = _places(parts)
    whole = (mark, len(places).to_bytes(_FIGURES, "big"), _checksum(places), places, *parts.values())
    with suppress(OSError, RuntimeError):
        if os.access(folder, os.W_OK):
            _replace(_in_book(folder, name), whole, list(meetings))
        else:
            path = _cached(folder, name)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(path, whole, [])


def _places(parts: Mapping[str, bytes]) -> bytes:
    """Write the table of where the parts stand, counted from its own end."""
    at = 0
    places: dict[str, tuple[int, int, int]] = {}
    for name, content in parts.items():
        places[name] = (at, len(content), zlib.crc32(content))
        at += len(content)
    return _ENCODER.encode(places)


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(_FIGURES, "big")


def forget_index(folder: Path) -> None:
    """Remove the indexes of a book, which may hold words that its meetings no longer do; they are made anew."""
    for place in (_in_book, _cached):
        for name in (NAME, WORDS):
            with suppress(OSError, RuntimeError):
                place(folder, name).unlink()


def _read(place: Callable[[Path, str], Path], folder: Path, mark: bytes, name: str) -> Iterator[IndexParts]:
    with suppress(OSError, RuntimeError, msgspec.MsgspecError), open(place(folder, name), "rb", opener=_opened) as file:
        # Whatever else bears its name, a pipe or a device, is none.
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode) or file.read(len(mark)) != mark:
            return
        size = int.from_bytes(file.read(_FIGURES), "big")
        checksum, places = file.read(_FIGURES), file.read(size)
        if len(places) != size or checksum != _checksum(places):
            return
        end = file.tell()
        found = _PARTS.decode(places).items()
        yield IndexParts(file, {part: (end + at, long, check) for part, (at, long, check) in found})


def _opened(path: str, flags: int) -> int:
    """Open without waiting for whoever writes into a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


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


def _replace(path: Path, content: Iterable[bytes], meetings: list[os.stat_result]) -> None:
    """Put the index in place. It is not synced: after a power cut its checksum does not fit, and it is made anew."""
    _remove_leftovers(path.parent)
    temporary = path.with_name(f"{NAME}{_ASIDE}{os.getpid()}-{os.urandom(4).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for part in content:
                file.write(part)
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
