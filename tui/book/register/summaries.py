"""The meetings of a book in a few words each: when, what, how much, and how many actions are left of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, time
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from tui.book.folder import Book, day_in_name
from tui.book.register.index import read_index
from tui.book.register.indexed_meeting import IndexedMeeting
from tui.book.register.kept_index import Progress
from tui.book.register.summary_rows import MEETING, StandingAction, SummaryRow
from tui.book.rescue.copies import copy_names
from tui.meeting.actions.latest_status import latest_status
from tui.meeting.states import Status


class Summary(Struct, frozen=True, kw_only=True):
    """One meeting file of the book, as a list shows it."""

    path: Path
    date: date | None = None
    """None for a file that can't be read and whose name begins with no date."""
    title: str = ""
    sections: int = 0
    entries: int = 0
    actions: int = 0
    open_actions: int = 0
    """Those that are left to do and stand in no later meeting, so that each is counted in one place."""
    approved: bool = False
    error: str = ""
    """Why the file can't be read, with its name and what to do; empty where it can."""
    copy_of: str = ""
    """The name of the file that it is a copy of; empty for a meeting's own file."""


def summaries(book: Book, progress: Progress | None = None) -> list[Summary]:
    """Sum up every meeting file, by date; `progress` is told of those that have to be read. Raises BookError."""
    found = read_index(book, progress)
    copies = copy_names({**dict.fromkeys(found.unreadable, ""), **{one.name: one.meeting for one in found.meetings}})
    rows = [(one, MEETING.of(one)[0]) for one in found.meetings]
    left = _left_open((one, row) for one, row in rows if one.name not in copies)
    summed = [_summary(book.folder, one, row, copies.get(one.name, ""), left[one.meeting]) for one, row in rows]
    for name, error in found.unreadable.items():
        path = book.folder / name
        summed.append(Summary(path=path, date=day_in_name(path), error=error, copy_of=copies.get(name, "")))
    return sorted(summed, key=lambda one: (one.date or date.min, one.path.name))


class _Standing(NamedTuple):
    """An action in one of its meetings."""

    meeting: IndexedMeeting
    action: StandingAction

    @property
    def spoken_of(self) -> bool:
        """Whether that meeting said anything of it."""
        return self.action.spoken_of

    @property
    def status(self) -> Status:
        """How it stands there."""
        return self.action.status


def _left_open(rows: Iterable[tuple[IndexedMeeting, SummaryRow]]) -> Counter[str]:
    """Count, by the meetings' ids, the actions that are open, each in the one meeting that has the last word on it."""
    chains: dict[str, list[_Standing]] = {}
    for meeting, row in rows:
        for action in row.actions:
            chains.setdefault(action.uid, []).append(_Standing(meeting, action))
    for chain in chains.values():
        if len(chain) > 1:
            chain.sort(key=_order)
    latest = (latest_status(chain) for chain in chains.values())
    return Counter(one.meeting.meeting for one in latest if one.status is Status.OPEN)


def _order(one: _Standing) -> tuple[date, bool, time, str]:
    """Return an action's place among its meetings; on one day, brought forward comes after arisen."""
    meeting = one.meeting
    return meeting.date, one.action.brought, meeting.start or time.min, meeting.name


def _summary(folder: Path, one: IndexedMeeting, row: SummaryRow, copy_of: str, left: int) -> Summary:
    return Summary(
        path=folder / one.name,
        date=one.date,
        title=row.title,
        sections=row.sections,
        entries=row.entries,
        actions=len(row.actions),
        open_actions=0 if copy_of else left,
        approved=row.approved,
        copy_of=copy_of,
    )
