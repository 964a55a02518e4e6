"""The meeting as it stood after an earlier change, found by taking the later ones back one by one."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from tui.meeting.history.journal import ROWS, Change, Fields, Journal, RowChange
from tui.meeting.model import Meeting, Value


def as_it_stood(journal: Journal, after: int) -> Meeting:
    """Return the meeting right after its history's first `after` changes.

    Unlike undo it moves nobody to another section: every change is taken back, stepping included. What a history
    with gaps does not tell, as after a recovery, stays as it is now.
    """
    meeting = journal.meeting
    for change in reversed(journal.history[after:]):
        meeting = _without(meeting, change)
    return meeting


def _without(meeting: Meeting, change: Change) -> Meeting:
    fields: dict[str, Any] = {}
    for table, kind in ROWS.items():
        parts = [part for part in change.parts if part.table == table]
        if parts:
            fields[table] = _rows_without(getattr(meeting, table), parts, kind)
    for part in change.parts:
        if part.table == "meeting":
            fields.update(_values(part.before or {}, Meeting))
    return replace(meeting, **fields) if fields else meeting


def _rows_without(rows: tuple[Any, ...], parts: list[RowChange], kind: type[Value]) -> tuple[Any, ...]:
    added = {part.id for part in parts if part.id and part.before is None}
    changed = {part.id: part.before for part in parts if part.id and part.before is not None and part.after is not None}
    result = [
        replace(row, **_values(changed[row.id], kind)) if row.id in changed else row
        for row in rows
        if row.id not in added
    ]
    there = {row.id for row in result}
    removed = [(part.place or 0, part.before) for part in parts if part.id and part.after is None and part.before]
    for place, fields in sorted(removed, key=lambda pair: pair[0]):
        row: Any = msgspec.convert(fields, kind)
        if row.id not in there:
            result.insert(place, row)
    for part in parts:
        if part.id == 0:
            places = {row_id: place for place, row_id in enumerate((part.before or {}).get("order", ()))}
            result.sort(key=lambda row: places.get(row.id, len(places)))
    return tuple(result)


def _values(fields: Fields, kind: type[Value]) -> dict[str, Any]:
    types = {field.name: field.type for field in msgspec.structs.fields(kind)}
    return {name: msgspec.convert(value, types[name]) for name, value in fields.items() if name in types}
