"""Bringing the open actions of a series' earlier meetings onto a new meeting's agenda."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, time

from msgspec.structs import replace

from tui.meeting.model import Entry, Kind, Meeting, Origin, Section, SectionState, Source, Status
from tui.meeting.outline import core, is_restricted, subtree

_MATTERS = re.compile(r"\bmatters\b", re.IGNORECASE)
_OUTSTANDING = re.compile(r"\b(?:outstanding|arising|brought[\s-]+forward)\b", re.IGNORECASE)
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
    """Give what an action first stood under: the subheading above it, else its section's heading."""
    if entry.action is not None and entry.action.origin is not None:
        return entry.action.origin.topic
    above = meeting.entries_of(entry.section)
    for earlier in reversed(above[: above.index(entry)]):
        if earlier.kind is Kind.SUBHEADING:
            return f"[[{earlier.text}]]" if earlier.restricted else earlier.text
    section = meeting.section(entry.section)
    return f"[[{section.heading}]]" if section.heading and is_restricted(meeting, section) else section.heading


def source_of(meeting: Meeting) -> Source:
    """Give a meeting as another one refers to it."""
    return Source(id=meeting.id, title=meeting.title, date=meeting.date)


def open_actions(earlier: Iterable[Meeting]) -> list[tuple[Origin, Entry]]:
    """Give the actions still open after these meetings, each once, the oldest first, with where each first stood."""
    standing: dict[Chain, tuple[Meeting, Entry]] = {}
    for meeting in sorted(earlier, key=lambda m: (m.date, m.start or time.min)):
        for entry in meeting.entries:
            if entry.action is not None:
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
    return sorted(found, key=lambda pair: (pair[0].meeting.date, pair[0].meeting.id, pair[0].entry))


def bring_forward(meeting: Meeting, earlier: Iterable[Meeting], at: datetime) -> Meeting:
    """Put the open actions of earlier meetings on a new meeting's agenda, a subsection for each they come from.

    They stand under the section whose heading speaks of matters outstanding, arising or brought forward
    (a first section is made where none does) and are `B1`, `B2`, … in the order of their age.
    """
    actions = open_actions(earlier)
    if not actions:
        return meeting
    meeting, parent = _outstanding_section(meeting)
    sources = list(dict.fromkeys(origin.meeting for origin, _ in actions))
    sections = _subsections(meeting, parent, sources)
    last = subtree(meeting, parent)[-1]
    place = meeting.sections.index(last) + 1
    section_of = {section.brought_from: section.id for section in sections}
    entries = []
    next_id = max((e.id for e in meeting.entries), default=0) + 1
    for place_in_list, (origin, entry) in enumerate(actions):
        assert entry.action is not None, "only actions are brought forward"
        action = replace(entry.action, ref=f"B{place_in_list + 1}", origin=origin, replaced_by="")
        entries.append(
            replace(
                entry, id=next_id + place_in_list, section=section_of[origin.meeting], captured=at, action=action
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
    taken = [s for s in subtree(meeting, parent)[1:] if s.level == parent.level + 1]
    numbers = _sub_numbers(meeting, parent, len(taken), len(sources))
    return [
        Section(
            id=next_id + place,
            heading="",
            number=number,
            level=parent.level + 1,
            restricted=parent.restricted,
            brought_from=source,
        )
        for place, (source, number) in enumerate(zip(sources, numbers, strict=True))
    ]


def _sub_numbers(meeting: Meeting, parent: Section, taken: int, wanted: int) -> list[str]:
    """Number subsections as the agenda numbers its own: `1a` where it has `4a`, else `1.1`."""
    number = core(parent.number)
    if not number:
        return [""] * wanted
    style, tail = ".9", ""
    above: dict[int, str] = {}
    for section in meeting.sections:
        own, mother = core(section.number), above.get(section.level - 1, "")
        above[section.level] = own
        if section.level != parent.level + 1 or not own:
            continue
        suffix = own.removeprefix(mother) if mother and own.startswith(mother) else None
        if suffix and re.fullmatch(r"[a-z]|\.\d+|/\d+", suffix):
            style = suffix
        elif re.fullmatch(r"[a-z]|\d+", own):
            number, style = "", own
        else:
            continue
        tail = re.sub(r"^.*?([^\w]*)$", r"\1", section.number.strip())
        break
    return [f"{number}{_suffix(style, taken + place)}{tail}" for place in range(1, wanted + 1)]


def _suffix(style: str, place: int) -> str:
    if not style.isalpha():
        return re.sub(r"\d+", str(place), style)
    letters = ""
    while place > 0:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
