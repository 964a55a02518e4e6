"""The meeting as it stood after an earlier change, found by taking the later ones back one by one."""

from __future__ import annotations

from tui.meeting.history.journal import Journal
from tui.meeting.history.row_changes import applied
from tui.meeting.model import Meeting


def as_it_stood(journal: Journal, after: int) -> Meeting:
    """Return the meeting right after its history's first `after` changes.

    Unlike undo it moves nobody to another section: every change is taken back, stepping included. What a history
    with gaps does not tell, as after a recovery, stays as it is now.
    """
    meeting = journal.meeting
    for change in reversed(journal.history[after:]):
        meeting = applied(meeting, change.parts, forward=False)
    return meeting
