"""Search in every meeting of the book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.register.kept_index import Progress
from tui.book.register.word_index import meetings_with
from tui.errors import BookError
from tui.meeting.model import Meeting
from tui.meeting.search import Index, SearchHit, sought


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
    left: int
    """How many earlier meetings hold every word somewhere, and are still to be looked through."""


def search_book(book: Book, words: str, errors: list[str], progress: Progress | None = None) -> Iterator[FoundIn]:
    """Look for words in every meeting, the latest first; meetings that do not hold them all are left out.

    Each is read when it is asked for: who has enough of a word that all know goes no further.
    Why a file could not be read is added to `errors`. Raises BookError where the book can't be read.
    """
    likely = meetings_with(book, sought(words), progress)
    errors += likely.errors
    return _found_in(book.folder, likely.names, words, errors)


def _found_in(folder: Path, names: Sequence[str], words: str, errors: list[str]) -> Iterator[FoundIn]:
    for at, name in enumerate(names, start=1):
        path = folder / name
        try:
            # Not kept: a word that all know is in thousands of meetings.
            meeting = read_meeting(path)
        except BookError as error:
            errors.append(str(error))
            continue
        findings = Index(meeting).search(words)
        if findings.found:
            yield FoundIn(path, meeting, findings.found, findings.more, findings.words, left=len(names) - at)
