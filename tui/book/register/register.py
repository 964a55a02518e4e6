"""The actions of the whole book, each counted once however many meetings it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from tui.book.folder import Book
from tui.book.meeting_file import read_journal
from tui.book.register.action_at import ActionAt, order_of
from tui.book.register.index import SomeRows, dates_of_series, each_action_once, read_index, said_of_copies
from tui.book.register.indexed_meeting import ACTIONS, OWNERS, ActionFields, IndexedAction, IndexedMeeting
from tui.book.register.kept_index import Progress
from tui.book.register.standing import NeededActions
from tui.book.register.summary_rows import MEETING
from tui.meeting.actions.latest_status import latest_status
from tui.meeting.actions.register_filter import Owner, Wanted, owners_of, posts_of, wanted_rows
from tui.meeting.actions.register_row import Heard, RegisterRow, Related, Stood
from tui.meeting.dates.due_meetings import due_at_meeting
from tui.meeting.model import Due, NamedMeeting, Status
from tui.meeting.redaction.inherited import texts_without
from tui.meeting.redaction.stubs import WITHHELD, shown_words
from tui.meeting.redaction.walk import Texts
from tui.meeting.text.inline_markup import withheld
from tui.meeting.text.sanitizing import showable

IndexedAppearance = ActionAt[IndexedAction]
"""An action in one of its meetings, as the index keeps it."""

Chain = list[IndexedAppearance]
"""An action in all of the meetings that have it, in order."""


class Register(NamedTuple):
    """The actions that were asked for, and the errors of the files that can't be read."""

    rows: tuple[RegisterRow, ...]
    errors: tuple[str, ...]
    copies: tuple[str, ...] = ()
    """What is to be said of files that are copies of a meeting."""


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
    wanted = wanted or Wanted()
    needed = NeededActions(wanted.all_statuses)
    found = read_index(book, progress, rows=[MEETING, OWNERS], some=SomeRows(ACTIONS, needed.names))
    meetings = found.meetings
    rows = Chains(meetings, today, public=public, needed=needed).rows(wanted)
    return Register(rows, found.errors, said_of_copies(meetings))


def meeting_register(path: Path, *, today: date, public: bool = True) -> tuple[RegisterRow, ...]:
    """List the actions of one meeting as they stand in its file, whatever has become of them since.

    Raises BookError where it can't be read.
    """
    from tui.book.inherited import as_restricted_since
    from tui.book.register.indexing import index_meeting
    from tui.meeting.history.since import as_signed

    journal = read_journal(path)
    journal = replace(journal, meeting=as_signed(as_restricted_since(path, journal.meeting)))
    return Chains([index_meeting(path.name, journal)], today, public=public).rows(Wanted())


def latest_appearance(meetings: Iterable[IndexedMeeting], uid: str) -> IndexedAppearance | None:
    """Find the meeting that says how an action stands, and how; None where no meeting has it."""
    found = [one for one in _appearances(each_action_once(meetings)) if one.action.uid == uid]
    return latest_status(sorted(found, key=order_of)) if found else None


def latest_appearances(meetings: Iterable[IndexedMeeting]) -> list[IndexedAppearance]:
    """Return every action where it is said how it stands."""
    chains: dict[str, Chain] = {}
    for one in sorted(_appearances(meetings), key=order_of):
        chains.setdefault(one.action.uid, []).append(one)
    return [latest_status(chain) for chain in chains.values()]


class Chains:
    """The actions of some meetings, each through all of those that have it."""

    def __init__(
        self, meetings: Iterable[IndexedMeeting], today: date, *, public: bool, needed: NeededActions | None = None
    ) -> None:
        """With `needed`, no more than it takes for `rows` of their statuses."""
        self._meetings = each_action_once(meetings)
        self._today = today
        self._public = public
        self._days: dict[tuple[str, ...], list[date]] = {}
        self._due_dates: dict[tuple[object, ...], date | None] = {}
        self._chains: dict[str, Chain] = {}
        uids, holding = needed.of(self._meetings) if needed else (None, self._meetings)
        for one in _appearances(holding):
            if uids is None or one.action.uid in uids:
                self._chains.setdefault(one.action.uid, []).append(one)
        for chain in self._chains.values():
            if len(chain) > 1:
                chain.sort(key=order_of)

    def rows(self, wanted: Wanted) -> tuple[RegisterRow, ...]:
        """Return the rows that are wanted, in the order that is."""
        statuses = wanted.all_statuses
        chains = [chain for chain in self._chains.values() if not statuses or latest_status(chain).status in statuses]
        chains.sort(key=_age)
        posts = posts_of(self._owners()) if wanted.owner else {}
        return wanted_rows([self._row(chain) for chain in chains], wanted, posts)

    def _owners(self) -> Iterator[Owner]:
        """Return the owners of all the meetings' actions, as far as the version shows them."""
        for one in self._meetings:
            owners = OWNERS.of(one)[0]
            yield from owners.public if self._public else owners.internal

    def _row(self, chain: Chain) -> RegisterRow:
        file, latest = latest_status(chain)
        fields = latest.fields(public=self._public)
        row = self._row_of(file, latest, fields, chain[0].action)
        if len(chain) > 1 or fields.earlier:
            row = self._through(chain, row, row.revision - latest.revision)
        if not self._public:
            return row
        if self._hides(chain):
            return _hidden(row)
        row = _without(_withheld_names(chain), row) if row.restricted else row
        return _without_phrases(_texts_of(chain), row)

    def _row_of(
        self, file: IndexedMeeting, latest: IndexedAction, fields: ActionFields, first: IndexedAction
    ) -> RegisterRow:
        """Make the row of an action from where it stands now, and where it arose."""
        origin = fields if first is latest else first.fields(public=self._public)
        due_date = self._due_date(fields, fields.due_meeting, file) if fields.due_meeting else fields.due_date
        return RegisterRow(
            uid=latest.uid,
            ref=latest.ref,
            text=fields.text,
            owners=fields.owners,
            holders=fields.holders,
            posts=fields.posts,
            due=fields.due,
            due_date=due_date,
            status=latest.status,
            overdue=latest.status is Status.OPEN and due_date is not None and due_date < self._today,
            updates=fields.updates,
            meeting=fields.title,
            meeting_date=file.date,
            meeting_file=self._name(file),
            series=file.series,
            section=fields.section,
            topic=origin.topic,
            origin_title=origin.origin_title,
            origin_date=first.origin_date,
            restricted=latest.restricted,
            heard=fields.heard,
            steps=fields.steps,
            stood=(self._stood(file, latest, fields),),
            replaced_by=self._replaced_by(latest) if latest.replaced_by else None,
            replaces=self._replaced.get(latest.uid, ()),
            revision=latest.revision + (due_date != fields.due_date),
            changed=latest.changed,
        )

    def _through(self, chain: Chain, row: RegisterRow, moved: int) -> RegisterRow:
        """Add to the row of one of an action's actions what the others have."""
        return replace(
            row,
            restricted=any(action.restricted for _, action in chain),
            heard=self._heard(chain),
            steps=tuple(step for _, one in chain for step in one.fields(public=self._public).steps),
            stood=tuple(self._stood(file, one, one.fields(public=self._public)) for file, one in chain),
            revision=moved + len(chain) - 1 + sum(action.revision for _, action in chain),
            changed=max(action.changed for _, action in chain),
        )

    def _hides(self, chain: Chain) -> bool:
        """Whether the version shows nothing of an action.

        Restricted once is restricted: a later meeting may not repeat what an earlier one restricted.
        """
        return self._public and any(action.hidden for _, action in chain)

    def _heard(self, chain: Chain) -> tuple[Heard, ...]:
        """Return the updates of all the meetings; of one whose file is gone, what the later ones brought along."""
        shown = [(file, action.fields(public=self._public)) for file, action in chain]
        if not any(fields.heard or fields.earlier for _, fields in shown):
            return ()
        here = {file.meeting for file, _ in shown}
        gone = {(meeting, heard.text): heard for _, fields in shown for meeting, heard in fields.earlier}
        found = [heard for (meeting, _), heard in gone.items() if meeting not in here]
        return tuple(
            sorted((*found, *(heard for _, fields in shown for heard in fields.heard)), key=lambda one: one.date)
        )

    def _stood(self, file: IndexedMeeting, action: IndexedAction, fields: ActionFields) -> Stood:
        return Stood(meeting=fields.title, date=file.date, file=self._name(file), ref=action.ref, status=action.status)

    def _name(self, file: IndexedMeeting) -> str:
        return file.shown_name if self._public else showable(file.name)

    def _due_date(self, fields: ActionFields, named: NamedMeeting, file: IndexedMeeting) -> date | None:
        """Return the date that is due: the named meeting's own where that is known by now."""
        key = (file.keys, named, fields.due_date)
        if key not in self._due_dates:
            due = Due(words=fields.due, date=fields.due_date, meeting=named)
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
        return dates_of_series(self._meetings)

    def _replaced_by(self, latest: IndexedAction) -> Related | None:
        found = self._chains.get(latest.replaced_by) if latest.replaced_by else None
        return self._related(found) if found else None

    @cached_property
    def _replaced(self) -> dict[str, tuple[Related, ...]]:
        """What each action replaced."""
        found: dict[str, tuple[Related, ...]] = {}
        for chain in self._chains.values():
            by = latest_status(chain).action.replaced_by
            if by:
                found[by] = (*found.get(by, ()), self._related(chain))
        return found

    def _related(self, chain: Chain) -> Related:
        file, latest = latest_status(chain)
        fields = latest.fields(public=self._public)
        return Related(
            uid=latest.uid,
            ref=latest.ref,
            meeting=fields.title,
            date=file.date,
            text=self._words(chain, fields.text),
        )

    def _words(self, chain: Chain, text: str) -> str:
        """Return the words of an action as the version shows them."""
        texts = _texts_of(chain) if self._public else None
        if self._hides(chain):
            return WITHHELD
        return text if texts is None else shown_words(withheld(texts.words(text)))


def _appearances(meetings: Iterable[IndexedMeeting]) -> Iterator[IndexedAppearance]:
    """Return the actions of all the meetings, as each of them has it; `meetings` hold each action once."""
    return (IndexedAppearance(one, action) for one in meetings for action in ACTIONS.of(one))


def _age(chain: Chain) -> tuple[date, str, int]:
    """Return an action's place in the register: by when it arose, then in the order of capture."""
    first = chain[0].action
    return first.origin_date, first.uid.rpartition("-")[0], first.arose


def _withheld_names(chain: Chain) -> set[str]:
    """Return the names that one of the meetings withholds, so that no other one gives them away."""
    found: set[str] = set()
    for _, action in chain:
        if action.public is not None:
            found.update(_differing(action.internal.owners, action.public.owners))
            for one, shown in zip(action.internal.heard, action.public.heard, strict=False):
                found.update(_differing(one.speakers, shown.speakers))
    return found


def _differing(names: tuple[str, ...], shown: tuple[str, ...]) -> Iterator[str]:
    return (name for name, seen in zip(names, shown, strict=False) if name != seen)


def _without(names: set[str], row: RegisterRow) -> RegisterRow:
    """Return the row without these names of owners and speakers."""
    if not names:
        return row
    known = [(WITHHELD, "", "") if owner[0] in names else owner for owner in owners_of(row)]
    return replace(
        row,
        owners=tuple(owner for owner, _, _ in known),
        holders=tuple(holder for _, holder, _ in known),
        posts=tuple(post for _, _, post in known),
        heard=tuple(replace(one, speakers=tuple(_stubbed(one.speakers, names))) for one in row.heard),
        steps=tuple(replace(one, owners=one.owners and tuple(_stubbed(one.owners, names))) for one in row.steps),
    )


def _stubbed(speakers: tuple[str, ...], names: set[str]) -> Iterator[str]:
    return (WITHHELD if speaker in names else speaker for speaker in speakers)


def _texts_of(chain: Chain) -> Texts | None:
    """Return what restricts in a text what any of an action's meetings does; None where none of them does."""
    phrases = frozenset(phrase for one in chain for phrase in one.action.phrases)
    return texts_without(phrases) if phrases and len(chain) > 1 else None


def _without_phrases(texts: Texts | None, row: RegisterRow) -> RegisterRow:
    """Return the row without the phrases that one of the action's meetings restricts."""
    if texts is None:
        return row

    def shown(text: str) -> str:
        return shown_words(withheld(texts.words(text)))

    stepped = (name for one in row.steps for name in one.owners or ())
    names = (*row.owners, *(name for one in row.heard for name in one.speakers), *stepped)
    row = _without({name for name in names if texts.label(name) != name}, row)
    return replace(
        row,
        text=shown(row.text),
        due=shown(row.due),
        topic=shown(row.topic),
        heard=tuple(replace(one, text=shown(one.text)) for one in row.heard),
        steps=tuple(replace(one, reason=shown(one.reason), due=one.due and shown(one.due)) for one in row.steps),
        restricted=True,
    )


def _hidden(row: RegisterRow) -> RegisterRow:
    """Return the row of an action of which the version shows nothing but that it is there."""
    return replace(
        row,
        text=WITHHELD,
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
