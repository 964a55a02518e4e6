"""Reading a meeting for its notes: with the amendments where it is approved, and without its history where not."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from tui.book.file_names import HOUSE
from tui.book.inherited import as_restricted_since
from tui.book.meeting_file import read_journal, read_meeting
from tui.meeting.approval.amendment import Amendment
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting


def read_amended(path: Path) -> tuple[Meeting, tuple[Amendment, ...]]:
    """Read a meeting, with what earlier ones have restricted since, and what was changed in it after its approval.

    The history, several times as large as the meeting, is read for approved ones alone: a draft has no amendments.
    Raises BookError.
    """
    meeting = read_meeting(path)
    return amended(path, Journal(meeting=meeting) if meeting.approval is None else read_journal(path))


def amended(path: Path, journal: Journal) -> tuple[Meeting, tuple[Amendment, ...]]:
    """Return the meeting at `path`, read already, for its notes. Raises BookError."""
    meeting = as_restricted_since(path, journal.meeting)
    if journal.meeting.approval is None:
        return _as_the_house_has_it(path, meeting), ()
    from tui.meeting.approval.amendments import amendments

    return _as_the_house_has_it(path, meeting), tuple(
        _withheld(meeting, journal.meeting, one) for one in amendments(journal)
    )


def _as_the_house_has_it(path: Path, meeting: Meeting) -> Meeting:
    if not path.with_name(HOUSE).is_file():
        return meeting
    from tui.book.house import in_houses_language

    return in_houses_language(path.parent, meeting)


def _withheld(meeting: Meeting, as_written: Meeting, one: Amendment) -> Amendment:
    """Withhold an amendment of an entry of which more is restricted than its own meeting says."""
    if one.entry is None or not any(entry.id == one.entry for entry in meeting.entries):
        return one
    return replace(one, withheld=True) if meeting.entry(one.entry) != as_written.entry(one.entry) else one
