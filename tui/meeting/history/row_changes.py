"""What changed between two states of a meeting, row by row, and a state with such changes made or taken back."""

from __future__ import annotations

from itertools import compress, count
from operator import attrgetter, is_not
from typing import Any

import msgspec
from msgspec.structs import replace

from tui.meeting.model import Entry, Meeting, Person, Section, Value

ROWS: dict[str, type[Value]] = {"people": Person, "sections": Section, "entries": Entry}
"""The tables of a meeting that hold a row for each value, and the value's type."""

id_of = attrgetter("id")
"""Return the id of a row: as fast as there is for thousands of them."""

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


def difference(before: Meeting, after: Meeting) -> tuple[RowChange, ...]:
    """Say what changed between two states of a meeting."""
    parts: list[RowChange] = []
    old, new = _changed_fields(before, after, skip=frozenset(ROWS))
    if old:
        parts.append(RowChange(table="meeting", before=old, after=new))
    for table in ROWS:
        parts.extend(_table_difference(table, getattr(before, table), getattr(after, table)))
    return tuple(parts)


def applied(meeting: Meeting, parts: tuple[RowChange, ...], *, forward: bool) -> Meeting:
    """Return the meeting with changes made, or taken back where not `forward`.

    What a history with gaps does not tell, as after a recovery, stays as it is.
    """
    if not forward:
        parts = tuple(replace(part, before=part.after, after=part.before) for part in parts)
    fields: dict[str, Any] = {}
    for table, kind in ROWS.items():
        if own := [part for part in parts if part.table == table]:
            fields[table] = _applied_to(getattr(meeting, table), own, kind)
    for part in parts:
        if part.table == "meeting":
            fields |= _values(part.after or {}, Meeting)
    return replace(meeting, **fields) if fields else meeting


def shared_rows(before: tuple[Value, ...], after: tuple[Value, ...]) -> int:
    """Return how many rows, from the first, are the same in two states of a table.

    Of thousands of rows nearly all are those that stood there before, so that Python should not look at each.
    """
    if before == after[: len(before)]:
        return len(before)
    return next(compress(count(), map(is_not, before, after)), min(len(before), len(after)))


def _table_difference(table: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> list[RowChange]:
    if before is after:
        return []
    shared = shared_rows(before, after)
    old = {row.id: row for row in before[shared:]}
    new = {row.id: row for row in after[shared:]}
    changed = (_row_difference(table, place, row, new.get(row.id)) for place, row in enumerate(before[shared:], shared))
    parts = [part for part in changed if part is not None]
    for place, row in enumerate(after[shared:], shared):
        if row.id not in old:
            parts.append(RowChange(table=table, id=row.id, after=msgspec.to_builtins(row), place=place))
    if [row_id for row_id in old if row_id in new] != [row_id for row_id in new if row_id in old]:
        orders = ({"order": [row.id for row in rows]} for rows in (before, after))
        parts.append(RowChange(table=table, before=next(orders), after=next(orders)))
    return parts


def _row_difference(table: str, place: int, row: Any, now: Any) -> RowChange | None:
    if now is None:
        return RowChange(table=table, id=row.id, before=msgspec.to_builtins(row), place=place)
    old, new = _changed_fields(row, now)
    return RowChange(table=table, id=row.id, before=old, after=new) if old else None


def _changed_fields(before: Value, after: Value, skip: frozenset[str] = frozenset()) -> tuple[Fields, Fields]:
    old: Fields = {}
    new: Fields = {}
    if before is after:
        return old, new
    for field in before.__struct_fields__:
        one, other = getattr(before, field), getattr(after, field)
        if field not in skip and one is not other and one != other:
            old[field], new[field] = msgspec.to_builtins(one), msgspec.to_builtins(other)
    return old, new


def _applied_to(rows: tuple[Any, ...], parts: list[RowChange], kind: type[Value]) -> tuple[Any, ...]:
    by_id = {part.id: part for part in parts if part.id}
    touched = [place for place, row in enumerate(rows) if row.id in by_id]
    there = {rows[place].id for place in touched if by_id[rows[place].id].after is not None}
    result = list(rows)
    for place in reversed(touched):
        row = _with_change(rows[place], by_id[rows[place].id], kind)
        result[place : place + 1] = [row] if row is not None else []
    added = [part for part in by_id.values() if part.before is None and part.after and part.id not in there]
    for part in sorted(added, key=lambda part: part.place or 0):
        result.insert(part.place or 0, msgspec.convert(part.after, kind))
    for part in parts:
        if part.id == 0:
            places = {row_id: place for place, row_id in enumerate((part.after or {}).get("order", ()))}
            result.sort(key=lambda row: places.get(row.id, len(places)))
    return tuple(result)


def _with_change(row: Any, part: RowChange | None, kind: type[Value]) -> Any:
    """Return the row as a change leaves it; None where it is removed."""
    if part is None or part.before is None:
        return row
    return replace(row, **_values(part.after, kind)) if part.after is not None else None


def _values(fields: Fields, kind: type[Value]) -> dict[str, Any]:
    """Read a row's fields from their JSON values; those that the row does not have are left out."""
    types = {field.name: field.type for field in msgspec.structs.fields(kind)}
    return {name: msgspec.convert(value, types[name]) for name, value in fields.items() if name in types}
