"""What somebody settled of a meeting that another writes: entry by entry, taken in where nothing contradicts it."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from tui.meeting.actions.actions import next_ref
from tui.meeting.history.journal import Journal, commit
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
    there = {entry.id: entry for entry in meeting.entries}
    approved = meeting.approval is not None
    return tuple(one for one in proposal.entries if approved or not _fits(there, one))


def _fits(there: dict[int, Entry], one: ProposedEntry) -> bool:
    if one.before is None:
        return True
    now = there.get(one.before.id)
    return now in (one.before, one.after)


def taken_in(journal: Journal, proposal: Proposal, at: datetime) -> Journal:
    """Make a change that nothing contradicts; one that was made already is not made again."""
    meeting = _with_all(journal.meeting, proposal)
    # As stepping, so that whoever writes takes back what they did themselves, and never what another settled.
    return commit(journal, meeting, f"{proposal.what}, {proposal.who}", at, stepping=True)


def as_proposed(meeting: Meeting, proposal: Proposal) -> Meeting:
    """Return the meeting as whoever settled it would have it, to be compared with it entry by entry."""
    return _with_all(meeting, proposal)


def _with_all(meeting: Meeting, proposal: Proposal) -> Meeting:
    for one in proposal.entries:
        there = any(entry.id == one.entry.id for entry in meeting.entries)
        if one.after is not None and (one.before is None or not there):
            # One that is not there was taken out, or added under another id; its words are kept all the same.
            meeting = _with_added(meeting, one.after, one.behind)
            continue
        kept = (one.after if entry.id == one.entry.id else entry for entry in meeting.entries)
        meeting = replace(meeting, entries=tuple(entry for entry in kept if entry is not None))
    return meeting


def _with_added(meeting: Meeting, entry: Entry, behind: int | None) -> Meeting:
    """Add an entry under an id and a reference of its own, unless it was added before."""
    known = (entry.captured, entry.section, entry.kind, entry.text)
    if any((one.captured, one.section, one.kind, one.text) == known for one in meeting.entries):
        return meeting
    number = max((one.id for one in meeting.entries), default=0) + 1
    action = replace(entry.action, ref=next_ref(meeting)) if entry.action else None
    place = next((n for n, one in enumerate(meeting.entries, 1) if one.id == behind), len(meeting.entries))
    entries = (*meeting.entries[:place], replace(entry, id=number, action=action), *meeting.entries[place:])
    return replace(meeting, entries=entries)
