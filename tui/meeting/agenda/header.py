"""The line of a meeting's head that tells its day and its hours."""

from __future__ import annotations

from msgspec.structs import replace

from tui.meeting.dates.written_dates import said_date
from tui.meeting.hours.zone import find_zone
from tui.meeting.model import Meeting


def with_date_line(meeting: Meeting) -> Meeting:
    """Return the meeting with its date in words where the agenda's own line would stand."""
    words = f"{meeting.date:%A} {said_date(meeting.date)}"
    if meeting.last_date is not None:
        words += f" – {meeting.last_date:%A} {said_date(meeting.last_date)}"
    words += f" {meeting.start:%H:%M}" if meeting.start else ""
    if meeting.start and meeting.end:
        words += f"–{meeting.end:%H:%M}"
    if meeting.start and (zone := find_zone(meeting.said("Date"))) is not None:
        words += f" {zone[0].strip()}"
    header = [(key, words if key == "Date" else value) for key, value in meeting.header]
    if not any(key == "Date" for key, _ in header):
        header.insert(0, ("Date", words))
    return replace(meeting, header=tuple(header))
