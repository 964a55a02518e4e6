"""Changes to what was captured already: kinds, speakers, owners, due, restriction, place, and taking it out.

Each takes the ids of the entries it is for, so that several are changed at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.capture import convert
from tui.meeting.due import due_from_words
from tui.meeting.model import Entry, Kind, Meeting, Status
from tui.meeting.names import ALL, directory_of, labels
from tui.meeting.person_forms import fold

_BETWEEN_OWNERS = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*", re.IGNORECASE)


def _each(meeting: Meeting, ids: Collection[int], change: Callable[[Entry], Entry]) -> Meeting:
    return replace(meeting, entries=tuple(change(e) if e.id in ids else e for e in meeting.entries))


def _movable(meeting: Meeting, ids: Collection[int], what: str) -> None:
    for entry_id in ids:
        entry = meeting.entry(entry_id)
        if entry.action is not None and entry.action.origin is not None:
            raise Refused(f"{entry.action.ref} was brought forward and can't be {what}", hint="/drop settles it")
        if entry.about is not None and what == "moved":
            raise Refused("an update stands under its action")


def convert_entries(meeting: Meeting, ids: Collection[int], kind: Kind) -> Meeting:
    """Give entries another kind, their words kept. Raises Refused where one can't take it."""
    for entry_id in [e.id for e in meeting.entries if e.id in ids]:
        old = meeting.entry(entry_id)
        meeting = convert(meeting, entry_id, kind)
        if old.action is not None and kind is not Kind.ACTION:
            meeting = _reopen_replaced(meeting, old.action.ref)
    return meeting


def delete_entries(meeting: Meeting, ids: Collection[int]) -> Meeting:
    """Take entries out; an action that one of them replaced is open again."""
    _movable(meeting, ids, "deleted")
    for entry_id in ids:
        action = meeting.entry(entry_id).action
        if action is not None:
            meeting = _reopen_replaced(meeting, action.ref)
    return replace(meeting, entries=tuple(e for e in meeting.entries if e.id not in ids))


def _reopen_replaced(meeting: Meeting, ref: str) -> Meeting:
    """Open again what an action had replaced, so that nothing falls between the two."""

    def reopened(entry: Entry) -> Entry:
        if entry.action is None or entry.action.replaced_by != ref:
            return entry
        return replace(entry, action=replace(entry.action, status=Status.OPEN, replaced_by=""))

    return replace(meeting, entries=tuple(reopened(e) for e in meeting.entries))


def set_speakers(meeting: Meeting, ids: Collection[int], names: str) -> Meeting:
    """Say who spoke: names as before a colon; none takes the speakers away. Raises Refused for an unknown name."""
    speakers: tuple[str, ...] = ()
    if names.strip():
        known = directory_of(meeting).find_all(names)
        if known is None:
            raise Refused(f"“{names.strip()}” is not known here, or fits two people")
        speakers = labels(known)
    return _each(meeting, ids, lambda e: replace(e, speakers=speakers, speakers_in_text=False))


def set_owners(meeting: Meeting, ids: Collection[int], names: str) -> Meeting:
    """Say whose the actions are: known names by any form, others as typed; none takes the owners away."""
    directory = directory_of(meeting)
    owners: list[str] = []
    known = directory.find_all(names) if names.strip() else ()
    if known is not None:
        owners.extend(labels(known))
    else:
        for name in filter(None, (part.strip().lstrip("@") for part in _BETWEEN_OWNERS.split(names))):
            one = directory.find(name)
            owners.append(one.label if one else ALL if fold(name) == "all" else name)
    found = tuple(dict.fromkeys(owners))
    return _actions(meeting, ids, lambda e: replace(e, action=replace(e.action, owners=found)))  # type: ignore[type-var]


def set_due(meeting: Meeting, ids: Collection[int], words: str) -> Meeting:
    """Say when the actions are due, in words; none takes the due away."""
    due = due_from_words(meeting, words.strip().removeprefix("^").strip()) if words.strip(" ^") else None
    return _actions(meeting, ids, lambda e: replace(e, action=replace(e.action, due=due)))  # type: ignore[type-var]


def _actions(meeting: Meeting, ids: Collection[int], change: Callable[[Entry], Entry]) -> Meeting:
    """Change the actions among the entries; where there is none, make one of each first."""
    chosen = [meeting.entry(entry_id) for entry_id in ids]
    if not any(entry.action for entry in chosen):
        meeting = convert_entries(meeting, ids, Kind.ACTION)
    actions = {entry_id for entry_id in ids if meeting.entry(entry_id).action is not None}
    return _each(meeting, actions, change)


def toggle_restricted(meeting: Meeting, ids: Collection[int]) -> Meeting:
    """Restrict entries as a whole, or lift that where all of them are."""
    restricted = not all(meeting.entry(entry_id).restricted for entry_id in ids)
    return _each(meeting, ids, lambda e: replace(e, restricted=restricted))


def move_by(meeting: Meeting, ids: Collection[int], by: int) -> Meeting:
    """Move entries one place up (-1) or down (1) within their section. Raises Refused at its end."""
    _movable(meeting, ids, "moved")
    section = meeting.entry(next(iter(ids))).section
    order = [e for e in meeting.entries if e.section == section]
    places = sorted(place for place, e in enumerate(order) if e.id in ids)
    end = places[0] if by < 0 else len(order) - 1 - places[-1]
    if end == 0:
        raise Refused("this is the section's first entry" if by < 0 else "this is the section's last entry")
    for place in places if by < 0 else reversed(places):
        order[place], order[place + by] = order[place + by], order[place]
    moved = iter(order)
    return replace(meeting, entries=tuple(next(moved) if e.section == section else e for e in meeting.entries))


def move_to_section(meeting: Meeting, ids: Collection[int], section_id: int) -> Meeting:
    """Move entries to the end of another section."""
    _movable(meeting, ids, "moved")
    moved = tuple(replace(e, section=section_id) for e in meeting.entries if e.id in ids)
    return replace(meeting, entries=(*(e for e in meeting.entries if e.id not in ids), *moved))
