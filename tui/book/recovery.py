"""What can be read of a damaged meeting file, and where the damaged one goes.

Rows are told by their fields and not by the table they seem to stand in, since the damage may have hit the
table's name; each row that is whole comes back, and words that were hit come back with a gap. A row that was hit comes
back from the history, if that is whole and tells it.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tui.book.disk.atomic_write import in_words, keep_aside
from tui.book.disk.checksums import CRC, MEETING, has_kept
from tui.book.disk.encodings import readings
from tui.book.disk.tail import Tail, replayed
from tui.book.meeting_file import ROW_TABLES, HurtRow, as_record, guarded, is_whole, own_fields, read_bytes, tail_of
from tui.book.rescue.salvage import RowInHistory, is_slip, rows_told, salvaged_meeting
from tui.errors import BookError
from tui.meeting.history.journal import Change, Journal
from tui.meeting.model import Entry, Meeting, Person, Section, Value
from tui.meeting.redaction.controls import without_controls
from tui.meeting.text.inline_markup import GAP

_ROW = re.compile(r'"(\d{1,18})"\s*:\s*(?=\{)')
_TABLE = re.compile(rf'"({"|".join((MEETING, *ROW_TABLES))})":\{{\n')
_UNREADABLE = re.compile("[\0\udc80-\udcff]+")
_TABLES: dict[type[Value], str] = {kind: table for table, kind in ROW_TABLES.items()}
_LOST_HEADING = "(heading lost)"
_MOST_REFUSED = 20_000
"""Rows that cannot be read, after which a file is taken for no meeting that was hit: each costs time."""
_MOST_NAMED = 3
"""How many rows a message names."""


class Recovered(Struct, frozen=True, kw_only=True):
    """What came back of a damaged meeting file."""

    journal: Journal
    """The meeting as recovered; if rows are lost, what is left of its history is a record, and undo begins anew."""
    entries: int
    """How many entries came back."""
    revision: int
    """The highest number of a change that came back: the draft of a later one is not stored yet."""
    kept: tuple[str, ...] = ()
    """The rows that are not as they were written and were kept as they stand, by name."""
    lost: tuple[str, ...] = ()
    """The rows and fields that did not come back, by name, as far as they are known."""
    aside: Path | None = None
    """Where the damaged file is now; None while it still stands in its place."""
    tail: Tail | None = None
    """What was kept beside the file and did not come back, being of another meeting; None where there is no such."""

    @property
    def message(self) -> str:
        """Say in one line what happened, for the user."""
        if self.kept and not self.lost:
            aside = f"; the file as found is kept as {self.aside.name}" if self.aside else ""
            return f"the meeting file was damaged, or changed by hand: {_named(self.kept)} as found{aside}"
        count = f"{self.entries} entry was" if self.entries == 1 else f"{self.entries} entries were"
        aside = f"; the damaged file is kept as {self.aside.name}" if self.aside else ""
        lost = f"; lost: {_named(self.lost)}" if self.lost else ""
        kept = f"; as found: {_named(self.kept)}" if self.kept else ""
        return f"the meeting file was damaged: {count} recovered{aside}{lost}{kept}"


class _FoundRow(NamedTuple):
    """A row found in the file."""

    at: int
    """Where in its text."""
    value: Any
    """The row, read."""
    kept: bool | None
    """Whether it is as it was written; None if it has no checksum."""
    fields: Mapping[str, Any]
    """As they stand there."""


class _FoundRows(NamedTuple):
    """What was found in the text of a file."""

    rows: dict[str, dict[int, _FoundRow]]
    """By table and id; the tables of many rows are there even if they are empty."""
    broken: dict[tuple[str, int], int]
    """Where rows begin that cannot be read, by the table that they stand in and their keys."""

    def is_hurt(self, row: _FoundRow) -> bool:
        """Return whether a row is not as it was written; in files from before there were checksums, none is known."""
        own = self.rows.get(MEETING, {}).get(1)
        return row.kept is False or (row.kept is None and own is not None and own.kept is not None)

    def hurt(self, table: str) -> list[str]:
        """Name the rows of a table that are not as they were written."""
        return [str(HurtRow(table, str(key))) for key, one in self.rows.get(table, {}).items() if self.is_hurt(one)]


class _Mended(NamedTuple):
    """A table as it comes back."""

    values: tuple[Any, ...]
    kept: list[str]
    lost: list[str]


def recover(path: Path) -> Recovered | None:
    """Read what can be read of a damaged file, and change nothing.

    None if nothing of a meeting can be read. Raises BookError if the file can't be read at all or a newer minutebook
    wrote it.
    """
    tail = tail_of(path)
    text, found = _likeliest(read_bytes(path), path)
    changes = tuple(one.value for _, one in sorted(found.rows["history"].items()))
    whole = is_whole(changes)
    told = rows_told(changes) if whole else {}
    kept = [*found.hurt(MEETING), *found.hurt("history")]
    own = _own(found, text, path, changes)
    if own is None:
        return None
    meeting, lost = own
    tables: dict[str, tuple[Any, ...]] = {}
    for table in ("people", "sections", "entries"):
        mended = _mended(table, found, told.get(table, {}))
        tables[table], kept, lost = mended.values, [*kept, *mended.kept], [*lost, *mended.lost]
    known = {section.id for section in tables["sections"]}
    missing = dict.fromkeys(entry.section for entry in tables["entries"] if entry.section not in known)
    tables["sections"] += tuple(Section(id=number, heading=_LOST_HEADING) for number in missing)
    meeting = replace(meeting, **tables)
    later = _later(tail, meeting, changes)
    meeting, changes = replayed(meeting, later), (*changes, *later)
    sound = is_whole(changes) and not (lost or kept or missing) and text.rstrip().endswith("}}")
    return Recovered(
        journal=Journal(
            meeting=without_controls(meeting), history=_with_recovery(changes if sound else as_record(changes))
        ),
        entries=len(meeting.entries),
        revision=max((change.id for change in changes), default=0),
        kept=tuple(kept),
        lost=tuple(lost),
        tail=tail if tail and tail.head.meeting != meeting.id else None,
    )


def _later(tail: Tail | None, meeting: Meeting, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the changes of a tail that a meeting's file, as far as it can be read, does not have."""
    if tail is None or tail.head.meeting != meeting.id:
        return ()
    last = max((change.id for change in changes), default=0)
    return tuple(change for change in tail.changes if change.id > last)


def set_aside(path: Path, now: datetime) -> Path:
    """Keep the damaged file, byte for byte, under a name of its own beside it; its old name stays too.

    Raises BookError where that fails.
    """
    try:
        return keep_aside(path, "damaged", now)
    except OSError as error:
        message = f"the damaged file cannot be set aside: {in_words(error)}"
        raise BookError(message, where=path, hint="copy it to a folder where you may write") from None


def _with_recovery(history: tuple[Change, ...]) -> tuple[Change, ...]:
    zone = history[-1].at.tzinfo if history else None
    change = Change(id=len(history) + 1, at=datetime.now(zone), what="recovery", stepping=True)
    return (*history, change)


def _own(found: _FoundRows, text: str, path: Path, changes: tuple[Change, ...]) -> tuple[Meeting, list[str]] | None:
    """Return the meeting without its tables, and what is lost of it; None if nothing is left."""
    if MEETING in found.rows:
        return found.rows[MEETING][1].value, []
    if not (found.rows["sections"] or found.rows["entries"]):
        return None
    salvaged = salvaged_meeting(text, path, changes)
    return (salvaged.meeting, [f"the meeting's {name}" for name in salvaged.lost]) if salvaged else None


def _likeliest(content: bytes, path: Path) -> tuple[str, _FoundRows]:
    """Read a file in the encoding in which most rows are as they were written; return its text and its rows."""
    best, most = ("", _FoundRows({}, {})), -1
    for reading in readings(content):
        text = _UNREADABLE.sub(GAP, reading)
        found = _found_in(text, path)
        rows = [row for table in found.rows.values() for row in table.values()]
        sound = sum(row.kept is True for row in rows)
        if sound > most:
            best, most = (text, found), sound
        if sound == len(rows) and not found.broken:
            break
    return best


def _found_in(text: str, path: Path) -> _FoundRows:
    """Find whole rows, also within one that lost its end and so swallowed those that follow it."""
    decoder = json.JSONDecoder(strict=False)
    found = _FoundRows({table: {} for table in ROW_TABLES}, {})
    tables, refused = _tables_in(text), 0
    for key in _ROW.finditer(text):
        number = int(key[1])
        if refused > _MOST_REFUSED:
            break
        try:
            row, _ = decoder.raw_decode(text, key.end())
        except ValueError:
            row, refused = None, refused + 1
        except RecursionError:
            # Nothing of ours is nested so deeply, and each takes as long as a thousand others.
            row, refused = None, refused + _MOST_REFUSED // 20
        value = _value(number, row, path) if row is not None else None
        if row is None or value is None:
            found.broken.setdefault((_table_at(tables, key.start()), number), key.start())
            continue
        table, number = (MEETING, 1) if isinstance(value, Meeting) else (_TABLES[type(value)], value.id)
        # Where an id comes twice, the file is one written over a longer one, and the first is the newer.
        one = _FoundRow(key.start(), value, has_kept(row), row)
        found.rows.setdefault(table, {}).setdefault(number, one)
    return found


def _tables_in(text: str) -> list[tuple[int, str]]:
    """Say where tables begin in the file, as far as their names can be read."""
    return [(found.start(), found[1]) for found in _TABLE.finditer(text)]


def _table_at(tables: list[tuple[int, str]], at: int) -> str:
    """Name the table that a place in the file stands in."""
    before = bisect_left(tables, (at, ""))
    return tables[before - 1][1] if before else MEETING


def _mended(table: str, found: _FoundRows, told: Mapping[int, RowInHistory]) -> _Mended:
    """Put a table together, with what the history tells of rows that were hit."""
    kind, rows = ROW_TABLES[table], found.rows[table]
    placed: list[tuple[float, Any]] = []
    kept: list[str] = []
    for number, one in rows.items():
        value = one.value
        if found.is_hurt(one):
            original = told[number].read(kind) if number in told else None
            if original is not None and is_slip(value, original, one.fields.get(CRC)):
                value = original
            else:
                kept.append(str(HurtRow(table, str(number))))
                value = guarded(value, one.fields)
        placed.append((one.at, value))
    for number, row in told.items():
        if number not in rows and (value := row.read(kind)) is not None:
            placed.append((found.broken.get((table, number)) or _after(rows, number), value))
    there = {value.id for _, value in placed}
    lost = [str(HurtRow(table, str(key))) for name, key in found.broken if name == table and key not in there]
    placed.sort(key=lambda one: one[0])
    return _Mended(tuple(value for _, value in placed), kept, lost)


def _after(rows: Mapping[int, _FoundRow], number: int) -> float:
    """Say where a row stood of which nothing is left: after the one that was captured before it."""
    return max((one.at for key, one in rows.items() if key < number), default=0) + 0.5


def _value(key: int, row: dict[str, Any], path: Path) -> Meeting | Person | Section | Entry | Change | None:
    if "schema" in row:
        try:
            return msgspec.convert(own_fields(row, path), Meeting)
        except (ValueError, RecursionError):
            return None
    kinds: tuple[type[Entry | Change | Section | Person], ...] = (Entry, Change, Section, Person)
    for kind in kinds:
        try:
            found = msgspec.convert({"id": key, **row}, kind)
        except (ValueError, RecursionError):
            continue
        # A row that is as it was written is believed before its key.
        return found if found.id == key or has_kept(row) else None
    return None


def _named(rows: tuple[str, ...]) -> str:
    more = f" and {len(rows) - _MOST_NAMED} more" if len(rows) > _MOST_NAMED else ""
    return f"{', '.join(rows[:_MOST_NAMED])}{more}"
