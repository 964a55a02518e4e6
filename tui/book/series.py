"""The meetings of a series beside one of them."""

from __future__ import annotations

from tui.book.file_names import series_keys
from tui.book.folder import Book, Read
from tui.book.meeting_file import read_meeting
from tui.book.register.index import read_index
from tui.book.rescue.copies import copy_names
from tui.errors import BookError
from tui.meeting.agenda.page_numbers import pages_of
from tui.meeting.decisions.resolution_numbers import resolution_numbers
from tui.meeting.model import Meeting
from tui.meeting.outline.running_numbers import running_shape

_A_YEAR = 400
"""Days on each side in which meetings have numbers of the same year, however the house begins it."""


def read_series(book: Book, *meetings: Meeting) -> list[Read]:
    """Read the meetings of the series of some meetings, by file; the book's others come without what they hold.

    Raises BookError.
    """
    indexed = read_index(book)
    keys = frozenset().union(*map(series_keys, meetings))
    copies = copy_names(
        {**dict.fromkeys(indexed.unreadable, ""), **{one.name: one.meeting for one in indexed.meetings}}
    )
    found = [Read(book.folder / name, None, error) for name, error in indexed.unreadable.items()]
    for one in indexed.meetings:
        path = book.folder / one.name
        found.append(Read(path, None) if keys.isdisjoint(one.keys) else book.read_file(path))
    found = [read._replace(copy_of=copies.get(read.path.name, "")) for read in found]
    return sorted(found, key=lambda read: read.path.name)


def numbered_with(book: Book, meeting: Meeting) -> list[Meeting]:
    """Return the meetings of a meeting's series whose numbers its own run on from; none where they don't run on.

    One that cannot be read is left out: whoever opens it is told so.
    """
    if running_shape(meeting) is None and pages_of(meeting) is None and not resolution_numbers(meeting):
        return []
    keys = series_keys(meeting)
    found: list[Meeting] = []
    for one in read_index(book).meetings:
        near = abs((one.date - meeting.date).days) <= _A_YEAR
        if near and one.meeting != meeting.id and not keys.isdisjoint(one.keys):
            try:
                found.append(read_meeting(book.folder / one.name))
            except BookError:
                continue
    return found
