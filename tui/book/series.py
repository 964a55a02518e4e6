"""The meetings of a series beside one of them."""

from __future__ import annotations

from tui.book.file_names import series_keys
from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.register.index import read_index
from tui.errors import BookError
from tui.meeting.agenda.page_numbers import pages_of
from tui.meeting.decisions.resolution_numbers import resolution_numbers
from tui.meeting.model import Meeting
from tui.meeting.outline.running_numbers import running_shape

_A_YEAR = 400
"""Days on each side in which meetings have numbers of the same year, however the house begins it."""


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
