"""The actions of the whole book, each counted once however many meetings it stands in."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from tui.book.folder import Book
from tui.book.naming import series_keys
from tui.book.standing import Identity, Sight, Standing
from tui.meeting.model import Meeting, Status
from tui.meeting.wording import spans

STUB = "[restricted]"
"""Stands where restricted words were."""


class RegisterRow(Struct, frozen=True, kw_only=True):
    """One action, as it stands in the latest meeting that has it."""

    ref: str
    """`A1`, `B2`: its ref in that meeting."""
    text: str
    """Plain words."""
    owners: tuple[str, ...] = ()
    due: str = ""
    """The words as said."""
    due_date: date | None = None
    status: Status = Status.OPEN
    overdue: bool = False
    updates: int = 0
    """How many updates it has had in that meeting."""
    meeting: str = ""
    """Title of the latest meeting that has it."""
    meeting_date: date
    meeting_file: str
    """File name, in the book."""
    section: str = ""
    """Heading it stands under; for one brought forward, that of the section above."""
    topic: str = ""
    """Subheading, else heading, that it first stood under."""
    origin_title: str = ""
    origin_date: date
    restricted: bool = False
    """Whether anything of it is restricted."""


def register(
    book: Book,
    *,
    today: date,
    only_open: bool = False,
    overdue: bool = False,
    owner: str | None = None,
    public: bool = True,
) -> tuple[tuple[RegisterRow, ...], tuple[str, ...]]:
    """List the book's actions, oldest first, and the errors of the files that can't be read.

    The public version filters by what it shows: one that knew more would tell it.
    """
    chains: dict[Identity, list[Standing]] = {}
    errors: list[str] = []
    for read in book.read():
        if read.meeting is None:
            errors.append(read.error)
            continue
        for standing in Sight(read.path, read.meeting).standings.values():
            chains.setdefault(standing.identity, []).append(standing)
    rows: list[tuple[date, Identity, RegisterRow]] = []
    for identity, chain in chains.items():
        chain.sort(key=lambda standing: standing.order)
        if (only_open or overdue) and chain[-1].action.status is not Status.OPEN:
            continue
        row = _row(chain, today, public=public)
        if (row.overdue or not overdue) and (not owner or _owned_by(row, owner)):
            rows.append((row.origin_date, identity, row))
    return tuple(row for _, _, row in sorted(rows, key=lambda found: found[:2])), tuple(errors)


def register_table(rows: tuple[RegisterRow, ...]) -> list[str]:
    """Lay the register out as lines for a person: columns first, the words last and whole."""
    if not rows:
        return ["No actions."]
    table = [("DATE", "REF", "OWNER", "DUE", "STATUS", "ACTION")]
    for row in rows:
        owners, due = ", ".join(row.owners) or "-", row.due or "-"
        if row.due_date and row.due_date.isoformat() not in due:
            due = f"{due} ({row.due_date})"
        status = "overdue" if row.overdue else str(row.status)
        table.append((str(row.meeting_date), row.ref, owners, due, status, " ".join(row.text.split())))
    widths = [max(len(line[column]) for line in table) for column in range(5)]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[5]]) for line in table
    ]


def earlier_meetings(book: Book, series: Meeting | str, before: date, *, exclude: str = "") -> tuple[Meeting, ...]:
    """Give the meetings of the series dated before that day, oldest first, save the one of the id `exclude`."""
    keys = series_keys(series)
    found = {
        read.meeting.id: read.meeting
        for read in book.read()
        if read.meeting and read.meeting.date < before and keys & series_keys(read.meeting)
    }
    found.pop(series.id if isinstance(series, Meeting) else exclude, None)
    return tuple(sorted(found.values(), key=lambda meeting: (meeting.date, meeting.title, meeting.id)))


def _row(chain: list[Standing], today: date, *, public: bool) -> RegisterRow:
    """Make the row of an action from all its standings, oldest first."""
    shown = [standing.public for standing in chain]
    # Restricted once is restricted: a later meeting may not repeat what an earlier one restricted.
    hidden = any(standing is None for standing in shown)
    restricted = hidden or any(_differs(one, other) for one, other in zip(chain, shown, strict=True))
    latest, first = chain[-1], chain[0]
    if public:
        latest, first = shown[-1] or latest.bare, shown[0] or first.bare
    row = _full_row(latest, first, today, restricted=restricted)
    if public and hidden:
        return replace(row, text=STUB, owners=(), due="", due_date=None, overdue=False, topic="", updates=0)
    return row


def _full_row(latest: Standing, first: Standing, today: date, *, restricted: bool) -> RegisterRow:
    action, due, origin = latest.action, latest.action.due, first.action.origin
    sight, meeting, entry = latest.sight, latest.sight.meeting, latest.entry
    late = due is not None and due.date is not None and due.date < today
    return RegisterRow(
        ref=action.ref,
        text=_words(entry.text),
        owners=tuple(_words(owner) for owner in action.owners),
        due=_words(due.words) if due else "",
        due_date=due.date if due else None,
        status=action.status,
        overdue=late and action.status is Status.OPEN,
        updates=sight.updates[entry.id],
        meeting=_words(meeting.title),
        meeting_date=meeting.date,
        meeting_file=sight.path.name,
        section=_words(sight.headings[entry.section]),
        topic=_words(origin.topic if origin else first.sight.topics.get(first.entry.id, "")),
        origin_title=_words(origin.meeting.title if origin else first.sight.meeting.title),
        origin_date=origin.meeting.date if origin else first.sight.meeting.date,
        restricted=restricted,
    )


def _differs(standing: Standing, shown: Standing | None) -> bool:
    return shown is None or (shown.entry.text, shown.action) != (standing.entry.text, standing.action)


def _words(text: str) -> str:
    """Give the plain words; a withheld part, which has none, shows as the stub."""
    return "".join(STUB if span.restricted and not span.words else span.words for span in spans(text))


def _owned_by(row: RegisterRow, owner: str) -> bool:
    """Tell whether an owner is the one asked for, or has that name among its words (`Wall`, `Ian Wall`)."""
    wanted = owner.casefold().split()
    for one in row.owners:
        words = one.casefold().split()
        if any(words[at : at + len(wanted)] == wanted for at in range(len(words))):
            return True
    return False
