"""What the chair agreed lapses once an action says something else."""

from __future__ import annotations

from msgspec.structs import replace

from tui.meeting.history.row_changes import shared_rows
from tui.meeting.model import Action, Entry, Meeting


def lapse_agreements(before: Meeting, after: Meeting) -> Meeting:
    """Take the chair's agreement from actions whose words, owners or due have changed between two states."""
    if before.entries is after.entries:
        return after
    shared = shared_rows(before.entries, after.entries)
    agreed = {entry.id: entry for entry in before.entries[shared:] if entry.action is not None and entry.action.agreed}
    if not agreed:
        return after
    lapsed = {
        entry.id for entry in after.entries[shared:] if entry.id in agreed and _says_else(agreed[entry.id], entry)
    }
    if not lapsed:
        return after
    return replace(after, entries=tuple(_not_agreed(entry) if entry.id in lapsed else entry for entry in after.entries))


def _not_agreed(entry: Entry) -> Entry:
    assert entry.action is not None, "only actions are agreed"
    return replace(entry, action=replace(entry.action, agreed=False))


def _says_else(was: Entry, now: Entry) -> bool:
    """Return whether an agreed action says something else than it did, and is agreed still."""
    if was.action is None or now.action is None or not now.action.agreed:
        return False
    return _said(was, was.action) != _said(now, now.action)


def _said(entry: Entry, action: Action) -> tuple[str, tuple[str, ...], str]:
    """Return what the chair agrees to; the date of a meeting that is due may move without the words."""
    return entry.text, action.owners, action.due.words if action.due else ""
