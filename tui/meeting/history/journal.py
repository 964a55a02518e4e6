"""A meeting with the history of its changes: every change recorded, undone and redone here.

The history is the undo stack: it is stored with the meeting, so that undo still works after a restart.
A change holds, field by field, what was before and after, so that undoing one leaves alone whatever
stepping through the sections has done since.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.history.agreements import lapse_agreements
from tui.meeting.history.row_changes import RowChange, applied, difference
from tui.meeting.model import Kind, Meeting, SectionState, Value


class Change(Value, frozen=True, kw_only=True):
    """One change of a meeting: when, what, before and after."""

    id: int
    at: datetime
    what: str
    """In a word or two: `question`, `undo`, `/rename`."""
    stepping: bool = False
    """True for moving among the sections, which undo leaves alone."""
    undoes: int | None = None
    redoes: int | None = None
    section_before: int | None = None
    """Id of the section that was current before the change."""
    section_after: int | None = None
    kind_before: Kind = Kind.NOTE
    """The current kind before the change."""
    kind_after: Kind = Kind.NOTE
    parts: tuple[RowChange, ...] = ()
    reason: str = ""
    """Why, where whoever made the change said so; with `[[restricted words]]` as typed."""


class Journal(Value, frozen=True, kw_only=True):
    """A meeting and all that led to it."""

    meeting: Meeting
    history: tuple[Change, ...] = ()


def commit(
    journal: Journal, meeting: Meeting, what: str, at: datetime, *, stepping: bool = False, reason: str = ""
) -> Journal:
    """Take the meeting's new state into the journal; a state equal to the old one leaves it as it is.

    Whatever changes what an action says takes the chair's agreement from it, so that this is the place to see to it.
    """
    meeting = lapse_agreements(journal.meeting, meeting)
    return _record(journal, meeting, at, what=what, stepping=stepping, reason=reason)


def undoable(journal: Journal) -> Change | None:
    """Return the change that undo would take back; None where there is none."""
    done, _ = _stacks(journal.history)
    return done[-1] if done else None


def redoable(journal: Journal) -> Change | None:
    """Return the change that redo would make again; None where there is none."""
    _, undone = _stacks(journal.history)
    return undone[-1] if undone else None


def undo(journal: Journal, at: datetime) -> Journal:
    """Take back the last change of the notes. Raises Refused where there is none."""
    change = undoable(journal)
    if change is None:
        raise Refused("there is nothing to undo")
    meeting = _apply(journal.meeting, change, forward=False)
    return _record(journal, meeting, at, what=f"undo {change.what}", undoes=change.id)


def redo(journal: Journal, at: datetime) -> Journal:
    """Make again the change undone last. Raises Refused where there is none."""
    change = redoable(journal)
    if change is None:
        raise Refused("there is nothing to redo")
    meeting = _apply(journal.meeting, change, forward=True)
    return _record(journal, meeting, at, what=f"redo {change.what}", redoes=change.id)


def _record(journal: Journal, meeting: Meeting, at: datetime, **marks: Any) -> Journal:
    before = journal.meeting
    parts = difference(before, meeting)
    if not parts and not (marks.get("undoes") or marks.get("redoes")):
        return journal
    change = Change(
        id=len(journal.history) + 1,
        at=at,
        section_before=_current_id(before),
        section_after=_current_id(meeting),
        kind_before=before.current_kind,
        kind_after=meeting.current_kind,
        parts=parts,
        **marks,
    )
    return Journal(meeting=meeting, history=(*journal.history, change))


def _stacks(history: tuple[Change, ...]) -> tuple[list[Change], list[Change]]:
    """Return the changes that can be undone and those that can be redone, the next one last."""
    done: list[Change] = []
    undone: list[Change] = []
    for change in history:
        if change.stepping:
            continue
        if change.undoes is not None:
            undone.append(done.pop())
        elif change.redoes is not None:
            done.append(undone.pop())
        else:
            done.append(change)
            undone.clear()
    return done, undone


def _apply(meeting: Meeting, change: Change, *, forward: bool) -> Meeting:
    """Return the meeting with a change made again or taken back, standing where the user would expect to be."""
    standing = _current_id(meeting)
    result = applied(meeting, change.parts, forward=forward)
    if standing != (change.section_before if forward else change.section_after):
        return _stand_in(replace(result, current_kind=meeting.current_kind), standing)
    result = replace(result, current_kind=change.kind_after if forward else change.kind_before)
    return _one_current(result, change)


def _current_id(meeting: Meeting) -> int | None:
    current = meeting.current
    return current.id if current else None


def _stand_in(meeting: Meeting, section_id: int | None) -> Meeting:
    """Return the meeting with that section current and no other, whatever a change taken back has said."""
    if section_id is None or not any(s.id == section_id for s in meeting.sections):
        return meeting
    return replace(
        meeting,
        sections=tuple(
            replace(s, state=SectionState.CURRENT)
            if s.id == section_id
            else replace(s, state=SectionState.VISITED)
            if s.state is SectionState.CURRENT
            else s
            for s in meeting.sections
        ),
    )


def _one_current(meeting: Meeting, change: Change) -> Meeting:
    """Return the meeting as the change left it, standing in its section even where that has since been left."""
    current = [s for s in meeting.sections if s.state is SectionState.CURRENT]
    never = change.section_before is None and change.section_after is None
    if len(current) == 1 or not meeting.sections or (never and not current):
        return meeting
    known = {s.id for s in meeting.sections}
    wanted = next((i for i in (change.section_before, change.section_after) if i in known), meeting.sections[0].id)
    return _stand_in(meeting, wanted)
