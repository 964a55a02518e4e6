"""Amendments: what was changed in the notes after they were approved, told from the history.

What counts is the notes as approved beside the notes as they stand: a change that was undone, or made and made
back, is no amendment. Stepping through the sections, the chair's ticks in the review, waivers and the approval itself
are no part of the notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace

from tui.meeting.approval.amendment import Amendment
from tui.meeting.approval.row_words import RowText, place_of, row_words, tell
from tui.meeting.history.journal import Change, Journal
from tui.meeting.history.replay import as_it_stood
from tui.meeting.history.row_changes import Fields, RowChange, difference
from tui.meeting.history.since import without_struck
from tui.meeting.model import Entry, Meeting, Person, Section, SectionState
from tui.meeting.redaction.public_version import public
from tui.meeting.redaction.secret_words import secrets_of, words_of
from tui.meeting.text.inline_markup import has_restricted

Key = tuple[str, int]
"""A row's table and id; 0 for the meeting as a whole, and for the order of a table's rows."""

_MEETING: Key = ("meeting", 0)
_SILENT = {
    "meeting": frozenset({"current_kind", "touched", "waivers", "approval", "published", "closing"}),
    "sections": frozenset({"state", "reached"}),
}
"""The fields that no notes print, or that are told from the whole and not from a step through the sections."""


def approved_at(journal: Journal) -> int | None:
    """Return how many changes had been made when the approval that stands was given; None for a draft."""
    if journal.meeting.approval is None:
        return None
    for place in range(len(journal.history), 0, -1):
        for part in journal.history[place - 1].parts:
            given = part.table == "meeting" and (part.after or {}).get("approval")
            if given and not (part.before or {}).get("approval"):
                return place
    return None


def amendments(journal: Journal) -> tuple[Amendment, ...]:
    """Return what was changed after the notes were approved, oldest first; nothing for a draft.

    Where the history does not reach back to the approval, as after a recovery, nothing is told.
    """
    start = approved_at(journal)
    if start is None or start == len(journal.history):
        return ()
    return changes_between(journal, start, len(journal.history))


def changes_between(journal: Journal, first: int, last: int) -> tuple[Amendment, ...]:
    """Tell how the notes differ between two states of the meeting, after so many changes each; the oldest first."""
    journal = replace(journal, meeting=as_it_stood(journal, last), history=journal.history[:last])
    was, now = _printed(as_it_stood(journal, first)), _printed(journal.meeting)
    if was == now:
        return ()
    days, latest = _days(journal, first), journal.history[-1].at
    hidden = _Hidden(was, now)
    found = [
        replace(
            one,
            at=days.get(key) or days.get((key[0], 0)) or latest,
            withheld=hidden.hides(key, one),
            public_place=hidden.place(key),
        )
        for key, one in _differences(was, now)
    ]
    return tuple(sorted(found, key=lambda one: one.at.timestamp()))


def _printed(meeting: Meeting) -> Meeting:
    """Return the meeting with nothing but what its notes print, so that only that is compared."""
    meeting = without_struck(meeting)
    entries = tuple(
        replace(e, literal=False, action=replace(e.action, agreed=False, earlier=(), since=()) if e.action else None)
        for e in meeting.entries
    )
    sections = tuple(replace(s, reached=None, state=_printed_state(s.state)) for s in meeting.sections)
    bare = Meeting(id=meeting.id, title="", date=meeting.date)
    fields = {name: getattr(bare, name) for name in _SILENT["meeting"]}
    return replace(meeting, entries=entries, sections=sections, **fields)


def _printed_state(state: SectionState) -> SectionState:
    return state if state in (SectionState.DEFERRED, SectionState.SKIPPED) else SectionState.VISITED


def _days(journal: Journal, start: int) -> dict[Key, datetime]:
    """Say when each row was last changed, changes that were undone aside."""
    found: dict[Key, datetime] = {}
    for change in _in_force(journal.history[start:]):
        for part in change.parts:
            if not _is_silent(part):
                found[part.table, part.id] = change.at
    return found


def _in_force(changes: tuple[Change, ...]) -> Iterator[Change]:
    """Return the changes that undo has not taken back, in order; a mere record of changes knows no undo."""
    undone: set[int] = set()
    for change in changes:
        if change.undoes is not None and not change.stepping:
            undone.add(change.undoes)
        elif change.redoes is not None and not change.stepping:
            undone.discard(change.redoes)
    for change in changes:
        by_undo = change.undoes is not None or change.redoes is not None
        if change.id not in undone and (change.stepping or not by_undo):
            yield change


def _is_silent(part: RowChange) -> bool:
    """Return whether a change of a row is none of the notes: a step, a tick in the review, a waiver."""
    if part.before is None or part.after is None:
        return False
    changed = {name for name in (*part.before, *part.after) if part.before.get(name) != part.after.get(name)}
    if part.table == "entries" and changed == {"action"}:
        return _ticked(part.before["action"]) == _ticked(part.after["action"])
    return changed <= _SILENT.get(part.table, frozenset())


def _ticked(action: Fields | None) -> Fields:
    return {**(action or {}), "agreed": None, "since": None}


def _differences(was: Meeting, now: Meeting) -> Iterator[tuple[Key, Amendment]]:
    """Return what differs between two states, row by row; rows that only changed places come once for their table."""
    for part in difference(was, now):
        if part.table == "meeting":
            yield from ((_MEETING, one) for one in _of_meeting(was, now))
        elif part.id == 0:
            for row_id in _moved((part.before or {})["order"], (part.after or {})["order"]):
                row = _row(now, part.table, row_id)
                if row is not None:
                    yield (part.table, row_id), _amendment(part.table, row_id, "moved", tell(now, row))
        elif (one := _of_row(part.table, part.id, was, now)) is not None:
            yield (part.table, part.id), one


def _moved(before: list[int], after: list[int]) -> list[int]:
    """Return the row that was taken from its place; where more were, the first that stands elsewhere."""
    kept = set(before) & set(after)
    old, new = [i for i in before if i in kept], [i for i in after if i in kept]
    for row in new:
        if [i for i in old if i != row] == [i for i in new if i != row]:
            return [row]
    return [row for place, row in enumerate(new) if old[place] != row][:1]


def _of_meeting(was: Meeting, now: Meeting) -> Iterator[Amendment]:
    old, new = row_words(was), row_words(now)
    for subject in dict.fromkeys((*old, *new)):
        before, after = old.get(subject, ""), new.get(subject, "")
        if before != after:
            what = "changed" if before and after else "added" if after else "removed"
            yield Amendment(what=what, subject=subject, before=before, after=after)


def _of_row(table: str, row_id: int, was: Meeting, now: Meeting) -> Amendment | None:
    """Return how a row differs; None where the notes tell the same of it."""
    old, new = _row(was, table, row_id), _row(now, table, row_id)
    before, after = tell(was, old) if old else None, tell(now, new) if new else None
    if before is None or after is None:
        named = after or before
        return _amendment(table, row_id, "added" if after else "removed", named, before, after) if named else None
    if before.words != after.words:
        return _amendment(table, row_id, "changed", after, before, after)
    if before.subject != after.subject:
        kinds = RowText(subject="", words=before.subject), RowText(subject="", words=after.subject)
        return _amendment(table, row_id, "changed", replace(after, subject="entry"), *kinds)
    if before.place != after.place or table == "sections":
        return _amendment(table, row_id, "moved", after)
    return None


def _amendment(
    table: str, row_id: int, what: str, named: RowText, before: RowText | None = None, after: RowText | None = None
) -> Amendment:
    return Amendment(
        what=what,
        place=named.place,
        subject=named.subject,
        before=before.words if before else "",
        after=after.words if after else "",
        entry=row_id if table == "entries" else None,
    )


def _row(meeting: Meeting, table: str, row_id: int) -> Entry | Section | Person | None:
    rows: tuple[Entry | Section | Person, ...] = getattr(meeting, table)
    return next((row for row in rows if row.id == row_id), None)


class _Hidden:
    """What the public may not see of the notes as they were, and as they are."""

    def __init__(self, was: Meeting, now: Meeting) -> None:
        self._states = [(meeting, public(meeting)) for meeting in (now, was)]
        # The notes of another day may hold openly what is restricted in these.
        self._secrets = secrets_of(was).words | secrets_of(now).words

    def hides(self, key: Key, one: Amendment) -> bool:
        """Return whether an amendment has to do with anything restricted, before or after."""
        table, row_id = key
        if key != _MEETING and any(
            _row(meeting, table, row_id) != _row(shown, table, row_id) for meeting, shown in self._states
        ):
            return True
        words = f"{one.before}\n{one.after}\n{one.subject}"
        return has_restricted(words) or not self._secrets.isdisjoint(words_of(words))

    def place(self, key: Key) -> str:
        """Return where an amendment stands, as the public may know it; empty where that itself is restricted."""
        table, row_id = key
        for meeting, _ in self._states:
            row = _row(meeting, table, row_id) if key != _MEETING else None
            if row is None:
                continue
            section_id = row.section if isinstance(row, Entry) else row.id if isinstance(row, Section) else None
            states = [one for _, one in self._states] if section_id is not None else []
            places = {place_of(one, s) for one in states for s in one.sections if s.id == section_id}
            # Another name of the section may be what is restricted in the other state.
            return places.pop() if len(places) == 1 and not any(map(has_restricted, places)) else ""
        return ""
