"""Why a command is not available to the meeting as it stands."""

from __future__ import annotations

from collections.abc import Callable

from tui.meeting.capture.editing import last_captured
from tui.meeting.history.journal import Journal, redoable, undoable
from tui.meeting.model import Meeting


def why_not(journal: Journal, command: str) -> str:
    """Say why a command, by its name in the settings, would come to nothing now; empty where it would not."""
    if command in ("undo", "agenda-undo-change", "people-undo"):
        return "" if undoable(journal) else "nothing to undo"
    if command in ("redo", "agenda-redo-change", "people-redo"):
        return "" if redoable(journal) else "nothing to redo"
    if command.startswith(("mark-last", "convert-last", "last-")):
        return "" if last_captured(journal.meeting) else "nothing is captured yet"
    if command.startswith("log-"):
        return why_not_in_log(journal.meeting)
    reason = _REASONS.get(command)
    return reason(journal.meeting) if reason else ""


NO_ACTIONS = "there is no action yet"
_NO_SECTIONS = "the agenda has no sections"


def why_not_in_log(meeting: Meeting) -> str:
    """Say why there is nothing to select among what was captured; empty where there is something."""
    section = meeting.current
    if section is None:
        return _NO_SECTIONS
    return "" if meeting.entries_of(section.id) else "nothing is captured in this section yet"


def _why_not_step(meeting: Meeting, by: int) -> str:
    if meeting.current is None:
        return _NO_SECTIONS
    edge = meeting.sections[-1 if by > 0 else 0]
    if meeting.current.id != edge.id:
        return ""
    return "this is the last section" if by > 0 else "this is the first section"


_REASONS: dict[str, Callable[[Meeting], str]] = {
    "next-section": lambda meeting: _why_not_step(meeting, 1),
    "previous-section": lambda meeting: _why_not_step(meeting, -1),
    "go-to": lambda meeting: "" if meeting.sections else _NO_SECTIONS,
    "to-agenda": lambda meeting: "" if meeting.sections else _NO_SECTIONS,
    "to-log": why_not_in_log,
    "review": lambda meeting: "" if any(entry.action for entry in meeting.entries) else NO_ACTIONS,
    "search": lambda meeting: "" if meeting.entries else "nothing is captured yet",
}
"""By the commands' names, what says why not."""
