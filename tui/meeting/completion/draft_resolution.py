"""The resolution that the agenda drafts for an item, offered as the line that would record it."""

from __future__ import annotations

from tui.meeting.model import Kind, Meeting


def drafted_line(meeting: Meeting) -> str:
    """Return the line that records the current item's draft resolution; empty where none is drafted, or one decided."""
    section = meeting.current
    if section is None or not section.resolution.strip():
        return ""
    if any(entry.kind is Kind.DECISION for entry in meeting.entries_of(section.id)):
        return ""
    return f"{Kind.DECISION.row.mark}{section.resolution.strip()}"
