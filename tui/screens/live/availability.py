"""What a meeting has that a command may need."""

from __future__ import annotations

from collections.abc import Callable

from tui.keys import needs
from tui.keys.keymap import Need
from tui.meeting.capture.editing import last_captured
from tui.meeting.history.journal import Journal, redoable, undoable


def meeting_has(journal: Journal, need: Need) -> bool:
    """Return whether something is there that a command needs of a meeting."""
    meeting, current = journal.meeting, journal.meeting.current
    there: dict[Need, Callable[[], object]] = {
        needs.SECTIONS: lambda: meeting.sections,
        needs.SECTION_AFTER: lambda: current is None or current.id != meeting.sections[-1].id,
        needs.SECTION_BEFORE: lambda: current is None or current.id != meeting.sections[0].id,
        needs.ENTRIES: lambda: meeting.entries,
        needs.LAST_ENTRY: lambda: last_captured(meeting),
        needs.ENTRIES_HERE: lambda: current and meeting.entries_of(current.id),
        needs.ACTIONS: lambda: any(entry.action for entry in meeting.entries),
        needs.UNDO: lambda: undoable(journal),
        needs.REDO: lambda: redoable(journal),
        needs.CHANGE_TO_UNDO: lambda: undoable(journal),
        needs.CHANGE_TO_REDO: lambda: redoable(journal),
    }
    return bool(there[need]())
