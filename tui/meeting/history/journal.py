"""A meeting with the history of its changes: every change recorded, undone and redone here.

The history is the undo stack: it is stored with the meeting, so that undo still works after a restart.
A change holds, field by field, what was before and after, so that undoing one leaves alone whatever
stepping through the sections has done since.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.history.agreements import lapse_agreements
from tui.meeting.model import Entry, Kind, Meeting, Person, Section, SectionState, Value

ROWS: dict[str, type[Value]] = {"people": Person, "sections": Section, "entries": Entry}
"""The tables of a meeting that hold a row for each value, and the value's type."""

Fields = dict[str, Any]
"""The changed fields of one row, as JSON values."""


class RowChange(Value, frozen=True, kw_only=True):
    """What a change did to one row, or to the order of a table's rows."""

    table: str
    """`meeting`, `people`, `sections` or `entries`."""
    id: int = 0
    """The row's id; 0 in the table `meeting`, and where the part is about the table's order."""
    before: Fields | None = None
    """The changed fields before; None for a row that was added."""
    after: Fields | None = None
    """The changed fields after; None for a row that was removed."""
    place: int | None = None
    """Where among the table's rows a row was added or removed, from 0."""


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


def difference(before: Meeting, after: Meeting) -> tuple[RowChange, ...]:
    """Say what changed between two states of a meeting."""
    parts: list[RowChange] = []
    old, new = _changed_fields(before, after, skip=frozenset(ROWS))
    if old:
        parts.append(RowChange(table="meeting", before=old, after=new))
    for table in ROWS:
        parts.extend(_table_difference(table, getattr(before, table), getattr(after, table)))
    return tuple(parts)


def _table_difference(table: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> list[RowChange]:
    if before is after:
        return []
    shared = 0
    while shared < min(len(before), len(after)) and before[shared] is after[shared]:
        shared += 1
    before_ids, after_ids = [row.id for row in before[shared:]], [row.id for row in after[shared:]]
    old_rows = dict(zip(before_ids, before[shared:], strict=True))
    new_rows = dict(zip(after_ids, after[shared:], strict=True))
    parts = []
    for place, row in enumerate(before[shared:], shared):
        if row.id not in new_rows:
            parts.append(RowChange(table=table, id=row.id, before=msgspec.to_builtins(row), place=place))
        elif new_rows[row.id] is not row:
            old, new = _changed_fields(row, new_rows[row.id])
            if old:
                parts.append(RowChange(table=table, id=row.id, before=old, after=new))
    for place, row in enumerate(after[shared:], shared):
        if row.id not in old_rows:
            parts.append(RowChange(table=table, id=row.id, after=msgspec.to_builtins(row), place=place))
    kept_before = [i for i in before_ids if i in new_rows]
    kept_after = [i for i in after_ids if i in old_rows]
    if kept_before != kept_after:
        order_before, order_after = [row.id for row in before], [row.id for row in after]
        parts.append(RowChange(table=table, before={"order": order_before}, after={"order": order_after}))
    return parts


def _changed_fields(before: Value, after: Value, skip: frozenset[str] = frozenset()) -> tuple[Fields, Fields]:
    old: Fields = {}
    new: Fields = {}
    for field in before.__struct_fields__:
        one, other = getattr(before, field), getattr(after, field)
        if field not in skip and one is not other and one != other:
            old[field], new[field] = msgspec.to_builtins(one), msgspec.to_builtins(other)
    return old, new


def _apply(meeting: Meeting, change: Change, *, forward: bool) -> Meeting:
    """Return the meeting with a change made again or taken back, standing where the user would expect to be."""
    standing = _current_id(meeting)
    left = change.section_before if forward else change.section_after
    result = meeting
    for table in ROWS:
        parts = [part for part in change.parts if part.table == table]
        if parts:
            rows = _apply_rows(getattr(result, table), parts, ROWS[table], forward=forward)
            result = replace(result, **{table: rows})
    own = next((part for part in change.parts if part.table == "meeting"), None)
    moved_on = standing != left
    if own is not None:
        fields = dict((own.after if forward else own.before) or {})
        fields.pop("current_kind", None)
        result = _with_fields(result, fields)
    if moved_on:
        return _stand_in(result, standing)
    result = replace(result, current_kind=change.kind_after if forward else change.kind_before)
    return _one_current(result, change)


def _apply_rows(rows: tuple[Any, ...], parts: list[RowChange], kind: type[Value], *, forward: bool) -> tuple[Any, ...]:
    changed: dict[int, Fields] = {}
    removed: set[int] = set()
    added: list[tuple[int, Any]] = []
    order: list[int] | None = None
    for part in parts:
        then = part.after if forward else part.before
        was = part.before if forward else part.after
        if part.id == 0:
            order = (then or {})["order"]
        elif then is None:
            removed.add(part.id)
        elif was is None:
            added.append((part.place or 0, msgspec.convert(then, kind)))
        else:
            changed[part.id] = then
    result = [_with_fields(row, changed[row.id]) if row.id in changed else row for row in rows if row.id not in removed]
    for place, row in sorted(added, key=lambda pair: pair[0]):
        result.insert(place, row)
    if order is not None:
        places = {row_id: place for place, row_id in enumerate(order)}
        result.sort(key=lambda row: places[row.id])
    return tuple(result)


def _with_fields(row: Any, fields: Fields) -> Any:
    """Return the row with some fields set from their JSON values."""
    types = {field.name: field.type for field in msgspec.structs.fields(type(row))}
    return replace(row, **{name: msgspec.convert(value, types[name]) for name, value in fields.items()})


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
