"""What can be read of a damaged meeting file, and where the damaged one goes.

Rows are told by their fields and not by the table they seem to stand in, since the damage may have hit the
table's name; each row that is whole comes back, and words that were hit come back with a gap.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tui.book.disk.atomic_write import in_words, keep_copy
from tui.book.meeting_file import as_record, own_fields, read_bytes
from tui.errors import BookError
from tui.meeting.history.journal import Change, Journal
from tui.meeting.model import Entry, Meeting, Person, Section
from tui.meeting.text.inline_markup import GAP

_ROW = re.compile(r'"(\d{1,18})"\s*:\s*(?=\{)')
_UNREADABLE = re.compile("[\0\udc80-\udcff]+")
_LOST_HEADING = "(heading lost)"


class Recovered(Struct, frozen=True, kw_only=True):
    """What came back of a damaged meeting file."""

    journal: Journal
    """The meeting as recovered; what is left of its history is a record, and undo begins anew."""
    entries: int
    """How many entries came back."""
    revision: int
    """The highest number of a change that came back: the draft of a later one is not stored yet."""
    aside: Path | None = None
    """Where the damaged file is now; None while it still stands in its place."""

    @property
    def message(self) -> str:
        """Say in one line what happened, for the user."""
        count = f"{self.entries} entry was" if self.entries == 1 else f"{self.entries} entries were"
        kept = f"; the damaged file is kept as {self.aside.name}" if self.aside else ""
        return f"the meeting file was damaged: {count} recovered{kept}"


def recover(path: Path) -> Recovered | None:
    """Read what can be read of a damaged file, and change nothing.

    None where not even the meeting's own row can be read. Raises BookError where the file can't be read at
    all or a newer minutebook wrote it.
    """
    text = _UNREADABLE.sub(GAP, read_bytes(path).decode("utf-8", errors="surrogateescape"))
    meeting: Meeting | None = None
    people: dict[int, Person] = {}
    sections: dict[int, Section] = {}
    entries: dict[int, Entry] = {}
    history: dict[int, Change] = {}
    for key, row in _rows(text):
        # Where an id comes twice, the file is one written over a longer one, and the first is the newer.
        match _value(key, row, path):
            case Meeting() as found:
                meeting = meeting or found
            case Person() as found:
                people.setdefault(found.id, found)
            case Section() as found:
                sections.setdefault(found.id, found)
            case Entry() as found:
                entries.setdefault(found.id, found)
            case Change() as found:
                history.setdefault(found.id, found)
    if meeting is None:
        return None
    for entry in entries.values():
        if entry.section not in sections:
            sections[entry.section] = Section(id=entry.section, heading=_LOST_HEADING)
    rows: dict[str, dict[int, Any]] = {"people": people, "sections": sections, "entries": entries}
    whole = replace(meeting, **{table: tuple(found.values()) for table, found in rows.items()})
    changes = tuple(history[number] for number in sorted(history))
    return Recovered(
        journal=Journal(meeting=whole, history=_with_recovery(as_record(changes))),
        entries=len(entries),
        revision=max(history, default=0),
    )


def set_aside(path: Path, now: datetime) -> Path:
    """Keep the damaged file, byte for byte, under a name of its own beside it; its old name stays too.

    Raises BookError where that fails.
    """
    stamp = f"{now:%Y%m%d-%H%M%S}"
    for attempt in range(1, 1000):
        suffix = f"-{attempt}" if attempt > 1 else ""
        aside = path.with_name(f"{path.name.removesuffix('.json')}.damaged-{stamp}{suffix}.json")
        try:
            keep_copy(path, aside)
        except FileExistsError:
            continue
        except OSError as error:
            message = f"the damaged file cannot be set aside: {in_words(error)}"
            raise BookError(message, where=path, hint="copy it to a folder where you may write") from None
        return aside
    raise BookError("the damaged file cannot be set aside", where=path, hint="remove some of its older copies")


def _with_recovery(history: tuple[Change, ...]) -> tuple[Change, ...]:
    zone = history[-1].at.tzinfo if history else None
    change = Change(id=len(history) + 1, at=datetime.now(zone), what="recovery", stepping=True)
    return (*history, change)


def _rows(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Find whole rows, also within one that lost its end and so swallowed those that follow it."""
    decoder = json.JSONDecoder(strict=False)
    for key in _ROW.finditer(text):
        try:
            row, _ = decoder.raw_decode(text, key.end())
        except (ValueError, RecursionError):
            continue
        yield int(key[1]), row


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
        return found if found.id == key else None
    return None
