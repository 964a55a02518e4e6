"""Search in every meeting of the book."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tui.book.folder import Book
from tui.meeting.model import Meeting
from tui.meeting.search import Index, SearchHit


class FoundIn(NamedTuple):
    """What one meeting file holds of the words looked for."""

    path: Path
    meeting: Meeting
    found: tuple[SearchHit, ...]
    """The likeliest first."""
    more: int
    """How many there are beside these."""
    words: tuple[str, ...]
    """The words looked for, folded, as `tui.meeting.text.normalizing` has it."""


def search_book(book: Book, words: str, errors: list[str]) -> Iterator[FoundIn]:
    """Look for words in every meeting, the latest first; meetings that do not hold them all are left out.

    Why a file could not be read is added to `errors`. Raises BookError where the book can't be read.
    """
    read = sorted(book.read(), key=lambda one: (one.meeting.date if one.meeting else date.min, one.path.name))
    for one in reversed(read):
        if one.meeting is None:
            errors.append(one.error)
            continue
        findings = Index(one.meeting).search(words)
        if findings.found:
            yield FoundIn(one.path, one.meeting, findings.found, findings.more, findings.words)
