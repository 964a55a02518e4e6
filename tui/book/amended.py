"""Reading a meeting for its notes: with the amendments where it is approved, and without its history where not."""

from __future__ import annotations

from pathlib import Path

from tui.book.meeting_file import read_journal, read_meeting
from tui.meeting.approval.amendment import Amendment
from tui.meeting.model import Meeting


def read_amended(path: Path) -> tuple[Meeting, tuple[Amendment, ...]]:
    """Read a meeting and what was changed in it after its approval. Raises BookError.

    The history, several times as large as the meeting, is read for approved ones alone: a draft has no amendments.
    """
    meeting = read_meeting(path)
    if meeting.approval is None:
        return meeting, ()
    from tui.meeting.approval.amendments import amendments

    journal = read_journal(path)
    return journal.meeting, amendments(journal)
