"""Between a meeting with its history and the tables of its file.

Every table holds the values of `tui.meeting`, under their ids; `meeting` holds one row, of id 1, with the
schema's number beside the meeting's own fields. Within one schema a field that is not known was put there by
hand: the file opens, and the next write leaves the field out. Tables that are not ours are kept. A row that is not
as it was written is read as it stands, and whoever opens the file hears of it; see `disk.checksums`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from types import GenericAlias
from typing import Any, NamedTuple, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tui.book.disk.atomic_write import in_words
from tui.book.disk.checksums import BYTES, CHECKS, CRC, MEETING, has_kept, hurt_rows
from tui.book.disk.encodings import wide_encoding
from tui.book.disk.tail import Tail, read_tail
from tui.errors import BookError, NewerMeeting
from tui.given import read_given
from tui.meeting.history.journal import Change, Journal
from tui.meeting.model import Entry, Meeting, Person, Section, Value
from tui.meeting.redaction.controls import without_controls

SCHEMA = 1
"""Grows with every change that an older program could not read."""

ROW_TABLES: dict[str, type[Value]] = {"people": Person, "sections": Section, "entries": Entry, "history": Change}
"""The tables of many rows, in the file's order."""

_REPAIR = "repair it, or open it for writing to recover what can be read"
_NOT_OWN = frozenset({"schema", "people", "sections", "entries", CHECKS, BYTES, CRC})
"""What the meeting's row holds beside the meeting's own fields, or must not."""
_CONTROLS = re.compile(
    rb"\\u00|\\[bfnrt]|\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]"
)
"""In a file's bytes, what may be a character that a terminal obeys."""
_MOST = 2_000_000_000
"""Bytes of a file that may be a meeting."""
_MOST_NAMED = 3
"""How many rows a message names."""
_NOT_OURS = "this is not a minutebook meeting"

Row = TypeVar("Row", Person, Section, Entry, Change)


class HurtRow(NamedTuple):
    """A row that is not as it was written; without a key, a table whose rows are not those that were."""

    table: str
    key: str

    def __str__(self) -> str:
        """Name it in a message."""
        return f"row {self.key} of the table {self.table}" if self.key else f"the rows of the table {self.table}"


class DamagedMeeting(BookError):
    """The file is a meeting's, or was, but cannot be read as it stands."""


class Stored(Struct, frozen=True, kw_only=True):
    """What a meeting file holds."""

    journal: Journal
    others: dict[str, dict[str, Any]] = {}
    """Tables that are not ours, kept as they are."""
    hurt: tuple[HurtRow, ...] = ()
    """The rows that are not as they were written."""
    content: bytes = b""
    """The file as it was read."""
    tail: Tail | None = None
    """What stands beside it; the journal has its changes, if they follow on the file."""
    behind: bool = False
    """Whether the file lacks changes that the journal has from its tail."""


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
    # Before the file: one that is written whole meanwhile has all of it.
    tail = tail_of(path)
    file = _File(path, read_bytes(path))
    meeting = file.meeting()
    history = whole_history(file.rows("history", Change))
    journal = with_tail(Journal(meeting=meeting, history=history), tail)
    return Stored(
        journal=journal,
        others=file.others(),
        hurt=tuple(file.hurt),
        content=file.content,
        tail=tail,
        behind=len(journal.history) > len(history),
    )


def tail_of(path: Path) -> Tail | None:
    """Read the tail of a meeting's file; None where it has none. Raises BookError."""
    try:
        return read_tail(path)
    except OSError as error:
        message = f"what was entered last cannot be read: {in_words(error)}"
        raise BookError(message, where=path, hint="look at the disk") from None


def with_tail(journal: Journal, tail: Tail | None) -> Journal:
    """Return what a file holds with the changes of its tail, if they follow on it and fit it."""
    if tail is None or not tail.follows(journal.meeting.id, journal.history):
        return journal
    try:
        whole = tail.onto(journal)
    except (msgspec.ValidationError, RecursionError):
        return journal
    return (
        replace(whole, meeting=without_controls(whole.meeting))
        if len(whole.history) > len(journal.history)
        else journal
    )


def damage_words(stored: Stored) -> str:
    """Say which rows of a file are not as they were written, and what to do about it."""
    rows = ", ".join(map(str, stored.hurt[:_MOST_NAMED])) + (" and more" if len(stored.hurt) > _MOST_NAMED else "")
    return f"not as written: {rows}; damaged, or changed by hand; minutebook check --repair recovers what it can"


def read_journal(path: Path) -> Journal:
    """Read a meeting with its history. Raises BookError."""
    return read_stored(path).journal


def read_meeting(path: Path) -> Meeting:
    """Read a meeting without its history, which is the quicker way. Raises BookError."""
    tail = tail_of(path)
    if tail and tail.changes:
        return read_journal(path).meeting
    return _File(path, read_bytes(path)).meeting()


def read_newer(path: Path) -> Meeting:
    """Read what this program knows of a meeting that a newer one wrote, to be looked at. Raises BookError."""
    try:
        return _File(path, read_bytes(path)).meeting(newer=True)
    except DamagedMeeting as error:
        message = f"a newer minutebook wrote this meeting, and this one cannot show it: {error.message}"
        raise NewerMeeting(message, where=path, hint="update minutebook") from None


def read_bytes(path: Path) -> bytes:
    """Read the whole file. Raises BookError."""
    try:
        return read_given(path, _MOST)
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
    return history if is_whole(history) else as_record(history)


def is_whole(history: tuple[Change, ...]) -> bool:
    """Say whether the numbers of a history run from 1 without a gap."""
    return all(change.id == number for number, change in enumerate(history, 1))


def as_record(history: tuple[Change, ...]) -> tuple[Change, ...]:
    """Renumber changes and set them apart from undo.

    Undo needs every change since the state it goes back to; where some are missing, it would mix two states.
    """
    return tuple(replace(change, id=number, stepping=True) for number, change in enumerate(history, 1))


def own_fields(row: Mapping[str, Any], path: Path, *, newer: bool = False) -> dict[str, Any]:
    """Take the meeting's own fields from its row. Raises BookError where it isn't ours; NewerMeeting unless `newer`."""
    schema = row.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise BookError(_NOT_OURS, where=path, hint="name a file that minutebook made")
    if schema > SCHEMA and not newer:
        message = f"a newer minutebook wrote this meeting (schema {schema}, and this one knows {SCHEMA})"
        raise NewerMeeting(message, where=path, hint="minutebook open shows it read-only; update minutebook")
    return {name: value for name, value in row.items() if name not in _NOT_OWN}


class _File:
    """A meeting file while it is read."""

    def __init__(self, path: Path, content: bytes) -> None:
        """Take the file's tables apart. Raises BookError."""
        self.path = path
        self.content = content
        self.hurt: list[HurtRow] = []
        """The rows read so far that are not as they were written."""
        self._tables = _tables(path, content)
        self._checks: Mapping[str, Any] | None = None
        self._bytes: Mapping[str, Any] = {}

    def meeting(self, *, newer: bool = False) -> Meeting:
        """Read the meeting without its history; `newer` is as `own_fields` has it. Raises BookError."""
        row = _meeting_row(self.path, self.content, self._tables[MEETING])
        own = own_fields(row, self.path, newer=newer)
        if CRC in row or CHECKS in row:
            checks, stood = row.get(CHECKS), row.get(BYTES)
            self._checks = checks if isinstance(checks, dict) else {}
            if not has_kept(row):
                self.hurt.append(HurtRow(MEETING, "1"))
            elif isinstance(stood, dict):
                self._bytes = stood
        try:
            meeting = msgspec.convert(own, Meeting)
        except (msgspec.ValidationError, RecursionError) as error:
            raise _misfit(self.path, self.content, MEETING, "1", error) from None
        sections = self.rows("sections", Section)
        entries = self.rows("entries", Entry)
        known = {section.id for section in sections}
        for entry in entries:
            if entry.section not in known:
                reason = f"there is no section {entry.section}"
                raise _misfit(self.path, self.content, "entries", str(entry.id), reason)
        whole = replace(meeting, people=self.rows("people", Person), sections=sections, entries=entries)
        # What the program itself gave is drawn as it is; in a file from elsewhere it may be anything.
        return without_controls(whole) if _may_hold_controls(self.content) else whole

    def rows(self, name: str, kind: type[Row]) -> tuple[Row, ...]:
        """Read a table; what may have been restricted in a hurt row stays so. Raises BookError."""
        found = _rows(self.path, self.content, self._tables, name, kind)
        if not (hurt := self._hurt_in(name)):
            return found
        self.hurt += (HurtRow(name, key) for key in sorted(hurt, key=lambda key: (len(key), key)))
        try:
            fields = msgspec.json.decode(self._tables.get(name, b"{}"), type=dict[str, dict[str, Any]])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            # In a field that is not known, which was passed over before.
            raise _not_json(self.path, self.content, error) from None
        return tuple(guarded(row, fields[str(row.id)]) if str(row.id) in hurt else row for row in found)

    def others(self) -> dict[str, dict[str, Any]]:
        """Return the tables that are not ours. Raises BookError."""
        others = {name: raw for name, raw in self._tables.items() if name != MEETING and name not in ROW_TABLES}
        try:
            return {name: rows for name, raw in others.items() if isinstance(rows := msgspec.json.decode(raw), dict)}
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise _not_json(self.path, self.content, error) from None

    def _hurt_in(self, name: str) -> frozenset[str]:
        if self._checks is None:
            # From before rows had checksums.
            return frozenset()
        return hurt_rows(self._tables.get(name, msgspec.Raw(b"{}")), self._checks.get(name), self._bytes.get(name))


def _may_hold_controls(content: bytes) -> bool:
    # Most files are plain, and looking for single bytes takes a hundredth of looking for all that may be one.
    plain = content.isascii() and b"\\" not in content and b"\x7f" not in content
    return not plain and _CONTROLS.search(content) is not None


def guarded(row: Row, fields: Collection[str]) -> Row:
    """Return a hurt row as it stands, restricted if what restricts it may be hit; `fields` name its own."""
    if not isinstance(row, Entry | Section):
        return row
    words = row.text if isinstance(row, Entry) else row.heading
    doubtful = {*fields} - {*row.__struct_fields__, CRC} or words.count("[[") != words.count("]]")
    return replace(row, restricted=True) if doubtful else row


def _tables(path: Path, content: bytes) -> dict[str, msgspec.Raw]:
    try:
        # Editors on Windows put a byte order mark first.
        tables = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=dict[str, msgspec.Raw])
    except msgspec.ValidationError:
        raise BookError(_NOT_OURS, where=path, hint="name a file that minutebook made") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _not_json(path, content, error) from None
    if MEETING not in tables:
        raise BookError(_NOT_OURS, where=path, hint="name a file that minutebook made")
    return tables


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
        return DamagedMeeting("the file is empty", where=path, hint="minutebook restore lists its copies")
    if encoding := wide_encoding(content):
        message = f"this is {encoding}, not UTF-8: another program has saved the file anew"
        return DamagedMeeting(message, where=path, hint=_REPAIR)
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
