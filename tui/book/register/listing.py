"""The registers beside the actions: the decisions, attendance, interests and questions of the whole book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any, Literal, NamedTuple

from tui.book.folder import Book
from tui.book.register.index import each_once, read_index, said_of_copies
from tui.book.register.indexed_meeting import IndexedMeeting, RowKind
from tui.book.register.kept_index import Progress
from tui.book.register.listed_rows import ATTENDANCE, DECISIONS, INTERESTS, QUESTIONS, AttendanceRow
from tui.book.register.replaced_decisions import DecisionAt, linked
from tui.meeting.dates.written_dates import months_on
from tui.meeting.model import Value
from tui.meeting.people.name_forms import bare_name, fold
from tui.meeting.states import Presence
from tui.meeting.text.sanitizing import showable

RegisterName = Literal["decisions", "attendance", "interests", "questions"]

_MEETING = ("meeting_date", "series", "meeting_file", "entry")
"""What the index has of the meeting, and the entry that leads there."""
_PLACE = ("item", "meeting", *_MEETING)

_VOTES = ("votes_for", "votes_against", "abstained", "for_names", "against_names", "abstained_names")

COLUMNS: dict[RegisterName, tuple[str, ...]] = {
    "decisions": (
        "text",
        "outcome",
        *_VOTES,
        "mover",
        "seconder",
        "present",
        "entitled",
        "quorate",
        "number",
        "replaces",
        "replaced_by",
        "replaced_on",
        *_PLACE,
    ),
    "attendance": ("name", "series", "held", "present", "apologies", "absent", "rate", "last_present", "warning"),
    "interests": ("name", "kind", "words", *_PLACE),
    "questions": ("text", "speakers", "answered", *_PLACE),
}
"""What the rows of each register have, in order."""

_KINDS: dict[RegisterName, RowKind[Any]] = {"decisions": DECISIONS, "interests": INTERESTS, "questions": QUESTIONS}


class Asked(Value, frozen=True, kw_only=True):
    """What is asked of a register; whatever is left out is not asked."""

    series: str = ""
    """Words of its name."""
    since: date | None = None
    """The first day of the meetings."""
    until: date | None = None
    """The last day of them."""
    months: int | None = None
    """After how many months without having come a member is warned of."""


class RowPlace(NamedTuple):
    """Where a row leads to."""

    file: str
    """The name of the meeting's file as it is on the disk."""
    entry: int
    """The entry's id; 0 for the meeting as a whole."""


PlacedRow = tuple[dict[str, Any], RowPlace]


class Listing(NamedTuple):
    """The rows that were asked for, by the names of their columns, and what is to be said of the book's files."""

    rows: tuple[dict[str, Any], ...]
    errors: tuple[str, ...]
    copies: tuple[str, ...]
    """What is to be said of files that are copies of a meeting."""
    places: tuple[RowPlace, ...] = ()
    """Where each row stands, in the rows' order."""


def listing(
    book: Book,
    name: RegisterName,
    *,
    today: date,
    asked: Asked | None = None,
    public: bool = True,
    progress: Progress | None = None,
) -> Listing:
    """List one of the book's registers, the oldest meeting first.

    Raises BookError where the folder can't be read.
    """
    asked = asked or Asked()
    read = read_index(book, progress, rows=[_KINDS.get(name, ATTENDANCE)])
    meetings = read.meetings
    wanted = sorted(_wanted(each_once(meetings), asked), key=lambda one: (one.date, str(one.start or ""), one.name))
    hidden = "internal" if public else "public"
    found = _attendance(wanted, today, hidden, asked.months) if name == "attendance" else _rows(wanted, name, hidden)
    pairs = list(found)
    rows, places = tuple(row for row, _ in pairs), tuple(place for _, place in pairs)
    return Listing(rows, read.errors, said_of_copies(meetings), places)


def _wanted(meetings: Iterable[IndexedMeeting], asked: Asked) -> Iterator[IndexedMeeting]:
    words = fold(asked.series).split()
    for one in meetings:
        if (asked.since and one.date < asked.since) or (asked.until and one.date > asked.until):
            continue
        series = fold(one.series)
        if all(word in series for word in words):
            yield one


def _rows(meetings: Iterable[IndexedMeeting], name: RegisterName, hidden: str) -> Iterator[PlacedRow]:
    shown = [(file, row) for file in meetings for row in _KINDS[name].of(file) if row.shown != hidden]
    links = linked([DecisionAt(*one) for one in shown]) if name == "decisions" else {}
    columns = COLUMNS[name]
    own_columns = attrgetter(*columns[: -len(_MEETING)])
    of: IndexedMeeting | None = None
    around: tuple[object, ...] = ()
    for file, row in shown:
        if file is not of:
            of, around = file, _around(file, hidden)
        said = dict(zip(columns, (*own_columns(row), *around, row.entry), strict=True))
        if link := links.get((file.name, row.entry)):
            said |= link
        yield said, RowPlace(file.name, row.entry)


def _around(file: IndexedMeeting, hidden: str) -> tuple[date, str, str]:
    """Return what the columns say of a row's meeting."""
    return file.date, file.series, file.shown_name if hidden == "internal" else showable(file.name)


def _attendance(
    meetings: Iterable[IndexedMeeting], today: date, hidden: str, months: int | None
) -> Iterator[PlacedRow]:
    """Return how often each member of a series came to the meetings that were held while they were one."""
    found: dict[tuple[tuple[str, ...], str], list[tuple[IndexedMeeting, AttendanceRow]]] = {}
    for file in meetings:
        if file.date > today:
            continue
        for row in ATTENDANCE.of(file):
            if row.shown != hidden:
                found.setdefault((file.keys, fold(" ".join(bare_name(row.name)))), []).append((file, row))
    for rows in found.values():
        yield _member(rows, today, months), RowPlace(rows[-1][0].name, 0)


def _member(rows: list[tuple[IndexedMeeting, AttendanceRow]], today: date, months: int | None) -> dict[str, Any]:
    counts = {presence: sum(row.presence is presence for _, row in rows) for presence in Presence}
    came = [file.date for file, row in rows if row.presence is Presence.PRESENT]
    # Whoever never came is counted from the first meeting that they missed.
    since, missed = (came[-1], rows[-1][0].date > came[-1]) if came else (rows[0][0].date, True)
    late = months is not None and missed and (day := months_on(since, months)) is not None and day <= today
    return {
        "name": rows[-1][1].name,
        "series": rows[-1][0].series,
        "held": len(rows),
        "present": counts[Presence.PRESENT],
        "apologies": counts[Presence.APOLOGIES],
        "absent": counts[Presence.ABSENT],
        "rate": round(counts[Presence.PRESENT] / len(rows), 3),
        "last_present": came[-1] if came else None,
        "warning": f"has not come for {months} months" if late else "",
    }
