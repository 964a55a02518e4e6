"""A year of a series, keyed in through the program's own functions, and what ought to have become of its actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.new_meeting import Made, next_meeting_after
from tui.book.opened import OpenMeeting, open_meeting
from tui.book.register.register import register
from tui.meeting.actions.appearances import (
    Appearance,
    Identity,
    appearances_in,
    earlier_updates,
    identity_of,
)
from tui.meeting.actions.latest_status import latest_status
from tui.meeting.actions.register_filter import Wanted
from tui.meeting.capture.capture import Outcome, enter
from tui.meeting.capture.editing import set_due, set_owners
from tui.meeting.dates.due import due_from_words
from tui.meeting.history.journal import commit
from tui.meeting.model import Action, EarlierUpdate, Entry, Meeting, SectionState, Status
from tui.use_cases.making import new_meeting

AT = datetime(2021, 1, 1, 9, 0, tzinfo=UTC)
AGENDA = """# Ferry Stage Trust January 2021
Date: Tuesday 26 January 2021 18:30
Chair: Una Marsh
Series: Ferry Stage Trust
Repeats: last Tuesday of the month

## Attendance
- Una Marsh, Warden (WA)
- Pat Keel, Engineer (EN)
- Rory Stern, Purser (PU)

## Agenda
1. Matters arising
2. The landing stage
   2.1 Timber
3. Any other business
"""

Deed = tuple[str, int]
"""A sort of thing that a meeting does, and a number that chooses the action it does it to."""


class Heard(NamedTuple):
    """What a meeting heard of an action (`""`), or the owners or due it gave it."""

    day: date
    change: str
    words: str


class Fate:
    """What ought to have become of one action."""

    def __init__(self, identity: Identity, words: str, due_after: date | None) -> None:
        self.identity = identity
        self.words = words
        self.due_after = due_after
        """The meeting that said that it is due at the next one; None where none did."""
        self.status = Status.OPEN
        self.heard: list[Heard] = []
        self.replaces: list[Identity] = []

    def changed(self, day: date, change: str, words: str) -> None:
        """Note what a meeting made of the owners or the due; only what it came to in the end is told."""
        self.heard = [one for one in self.heard if (one.day, one.change) != (day, change)]
        self.heard.append(Heard(day, change, words))


class Year:
    """Meetings of one series in a book, made one after another, with the fate of every action beside them."""

    def __init__(self, folder: Path) -> None:
        self.book = Book(folder)
        self.fates: dict[Identity, Fate] = {}
        self.paths = [new_meeting(self.book, AGENDA, "january.md", after=None, day=None, at=AT).path]
        self._lines = 0

    def follow(self, day: date | None = None) -> Made:
        """Make the meeting after the latest one."""
        made = next_meeting_after(self.book, self.paths[-1], day=day, at=AT)
        assert made.new
        self.paths.append(made.path)
        return made

    def follow_again(self) -> Made:
        """Run it once more on the last meeting but one."""
        made = next_meeting_after(self.book, self.paths[-2], day=read_meeting(self.paths[-1]).date, at=AT)
        assert not made.new
        assert made.path == self.paths[-1]
        return made

    def hold(self, deeds: Sequence[Deed], *, at: int = -1) -> None:
        """Key a meeting in, by default the latest."""
        with open_meeting(self.paths[at]) as opened:
            for deed, choice in deeds:
                getattr(self, f"_{deed}")(opened, choice)

    def _command(self, opened: OpenMeeting, line: str) -> Outcome:
        self._lines += 1
        outcome = enter(opened.journal, line, AT + timedelta(minutes=self._lines))
        opened.take(outcome.journal, line="")
        return outcome

    def _line(self, opened: OpenMeeting, line: str) -> Entry:
        outcome = self._command(opened, line)
        assert outcome.entry is not None
        return opened.meeting.entry(outcome.entry)

    def _chosen(
        self, opened: OpenMeeting, choice: int, *, brought: bool = False
    ) -> tuple[Entry, Action, Fate] | tuple[None, None, None]:
        """Choose an action that is open in a meeting."""
        found = [
            (entry, entry.action)
            for entry in opened.meeting.entries
            if entry.action and entry.action.status is Status.OPEN and (entry.action.origin or not brought)
        ]
        if not found:
            return None, None, None
        entry, action = found[choice % len(found)]
        return entry, action, self.fates[identity_of(opened.meeting, entry)]

    def _arise(self, opened: OpenMeeting, choice: int, replacing: str = "") -> Fate:
        due = (" ^next meeting", "", " ^in a month")[choice % 3]
        # Beside the words: in them, they would be told anew whenever the task is handed over.
        owner = ("WA", "EN", "PU")[choice // 3 % 3]
        entry = self._line(opened, f"!Do task {len(self.fates) + 1}{replacing} @{owner}{due}")
        identity = identity_of(opened.meeting, entry)
        self.fates[identity] = Fate(identity, entry.text, opened.meeting.date if choice % 3 == 0 else None)
        return self.fates[identity]

    def _update(self, opened: OpenMeeting, choice: int) -> None:
        _, action, fate = self._chosen(opened, choice, brought=True)
        if action is not None and fate is not None:
            for line in (f"~{action.ref} news {self._lines}", f"-more after line {self._lines}"):
                entry = self._line(opened, line)
                fate.heard.append(Heard(opened.meeting.date, "", entry.text))

    def _done(self, opened: OpenMeeting, choice: int) -> None:
        _, action, fate = self._chosen(opened, choice)
        if action is not None and fate is not None:
            self._command(opened, f"/done {action.ref}")
            fate.status = Status.DONE

    def _drop(self, opened: OpenMeeting, choice: int) -> None:
        _, action, fate = self._chosen(opened, choice)
        if action is not None and fate is not None:
            self._command(opened, f"/drop {action.ref}")
            fate.status = Status.DROPPED

    def _replace(self, opened: OpenMeeting, choice: int) -> None:
        _, action, fate = self._chosen(opened, choice)
        if action is not None and fate is not None:
            new = self._arise(opened, choice, f" <{action.ref}")
            new.replaces = [*fate.replaces, fate.identity]
            fate.status = Status.REPLACED

    def _hand_over(self, opened: OpenMeeting, choice: int) -> None:
        entry, action, fate = self._chosen(opened, choice, brought=True)
        if entry is not None and action is not None and fate is not None:
            self._lines += 1
            meeting = set_owners(opened.meeting, [entry.id], (f"Group {self._lines}",))
            opened.take(commit(opened.journal, meeting, "owners", AT))
            fate.changed(meeting.date, "owners", f"Group {self._lines}")

    def _put_off(self, opened: OpenMeeting, choice: int) -> None:
        entry, _, fate = self._chosen(opened, choice, brought=True)
        if entry is not None and fate is not None:
            due = due_from_words(opened.meeting, "next meeting")
            meeting = set_due(opened.meeting, [entry.id], due)
            opened.take(commit(opened.journal, meeting, "due", AT))
            fate.due_after = meeting.date
            fate.changed(meeting.date, "due", "next meeting")

    def _take_back(self, opened: OpenMeeting, choice: int) -> None:
        """Key a line about an action and take it back."""
        _, action, _ = self._chosen(opened, choice, brought=True)
        self._line(opened, f"~{action.ref} nothing" if action else "!WA to do nothing")
        self._command(opened, "/undo")

    def check(self) -> None:
        """Hold what stands in the book against what ought to have become of every action."""
        meetings = [read_meeting(path) for path in self.paths]
        assert len({meeting.date for meeting in meetings}) == len(meetings) == len(self.book.files())
        for meeting in meetings:
            check_meeting(meeting)
        chains = appearances_in(meetings)
        assert chains.keys() == self.fates.keys()
        for identity, chain in chains.items():
            _check_chain(self.fates[identity], chain, meetings)
        self._check_register(meetings[-1])

    def _check_register(self, latest: Meeting) -> None:
        rows, errors, _ = register(self.book, today=latest.date)
        assert list(errors) == []
        assert len(rows) == len(self.fates)
        found = {row.text: row for row in rows}
        assert {words: row.status for words, row in found.items()} == {
            fate.words: fate.status for fate in self.fates.values()
        }
        assert {row.meeting_file for row in rows if row.status is Status.OPEN} <= {self.paths[-1].name}
        for status in Status:
            asked = register(self.book, today=latest.date, wanted=Wanted(statuses=(status,))).rows
            assert asked == tuple(row for row in rows if row.status is status)


def check_meeting(meeting: Meeting) -> None:
    """See that a meeting has each action once, under one ref, and one subsection for each meeting they come from."""
    actions = [entry for entry in meeting.entries if entry.action]
    _check_different(identity_of(meeting, entry) for entry in actions)
    _check_different(entry.action.ref for entry in actions if entry.action)
    _check_different(section.brought_from.id for section in meeting.sections if section.brought_from)
    _check_different(section.id for section in meeting.sections)
    _check_different(entry.id for entry in meeting.entries)
    assert sum(section.state is SectionState.CURRENT for section in meeting.sections) == 1


def _check_different(values: Iterable[object]) -> None:
    found = list(values)
    assert len(found) == len(set(found)), found


def _check_chain(fate: Fate, chain: list[Appearance], meetings: list[Meeting]) -> None:
    """Hold one action in all its meetings against its fate."""
    first, latest = chain[0], chain[-1]
    assert (first.meeting.id, first.entry.id) == fate.identity, "its first meeting is its origin"
    assert (first.action.origin, first.entry.text) == (None, fate.words)
    for before, later in pairwise(chain):
        assert later.action.origin is not None
        assert (later.action.origin.meeting.id, later.action.origin.entry) == fate.identity
        assert meetings.index(before.meeting) + 1 == meetings.index(later.meeting), "it passed over no meeting"
    assert latest_status(chain).action.status is fate.status
    assert latest.meeting is meetings[-1] or fate.status is not Status.OPEN, "what is open is in the latest meeting"
    assert _told(earlier_updates(chain)) == sorted(fate.heard)
    if latest is not first:
        before_latest = [one for one in fate.heard if one.day < latest.meeting.date]
        assert _told(latest.action.earlier) == sorted(before_latest), "it brings along what was heard before"
        assert [(one.origin.meeting.id, one.origin.entry) for one in latest.action.replaces] == fate.replaces
    following = [meeting.date for meeting in meetings if fate.due_after and meeting.date > fate.due_after]
    if following and fate.status is Status.OPEN:
        assert latest.action.due is not None
        assert latest.action.due.date == following[0], "it is due on the day on which the next meeting is"


def _told(updates: Sequence[EarlierUpdate]) -> list[Heard]:
    assert [one.meeting.date for one in updates] == sorted(one.meeting.date for one in updates)
    return sorted(Heard(one.meeting.date, one.change, one.text) for one in updates)
