"""The actions of the whole book, each counted once however many meetings it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, time
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from tui.book.folder import Book
from tui.book.meeting_file import read_journal
from tui.book.register.index import Progress, dates_of_series, filings
from tui.book.register.indexed_meeting import ActionFields, IndexedAction, IndexedMeeting
from tui.meeting.actions.register_filter import Owner, Wanted, owners_of, posts_of, wanted_rows
from tui.meeting.actions.register_row import STUB, Heard, RegisterRow, Related, Stood
from tui.meeting.dates.due_meetings import due_at_meeting
from tui.meeting.model import Due, NamedMeeting, Status
from tui.meeting.text.sanitizing import showable

Stand = tuple[IndexedMeeting, IndexedAction]
"""An action in one of its meetings, and that meeting."""


class Register(NamedTuple):
    """The actions that were asked for, and the errors of the files that can't be read."""

    rows: tuple[RegisterRow, ...]
    errors: tuple[str, ...]


def register(
    book: Book,
    *,
    today: date,
    wanted: Wanted | None = None,
    public: bool = True,
    progress: Progress | None = None,
) -> Register:
    """List the book's actions that are wanted, in the order that is.

    The public version filters by what it shows: one that knew more would tell it. `progress` is told of the files
    that have to be read. Raises BookError where the folder can't be.
    """
    files, errors = filings(book, progress)
    rows = Chains(files, today, public=public).rows(wanted or Wanted())
    return Register(rows, errors)


def meeting_register(path: Path, *, today: date, public: bool = True) -> tuple[RegisterRow, ...]:
    """List the actions of one meeting as they stand in its file, whatever has become of them since.

    Raises BookError where it can't be read.
    """
    from tui.book.register.indexing import file_meeting

    return Chains([file_meeting(path.name, read_journal(path))], today, public=public).rows(Wanted())


def standing_now(files: Iterable[IndexedMeeting], uid: str) -> Stand | None:
    """Find the meeting that says how an action stands, and how; None where no meeting has it."""
    found = [(one, standing) for one in _each_once(files) for standing in one.actions if standing.uid == uid]
    return _last_word(sorted(found, key=_order)) if found else None


class Chains:
    """The actions of some meetings, each through all of those that have it."""

    def __init__(self, files: Iterable[IndexedMeeting], today: date, *, public: bool) -> None:
        self._files = _each_once(files)
        self._today = today
        self._public = public
        self._days: dict[tuple[str, ...], list[date]] = {}
        self._due_dates: dict[tuple[object, ...], date | None] = {}
        self._chains: dict[str, list[Stand]] = {}
        for one in self._files:
            for standing in one.actions:
                chain = self._chains.get(standing.uid)
                if chain is None:
                    self._chains[standing.uid] = [(one, standing)]
                else:
                    chain.append((one, standing))
        for chain in self._chains.values():
            if len(chain) > 1:
                chain.sort(key=_order)

    def rows(self, wanted: Wanted) -> tuple[RegisterRow, ...]:
        """Return the rows that are wanted, in the order that is."""
        statuses = wanted.all_statuses
        chains = [chain for chain in self._chains.values() if not statuses or _last_word(chain)[1].status in statuses]
        chains.sort(key=_age)
        posts = posts_of(self._owners()) if wanted.owner else {}
        return wanted_rows([self._row(chain) for chain in chains], wanted, posts)

    def _owners(self) -> Iterator[Owner]:
        """Return the owners of all the actions, as far as the version shows them."""
        for chain in self._chains.values():
            if not self._hides(chain):
                yield from owners_of(_last_word(chain)[1].face(public=self._public))

    def _row(self, chain: list[Stand]) -> RegisterRow:
        file, latest = _last_word(chain)
        face = latest.face(public=self._public)
        row = self._row_of(file, latest, face, chain[0][1])
        if len(chain) > 1 or face.earlier:
            row = self._through(chain, row, row.revision - latest.revision)
        if not (self._public and row.restricted):
            return row
        return _hidden(row) if self._hides(chain) else _without(_withheld_names(chain), row)

    def _row_of(
        self, file: IndexedMeeting, latest: IndexedAction, face: ActionFields, first: IndexedAction
    ) -> RegisterRow:
        """Make the row of an action from the standing that has the last word on it, and where it arose."""
        origin = face if first is latest else first.face(public=self._public)
        due_date = self._due_date(face, face.due_meeting, file) if face.due_meeting else face.due_date
        return RegisterRow(
            uid=latest.uid,
            ref=latest.ref,
            text=face.text,
            owners=face.owners,
            holders=face.holders,
            posts=face.posts,
            due=face.due,
            due_date=due_date,
            status=latest.status,
            overdue=latest.status is Status.OPEN and due_date is not None and due_date < self._today,
            updates=face.updates,
            meeting=face.title,
            meeting_date=file.date,
            meeting_file=self._name(file),
            series=file.series,
            section=face.section,
            topic=origin.topic,
            origin_title=origin.origin_title,
            origin_date=first.origin_date,
            restricted=latest.restricted,
            heard=face.heard,
            steps=face.steps,
            stood=(self._stood(file, latest, face),),
            replaced_by=self._replaced_by(latest) if latest.replaced_by else None,
            replaces=self._replaced.get(latest.uid, ()),
            revision=latest.revision + (due_date != face.due_date),
            changed=latest.changed,
        )

    def _through(self, chain: list[Stand], row: RegisterRow, moved: int) -> RegisterRow:
        """Add to the row of one of an action's actions what the others have."""
        return replace(
            row,
            restricted=any(standing.restricted for _, standing in chain),
            heard=self._heard(chain),
            steps=tuple(step for _, one in chain for step in one.face(public=self._public).steps),
            stood=tuple(self._stood(file, one, one.face(public=self._public)) for file, one in chain),
            revision=moved + len(chain) - 1 + sum(standing.revision for _, standing in chain),
            changed=max(standing.changed for _, standing in chain),
        )

    def _hides(self, chain: list[Stand]) -> bool:
        """Whether the version shows nothing of an action.

        Restricted once is restricted: a later meeting may not repeat what an earlier one restricted.
        """
        return self._public and any(standing.hidden for _, standing in chain)

    def _heard(self, chain: list[Stand]) -> tuple[Heard, ...]:
        """Return the updates of all the meetings; of one whose file is gone, what the later ones brought along."""
        faces = [(file, standing.face(public=self._public)) for file, standing in chain]
        if not any(face.heard or face.earlier for _, face in faces):
            return ()
        here = {file.meeting for file, _ in faces}
        gone = {(meeting, heard.text): heard for _, face in faces for meeting, heard in face.earlier}
        found = [heard for (meeting, _), heard in gone.items() if meeting not in here]
        return tuple(sorted((*found, *(heard for _, face in faces for heard in face.heard)), key=lambda one: one.date))

    def _stood(self, file: IndexedMeeting, standing: IndexedAction, face: ActionFields) -> Stood:
        return Stood(
            meeting=face.title, date=file.date, file=self._name(file), ref=standing.ref, status=standing.status
        )

    def _name(self, file: IndexedMeeting) -> str:
        return file.shown_name if self._public else showable(file.name)

    def _due_date(self, face: ActionFields, named: NamedMeeting, file: IndexedMeeting) -> date | None:
        """Return the date that is due: the named meeting's own where that is known by now."""
        key = (file.keys, named.said, named.ahead, named.month, named.year, face.due_date)
        if key not in self._due_dates:
            due = Due(words=face.due, date=face.due_date, meeting=named)
            self._due_dates[key] = due_at_meeting(due, self._near(file.keys, named)).date
        return self._due_dates[key]

    def _near(self, keys: tuple[str, ...], named: NamedMeeting) -> list[date]:
        """Return the dates of the series' meetings among which a named one is: a few of the many there may be."""
        days = self._days.get(keys)
        if days is None:
            days = self._days[keys] = sorted({day for key in keys for day in self._dates[key]})
        start = bisect_right(days, named.said)
        if named.ahead:
            return days[start : start + named.ahead]
        last = date(min(max(named.year or 0, named.said.year + 1), date.max.year), 12, 31)
        return days[start : bisect_right(days, last)]

    @cached_property
    def _dates(self) -> dict[str, list[date]]:
        return dates_of_series(self._files)

    def _replaced_by(self, latest: IndexedAction) -> Related | None:
        found = self._chains.get(latest.replaced_by) if latest.replaced_by else None
        return self._related(found) if found else None

    @cached_property
    def _replaced(self) -> dict[str, tuple[Related, ...]]:
        """What each action replaced."""
        found: dict[str, tuple[Related, ...]] = {}
        for chain in self._chains.values():
            by = _last_word(chain)[1].replaced_by
            if by:
                found[by] = (*found.get(by, ()), self._related(chain))
        return found

    def _related(self, chain: list[Stand]) -> Related:
        file, latest = _last_word(chain)
        face = latest.face(public=self._public)
        return Related(
            uid=latest.uid,
            ref=latest.ref,
            meeting=face.title,
            date=file.date,
            text=STUB if self._hides(chain) else face.text,
        )


def _each_once(files: Iterable[IndexedMeeting]) -> list[IndexedMeeting]:
    """Leave out copies: of files that are one meeting, the last by name is it."""
    return list({one.meeting: one for one in files}.values())


def _order(stand: Stand) -> tuple[date, bool, time, str]:
    """Return a standing's place among its action's; on one day, brought forward comes after arisen."""
    file, standing = stand
    return file.date, standing.brought, file.start or time.min, file.name


def _last_word(chain: list[Stand]) -> Stand:
    """Find the standing that says how an action stands: by the rule of `tui.meeting.actions.appearances.last_word`."""
    if len(chain) == 1 or chain[-1][1].spoken_of:
        return chain[-1]
    spoken = next((one for one in reversed(chain) if one[1].spoken_of), chain[0])
    return chain[-1] if spoken[1].status is Status.OPEN else spoken


def _age(chain: list[Stand]) -> tuple[date, str, int]:
    """Return an action's place in the register: by when it arose, then in the order of capture."""
    first = chain[0][1]
    return first.origin_date, first.uid.rpartition("-")[0], first.arose


def _withheld_names(chain: list[Stand]) -> set[str]:
    """Return the names that one of the meetings withholds, so that no other one gives them away."""
    found: set[str] = set()
    for _, standing in chain:
        if standing.public is not None:
            found.update(_differing(standing.internal.owners, standing.public.owners))
            for one, shown in zip(standing.internal.heard, standing.public.heard, strict=False):
                found.update(_differing(one.speakers, shown.speakers))
    return found


def _differing(names: tuple[str, ...], shown: tuple[str, ...]) -> Iterator[str]:
    return (name for name, seen in zip(names, shown, strict=False) if name != seen)


def _without(names: set[str], row: RegisterRow) -> RegisterRow:
    """Return the row without these names of owners and speakers."""
    if not names:
        return row
    known = [(STUB, "", "") if owner[0] in names else owner for owner in owners_of(row)]
    return replace(
        row,
        owners=tuple(owner for owner, _, _ in known),
        holders=tuple(holder for _, holder, _ in known),
        posts=tuple(post for _, _, post in known),
        heard=tuple(replace(one, speakers=tuple(_stubbed(one.speakers, names))) for one in row.heard),
    )


def _stubbed(speakers: tuple[str, ...], names: set[str]) -> Iterator[str]:
    return (STUB if speaker in names else speaker for speaker in speakers)


def _hidden(row: RegisterRow) -> RegisterRow:
    """Return the row of an action of which the version shows nothing but that it is there."""
    return replace(
        row,
        text=STUB,
        owners=(),
        holders=(),
        posts=(),
        due="",
        due_date=None,
        overdue=False,
        updates=0,
        topic="",
        restricted=True,
        heard=(),
        steps=(),
    )
