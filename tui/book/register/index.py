"""The index of a book: what is listed over all of it, read from each meeting's file once.

It is always true, for it is checked against the files: a file whose state is no longer the one that was seen when it
was read is read again. Two writes within one tick of a disk's clock may leave that state the same, so that a file is
only taken as known once its last change was well in the past when it was read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from datetime import date
from pathlib import Path
from time import time_ns
from typing import NamedTuple
from zlib import crc32

import msgspec
from msgspec.structs import replace

from tui import __version__
from tui.book.folder import Book
from tui.book.meeting_file import DamagedMeeting, read_journal, read_meeting
from tui.book.register.index_file import read_indexes, write_index
from tui.book.register.indexed_meeting import ACTIONS, IndexedAction, IndexedMeeting, State
from tui.book.rescue.copies import copies_among, copy_words
from tui.errors import BookError
from tui.meeting.history.journal import Journal
from tui.meeting.text.sanitizing import showable

FORMAT = 12
"""Grows with every change of what is kept, and of how it is made from a meeting."""

_MARK = f"minutebook register {FORMAT} {__version__}\n".encode()

_TICK = 2_000_000_000
"""Nanoseconds: the coarsest clock by which a disk dates its files (FAT's)."""

COPY_MARK = "~"
"""What the `uid` of an action has after it that was captured in a copy of a meeting alone."""

Progress = Callable[[int, int], None]
"""Is told how many files have been read, and how many are to be."""


class IndexedBook(NamedTuple):
    """The meetings of a book as the index has them."""

    meetings: list[IndexedMeeting]
    """By name."""
    unreadable: dict[str, str]
    """Why a file can't be read, by its name."""

    @property
    def errors(self) -> tuple[str, ...]:
        """What is to be said of the files that can't be read."""
        return tuple(self.unreadable.values())


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(list[IndexedMeeting])


def read_index(book: Book, progress: Progress | None = None, *, keep: bool = True) -> IndexedBook:
    """Return what the index has of every meeting of the book, reading the files that changed.

    Without `keep` nothing is written. Raises BookError.
    """
    found = {path.name: path for path in book.files()}
    states = {name: status for name, path in found.items() if (status := _status(path))}
    # Those that are being written have more to say than their files tell.
    known, held = _known(book.folder, {name: one for name, one in states.items() if name not in book.with_tail})
    read, unreadable = _read([path for name, path in found.items() if name not in known], progress)
    files = known | {one.name: one for one in read}
    # A name that is no text cannot be kept, and its file is read every time.
    kept = [files[name] for name in found if name in files and showable(name) == name]
    if keep and held != len(kept) and (kept or held is not None):
        write_index(book.folder, _MARK, _ENCODER.encode(kept), [states[one.name] for one in kept if one.name in states])
    return IndexedBook([files[name] for name in found if name in files], unreadable)


def _read(paths: list[Path], progress: Progress | None) -> tuple[list[IndexedMeeting], dict[str, str]]:
    files: list[IndexedMeeting] = []
    unreadable: dict[str, str] = {}
    for count, path in enumerate(paths):
        if progress:
            progress(count, len(paths))
        try:
            files.append(_index(path))
        except BookError as error:
            unreadable[path.name] = str(error)
    if progress and paths:
        progress(len(paths), len(paths))
    return files, unreadable


def _known(folder: Path, states: dict[str, os.stat_result]) -> tuple[dict[str, IndexedMeeting], int | None]:
    """Return what the indexes know of the files that have not changed since.

    And how many files the first index holds that holds no others; -1 where each does, so that words which were
    deleted stay in none; None where there is no index.
    """
    known: dict[str, IndexedMeeting] = {}
    held = None
    for content in read_indexes(folder, _MARK):
        try:
            indexed = _DECODER.decode(content)
        except (msgspec.MsgspecError, UnicodeDecodeError, ValueError):
            continue
        unchanged = [
            one for one in indexed if one.sure and one.name in states and one.state == _state(states[one.name])
        ]
        known |= {one.name: one for one in unchanged}
        if len(unchanged) == len(indexed):
            return known, len(indexed)
        held = -1
    return known, held


def _index(path: Path) -> IndexedMeeting:
    """Read a meeting for the index. Raises BookError."""
    # A book that has not changed is listed without them.
    from tui.book.register.indexing import index_meeting

    before = _status(path)
    began = time_ns()
    try:
        journal = read_journal(path)
    except DamagedMeeting:
        # What the notes need may be whole even where the history is not.
        journal = Journal(meeting=read_meeting(path))
    if before is None:
        return index_meeting(path.name, journal)
    state = _state(before)
    return index_meeting(path.name, journal, state, sure=max(state[:2]) + _TICK < began)


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _state(status: os.stat_result) -> State:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def each_once(meetings: Iterable[IndexedMeeting]) -> list[IndexedMeeting]:
    """Leave out copies: each meeting stands in its own file alone."""
    found = list(meetings)
    copies = _copies(found)
    return [one for one in found if one.name not in copies]


def each_action_once(meetings: Iterable[IndexedMeeting]) -> list[IndexedMeeting]:
    """Leave out copies, but for the actions that were captured in one of them alone."""
    found = {one.name: one for one in meetings}
    copies = _copies(found.values())
    own = ((one, found[copies[name]]) for name, one in found.items() if name in copies)
    return [*(one for name, one in found.items() if name not in copies), *(_alone(*pair) for pair in own)]


def uid_in_copy(meetings: Iterable[IndexedMeeting], name: str, entry: int) -> str:
    """Return the `uid` of an action that was captured in a copy alone; empty for any other."""
    copies = (one for one in each_action_once(meetings) if one.name == name)
    found = (action.uid for one in copies for action in ACTIONS.of(one) if action.entry == entry)
    return next((uid for uid in found if COPY_MARK in uid), "")


def said_of_copies(meetings: Iterable[IndexedMeeting]) -> tuple[str, ...]:
    """Say which files are copies of a meeting, for whoever lists the book."""
    return tuple(copy_words(name, own) for name, own in _copies(list(meetings)).items())


def _copies(meetings: Collection[IndexedMeeting]) -> dict[str, str]:
    """Return the names of the files that are copies, with those of the meetings' own files."""
    ending = ".json"
    found = copies_among({one.name.removesuffix(ending): one.meeting for one in meetings})
    return {copy + ending: own + ending for copy, own in found.items()}


def _alone(copy: IndexedMeeting, own: IndexedMeeting) -> IndexedMeeting:
    """Return a copy with the actions alone that arose in it and not in the meeting's own file."""
    there = {action.entry: action for action in ACTIONS.of(own)}
    mark = f"{COPY_MARK}{crc32(copy.name.encode(errors='surrogateescape')):08x}"
    rows = tuple(
        replace(action, uid=action.uid + mark)
        for action in ACTIONS.of(copy)
        if not action.brought and not _is_same(action, there.get(action.entry))
    )
    return replace(copy, rows={**copy.rows, ACTIONS.name: msgspec.Raw(_ENCODER.encode(rows))})


def _is_same(action: IndexedAction, other: IndexedAction | None) -> bool:
    """Say whether an action of a copy is one of the meeting's own; both may have changed since they were captured."""
    if other is None or action.captured != other.captured:
        return False
    return action.internal.text == other.internal.text or max(action.revision, other.revision) > 1


def dates_of_series(files: Iterable[IndexedMeeting]) -> dict[str, list[date]]:
    """Return the dates of the meetings of each series, by the words by which it is known."""
    found: dict[str, list[date]] = {}
    for one in files:
        for key in one.keys:
            found.setdefault(key, []).append(one.date)
    return found
