"""Actions that stand in several minutes of one body: which of them are one, with its history."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from tui.meeting.actions.appearances import Appearance, appearances_in, origin_of
from tui.meeting.actions.latest_status import latest_status
from tui.meeting.model import Entry, Meeting, Status
from tui.papers.minutes.found import Said
from tui.papers.minutes.tables import same_action


def chained(meeting: Meeting, earlier: Sequence[Meeting], brought: Collection[int]) -> Meeting:
    """Return a meeting whose actions are those of earlier ones where they are the same.

    `brought` are the ids of those that stand as an earlier meeting's; of others only the very words tell it.
    """
    chains = [*appearances_in(earlier).values()]
    count = 0
    entries: list[Entry] = []
    taken: set[int] = set()
    for entry in meeting.entries:
        found = _found(entry, chains, taken, brought=entry.id in brought) if entry.action else -1
        if entry.action is not None and found >= 0:
            taken.add(found)
            count += 1
            before = latest_status(chains[found])
            due = entry.action.due or before.action.due
            owners = entry.action.owners or before.action.owners
            action = replace(entry.action, ref=f"B{count}", origin=origin_of(before), due=due, owners=owners)
            entry = replace(entry, action=action)
        entries.append(entry)
    return _numbered(replace(meeting, entries=tuple(entries))) if count else meeting


def _found(entry: Entry, chains: Sequence[Sequence[Appearance]], taken: Collection[int], *, brought: bool) -> int:
    said = _said(entry)
    for at, chain in enumerate(chains):
        last = latest_status(chain)
        if at in taken or last.action.status is not Status.OPEN:
            continue
        other = _said(last.entry)
        if entry.text.casefold().strip(" .") == last.entry.text.casefold().strip(" .") or (
            brought and same_action(said, other)
        ):
            return at
    return -1


def _said(entry: Entry) -> Said:
    return Said(kind=entry.kind, text=entry.text, first=0, last=0, action=entry.action)


def _numbered(meeting: Meeting) -> Meeting:
    """Return the meeting with its own actions numbered without gaps."""
    count = 0
    entries = []
    for entry in meeting.entries:
        if entry.action is not None and entry.action.origin is None:
            count += 1
            entry = replace(entry, action=replace(entry.action, ref=f"A{count}"))
        entries.append(entry)
    return replace(meeting, entries=tuple(entries))
