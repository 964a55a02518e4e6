"""A meeting with what the earlier meetings of its book have restricted since of the actions brought to it."""

from __future__ import annotations

from pathlib import Path

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.errors import BookError
from tui.meeting.model import Meeting
from tui.meeting.redaction.inherited import NOTHING, Identity, Withholding, inherit, withholdings_in


def as_restricted_since(path: Path, meeting: Meeting) -> Meeting:
    """Return the meeting at `path` with what earlier meetings beside it withhold by now restricted in it too.

    Only those are read of which the index says that something is restricted in them.
    """
    return inherit(meeting, withheld_before(path, meeting))


def brought_to(meeting: Meeting) -> frozenset[str]:
    """Return which actions were brought to a meeting, with those in whose place they stand, as the index names them."""
    return frozenset(
        f"{one.meeting.id}-{one.entry}"
        for entry in meeting.entries
        if entry.action and entry.action.origin
        for one in (entry.action.origin, *(old.origin for old in entry.action.replaces))
    )


def withheld_before(path: Path, meeting: Meeting, *, keep: bool = True) -> dict[Identity, Withholding]:
    """Return what the earlier meetings beside one withhold of the actions brought to it.

    With `keep`, the index of the book is kept up to date with what was read.
    """
    brought = brought_to(meeting)
    if not brought:
        return {}
    from tui.book.register.index import read_index
    from tui.book.register.summary_rows import MEETING

    found: dict[Identity, Withholding] = {}
    for indexed in read_index(Book(path.parent), rows=[MEETING], keep=keep).meetings:
        if indexed.meeting == meeting.id or indexed.date > meeting.date:
            continue
        if not any(one.withheld and one.uid in brought for one in MEETING.of(indexed)[0].actions):
            continue
        try:
            earlier = read_meeting(path.with_name(indexed.name))
        except BookError:
            continue
        for identity, withheld in withholdings_in(earlier).items():
            found[identity] = found.get(identity, NOTHING) | withheld
    return found
