"""Two versions of one meeting compared and joined, entry by entry: what a copy has that the meeting has not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from msgspec.structs import replace

from tui.meeting.actions.actions import next_ref
from tui.meeting.history.journal import Journal, commit
from tui.meeting.model import Entry, Meeting, SectionState, Value

JOINED = "join"
"""What the history calls it."""
_TOLD = {"added": "only in the copy", "changed": "changed in the copy", "missing": "not in the copy"}


class Difference(Value, frozen=True, kw_only=True):
    """An entry that two versions of a meeting do not share."""

    kind: Literal["added", "changed", "missing"]
    """`added` in the copy alone, `changed` there, or `missing` from it."""
    ours: Entry | None = None
    """As the meeting has it; None if it has not."""
    theirs: Entry | None = None
    """As the copy has it; None if it has not."""

    @property
    def entry(self) -> Entry:
        """The entry as it is to be shown: the copy's, if that has it."""
        entry = self.theirs or self.ours
        assert entry is not None, "one of the two has it"
        return entry

    @property
    def told(self) -> str:
        """Say what it is in words: `only in the copy`."""
        return _TOLD[self.kind]


def differences(meeting: Meeting, copy: Meeting) -> tuple[Difference, ...]:
    """Compare the entries of a meeting with those of a copy of it, in the order of the copy, then of the meeting."""
    ours = {_identity(entry): entry for entry in meeting.entries}
    texts = {(entry.section, entry.kind, entry.text) for entry in meeting.entries}
    found: list[Difference] = []
    shared: set[tuple[int, datetime]] = set()
    for entry in copy.entries:
        own = ours.get(_identity(entry))
        if own is not None and _is_one(own, entry):
            shared.add(_identity(entry))
            if own != entry:
                found.append(Difference(kind="changed", ours=own, theirs=entry))
        elif (entry.section, entry.kind, entry.text) not in texts:
            found.append(Difference(kind="added", theirs=entry))
    theirs = {(entry.section, entry.kind, entry.text) for entry in copy.entries}
    found += (
        Difference(kind="missing", ours=entry)
        for key, entry in ours.items()
        if key not in shared and (entry.section, entry.kind, entry.text) not in theirs
    )
    return tuple(found)


def join(journal: Journal, copy: Meeting, taken: Iterable[Difference], at: datetime) -> Journal:
    """Take differences over into the meeting: what the copy alone has is added, what it has changed is changed.

    An entry comes to stand after those of its section, which is added too if the meeting has it not.
    """
    meeting = journal.meeting
    for one in taken:
        if one.theirs is None:
            continue
        meeting = _changed(meeting, one.theirs) if one.ours is not None else _added(meeting, copy, one.theirs)
    return commit(journal, meeting, JOINED, at)


def _identity(entry: Entry) -> tuple[int, datetime]:
    return entry.id, entry.captured


def _is_one(own: Entry, other: Entry) -> bool:
    """Say whether two entries of one id and one moment are one; two that were captured apart share no words."""
    if own.text == other.text or own.kind != other.kind:
        return own.kind == other.kind
    words, others = set(own.text.casefold().split()), set(other.text.casefold().split())
    return len(words & others) * 2 > max(len(words), len(others))


def _changed(meeting: Meeting, entry: Entry) -> Meeting:
    entries = tuple(entry if one.id == entry.id else one for one in meeting.entries)
    return replace(meeting, entries=entries)


def _added(meeting: Meeting, copy: Meeting, entry: Entry) -> Meeting:
    """Add an entry of a copy, under an id and a reference of its own."""
    meeting, section = _with_section(meeting, copy, entry.section)
    entry = replace(entry, section=section)
    if entry.about is not None and not any(one.id == entry.about and one.action for one in meeting.entries):
        entry = replace(entry, about=None)
    number = max((one.id for one in meeting.entries), default=0) + 1
    action = replace(entry.action, ref=next_ref(meeting)) if entry.action else None
    return replace(meeting, entries=(*meeting.entries, replace(entry, id=number, action=action)))


def _with_section(meeting: Meeting, copy: Meeting, number: int) -> tuple[Meeting, int]:
    """Return the meeting with a section of a copy, and that section's id there.

    Two that were added apart have one id; a section whose heading was changed keeps its number.
    """
    theirs = next((one for one in copy.sections if one.id == number), None)
    ours = next((one for one in meeting.sections if one.id == number), None)
    if theirs is None or (ours and (ours.heading == theirs.heading or (ours.number and ours.number == theirs.number))):
        return meeting, number if ours else next((one.id for one in meeting.sections), number)
    same = next((one.id for one in meeting.sections if one.heading == theirs.heading), None)
    if same is not None:
        return meeting, same
    new = max((one.id for one in meeting.sections), default=0) + 1
    added = replace(
        theirs, id=new, state=SectionState.VISITED if theirs.reached else SectionState.UNREACHED, reached=None
    )
    return replace(meeting, sections=(*meeting.sections, added)), new
