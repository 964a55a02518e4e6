"""Which meetings of a book may hold the words looked for: an index of what each is known to a search by.

The words of every meeting stand in it as a search compares them, so that a part of a word is enough; a search reads the
files alone that hold them all. It has a file of its own, for who lists the book should not have to read every word.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from tui import __version__
from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.register.index_file import WORDS
from tui.book.register.indexed_meeting import State
from tui.book.register.kept_index import BookIndex, Progress, read_kept
from tui.book.rescue.copies import copy_names
from tui.meeting.search import searched_words

FORMAT = 3
"""Grows with every change of what is kept, and of how it is made from a meeting."""
_NONE: State = (0, 0, 0, 0)


class SearchedMeeting(Struct, frozen=True, array_like=True, gc=False):
    """What the index keeps of one meeting file."""

    name: str
    state: State
    sure: bool
    meeting: str
    """The meeting's id."""
    date: date
    words: bytes
    """As `tui.meeting.search.searched_words` has them, in UTF-8, so that they are looked through as they stand."""


class SearchedBook(NamedTuple):
    """The meetings of a book that may hold the words looked for."""

    names: list[str]
    """Of their files, the latest first; copies are left out."""
    errors: tuple[str, ...]
    """Why a file can't be read."""


def _read(path: Path, state: State | None, sure: bool) -> SearchedMeeting:
    meeting = read_meeting(path)
    words = searched_words(meeting).encode()
    return SearchedMeeting(path.name, state or _NONE, sure, meeting.id, meeting.date, words)


_ALL = ""
"""The one part of the index."""
_DECODER = msgspec.msgpack.Decoder(list[SearchedMeeting])
_INDEX = BookIndex(
    WORDS,
    f"minutebook words {FORMAT} {__version__}\n".encode(),
    lambda kept: {_ALL: msgspec.msgpack.encode(kept)},
    lambda parts, _: _DECODER.decode(parts.read(_ALL)),
    _read,
)


def meetings_with(book: Book, words: tuple[str, ...], progress: Progress | None = None) -> SearchedBook:
    """Return the meetings that may hold each of the words, folded as a search does. Raises BookError."""
    found, unreadable = read_kept(book, _INDEX, progress)
    copies = copy_names({**dict.fromkeys(unreadable, ""), **{one.name: one.meeting for one in found}})
    sought = [word.encode(errors="replace") for word in words]
    likely = [one for one in found if one.name not in copies and all(word in one.words for word in sought)]
    likely.sort(key=lambda one: (one.date, one.name), reverse=True)
    return SearchedBook([one.name for one in likely], tuple(unreadable.values()))
