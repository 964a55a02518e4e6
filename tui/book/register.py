"""The actions of the whole book, each counted once however many meetings it stands in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tui.book.folder import Book
from tui.book.naming import series_keys
from tui.meeting.model import Action, Entry, Kind, Meeting, Status
from tui.meeting.public import public as without_restricted
from tui.meeting.wording import spans, withheld

STUB = "[restricted]"
"""Stands where restricted words were."""

Identity = tuple[str, int]
"""The meeting's id and the entry's id of where an action first stood."""


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


class Standing(Struct, frozen=True):
    """An action in one of the meetings that have it."""

    path: Path
    meeting: Meeting
    entry: Entry
    action: Action

    @property
    def identity(self) -> Identity:
        """Where the action first stood."""
        origin = self.action.origin
        return (origin.meeting.id, origin.entry) if origin else (self.meeting.id, self.entry.id)

    @property
    def order(self) -> tuple[date, bool, str]:
        """Its place among the action's standings; on one day, brought forward comes after arisen."""
        return self.meeting.date, self.action.origin is not None, self.path.name


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
        for standing in _standings(read.path, read.meeting):
            chains.setdefault(standing.identity, []).append(standing)
    views: dict[Path, Meeting] = {}
    rows: list[tuple[date, Identity, RegisterRow]] = []
    for identity, chain in chains.items():
        row = _row(sorted(chain, key=lambda standing: standing.order), today, views, public=public)
        wanted = (row.status is Status.OPEN or not only_open) and (row.overdue or not overdue)
        if wanted and (not owner or _owned_by(row, owner)):
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


def _standings(path: Path, meeting: Meeting) -> list[Standing]:
    return [Standing(path, meeting, entry, entry.action) for entry in meeting.entries if entry.action]


def _row(chain: list[Standing], today: date, views: dict[Path, Meeting], *, public: bool) -> RegisterRow:
    """Make the row of an action from all its standings, oldest first."""
    shown = [_public_standing(standing, views) for standing in chain]
    # Restricted once is restricted: a later meeting may not repeat what an earlier one restricted.
    hidden = any(standing is None for standing in shown)
    restricted = hidden or any(_differs(one, other) for one, other in zip(chain, shown, strict=True))
    latest, first = chain[-1], chain[0]
    if public:
        latest, first = (shown[-1] or _bare(latest, views)), (shown[0] or _bare(first, views))
    row = _full_row(latest, first, today, restricted=restricted)
    if public and hidden:
        return replace(row, text=STUB, owners=(), due="", due_date=None, overdue=False, topic="", updates=0)
    return row


def _full_row(latest: Standing, first: Standing, today: date, *, restricted: bool) -> RegisterRow:
    action, due, origin = latest.action, latest.action.due, first.action.origin
    late = due is not None and due.date is not None and due.date < today
    return RegisterRow(
        ref=action.ref,
        text=_words(latest.entry.text),
        owners=tuple(_words(owner) for owner in action.owners),
        due=_words(due.words) if due else "",
        due_date=due.date if due else None,
        status=action.status,
        overdue=late and action.status is Status.OPEN,
        updates=sum(e.kind is Kind.UPDATE and e.about == latest.entry.id for e in latest.meeting.entries),
        meeting=_words(latest.meeting.title),
        meeting_date=latest.meeting.date,
        meeting_file=latest.path.name,
        section=_words(_heading(latest)),
        topic=_words(origin.topic if origin else _topic(first)),
        origin_title=_words(origin.meeting.title if origin else first.meeting.title),
        origin_date=origin.meeting.date if origin else first.meeting.date,
        restricted=restricted,
    )


def _public_standing(standing: Standing, views: dict[Path, Meeting]) -> Standing | None:
    """Give the standing as the public may see it; None where nothing of it may be seen."""
    view = _view(standing, views)
    for entry in view.entries:
        if entry.id == standing.entry.id and entry.action and not entry.restricted:
            return Standing(standing.path, view, entry, entry.action)
    return None


def _bare(standing: Standing, views: dict[Path, Meeting]) -> Standing:
    """Give a hidden standing with its place, ref, status and origin, and no word of its own."""
    origin = standing.action.origin
    source = replace(origin.meeting, title=withheld(origin.meeting.title)) if origin else None
    action = Action(
        ref=standing.action.ref,
        status=standing.action.status,
        origin=replace(origin, meeting=source, topic="") if origin else None,
    )
    entry = replace(standing.entry, text="", speakers=(), action=action)
    return Standing(standing.path, _view(standing, views), entry, action)


def _view(standing: Standing, views: dict[Path, Meeting]) -> Meeting:
    if standing.path not in views:
        views[standing.path] = without_restricted(standing.meeting)
    return views[standing.path]


def _differs(standing: Standing, shown: Standing | None) -> bool:
    return shown is None or (shown.entry.text, shown.action) != (standing.entry.text, standing.action)


def _words(text: str) -> str:
    """Give the plain words; a withheld part, which has none, shows as the stub."""
    return "".join(STUB if span.restricted and not span.words else span.words for span in spans(text))


def _heading(standing: Standing) -> str:
    """Give the heading the action stands under; a subsection without one goes by the section above it."""
    sections = standing.meeting.sections
    at = next(place for place, section in enumerate(sections) if section.id == standing.entry.section)
    level = sections[at].level
    for section in reversed(sections[: at + 1]):
        if section.level <= level and section.heading:
            return section.heading
        level = min(level, section.level - 1) if section.level <= level else level
    return ""


def _topic(standing: Standing) -> str:
    """Give the subheading that the action stands under in its own meeting, else the section's heading."""
    topic = ""
    for entry in standing.meeting.entries_of(standing.entry.section):
        if entry.id == standing.entry.id:
            break
        if entry.kind is Kind.SUBHEADING:
            topic = entry.text
    return topic or _heading(standing)


def _owned_by(row: RegisterRow, owner: str) -> bool:
    """Tell whether an owner is the one asked for, or has that name among its words (`Wall`, `Ian Wall`)."""
    wanted = owner.casefold().split()
    for one in row.owners:
        words = one.casefold().split()
        if any(words[at : at + len(wanted)] == wanted for at in range(len(words))):
            return True
    return False
