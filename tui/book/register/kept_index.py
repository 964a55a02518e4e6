"""What is kept of every meeting of a book in an index, so that only the files that changed are read.

An index is always true, for it is checked against the files: a file whose state is no longer the one that was seen when
it was read is read again. Two writes within one tick of a disk's clock may leave that state the same, so that a file is
only taken as known once its last change was well in the past when it was read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from time import time_ns
from typing import Generic, NamedTuple, Protocol, TypeVar

import msgspec

from tui.book.disk.tail_file import TICK
from tui.book.folder import Book
from tui.book.register.index_file import IndexParts, read_indexes, write_index
from tui.book.register.indexed_meeting import State
from tui.errors import BookError
from tui.meeting.text.sanitizing import showable

Progress = Callable[[int, int], None]
"""Is told how many files have been read, and how many are to be."""


class KeptRow(Protocol):
    """What an index keeps of one meeting."""

    @property
    def name(self) -> str:
        """The file's name."""

    @property
    def state(self) -> State:
        """The file's state when it was read."""

    @property
    def sure(self) -> bool:
        """Whether a file in that state is bound to hold what was read."""


Row = TypeVar("Row", bound=KeptRow)


class BookIndex(NamedTuple, Generic[Row]):
    """One index of a book."""

    file: str
    """Its file's name."""
    mark: bytes
    """By which program it was written, and how."""
    parts: Callable[[list[Row]], Mapping[str, bytes]]
    """Makes the parts of the file from whole rows."""
    rows: Callable[[IndexParts, Collection[str]], list[Row]]
    """Reads rows with what some parts have of them. Raises DamagedIndex, msgspec's errors."""
    read: Callable[[Path, State | None, bool], Row]
    """Reads a meeting's file in a state, which is sure or not. Raises BookError."""


def read_kept(
    book: Book,
    index: BookIndex[Row],
    progress: Progress | None = None,
    *,
    keep: bool = True,
    wanted: Collection[str] = (),
) -> tuple[list[Row], dict[str, str]]:
    """Return what an index has of every meeting of the book, by name, reading the files that changed.

    And why a file can't be read, by its name. `wanted` are the parts of the index that are needed; without `keep`
    nothing is written. Raises BookError.
    """
    look = book.look()
    found = look.names
    # Those that are being written have more to say than their files tell.
    settled = {name: one for name, one in look.states.items() if name not in look.tails}
    known, held = _known(book.folder, index, settled, wanted if len(settled) == len(found) else None)
    read, unreadable = _read(index, [book.folder / name for name in found if name not in known], progress)
    files = known | {one.name: one for one in read}
    # A name that is no text cannot be kept, and its file is read every time.
    kept = [files[name] for name in found if name in files and showable(name) == name]
    if keep and held != len(kept) and (kept or held is not None):
        held_words = [look.states[one.name] for one in kept if one.name in look.states]
        write_index(book.folder, index.mark, index.parts(kept), held_words, index.file)
    return [files[name] for name in found if name in files], unreadable


def _read(index: BookIndex[Row], paths: list[Path], progress: Progress | None) -> tuple[list[Row], dict[str, str]]:
    files: list[Row] = []
    unreadable: dict[str, str] = {}
    for count, path in enumerate(paths):
        if progress:
            progress(count, len(paths))
        try:
            before = _status(path)
            began = time_ns()
            state = _state(before) if before else None
            files.append(index.read(path, state, state is not None and max(state[:2]) + TICK < began))
        except BookError as error:
            unreadable[path.name] = str(error)
    if progress and paths:
        progress(len(paths), len(paths))
    return files, unreadable


def _known(
    folder: Path, index: BookIndex[Row], states: dict[str, os.stat_result], wanted: Collection[str] | None
) -> tuple[dict[str, Row], int | None]:
    """Return what the indexes know of the files that have not changed since.

    And how many files the first index holds that holds no others; -1 where each does, so that words which were
    deleted stay in none; None where there is no index. The `wanted` parts are enough where the index knows each file
    and no other; else what it holds may be written anew, and all of it is read, as it is without these.
    """
    known: dict[str, Row] = {}
    held = None
    for parts in read_indexes(folder, index.mark, index.file):
        try:
            indexed = index.rows(parts, ())
            found = ((one, states.get(one.name)) for one in indexed if one.sure)
            same = {one.name for one, status in found if status is not None and one.state == _state(status)}
            true = len(same) == len(indexed)
            needed = wanted if wanted is not None and true and same == states.keys() else parts.names
            rows = index.rows(parts, needed) if needed else indexed
        except (msgspec.MsgspecError, UnicodeDecodeError, ValueError):
            continue
        known |= {one.name: one for one in rows if one.name in same}
        if true:
            return known, len(indexed)
        held = -1
    return known, held


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _state(status: os.stat_result) -> State:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
