"""Changes to what was captured already: kinds, speakers, owners, due, restriction, place, and taking it out.

Each takes the ids of the entries it is for, so that several are changed at once, and raises Refused, changing
nothing, where none of them can be changed so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.actions.actions import restore_replaced
from tui.meeting.capture.agreeing_words import with_due, with_owners
from tui.meeting.capture.capture import convert
from tui.meeting.capture.line_reader import read_words
from tui.meeting.marks import kind_after
from tui.meeting.model import Due, Entry, Kind, Meeting


def last_captured(meeting: Meeting) -> Entry | None:
    """Find the entry captured last in any section, arrivals and what was brought forward aside; None before the first.

    An arrival is noted by a command, so the words to be marked afterwards are never its own.
    """
    captured = (
        e for e in meeting.entries if e.person is None and not e.happening and not (e.action and e.action.origin)
    )
    return max(captured, key=lambda e: e.id, default=None)


def convert_entries(meeting: Meeting, ids: Collection[int], kind: Kind) -> Meeting:
    """Return entries another kind, their words kept. Raises Refused where one can't take it."""
    for entry_id in [e.id for e in meeting.entries if e.id in ids]:
        meeting = convert(meeting, entry_id, kind)
    return meeting


def mark_last(meeting: Meeting, kind: Kind) -> Meeting:
    """Return the entry captured last another kind, and go on as if it had been captured so."""
    last = last_captured(meeting)
    if last is None:
        raise Refused("nothing is captured yet")
    converted = convert(meeting, last.id, kind)
    if converted is meeting or meeting.current is None or last.section != meeting.current.id:
        return converted
    return replace(converted, current_kind=kind_after(kind, meeting.current_kind))


def delete_entries(meeting: Meeting, ids: Collection[int]) -> Meeting:
    """Take entries out; an action that one of them replaced is open again."""
    _keep_brought(meeting, ids, "deleted")
    for entry_id in ids:
        action = meeting.entry(entry_id).action
        if action is not None:
            meeting = restore_replaced(meeting, action.ref)
    return replace(meeting, entries=tuple(e for e in meeting.entries if e.id not in ids))


def set_speakers(meeting: Meeting, ids: Collection[int], speakers: tuple[str, ...]) -> Meeting:
    """Say who spoke, as the names print; none takes the speakers away, and they are not read from the words again."""
    spoken = {entry_id for entry_id in ids if meeting.entry(entry_id).kind.row.speaks}
    if not spoken:
        kind = meeting.entry(next(iter(ids))).kind
        hint = "o sets whose it is" if kind is Kind.ACTION else "give it another kind first"
        raise Refused(f"{kind.with_article} has no speakers", hint=hint)

    def said(entry: Entry) -> Entry:
        if speakers:
            return replace(entry, speakers=speakers, speakers_in_text=False, literal=False)
        read = read_words(meeting, entry.kind, entry.text, literal=entry.literal)
        return replace(entry, speakers=(), speakers_in_text=False, literal=entry.literal or bool(read.speakers))

    return _each(meeting, spoken, said)


def set_owners(meeting: Meeting, ids: Collection[int], owners: tuple[str, ...]) -> Meeting:
    """Say whose the actions are, as the names print; none takes the owners away.

    Where none of the entries is an action, each becomes one first.
    """
    return _actions(meeting, ids, lambda meeting, entry: with_owners(meeting, entry, owners))


def set_due(meeting: Meeting, ids: Collection[int], due: Due | None) -> Meeting:
    """Say when the actions are due; None takes the due away. Where none is an action, each becomes one first."""
    return _actions(meeting, ids, lambda meeting, entry: with_due(meeting, entry, due))


def _actions(meeting: Meeting, ids: Collection[int], change: Callable[[Meeting, Entry], Entry]) -> Meeting:
    """Change the actions among the entries; where none is one, each becomes one first."""
    if not any(meeting.entry(entry_id).action for entry_id in ids):
        meeting = convert_entries(meeting, ids, Kind.ACTION)

    def given(entry: Entry) -> Entry:
        return entry if entry.action is None else change(meeting, entry)

    return _each(meeting, ids, given)


def toggle_restricted(meeting: Meeting, ids: Collection[int]) -> Meeting:
    """Restrict entries as a whole, or lift that where all of them are."""
    restricted = not all(meeting.entry(entry_id).restricted for entry_id in ids)
    return _each(meeting, ids, lambda e: replace(e, restricted=restricted))


def move_by(meeting: Meeting, ids: Collection[int], by: int) -> Meeting:
    """Move entries of one section one place up (-1) or down (1) in it. Raises Refused at its end."""
    _keep_brought(meeting, ids, "moved")
    section = meeting.entry(next(iter(ids))).section
    order = list(meeting.entries_of(section))
    places = sorted(place for place, e in enumerate(order) if e.id in ids)
    end = places[0] if by < 0 else len(order) - 1 - places[-1]
    if end == 0:
        raise Refused("this is the section's first entry" if by < 0 else "this is the section's last entry")
    for place in places if by < 0 else reversed(places):
        order[place], order[place + by] = order[place + by], order[place]
    moved = iter(order)
    return replace(meeting, entries=tuple(next(moved) if e.section == section else e for e in meeting.entries))


def move_to_section(meeting: Meeting, ids: Collection[int], section_id: int) -> Meeting:
    """Move entries to the end of another section. Raises Refused where all of them are there."""
    _keep_brought(meeting, ids, "moved")
    meeting.section(section_id)
    moved = tuple(replace(e, section=section_id) for e in meeting.entries if e.id in ids and e.section != section_id)
    if not moved:
        raise Refused("it stands in that section already" if len(ids) == 1 else "they stand in that section already")
    gone = {e.id for e in moved}
    return replace(meeting, entries=(*(e for e in meeting.entries if e.id not in gone), *moved))


def put_after(meeting: Meeting, ids: Sequence[int], after: int | None, section_id: int | None) -> Meeting:
    """Put entries right after another one, else at the head of a section."""
    if after in ids:
        return meeting
    _keep_brought(meeting, ids, "moved")
    section = meeting.entry(after).section if after is not None else section_id
    if section is None:
        raise Refused("no entry can stand before the first item")
    moved = [replace(meeting.entry(entry_id), section=section) for entry_id in ids]
    rest = [entry for entry in meeting.entries if entry.id not in ids]
    place = next((at + 1 for at, entry in enumerate(rest) if entry.id == after), 0)
    return replace(meeting, entries=(*rest[:place], *moved, *rest[place:]))


def _each(meeting: Meeting, ids: Collection[int], change: Callable[[Entry], Entry]) -> Meeting:
    return replace(meeting, entries=tuple(change(e) if e.id in ids else e for e in meeting.entries))


def _keep_brought(meeting: Meeting, ids: Collection[int], what: str) -> None:
    """Raise Refused where one of the entries is held in its place by an action brought forward."""
    for entry_id in ids:
        entry = meeting.entry(entry_id)
        if entry.action is not None and entry.action.origin is not None:
            raise Refused(f"{entry.action.ref} was brought forward and can't be {what}", hint="/drop settles it")
        if entry.about is not None and what == "moved":
            raise Refused("an update stands under its action", hint="+ makes it a note, which can be moved")
