"""The words of the house: what stands in the imported minutes of a series is no slip in its next meeting."""

from __future__ import annotations

from collections import Counter

from tui.book.file_names import series_keys
from tui.book.folder import Book
from tui.errors import MinutebookError
from tui.meeting.checking.spelling import words_asked
from tui.meeting.model import Meeting

_MOST = 12
"""How many of the book's last meetings are looked at."""
_TWICE = 2


def words_of_house(book: Book, meeting: Meeting) -> frozenset[str]:
    """Return the words that stand in two or more imported minutes of a meeting's series; what is restricted never does.

    None where the book cannot be read: it is a convenience.
    """
    keys = series_keys(meeting)
    try:
        earlier = book.last_before(meeting.date, _MOST)
    except MinutebookError:
        return frozenset()
    papers = [one for one in earlier if one.imported and keys & series_keys(one)]
    counts = Counter(word for one in papers for word in words_asked(one, one.entries))
    return frozenset(word for word, count in counts.items() if count >= _TWICE)
