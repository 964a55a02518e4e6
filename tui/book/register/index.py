"""The index of a book: what is listed over all of it, read from each meeting's file once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import msgspec
from msgspec.structs import replace

from tui import __version__
from tui.book.folder import Book
from tui.book.register.index_file import NAME, DamagedIndex, IndexParts
from tui.book.register.indexed_meeting import ACTIONS, IndexedAction, IndexedMeeting, RowKind, State
from tui.book.register.kept_index import BookIndex, Progress, read_kept
from tui.book.rescue.copies import copy_names, copy_words

FORMAT = 15
"""Grows with every change of what is kept, and of how it is made from a meeting."""

_MARK = f"minutebook register {FORMAT} {__version__}\n".encode()

COPY_MARK = "~"
"""What the `uid` of an action has after it that was captured in a copy of a meeting alone."""


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


def _read(path: Path, state: State | None, sure: bool) -> IndexedMeeting:
    """Read a meeting for the index. Raises BookError."""
    # A book that has not changed is listed without them.
    from tui.book.meeting_file import DamagedMeeting, read_journal, read_meeting
    from tui.book.register.indexing import index_meeting
    from tui.meeting.history.journal import Journal

    try:
        journal = read_journal(path)
    except DamagedMeeting:
        # What the notes need may be whole even where the history is not.
        journal = Journal(meeting=read_meeting(path))
    if state is None:
        return index_meeting(path.name, journal)
    return index_meeting(path.name, journal, state, sure=sure)


_HEADS = ""
"""The part of the index that has all but the rows."""
_HEADS_DECODER = msgspec.msgpack.Decoder(list[IndexedMeeting])
_ROWS_DECODER = msgspec.msgpack.Decoder(list[memoryview])


def _parts(kept: list[IndexedMeeting]) -> dict[str, bytes]:
    """Return the heads of the meetings, and of each kind the rows of all of them."""
    kinds = kept[0].rows if kept else {}
    rows = {kind: _ENCODER.encode([one.rows[kind] for one in kept]) for kind in kinds}
    return {_HEADS: _ENCODER.encode([replace(one, rows={}) for one in kept]), **rows}


def _rows(parts: IndexParts, kinds: Collection[str]) -> list[IndexedMeeting]:
    found = _HEADS_DECODER.decode(parts.read(_HEADS))
    for kind in kinds:
        if kind == _HEADS:
            continue
        rows = _ROWS_DECODER.decode(parts.read(kind))
        if len(rows) != len(found):
            raise DamagedIndex(f"the part {kind} is of another index")
        for one, own in zip(found, rows, strict=True):
            one.rows[kind] = own
    return found


_INDEX = BookIndex(NAME, _MARK, _parts, _rows, _read)


def read_index(
    book: Book, progress: Progress | None = None, *, rows: Collection[RowKind[Any]] = (), keep: bool = True
) -> IndexedBook:
    """Return what the index has of every meeting of the book, reading the files that changed.

    `rows` are the kinds of rows that are needed of each, others may lack. Without `keep` nothing is written. Raises
    BookError.
    """
    return IndexedBook(*read_kept(book, _INDEX, progress, keep=keep, wanted=[one.name for one in rows]))


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
    return copy_names({one.name: one.meeting for one in meetings})


def _alone(copy: IndexedMeeting, own: IndexedMeeting) -> IndexedMeeting:
    """Return a copy with the actions alone that arose in it and not in the meeting's own file."""
    there = {action.entry: action for action in ACTIONS.of(own)}
    mark = f"{COPY_MARK}{crc32(copy.name.encode(errors='surrogateescape')):08x}"
    rows = tuple(
        replace(action, uid=action.uid + mark)
        for action in ACTIONS.of(copy)
        if not action.brought and not _is_same(action, there.get(action.entry))
    )
    return replace(copy, rows={**copy.rows, ACTIONS.name: memoryview(_ENCODER.encode(rows))})


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
