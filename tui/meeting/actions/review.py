"""The chair's review: which actions there are, what each still lacks, and what the chair makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from tui.errors import Refused
from tui.meeting.actions.actions import actions_of, change_action, settle, touch
from tui.meeting.dates.written_dates import said_date
from tui.meeting.model import Action, Entry, Kind, Meeting, Presence, Section, Status, Value
from tui.meeting.people.attendance import not_here, person_of_owner
from tui.meeting.people.directory import label_of
from tui.meeting.text.inline_markup import has_gap


class Grouping(StrEnum):
    """By what the actions stand together."""

    SECTION = "section"
    OWNER = "owner"
    DUE = "due"


class Verdict(StrEnum):
    """What has become of an action in the review."""

    LEFT = "left"
    """Not settled yet."""
    AGREED = "agreed"
    STRUCK = "struck"
    DONE = "done"
    REPLACED = "replaced"


_OF_STATUS = {Status.DONE: Verdict.DONE, Status.DROPPED: Verdict.STRUCK, Status.REPLACED: Verdict.REPLACED}


class ActionGroup(Value, frozen=True, kw_only=True):
    """Actions that stand together."""

    actions: tuple[Entry, ...]
    heading: str = ""
    """An owner, a date, or what they lack; empty for those of a section."""
    section: Section | None = None
    """The section they stand in, where that is what puts them together."""


def verdict_of(entry: Entry) -> Verdict:
    """Say what has become of an action."""
    action = _action(entry)
    return _OF_STATUS.get(action.status, Verdict.AGREED if action.agreed else Verdict.LEFT)


def is_left(entry: Entry) -> bool:
    """Whether an action is still to be settled."""
    return verdict_of(entry) is Verdict.LEFT


def _action(entry: Entry) -> Action:
    assert entry.action is not None, "the review is of actions alone"
    return entry.action


# The list and the walk.


def grouped(meeting: Meeting, grouping: Grouping) -> tuple[ActionGroup, ...]:
    """Group the actions of a meeting, those brought forward among them; what lacks an owner or a date comes first.

    An action stands once: with several owners, under the one named first.
    """
    actions = actions_of(meeting)
    if grouping is Grouping.SECTION:
        in_sections = ((section, tuple(e for e in actions if e.section == section.id)) for section in meeting.sections)
        return tuple(ActionGroup(actions=found, section=section) for section, found in in_sections if found)
    places = {label_of(person): place for place, person in enumerate(meeting.people)}
    groups: dict[tuple[int, str, str], list[Entry]] = {}
    for entry in actions:
        key = _by_owner(_action(entry), places) if grouping is Grouping.OWNER else _by_due(_action(entry))
        groups.setdefault(key, []).append(entry)
    return tuple(ActionGroup(actions=tuple(groups[key]), heading=key[-1]) for key in sorted(groups))


def _by_owner(action: Action, places: dict[str, int]) -> tuple[int, str, str]:
    """Return the order and the heading of the group an action is in by its owner: as the people stand, then others."""
    if not action.owners:
        return -1, "", "Nobody named"
    owner = action.owners[0]
    return places.get(owner, len(places)), owner.casefold(), owner


def _by_due(action: Action) -> tuple[int, str, str]:
    """Return the order and the heading of the group an action is in by its date."""
    if action.due is None or action.due.date is None:
        return 0, "", "No date"
    return 1, action.due.date.isoformat(), said_date(action.due.date)


def walk_order(groups: Sequence[ActionGroup]) -> tuple[int, ...]:
    """Return the ids of the actions in the order in which they are read out."""
    return tuple(entry.id for group in groups for entry in group.actions)


def walk_kept(meeting: Meeting, order: Sequence[int], at: int | None) -> tuple[tuple[int, ...], int | None]:
    """Return the order of a walk and where it is: what was added stands behind the one before it, what is gone is out.

    Where the action that the walk had come to is gone, it is at the one before that.
    """
    now = walk_order(grouped(meeting, Grouping.SECTION))
    kept = [entry_id for entry_id in order if entry_id in now]
    for place, entry_id in enumerate(now):
        if entry_id not in kept:
            kept.insert(kept.index(now[place - 1]) + 1 if place else 0, entry_id)
    if at is not None and at not in now:
        before = order[: order.index(at)] if at in order else ()
        at = next((one for one in reversed(before) if one in now), kept[0] if kept else None)
    return tuple(kept), at


def first_left(meeting: Meeting, order: Sequence[int], after: int | None = None) -> int | None:
    """Return the first action that is still to be settled, in an order, after one of them; None where none is."""
    start = order.index(after) + 1 if after in order else 0
    return next((entry_id for entry_id in order[start:] if is_left(meeting.entry(entry_id))), None)


def first_lacking(meeting: Meeting, order: Sequence[int]) -> int | None:
    """Return the first action, in an order, that is still open and lacks something; None where none does."""
    return next((entry_id for entry_id in order if missing(meeting, meeting.entry(entry_id))), None)


# What is to be known of one action.


def missing(meeting: Meeting, entry: Entry) -> tuple[str, ...]:
    """Say in plain words what an action still open lacks before it can be agreed."""
    action = _action(entry)
    return tuple(_lacks(meeting, entry, action)) if action.status is Status.OPEN else ()


def _lacks(meeting: Meeting, entry: Entry, action: Action) -> Iterator[str]:
    if not action.owners:
        yield "nobody is named"
    yield from _away(meeting, entry, action)
    if action.due is None:
        yield "no date is given"
    elif action.due.date is None:
        yield f"no date: “{action.due.words}” gives none"
    elif action.due.date < meeting.date:
        yield f"the date has passed: {said_date(action.due.date)}"
    if has_gap(entry.text):
        yield "something was missed: ??"


def _away(meeting: Meeting, entry: Entry, action: Action) -> Iterator[str]:
    """Say which owners have not heard of it, and why."""
    for owner in not_here(meeting, action.owners, since=None if action.origin else entry.id):
        person = person_of_owner(meeting, owner)
        if person is None:
            continue
        name = person.name if person.name == owner else f"{person.name} ({owner})"
        if person.presence is Presence.APOLOGIES:
            yield f"{name} sent apologies"
        elif person.presence is Presence.ABSENT:
            yield f"{name} is absent"
        else:
            yield f"{name} is not in the room"


def where_it_arose(meeting: Meeting, entry: Entry, most: int = 3) -> tuple[Entry, ...]:
    """Return the entries just before an action in its section, at most so many; none for one brought forward."""
    if _action(entry).origin is not None:
        return ()
    above = meeting.entries_of(entry.section)
    return above[: above.index(entry)][-most:]


def updates_on(meeting: Meeting, entry: Entry) -> tuple[Entry, ...]:
    """Return what this meeting heard of an action brought forward."""
    return tuple(e for e in meeting.entries if e.kind is Kind.UPDATE and e.about == entry.id)


# What the chair makes of it. Owners, due and words are changed as everywhere.


def agree(meeting: Meeting, entry_id: int) -> Meeting:
    """Agree an action as it stands; one that is settled already stays as it is."""
    entry = meeting.entry(entry_id)
    return change_action(meeting, entry, agreed=True) if is_left(entry) else meeting


def toggle_struck(meeting: Meeting, entry_id: int) -> Meeting:
    """Strike an action, or take that back: then it is to be settled again.

    The notes do not have one that is struck, unless it was brought forward: the last meeting's notes have that.
    """
    meeting = _toggle(meeting, entry_id, Status.DROPPED)
    entry = meeting.entry(entry_id)
    action = _action(entry)
    struck = action.status is Status.DROPPED and action.origin is None
    return change_action(meeting, entry, struck=struck) if struck is not action.struck else meeting


def toggle_done(meeting: Meeting, entry_id: int) -> Meeting:
    """Mark an action done, or take that back: then it is to be settled again."""
    return _toggle(meeting, entry_id, Status.DONE)


def _toggle(meeting: Meeting, entry_id: int, status: Status) -> Meeting:
    entry = meeting.entry(entry_id)
    action = _action(entry)
    if action.status is Status.REPLACED:
        raise Refused(f"{action.ref} was replaced{f' by {action.replaced_by}' if action.replaced_by else ''}")
    meeting = change_action(meeting, entry, agreed=False)
    if action.status is status:
        return touch(change_action(meeting, meeting.entry(entry_id), status=Status.OPEN), entry_id)
    return settle(meeting, action.ref, status)


def summary(meeting: Meeting) -> str:
    """Say how the review stands: `7 agreed, 1 struck, 1 without owner`; empty where there are no actions."""
    actions = actions_of(meeting)
    verdicts = [verdict_of(entry) for entry in actions]
    going_on = [_action(entry) for entry in actions if _action(entry).status is Status.OPEN]
    counts = [
        *((verdicts.count(verdict), verdict.value) for verdict in _TOLD),
        (sum(not action.owners for action in going_on), "without owner"),
        (sum(action.due is None or action.due.date is None for action in going_on), "without date"),
    ]
    return ", ".join(f"{count} {words}" for count, words in counts if count)


_TOLD = (Verdict.AGREED, Verdict.STRUCK, Verdict.DONE, Verdict.REPLACED, Verdict.LEFT)
"""In the order of the summary."""
