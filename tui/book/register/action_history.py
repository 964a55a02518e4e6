"""What a meeting's history says of its actions: how their status, due and owners changed, how often, and when last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from tui.meeting.actions.brought_forward import BROUGHT_FORWARD
from tui.meeting.actions.register_row import Step
from tui.meeting.history.journal import Change, Journal
from tui.meeting.history.row_changes import RowChange
from tui.meeting.hours.moments import on_its_day
from tui.meeting.model import Kind, Meeting, Status

_SHARED = {
    "meeting": ("title", "date"),
    "sections": ("heading", "restricted"),
    "people": ("name", "capacity", "abbreviation"),
}
"""The fields that are printed beside every action of a meeting, so that a change of one changes them all."""


class ActionHistory:
    """The changes of one action in one meeting."""

    def __init__(self, captured: datetime) -> None:
        self.steps: list[Step] = []
        """Oldest first, with the reasons as typed and without the meeting's title; what was undone is none."""
        self.revision = 0
        """How many changes there were."""
        self.changed = in_utc(captured)
        """When the last of them was."""


def histories_of(journal: Journal) -> dict[int, ActionHistory]:
    """Return the history of each of the meeting's actions, by its entry's id."""
    found = {entry.id: ActionHistory(entry.captured) for entry in journal.meeting.entries if entry.action}
    about = {e.id: e.about for e in journal.meeting.entries if e.kind is Kind.UPDATE and e.about is not None}
    if not found:
        return found
    undone = _undone(journal.history)
    for change in journal.history:
        for entry_id in _touched(change, found, about):
            one = found[entry_id]
            one.revision += 1
            one.changed = max(one.changed, in_utc(change.at))
        # What a later meeting takes over from an earlier one is a step in the earlier one.
        if change.id not in undone and change.what != BROUGHT_FORWARD:
            _take_steps(journal.meeting, change, found)
    return found


def _take_steps(meeting: Meeting, change: Change, found: Mapping[int, ActionHistory]) -> None:
    for part in change.parts:
        if part.table == "entries" and part.id in found and (step := _step(meeting, part, change)):
            found[part.id].steps.append(step)


def _undone(history: Iterable[Change]) -> set[int]:
    """Return the ids of the changes that came to nothing: those that are undone, and each undo and redo itself."""
    found: set[int] = set()
    for change in history:
        if change.undoes is not None:
            found |= {change.id, change.undoes}
        elif change.redoes is not None:
            found.add(change.id)
            found.discard(change.redoes)
    return found


def in_utc(at: datetime) -> datetime:
    """Return a moment in UTC; one without an offset is taken to be in UTC."""
    try:
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except OverflowError:
        # In the calendar's first or last day, where the other side of the offset has no date.
        return at.replace(tzinfo=UTC)


def _touched(change: Change, actions: Mapping[int, ActionHistory], about: Mapping[int, int]) -> Iterable[int]:
    """Return the actions that a change has to do with, each once."""
    found: set[int] = set()
    for part in change.parts:
        if part.table == "entries":
            for entry_id in (part.id, about.get(part.id, 0), _about(part.before), _about(part.after)):
                if entry_id in actions:
                    found.add(entry_id)
        elif part.before is not None and part.after is not None and _is_shared(part.table, part.before, part.after):
            return actions.keys()
    return found


def _about(fields: Mapping[str, Any] | None) -> int:
    about = fields.get("about") if fields else None
    return about if isinstance(about, int) else 0


def _is_shared(table: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return any(field in after or field in before for field in _SHARED[table])


def _step(meeting: Meeting, part: RowChange, change: Change) -> Step | None:
    """Return the change of status, due or owners that a change of an entry is; None where it is neither."""
    before, after = _action(part.before), _action(part.after)
    if before is None or after is None:
        return None
    if len(_since(after)) > len(_since(before)):
        return _followed(_since(after)[-1], change)
    status = _status(after) if _status(after) is not _status(before) else None
    due = _due(after) if _due(after) != _due(before) else None
    owners = _owners(after) if _owners(after) != _owners(before) else None
    if status is None and due is None and owners is None:
        return None
    day = change.at.date() if change.at.date() < meeting.date else on_its_day(meeting, change.at).date()
    return Step(at=in_utc(change.at), day=day, status=status, due=due, owners=owners, reason=change.reason)


def _action(fields: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    action = (fields or {}).get("action")
    return action if isinstance(action, dict) else None


def _status(action: Mapping[str, Any]) -> Status:
    try:
        return Status(action.get("status", Status.OPEN))
    except ValueError:
        # Put there by hand.
        return Status.OPEN


def _since(action: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    since = action.get("since")
    return since if isinstance(since, list) else []


def _followed(since: Mapping[str, Any], change: Change) -> Step:
    """Return the step that following an action up in the register is, on the day on which that was noted."""
    due = _due(since) if "due" in since else "" if since.get("undue") else None
    return Step(
        at=in_utc(change.at),
        day=change.at.date(),
        status=_status(since) if "status" in since else None,
        due=due,
        owners=_owners(since) if "owners" in since else None,
        reason=change.reason,
    )


def _owners(action: Mapping[str, Any]) -> tuple[str, ...]:
    owners = action.get("owners")
    return tuple(map(str, owners)) if isinstance(owners, list) else ()


def _due(action: Mapping[str, Any]) -> str:
    due = action.get("due")
    words = due.get("words") if isinstance(due, dict) else ""
    return words if isinstance(words, str) else ""
