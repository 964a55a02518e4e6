"""What is asked about entries one field at a time, and how they stand in it, in words."""

from __future__ import annotations

from typing import Literal, get_args

from tui.meeting.capture.describe_line import describe_due
from tui.meeting.model import Entry, Meeting
from tui.meeting.outline.labels import name_entries

Field = Literal["speakers", "owners", "due"]
"""What is asked for."""
FIELDS: tuple[Field, ...] = get_args(Field)


def said_of(meeting: Meeting, ids: tuple[int, ...], field: Field) -> str:
    """Say how entries stand now: `action A2: DCC, CC`."""
    entries = [entry for entry in meeting.entries if entry.id in ids]
    spoken = next((field_words(entry, field) for entry in entries if field == "speakers" or entry.action), "")
    return f"{name_entries(meeting, ids)}: {spoken}"


def field_words(entry: Entry, field: Field) -> str:
    """Say what an entry has in a field: `DCC, CC`, `no owner`, `due 25 April 2017`."""
    if field == "speakers":
        return ", ".join(entry.speakers) or "no speaker"
    if entry.action is None:
        return ""
    return describe_due(entry.action.due) if field == "due" else ", ".join(entry.action.owners) or "no owner"
