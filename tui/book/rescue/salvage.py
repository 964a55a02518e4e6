"""What can be saved of the rows of a damaged meeting file, beyond those that can be read as they stand."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from tui.book.disk.checksums import crc_of
from tui.book.meeting_file import own_fields
from tui.meeting.history.journal import Change
from tui.meeting.model import Meeting, Value

_SCHEMA = re.compile(r'"schema"\s*:\s*(\d{1,9})')
_TABLE = re.compile(r'"people"\s*:\s*\{')


class SalvagedMeeting(NamedTuple):
    """A meeting's own row, put together from the fields that can be read."""

    meeting: Meeting
    lost: tuple[str, ...]
    """The names of the fields that did not come back."""


class RowInHistory(NamedTuple):
    """A row as the history of its meeting tells it."""

    fields: dict[str, Any]

    def read(self, kind: type[Value]) -> Value | None:
        """Return the row; None if the history does not tell all of it."""
        try:
            return msgspec.convert(self.fields, kind)
        except (ValueError, RecursionError):
            return None


def rows_told(changes: Iterable[Change]) -> dict[str, dict[int, RowInHistory]]:
    """Return by table and id the rows that a whole history has made, as they stand after its last change."""
    told: dict[str, dict[int, RowInHistory]] = {}
    for change in changes:
        for part in change.parts:
            rows = told.setdefault(part.table, {})
            if part.id == 0:
                continue
            if part.after is None:
                rows.pop(part.id, None)
            elif part.before is None:
                rows[part.id] = RowInHistory(dict(part.after))
            elif part.id in rows:
                rows[part.id] = RowInHistory({**rows[part.id].fields, **part.after})
    return told


def is_slip(row: Value, told: Value, crc: object) -> bool:
    """Say whether a row is what the history tells but for one byte, and that is what was written."""
    one, other = msgspec.json.encode(row), msgspec.json.encode(told)
    if crc_of(other) != crc or len(one) != len(other):
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) <= 1


def salvaged_meeting(text: str, path: Path, changes: Iterable[Change]) -> SalvagedMeeting | None:
    """Put the meeting's own row together from the fields that can be read; None if nothing tells its day.

    Raises BookError if a newer minutebook wrote it.
    """
    end = _TABLE.search(text)
    row = text[: end.start() if end else None]
    if schema := _SCHEMA.search(row):
        own_fields({"schema": int(schema[1])}, path)
    fields: dict[str, Any] = {}
    lost: list[str] = []
    for field in msgspec.structs.fields(Meeting):
        if field.name in ("people", "sections", "entries"):
            continue
        found = _field(row, field.name, field.type)
        if found is None:
            found = _last_said(changes, field.name, field.type)
            lost += [field.name] * (found is None and (field.required or f'"{field.name}"' in row))
        if found is not None:
            fields[field.name] = found
    defaults = _from_name(path)
    if "date" not in fields and "date" not in defaults:
        return None
    return SalvagedMeeting(Meeting(**{**defaults, **fields}), tuple(lost))


def _field(row: str, name: str, kind: Any) -> Any:
    for at in re.finditer(rf'"{name}"\s*:\s*', row):
        try:
            value, _ = json.JSONDecoder(strict=False).raw_decode(row, at.end())
            return msgspec.convert(value, kind)
        except (ValueError, RecursionError):
            continue
    return None


def _last_said(changes: Iterable[Change], name: str, kind: Any) -> Any:
    """Return a field as the history last has it; None if it has never changed."""
    parts = [part.after for change in changes for part in change.parts if part.table == "meeting"]
    said = [part[name] for part in parts if part and part.get(name) is not None]
    try:
        return msgspec.convert(said[-1], kind) if said else None
    except (ValueError, RecursionError):
        return None


def _from_name(path: Path) -> Mapping[str, Any]:
    """Say of a meeting what the name of its file tells."""
    day, words = path.stem[:10], path.stem[11:].partition(".")[0]
    told: dict[str, Any] = {
        "id": hashlib.sha256(path.name.encode(errors="surrogateescape")).hexdigest()[:32],
        "title": words.replace("-", " ").strip().capitalize() or "(title lost)",
    }
    with suppress(ValueError):
        told["date"] = date.fromisoformat(day)
    return told
