"""The meetings of a book in a few words each: when, what, how much, and how many actions are left of it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from msgspec import Struct

from tui.book.folder import Book, day_in_name
from tui.book.register.index import read_index
from tui.book.register.indexed_meeting import IndexedMeeting
from tui.book.register.kept_index import Progress
from tui.book.register.standing import standing
from tui.book.register.summary_rows import MEETING, SummaryRow
from tui.book.rescue.copies import copy_names
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
    found = read_index(book, progress, rows=[MEETING])
    copies = copy_names({**dict.fromkeys(found.unreadable, ""), **{one.name: one.meeting for one in found.meetings}})
    rows = [(one, MEETING.of(one)[0]) for one in found.meetings]
    own = [(one, row.actions) for one, row in rows if one.name not in copies]
    left = Counter(one.meeting.meeting for one in standing(own, {Status.OPEN}))
    summed = [_summary(book.folder, one, row, copies.get(one.name, ""), left[one.meeting]) for one, row in rows]
    for name, error in found.unreadable.items():
        path = book.folder / name
        summed.append(Summary(path=path, date=day_in_name(path), error=error, copy_of=copies.get(name, "")))
    return sorted(summed, key=lambda one: (one.date or date.min, one.path.name))


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
