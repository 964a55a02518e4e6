"""Between a meeting with its history and the tables of its file.

Every table holds the values of `tui.meeting`, under their ids; `meeting` holds one row, of id 1, with the
schema's number beside the meeting's own fields. Within one schema a field that is not known was put there by
hand: the file opens, and the next write leaves the field out. Tables that are not ours are kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import GenericAlias
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tui.book.disk.atomic_write import in_words
from tui.errors import BookError
from tui.meeting.history.journal import Change, Journal
from tui.meeting.model import Entry, Meeting, Person, Section, Value

SCHEMA = 1
"""Grows with every change that an older program could not read."""

ROW_TABLES: dict[str, type[Value]] = {"people": Person, "sections": Section, "entries": Entry, "history": Change}
"""The tables of many rows, in the file's order."""

_REPAIR = "repair it, or open it for writing to recover what can be read"
_NOT_OURS = "this is not a minutebook meeting"

Row = TypeVar("Row", Person, Section, Entry, Change)


class DamagedMeeting(BookError):
    """The file is a meeting's, or was, but cannot be read as it stands."""


class Stored(Struct, frozen=True, kw_only=True):
    """What a meeting file holds."""

    journal: Journal
    others: dict[str, dict[str, Any]] = {}
    """Tables that are not ours, kept as they are."""


def tables_of(journal: Journal, others: Mapping[str, Mapping[str, Any]] | None = None) -> dict[str, Mapping[Any, Any]]:
    """Lay a meeting and its history out as the tables of its file."""
    meeting = journal.meeting
    own = msgspec.to_builtins(replace(meeting, people=(), sections=(), entries=()))
    return {
        "meeting": {1: {"schema": SCHEMA, **own}},
        "people": {person.id: person for person in meeting.people},
        "sections": {section.id: section for section in meeting.sections},
        "entries": {entry.id: entry for entry in meeting.entries},
        "history": {change.id: change for change in journal.history},
        **(others or {}),
    }


def read_stored(path: Path) -> Stored:
    """Read a meeting with its history. Raises BookError; DamagedMeeting where recovery may help."""
    content = read_bytes(path)
    tables = _tables(path, content)
    history = _rows(path, content, tables, "history", Change)
    journal = Journal(meeting=_meeting(path, content, tables), history=whole_history(history))
    return Stored(journal=journal, others=_others(path, content, tables))


def read_journal(path: Path) -> Journal:
    """Read a meeting with its history. Raises BookError."""
    return read_stored(path).journal


def read_meeting(path: Path) -> Meeting:
    """Read a meeting without its history, which is the quicker way. Raises BookError."""
    content = read_bytes(path)
    return _meeting(path, content, _tables(path, content))


def read_bytes(path: Path) -> bytes:
    """Read the whole file. Raises BookError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        hint = "`minutebook list` shows those there are"
        raise BookError("there is no such meeting", where=path, hint=hint) from None
    except IsADirectoryError:
        raise BookError("this is a folder, not a meeting", where=path, hint="name a file in it") from None
    except PermissionError:
        raise BookError(
            "you may not read this file", where=path, hint="ask whoever owns it to let you read it"
        ) from None
    except OSError as error:
        raise BookError(f"the file cannot be read: {in_words(error)}", where=path, hint="look at the disk") from None


def whole_history(history: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the history as it is where its numbers run from 1 without a gap, else as a mere record."""
    if all(change.id == number for number, change in enumerate(history, 1)):
        return history
    return as_record(history)


def as_record(history: tuple[Change, ...]) -> tuple[Change, ...]:
    """Renumber changes and set them apart from undo.

    Undo needs every change since the state it goes back to; where some are missing, it would mix two states.
    """
    return tuple(replace(change, id=number, stepping=True) for number, change in enumerate(history, 1))


def own_fields(row: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Take the meeting's own fields from its row. Raises BookError where the row is not ours or too new."""
    schema = row.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise BookError(_NOT_OURS, where=path, hint="name a file that minutebook made")
    if schema > SCHEMA:
        message = f"a newer minutebook wrote this meeting (schema {schema}, and this one knows {SCHEMA})"
        raise BookError(message, where=path, hint="update minutebook")
    return {name: value for name, value in row.items() if name not in ("schema", "people", "sections", "entries")}


def _tables(path: Path, content: bytes) -> dict[str, msgspec.Raw]:
    try:
        # Editors on Windows put a byte order mark first.
        tables = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=dict[str, msgspec.Raw])
    except msgspec.ValidationError:
        raise BookError(_NOT_OURS, where=path, hint="name a file that minutebook made") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _not_json(path, content, error) from None
    if "meeting" not in tables:
        raise BookError(_NOT_OURS, where=path, hint="name a file that minutebook made")
    return tables


def _meeting(path: Path, content: bytes, tables: Mapping[str, msgspec.Raw]) -> Meeting:
    row = _meeting_row(path, content, tables["meeting"])
    own = own_fields(row, path)
    try:
        meeting = msgspec.convert(own, Meeting)
    except (msgspec.ValidationError, RecursionError) as error:
        raise _misfit(path, content, "meeting", "1", error) from None
    sections = _rows(path, content, tables, "sections", Section)
    entries = _rows(path, content, tables, "entries", Entry)
    known = {section.id for section in sections}
    for entry in entries:
        if entry.section not in known:
            raise _misfit(path, content, "entries", str(entry.id), f"there is no section {entry.section}")
    return replace(meeting, people=_rows(path, content, tables, "people", Person), sections=sections, entries=entries)


def _others(path: Path, content: bytes, tables: Mapping[str, msgspec.Raw]) -> dict[str, dict[str, Any]]:
    others = {name: raw for name, raw in tables.items() if name != "meeting" and name not in ROW_TABLES}
    try:
        return {name: rows for name, raw in others.items() if isinstance(rows := msgspec.json.decode(raw), dict)}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _not_json(path, content, error) from None


def _meeting_row(path: Path, content: bytes, raw: msgspec.Raw) -> dict[str, Any]:
    try:
        rows = msgspec.json.decode(raw, type=dict[str, dict[str, Any]])
    except msgspec.ValidationError:
        rows = {}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _not_json(path, content, error) from None
    if not rows:
        raise BookError(_NOT_OURS, where=path, hint="name a file that minutebook made")
    return rows.get("1") or next(iter(rows.values()))


def _rows(path: Path, content: bytes, tables: Mapping[str, msgspec.Raw], name: str, kind: type[Row]) -> tuple[Row, ...]:
    if name not in tables:
        return ()
    try:
        rows: dict[int, Row] = msgspec.json.decode(tables[name], type=GenericAlias(dict, (int, kind)))
        if all(key == row.id for key, row in rows.items()):
            return tuple(rows.values())
    except (msgspec.ValidationError, RecursionError):
        pass
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _not_json(path, content, error) from None
    return _rows_one_by_one(path, content, tables[name], name, kind)


def _rows_one_by_one(path: Path, content: bytes, raw: msgspec.Raw, name: str, kind: type[Row]) -> tuple[Row, ...]:
    """Read a table that does not fit as a whole: one whose rows lack ids, or one with a row to complain of."""
    try:
        rows = msgspec.json.decode(raw, type=dict[str, dict[str, Any]])
    except (msgspec.ValidationError, RecursionError):
        hint = f"each of its rows must be a JSON object; {_REPAIR}"
        raise DamagedMeeting(f"the table {name} is not made of rows", where=path, hint=hint) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _not_json(path, content, error) from None
    found: list[Row] = []
    for key, row in rows.items():
        if not (key.isascii() and key.isdecimal()):
            raise _misfit(path, content, name, key, "a row's key is a whole number")
        try:
            value = msgspec.convert({"id": int(key), **row}, kind)
        except (ValueError, RecursionError) as error:
            raise _misfit(path, content, name, key, error) from None
        if value.id != int(key):
            raise _misfit(path, content, name, key, f"its id says {value.id}")
        found.append(value)
    return tuple(found)


def _misfit(path: Path, content: bytes, table: str, key: str, why: object) -> DamagedMeeting:
    reason = str(why).replace(" - at `$.", " in `").replace("`$", "`")
    message = f"row {key} of the table {table} does not fit: {reason[:1].lower()}{reason[1:]}"
    start = max(content.find(b'"%b"' % table.encode()), 0)
    row = re.compile(rb'"%b"\s*:\s*\{' % re.escape(key.encode())).search(content, start)
    line = content.count(b"\n", 0, row.start()) + 1 if row else None
    return DamagedMeeting(message, where=path, line=line, hint=_REPAIR)


def _not_json(path: Path, content: bytes, error: Exception) -> DamagedMeeting:
    if not content.strip(b"\0 \r\n\t"):
        return DamagedMeeting("the file is empty", where=path, hint="put back a copy of it")
    at, what = _place_of(content, error)
    line = content.count(b"\n", 0, at) + 1
    column = len(content[content.rfind(b"\n", 0, at) + 1 : at].decode("utf-8", errors="replace")) + 1
    return DamagedMeeting(f"this is not JSON at column {column}: {what}", where=path, line=line, hint=_REPAIR)


def _place_of(content: bytes, error: Exception) -> tuple[int, str]:
    """Where in the file it stops being JSON, as a byte's place, and what is wrong there."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as broken:
        return broken.start, "a byte that is not UTF-8"
    if isinstance(error, RecursionError):
        return 0, "it is nested too deeply"
    if found := re.search(r"\(byte (\d+)\)", str(error)):
        what = str(error).removeprefix("JSON is malformed: ")[: found.start() - len(str(error))].strip()
        return int(found[1]), what
    return len(content), "it ends too early"
