"""A small meeting for the tests of the book, and what the writer reports.

Not slow to import: the programs that the tests kill use it too.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from tui.book.writer import WriteResult
from tui.meeting.history.journal import Journal, commit
from tui.meeting.model import Action, Due, Entry, Kind, Meeting, Person, Section

START = datetime(2019, 8, 27, 10, 0, tzinfo=UTC)
PATIENCE = 60.0
"""Seconds after which a test gives up waiting for what must come."""


def meeting(**fields: Any) -> Meeting:
    own: dict[str, Any] = {
        "id": "a" * 32,
        "title": "Monthly Assurance Meeting August 2019",
        "date": date(2019, 8, 27),
        "header": (("Series", "Monthly Assurance Meeting"),),
        "people": (Person(id=1, name="John Campion", abbreviation="PCC"),),
        "sections": (Section(id=1, heading="Workforce", number="1"), Section(id=2, heading="AOB", number="2")),
    }
    return Meeting(**{**own, **fields})


def entry(number: int, text: str = "", **fields: Any) -> Entry:
    own: dict[str, Any] = {
        "id": number,
        "section": 1,
        "kind": Kind.NOTE,
        "text": text or f"line {number}",
        "captured": START + timedelta(seconds=number),
    }
    return Entry(**{**own, **fields})


def action(number: int, text: str, ref: str, **fields: Any) -> Entry:
    own: dict[str, Any] = {"owners": ("DCC",), "due": Due(words="by 1 September", date=date(2019, 9, 1))}
    given: dict[str, Any] = {name: fields.pop(name) for name in ("owners", "due", "status", "origin") if name in fields}
    return entry(number, text, kind=Kind.ACTION, action=Action(ref=ref, **(own | given)), **fields)


def with_entry(journal: Journal, text: str = "") -> Journal:
    number = len(journal.meeting.entries) + 1
    entries = (*journal.meeting.entries, entry(number, text))
    return commit(journal, replace(journal.meeting, entries=entries), "note", START)


def stepped(journal: Journal) -> Journal:
    changed = replace(journal.meeting, touched=(*journal.meeting.touched, 1))
    return commit(journal, changed, "next", START, stepping=True)


def journal_of(entries: int = 0, **fields: Any) -> Journal:
    journal = Journal(meeting=meeting(**fields))
    for _ in range(entries):
        journal = with_entry(journal)
    return journal


class Results:
    """What the writer's thread reported, to wait on."""

    def __init__(self) -> None:
        self.all: list[WriteResult] = []
        self._news = threading.Condition()

    def __call__(self, result: WriteResult) -> None:
        with self._news:
            self.all.append(result)
            self._news.notify_all()

    def wait(self, wanted: Callable[[WriteResult], bool]) -> WriteResult:
        with self._news:
            found = self._news.wait_for(lambda: next((one for one in self.all if wanted(one)), None), PATIENCE)
        assert found is not None, self.all
        return found
