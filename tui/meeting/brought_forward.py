"""Bringing the open actions of a series' earlier meetings onto a new meeting's agenda."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from msgspec.structs import replace

from tui.meeting.model import Entry, Kind, Meeting, Origin, Section, SectionState, Source, Status
from tui.meeting.outline import is_restricted, path_of, subtree
from tui.meeting.subsection_numbers import numbers_below

_MATTERS = re.compile(r"\bmatters\b", re.IGNORECASE)
_THINGS = r"(?:matters|items|actions?|business|issues|points|tasks)"
_OUTSTANDING = re.compile(
    rf"\barising\b|\bbrought[\s-]+forward\b|\b{_THINGS}\b.*\b(?:outstanding|carried[\s-]+forward)\b"
    rf"|\boutstanding\s+(?:\w+\s+)?{_THINGS}\b|\boutstanding\W*$|\boutstanding\s+(?:from|at)\b",
    re.IGNORECASE,
)
HEADING = "Matters arising"
"""The heading of the section that is made where no other speaks of matters outstanding."""

Chain = tuple[str, int]
"""What identifies an action however many meetings it stands in: the first meeting's id and its entry there."""


def chain_of(meeting: Meeting, entry: Entry) -> Chain:
    """Give an action's identity through all the meetings in which it stands."""
    assert entry.action is not None, "only actions go on from meeting to meeting"
    origin = entry.action.origin
    return (origin.meeting.id, origin.entry) if origin else (meeting.id, entry.id)


def topic_of(meeting: Meeting, entry: Entry) -> str:
    """Give what an action first stood under: the subheading above it, else its section's heading.

    Among actions brought forward, where there is no heading, an action that replaces one of them has its topic.
    """
    assert entry.action is not None, "only actions have a topic"
    if entry.action.origin is not None:
        return entry.action.origin.topic
    above = meeting.entries_of(entry.section)
    for earlier in reversed(above[: above.index(entry)]):
        if earlier.kind is Kind.SUBHEADING:
            return f"[[{earlier.text}]]" if earlier.restricted else earlier.text
    section = meeting.section(entry.section)
    if not section.heading:
        for other in meeting.entries:
            if other.action and other.action.origin and other.action.replaced_by == entry.action.ref:
                return other.action.origin.topic
        section = next((s for s in reversed(path_of(meeting, section)) if s.heading), section)
    return f"[[{section.heading}]]" if section.heading and is_restricted(meeting, section) else section.heading


def source_of(meeting: Meeting) -> Source:
    """Give a meeting as another one refers to it."""
    return Source(id=meeting.id, title=meeting.title, date=meeting.date)


def open_actions(earlier: Iterable[Meeting]) -> list[tuple[Origin, Entry]]:
    """Give the actions still open after these meetings, each once, the oldest first, with where each first stood."""
    meetings = sorted(earlier, key=lambda m: (m.date, m.start or time.min))
    order = {meeting.id: place for place, meeting in enumerate(meetings)}
    standing: dict[Chain, tuple[Meeting, Entry]] = {}
    # On one day, where times may be missing, an action stands latest where it was brought forward.
    stood = [(meeting, entry) for meeting in meetings for entry in meeting.entries if entry.action is not None]
    for meeting, entry in sorted(stood, key=lambda pair: (pair[0].date, _came_from(pair[1]) is not None)):
        standing[chain_of(meeting, entry)] = (meeting, entry)
    found = []
    for (_, first_entry), (meeting, entry) in standing.items():
        assert entry.action is not None, "only actions were kept"
        if entry.action.status is not Status.OPEN:
            continue
        origin = entry.action.origin or Origin(
            meeting=source_of(meeting), entry=first_entry, topic=topic_of(meeting, entry)
        )
        if is_restricted(meeting, meeting.section(entry.section)):
            entry = replace(entry, restricted=True)
        found.append((origin, entry))
    return sorted(found, key=lambda pair: _age(pair[0], order))


def _came_from(entry: Entry) -> Origin | None:
    return entry.action.origin if entry.action else None


def _age(origin: Origin, order: Mapping[str, int]) -> tuple[date, int, str, int]:
    return origin.meeting.date, order.get(origin.meeting.id, -1), origin.meeting.id, origin.entry


def bring_forward(meeting: Meeting, earlier: Iterable[Meeting], at: datetime) -> Meeting:
    """Put the open actions of earlier meetings on a new meeting's agenda, a subsection for each they come from.

    They stand under the section whose heading speaks of matters outstanding, arising or brought forward
    (a first section is made where none does) and are `B1`, `B2`, … in the order of their age.
    """
    actions = open_actions(earlier)
    if not actions:
        return meeting
    meeting, parent = _outstanding_section(meeting)
    sources = list({origin.meeting.id: origin.meeting for origin, _ in reversed(actions)}.values())[::-1]
    sections = _subsections(meeting, parent, sources)
    last = subtree(meeting, parent)[-1]
    place = meeting.sections.index(last) + 1
    section_of = {section.brought_from.id: section.id for section in sections if section.brought_from}
    entries = []
    next_id = max((e.id for e in meeting.entries), default=0) + 1
    for place_in_list, (origin, entry) in enumerate(actions):
        assert entry.action is not None, "only actions are brought forward"
        action = replace(entry.action, ref=f"B{place_in_list + 1}", origin=origin, replaced_by="")
        entries.append(
            replace(
                entry, id=next_id + place_in_list, section=section_of[origin.meeting.id], captured=at, action=action
            )
        )
    return replace(
        meeting,
        sections=(*meeting.sections[:place], *sections, *meeting.sections[place:]),
        entries=(*meeting.entries, *entries),
    )


def _outstanding_section(meeting: Meeting) -> tuple[Meeting, Section]:
    found = [s for s in meeting.sections if _OUTSTANDING.search(s.heading)]
    found.sort(key=lambda s: not _MATTERS.search(s.heading))
    if found:
        return meeting, found[0]
    first = Section(
        id=max((s.id for s in meeting.sections), default=0) + 1,
        heading=HEADING,
        state=SectionState.CURRENT,
        reached=1,
    )
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
