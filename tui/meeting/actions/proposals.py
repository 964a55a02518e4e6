"""What somebody settled of a meeting that another writes: entry by entry, taken in where nothing contradicts it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Any

import msgspec
from msgspec.structs import replace

from tui.meeting.actions.actions import next_ref
from tui.meeting.history.journal import Change, Journal, commit
from tui.meeting.model import Entry, Meeting, Value


class ProposedEntry(Value, frozen=True, kw_only=True):
    """One entry as it was and as it is to be."""

    before: Entry | None = None
    """As whoever settled it saw it; None for one that was added."""
    after: Entry | None = None
    """As it is to be; None for one that was taken out."""
    behind: int | None = None
    """Id of the entry that one which was added stands behind; None for the first."""

    @property
    def entry(self) -> Entry:
        """The entry as it is to be, or was."""
        entry = self.after or self.before
        assert entry is not None, "one of the two is there"
        return entry


class Proposal(Value, frozen=True, kw_only=True):
    """One change that was made where the meeting could not be written."""

    id: str
    meeting: str
    who: str
    """Who made it: `ben on pad`."""
    what: str
    """As the history calls it: `agreed`."""
    at: datetime
    entries: tuple[ProposedEntry, ...]


def proposed(before: Meeting, after: Meeting) -> tuple[ProposedEntry, ...]:
    """Return the entries that differ between two states of a meeting."""
    old = {entry.id: entry for entry in before.entries}
    new = {entry.id for entry in after.entries}
    found = [ProposedEntry(before=entry) for entry in before.entries if entry.id not in new]
    behind: int | None = None
    for entry in after.entries:
        was = old.get(entry.id)
        if was is None:
            found.append(ProposedEntry(after=entry, behind=behind))
        elif was != entry:
            found.append(ProposedEntry(before=was, after=entry))
        behind = entry.id
    return tuple(found)


def contradicted(meeting: Meeting, proposal: Proposal) -> tuple[ProposedEntry, ...]:
    """Return what of a proposal was changed in the meeting too; all of it once the notes are approved."""
    approved = meeting.approval is not None
    return tuple(one for one in proposal.entries if approved or not _fits(meeting, one))


def _fits(meeting: Meeting, one: ProposedEntry) -> bool:
    if one.before is None:
        return True
    now = _now(meeting, one.before)
    return now in (_named_as(one.before, now), _named_as(one.after, now))


def _now(meeting: Meeting, entry: Entry) -> Entry | None:
    """Return an entry as the meeting has it; None where it is gone.

    One that another proposal added has an id of its own here, and its old one may be that of another line.
    """
    alike = [one for one in meeting.entries if one.captured == entry.captured]
    same = [one for one in alike if one.id == entry.id]
    if not same:
        alike = [one for one in alike if (one.section, one.kind) == (entry.section, entry.kind)]
        same = [one for one in alike if one.text == entry.text] or alike
    return same[0] if len(same) == 1 else None


def _named_as(entry: Entry | None, other: Entry | None) -> Entry | None:
    """Return an entry under the id of another, and under its reference where both are actions."""
    if entry is None or other is None or entry.id == other.id:
        return entry
    action = entry.action
    if action is not None and other.action is not None:
        action = replace(action, ref=other.action.ref)
    return replace(entry, id=other.id, action=action)


def taken_in(journal: Journal, proposal: Proposal, at: datetime) -> Journal:
    """Make a change that nothing contradicts; one that was made already is not made again.

    Whoever takes the pen over is offered what was taken in and not answered yet, and has maybe changed since.
    """
    meeting = _with_all(journal.meeting, proposal, journal.history)
    # As stepping, so that whoever writes takes back what they did themselves, and never what another settled.
    return commit(journal, meeting, f"{proposal.what}, {proposal.who}", at, stepping=True)


def as_proposed(meeting: Meeting, proposal: Proposal) -> Meeting:
    """Return the meeting as whoever settled it would have it, to be compared with it entry by entry."""
    return _with_all(meeting, proposal)


def _with_all(meeting: Meeting, proposal: Proposal, history: tuple[Change, ...] = ()) -> Meeting:
    for one in proposal.entries:
        now = _now(meeting, one.before) if one.before is not None else None
        if now is not None:
            after = _named_as(one.after, now)
            kept = (after if entry.id == now.id else entry for entry in meeting.entries)
            meeting = replace(meeting, entries=tuple(entry for entry in kept if entry is not None))
        elif one.after is not None:
            # What was settled of an entry that is gone is added too, to be seen beside the meeting.
            meeting = _with_added(meeting, one.after, one.behind, history)
    return meeting


def _with_added(meeting: Meeting, entry: Entry, behind: int | None, history: tuple[Change, ...]) -> Meeting:
    """Add an entry under an id and a reference of its own, unless it was added before."""
    there = map(msgspec.to_builtins, meeting.entries)
    if _known(msgspec.to_builtins(entry)) in map(_known, chain(there, _added_by(history))):
        return meeting
    number = max((one.id for one in meeting.entries), default=0) + 1
    action = replace(entry.action, ref=next_ref(meeting)) if entry.action else None
    place = next((n for n, one in enumerate(meeting.entries, 1) if one.id == behind), len(meeting.entries))
    entries = (*meeting.entries[:place], replace(entry, id=number, action=action), *meeting.entries[place:])
    return replace(meeting, entries=entries)


def _added_by(history: tuple[Change, ...]) -> Iterator[dict[str, Any]]:
    """Yield the rows of the entries that were ever added, as they were then."""
    for change in history:
        for part in change.parts:
            if part.table == "entries" and part.before is None and part.after is not None and part.id:
                yield part.after


def _known(row: dict[str, Any]) -> tuple[Any, ...]:
    """Return what tells an entry from the others, whatever its id."""
    return tuple(row.get(field) for field in ("captured", "section", "kind", "text"))
