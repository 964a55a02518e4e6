"""The index of a book: what is listed over all of it, read from each meeting's file once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable
from datetime import date
from functools import partial
from itertools import accumulate
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

FORMAT = 16
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


class SomeRows(NamedTuple):
    """Rows that are needed of some of the meetings alone."""

    kind: RowKind[Any]
    names: Callable[[list[IndexedMeeting]], Container[str]]
    """Says by their files' names of which; what it is given has the rows that are needed of each."""


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
_SIZES = " sizes"
"""What the name of a part has behind it that tells of each meeting's rows in another how many bytes they have, and
their checksum."""
_HEADS_DECODER = msgspec.msgpack.Decoder(list[IndexedMeeting])
_SIZES_DECODER = msgspec.msgpack.Decoder(list[tuple[int, int]])


def _parts(kept: list[IndexedMeeting]) -> dict[str, bytes]:
    """Return the heads of the meetings, and of each kind the rows of all of them."""
    parts = {_HEADS: _ENCODER.encode([replace(one, rows={}) for one in kept])}
    for kind in kept[0].rows if kept else {}:
        rows = [one.rows[kind] for one in kept]
        parts[kind] = b"".join(rows)
        parts[kind + _SIZES] = _ENCODER.encode([(len(one), crc32(one)) for one in rows])
    return parts


def _rows(parts: IndexParts, kinds: Collection[str], some: SomeRows | None = None) -> list[IndexedMeeting]:
    found = _HEADS_DECODER.decode(parts.read(_HEADS))
    for kind in kinds:
        if kind != _HEADS and not kind.endswith(_SIZES):
            _add_rows(parts, kind, found, found)
    # None at all are asked for where it is only looked up of which files the index knows.
    if some and kinds and some.kind.name not in kinds:
        names = some.names(found)
        _add_rows(parts, some.kind.name, found, [one for one in found if one.name in names])
    return found


def _add_rows(parts: IndexParts, kind: str, found: list[IndexedMeeting], wanted: list[IndexedMeeting]) -> None:
    """Add to the meetings that are wanted the rows of a kind, of which the part has those of all that were found."""
    places = _places(parts, kind, len(found))
    if len(wanted) == len(found):
        whole = memoryview(parts.read(kind))
        for one, (start, size, _) in zip(found, places, strict=True):
            one.rows[kind] = whole[start : start + size]
        return
    at = {one.name: place for one, place in zip(found, places, strict=True)}
    for one, own in zip(wanted, parts.read_pieces(kind, [at[one.name] for one in wanted]), strict=True):
        one.rows[kind] = memoryview(own)


def _places(parts: IndexParts, kind: str, count: int) -> list[tuple[int, int, int]]:
    """Return of each meeting where its rows of a kind begin, how many bytes they have, and their checksum."""
    sizes = _SIZES_DECODER.decode(parts.read(kind + _SIZES))
    if len(sizes) != count:
        raise DamagedIndex(f"the part {kind} is of another index")
    starts = accumulate((size for size, _ in sizes), initial=0)
    return [(start, *one) for start, one in zip(starts, sizes, strict=False)]


_INDEX = BookIndex(NAME, _MARK, _parts, _rows, _read)


def read_index(
    book: Book,
    progress: Progress | None = None,
    *,
    rows: Collection[RowKind[Any]] = (),
    some: SomeRows | None = None,
    keep: bool = True,
) -> IndexedBook:
    """Return what the index has of every meeting of the book, reading the files that changed.

    `rows` are the kinds of rows that are needed of each, and `some` one that is needed of some of them; others may
    lack. Without `keep` nothing is written. Raises BookError.
    """
    index = _INDEX._replace(rows=partial(_rows, some=some))
    return IndexedBook(*read_kept(book, index, progress, keep=keep, wanted=[one.name for one in rows]))


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
