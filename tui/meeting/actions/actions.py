"""What becomes of actions: found by their refs, updated, settled, replaced."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.model import Action, Entry, Kind, Meeting, Section, Status
from tui.meeting.outline.outline import subtree
from tui.meeting.outline.threads import thread_end

_REF = re.compile(r"([AB])\s*(\d{1,4})", re.IGNORECASE)


def actions_of(meeting: Meeting) -> tuple[Entry, ...]:
    """Return the meeting's actions, those brought forward among them, in print order of their sections."""
    return tuple(entry for s in meeting.sections for entry in meeting.entries_of(s.id) if entry.action is not None)


def next_ref(meeting: Meeting, letter: str = "A") -> str:
    """Return the next free ref: `A4` after `A1` to `A3`."""
    taken = [int(e.action.ref[1:]) for e in meeting.entries if e.action and e.action.ref.startswith(letter)]
    return f"{letter}{max(taken, default=0) + 1}"


def find_action(meeting: Meeting, ref: str) -> Entry:
    """Find an action by its ref, case aside. Raises Refused where there is none, naming those there are."""
    match = _REF.fullmatch(ref.strip())
    if match is None:
        raise Refused("which action?" if not ref.strip() else f"{ref.strip()} is not an action", hint="say A1 or B1")
    wanted = f"{match.group(1).upper()}{int(match.group(2))}"
    for entry in meeting.entries:
        if entry.action is not None and entry.action.ref == wanted:
            return entry
    refs = [e.action.ref for e in meeting.entries if e.action]
    known = [each for each in refs if each[0] == wanted[0]] or refs
    there = f"there are {', '.join(sorted(known, key=lambda r: int(r[1:])))}" if known else "there is none yet"
    raise Refused(f"there is no action {wanted}", hint=there if len(known) != 1 else f"there is only {known[0]}")


def is_ref(ref: str, said: str) -> bool:
    """Return whether what somebody said means a ref: `a 1` is `A1`."""
    match = _REF.fullmatch(said.strip())
    return match is not None and ref == f"{match.group(1).upper()}{int(match.group(2))}"


def change_entry(meeting: Meeting, entry_id: int, **fields: object) -> Meeting:
    """Return the meeting with some fields of one entry set."""
    return replace(meeting, entries=tuple(replace(e, **fields) if e.id == entry_id else e for e in meeting.entries))


def change_action(meeting: Meeting, entry: Entry, **fields: object) -> Meeting:
    """Return the meeting with some fields of an entry's action set."""
    assert entry.action is not None, "only actions have these fields"
    return change_entry(meeting, entry.id, action=replace(entry.action, **fields))


def settle(meeting: Meeting, ref: str, status: Status) -> Meeting:
    """Mark an action done or dropped. Raises Refused where it is so already."""
    entry = find_action(meeting, ref)
    assert entry.action is not None, "find_action gives actions only"
    if entry.action.status is status:
        raise Refused(f"{entry.action.ref} is {status.value} already")
    return touch(change_action(meeting, entry, status=status, replaced_by=""), entry.id)


def supersede(meeting: Meeting, ref: str, by: str) -> Meeting:
    """Mark an action as replaced by another of this meeting."""
    entry = find_action(meeting, ref)
    assert entry.action is not None, "find_action gives actions only"
    if entry.action.ref == by:
        raise Refused(f"{by} cannot replace itself")
    return touch(change_action(meeting, entry, status=Status.REPLACED, replaced_by=by), entry.id)


def put_under(meeting: Meeting, update: Entry, action: Entry) -> Meeting:
    """Make an entry an update on a brought-forward action, and stand it under that."""
    rest = replace(meeting, entries=tuple(e for e in meeting.entries if e.id != update.id))
    update = replace(update, about=action.id, section=action.section)
    place = thread_end(rest, action.id)
    return touch(replace(rest, entries=(*rest.entries[:place], update, *rest.entries[place:])), action.id)


def restore_replaced(meeting: Meeting, by: str) -> Meeting:
    """Open again what an action replaced that is no action any more."""
    for entry in meeting.entries:
        if entry.action is not None and entry.action.replaced_by == by:
            meeting = change_action(meeting, entry, status=Status.OPEN, replaced_by="")
    return meeting


def touch(meeting: Meeting, entry_id: int) -> Meeting:
    """Note that a brought-forward action is the one now spoken of."""
    action = meeting.entry(entry_id).action
    if action is None or action.origin is None:
        return meeting
    return replace(meeting, touched=(*(i for i in meeting.touched if i != entry_id), entry_id))


def spoken_of(meeting: Meeting, section: Section | None = None) -> Entry:
    """Return the brought-forward action that an update without a ref is on.

    It is the one of the section (the current one where none is given, and those below it) last touched, or the
    first there. Raises Refused where the section has none.
    """
    current = section or meeting.current
    inside = {s.id for s in subtree(meeting, current)} if current else set()
    brought = [e for e in meeting.entries if e.action and e.action.origin]
    there = [e for e in brought if e.section in inside]
    if not there:
        if brought:
            raise Refused("no action was brought forward to this section", hint="say which it is on: ~B1 …")
        raise Refused("no action was brought forward to this meeting", hint="- or + keeps the words")
    order = {entry_id: place for place, entry_id in enumerate(meeting.touched)}
    # Of equals, as where none was touched, max takes the first.
    return max(there, key=lambda e: order.get(e.id, -1))


def new_action(meeting: Meeting, **fields: Any) -> Action:
    """Make an action of this meeting, with the next free ref."""
    return Action(ref=next_ref(meeting), **fields)


def is_open(entry: Entry) -> bool:
    """Whether an entry is an action still to be done."""
    return entry.kind is Kind.ACTION and entry.action is not None and entry.action.status is Status.OPEN
