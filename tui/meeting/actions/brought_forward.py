"""Bringing the open actions of a series' earlier meetings onto a new meeting's agenda."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from datetime import date, datetime, time

from msgspec.structs import replace

from tui.meeting.actions.actions import next_ref
from tui.meeting.actions.appearances import (
    Appearance,
    Identity,
    appearances_in,
    carry_forward,
    identity_of,
    is_mentioned,
    origin_of,
)
from tui.meeting.actions.latest_status import latest_status
from tui.meeting.dates.due_meetings import due_at_meeting
from tui.meeting.history.since import settled_since
from tui.meeting.model import Action, Entry, Meeting, Origin, Section, SectionState, Source, Status
from tui.meeting.outline.numbering import numbers_below
from tui.meeting.outline.outline import is_restricted, path_of, subtree

_MATTERS = re.compile(r"\bmatters\b", re.IGNORECASE)
_THINGS = r"(?:matters|items|actions?|business|issues|points|tasks)"
_OUTSTANDING = re.compile(
    rf"\barising\b|\bbrought[\s-]+forward\b|\b{_THINGS}\b.*\b(?:outstanding|carried[\s-]+forward)\b"
    rf"|\boutstanding\s+(?:\w+\s+)?{_THINGS}\b|\boutstanding\W*$|\boutstanding\s+(?:from|at)\b",
    re.IGNORECASE,
)
HEADING = "Matters arising"
"""The heading of the section that is made where no other speaks of matters outstanding."""

BROUGHT_FORWARD = "bring forward"
"""What the history says of actions brought forward to a meeting that was there already."""


def open_actions(earlier: Iterable[Meeting], later: Iterable[Meeting] = ()) -> list[tuple[Origin, Entry]]:
    """Return the actions still open after these meetings, each once, the oldest first, with where each first stood.

    One that was settled in the register after the last meeting that had it is among them, so that the next one hears.
    Each has the chain behind it: what the meetings heard of it and changed in it, and what it replaced.
    `later` meetings, made ahead, bring no actions, but may have settled some.
    """
    meetings = list(earlier)
    order = {meeting.id: place for place, meeting in enumerate(sorted(meetings, key=lambda m: (m.date, _start(m))))}
    afterwards = appearances_in(later)
    chains = (
        carry_forward(appearances)
        for identity, appearances in appearances_in(meetings).items()
        if _goes_on(appearances, afterwards.get(identity, ()))
    )
    found = [(origin_of(latest), latest.entry) for latest in chains]
    return sorted(found, key=lambda pair: _age(pair[0], order))


def _goes_on(appearances: Sequence[Appearance], later: Sequence[Appearance]) -> bool:
    """Whether the next meeting is to have an action: it is open, or was settled since and no meeting has heard so."""
    if _is_open(appearances):
        return _is_open((*appearances, *later))
    return not later and settled_since(appearances[-1].action) is not None


def _is_open(appearances: Sequence[Appearance]) -> bool:
    return latest_status(appearances).action.status is Status.OPEN


def _start(meeting: Meeting) -> time:
    return meeting.start or time.min


def _age(origin: Origin, order: Mapping[str, int]) -> tuple[date, int, str, int]:
    return origin.meeting.date, order.get(origin.meeting.id, -1), origin.meeting.id, origin.entry


def bring_forward(
    meeting: Meeting,
    earlier: Iterable[Meeting],
    at: datetime,
    *,
    later: Iterable[Meeting] = (),
    changed: Container[int] = (),
) -> Meeting:
    """Put the open actions of earlier meetings on a meeting's agenda, a subsection for each they come from.

    They stand under the section whose heading speaks of matters outstanding, arising or brought forward
    (a first section is made where none does) and are `B1`, `B2`, … in the order of their age.

    Those that are there already come no second time. They take what the earlier meetings have made of them since,
    unless something was said of them here; `changed` holds the ids of entries that were changed here by hand.
    `later` meetings of the series, made ahead, may have settled some, and a due that names one of them has its date.
    """
    before = [one for one in earlier if one.id != meeting.id]
    after = [one for one in later if one.id != meeting.id]
    known = {one.date for one in (meeting, *before, *after)}
    meeting = _caught_up(meeting, appearances_in(before), known, changed)
    here = {identity_of(meeting, entry) for entry in meeting.entries if entry.action}
    missing = [
        (origin, entry)
        for origin, entry in open_actions(before, after)
        if (origin.meeting.id, origin.entry) not in here
    ]
    if not missing:
        return meeting
    meeting, section_of = _with_subsections(meeting, {origin.meeting.id: origin.meeting for origin, _ in missing})
    entries = _entries(meeting, missing, section_of, known, at)
    return replace(meeting, entries=(*meeting.entries, *entries))


def _entries(
    meeting: Meeting,
    missing: Sequence[tuple[Origin, Entry]],
    section_of: Mapping[str, int],
    known: Collection[date],
    at: datetime,
) -> list[Entry]:
    """Make a meeting's entries for actions that it lacks, with the next ids and refs."""
    next_id = max((e.id for e in meeting.entries), default=0) + 1
    first_ref = int(next_ref(meeting, "B")[1:])
    return [
        replace(
            entry,
            id=next_id + place,
            section=section_of[origin.meeting.id],
            captured=at,
            action=_moved(replace(_action(entry), ref=f"B{first_ref + place}"), known),
        )
        for place, (origin, entry) in enumerate(missing)
    ]


def _action(entry: Entry) -> Action:
    assert entry.action is not None, "only actions are brought forward"
    return entry.action


def _moved(action: Action, known: Collection[date]) -> Action:
    """Return an action the date of the meeting at which it is due, where that is known."""
    return action if action.due is None else replace(action, due=due_at_meeting(action.due, known))


def _caught_up(
    meeting: Meeting, chains: Mapping[Identity, Sequence[Appearance]], known: Collection[date], changed: Container[int]
) -> Meeting:
    """Return the meeting with the actions that were brought to it before as the earlier meetings have them now."""
    entries = tuple(
        _as_now(meeting, entry, chains.get(identity_of(meeting, entry), ()), known, changed)
        if entry.action and entry.action.origin
        else entry
        for entry in meeting.entries
    )
    return meeting if entries == meeting.entries else replace(meeting, entries=entries)


def _as_now(
    meeting: Meeting, entry: Entry, chain: Sequence[Appearance], known: Collection[date], changed: Container[int]
) -> Entry:
    own = _action(entry)
    if not chain:
        return replace(entry, action=_moved(own, known)) if own.status is Status.OPEN else entry
    fresh = carry_forward(chain)
    if entry.id in changed or is_mentioned(meeting, entry):
        own = replace(own, earlier=fresh.action.earlier, replaces=fresh.action.replaces)
        return replace(entry, action=_moved(own, known) if own.status is Status.OPEN else own)
    action = _moved(replace(fresh.action, ref=own.ref), known)
    return replace(fresh.entry, id=entry.id, section=entry.section, captured=entry.captured, action=action)


def _with_subsections(meeting: Meeting, sources: Mapping[str, Source]) -> tuple[Meeting, dict[str, int]]:
    """Return the meeting with a subsection for each source, and the id of each source's, old ones included."""
    there = [section for section in meeting.sections if section.brought_from]
    known = {section.brought_from.id for section in there if section.brought_from}
    new = [source for source in sources.values() if source.id not in known]
    if new:
        path = path_of(meeting, there[0]) if there else ()
        meeting, parent = (meeting, path[-2]) if len(path) > 1 else _outstanding_section(meeting)
        place = meeting.sections.index(subtree(meeting, parent)[-1]) + 1
        there = _subsections(meeting, parent, new) + there
        made = there[: len(new)]
        meeting = replace(meeting, sections=(*meeting.sections[:place], *made, *meeting.sections[place:]))
    return meeting, {section.brought_from.id: section.id for section in there if section.brought_from}


def _outstanding_section(meeting: Meeting) -> tuple[Meeting, Section]:
    found = [s for s in meeting.sections if _OUTSTANDING.search(s.heading)]
    found.sort(key=lambda s: not _MATTERS.search(s.heading))
    if found:
        return meeting, found[0]
    first = Section(id=max((s.id for s in meeting.sections), default=0) + 1, heading=HEADING)
    if meeting.entries or meeting.started:
        return replace(meeting, sections=(first, *meeting.sections)), first
    first = replace(first, state=SectionState.CURRENT, reached=1)
    rest = tuple(
        replace(s, state=SectionState.UNREACHED, reached=None) if s.state is SectionState.CURRENT else s
        for s in meeting.sections
    )
    return replace(meeting, sections=(first, *rest)), first


def _subsections(meeting: Meeting, parent: Section, sources: list[Source]) -> list[Section]:
    next_id = max(s.id for s in meeting.sections) + 1
    numbers = numbers_below(meeting, parent, len(sources))
    return [
        Section(
            id=next_id + place,
            heading="",
            number=number,
            level=parent.level + 1,
            restricted=is_restricted(meeting, parent),
            brought_from=source,
        )
        for place, (source, number) in enumerate(zip(sources, numbers, strict=True))
    ]
