"""The meetings to come: of each series of the book, the latest meeting, whether it is made or only follows from it."""

from __future__ import annotations

from tui.book.folder import Book
from tui.book.meeting_file import read_journal
from tui.errors import BookError
from tui.meeting.history.journal import Journal

_DAY = len("2024-05-07-")


def latest_of_each_series(book: Book) -> list[Journal]:
    """Read the latest meeting of each series, by the names of their files; one that cannot be read is left out."""
    latest = {path.name[_DAY:]: path for path in book.files()}
    found = []
    for path in latest.values():
        try:
            found.append(read_journal(path))
        except BookError:
            continue
    return found
