"""Working on any section of the agenda while the meeting stands where it is: moving, adding, naming, passing over.

Printed numbers stay with their sections, whatever their order: they stand in papers that people hold in their hands.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.model import Meeting, Section, SectionState
from tui.meeting.outline.outline import (
    add_section,
    change_section,
    is_restricted,
    name_of,
    pass_over,
    path_of,
    split_number,
    stand_in,
    subtree,
    toggle_restricted,
)


def move_section(meeting: Meeting, section_id: int, by: int) -> Meeting:
    """Move a section, with those below it, before the sibling above (-1) or after the one beneath (1).

    Raises Refused where there is no such sibling.
    """
    section = meeting.section(section_id)
    sibling = _sibling(meeting, section, by)
    if sibling is None:
        raise Refused(f"{name_of(section)} is the {'first' if by < 0 else 'last'} at its level")
    upper, lower = (sibling, section) if by < 0 else (section, sibling)
    above, beneath = subtree(meeting, upper), subtree(meeting, lower)
    at = meeting.sections.index(upper)
    rest = meeting.sections[at + len(above) + len(beneath) :]
    return replace(meeting, sections=(*meeting.sections[:at], *beneath, *above, *rest))


def indent_section(meeting: Meeting, section_id: int) -> Meeting:
    """Put a section, with those below it, under the sibling above. Raises Refused where there is none."""
    section = meeting.section(section_id)
    mother = _sibling(meeting, section, -1)
    if mother is None:
        raise Refused(f"{name_of(section)} has none above it to stand under")
    restricted = is_restricted(meeting, mother)
    below = {
        one.id: replace(one, level=one.level + 1, restricted=one.restricted or restricted)
        for one in subtree(meeting, section)
    }
    return replace(meeting, sections=tuple(below.get(s.id, s) for s in meeting.sections))


def outdent_section(meeting: Meeting, section_id: int) -> Meeting:
    """Put a section, with those below it, after the one it stands under. Raises Refused at the top level.

    It stays restricted where that one is: taking it out from under must not publish it.
    """
    section = meeting.section(section_id)
    path = path_of(meeting, section)
    if len(path) < 2:
        raise Refused(f"{name_of(section)} stands under no other")
    mother = path[-2]
    up = section.level - mother.level
    restricted = is_restricted(meeting, section)
    moved = tuple(
        replace(one, level=one.level - up, restricted=one.restricted or restricted) for one in subtree(meeting, section)
    )
    family = subtree(meeting, mother)
    end = meeting.sections.index(family[-1]) + 1
    ids = {one.id for one in moved}
    before = (s for s in meeting.sections[:end] if s.id not in ids)
    return replace(meeting, sections=(*before, *moved, *meeting.sections[end:]))


def _sibling(meeting: Meeting, section: Section, by: int) -> Section | None:
    """Return the next section of the same level under the same one, above (-1) or beneath (1); None at the end."""
    at = meeting.sections.index(section)
    others = meeting.sections[:at][::-1] if by < 0 else meeting.sections[at + 1 :]
    nearest = next((one for one in others if one.level <= section.level), None)
    return nearest if nearest is not None and nearest.level == section.level else None


MOVES: dict[str, Callable[[Meeting, int], Meeting]] = {
    "up": lambda meeting, section_id: move_section(meeting, section_id, -1),
    "down": lambda meeting, section_id: move_section(meeting, section_id, 1),
    "in": indent_section,
    "out": outdent_section,
}
"""The ways in which a section moves, with those below it."""


def move_current(meeting: Meeting, way: str) -> Meeting:
    """Move the current section `up`, `down`, `in` or `out`. Raises Refused for any other word."""
    if meeting.current is None:
        raise Refused("the agenda has no sections", hint="add one: /section HEADING")
    move = MOVES.get(way.strip().casefold())
    if move is None:
        raise Refused(
            "which way?" if not way.strip() else f"“{way.strip()}” is no way to move", hint="up, down, in or out"
        )
    return move(meeting, meeting.current.id)


def insert_section(meeting: Meeting, beside: int | None, words: str, *, below: bool = False) -> tuple[Meeting, int]:
    """Add a section after another one and what is below it (or as its last child), without entering it.

    `beside` is None for the first section of all, which is entered. Gives the new section's id too.
    """
    if beside is None:
        added = add_section(meeting, words, below=below)
    else:
        added = _elsewhere(meeting, beside, lambda there: add_section(there, words, below=below))
    known = {section.id for section in meeting.sections}
    return added, next(section.id for section in added.sections if section.id not in known)


def retitle_section(meeting: Meeting, section_id: int, words: str) -> Meeting:
    """Return a section another number and heading, typed one after the other as they print."""
    words = " ".join(words.split())
    if not words:
        raise Refused("what is the section's heading?")
    section = meeting.section(section_id)
    first, _, rest = words.partition(" ")
    same = bool(section.number) and first == section.number and bool(rest)
    number, heading = (first, rest) if same else split_number(meeting, words)
    return change_section(meeting, section_id, number=number, heading=heading)


def restrict_section(meeting: Meeting, section_id: int) -> Meeting:
    """Restrict a section and those below it, or lift that."""
    return _elsewhere(meeting, section_id, toggle_restricted)


def pass_over_section(meeting: Meeting, section_id: int, state: SectionState) -> Meeting:
    """Defer or skip a section, or take that back where it is so; the current one is left as by `/defer` or `/skip`."""
    section = meeting.section(section_id)
    captured = bool(meeting.entries_of(section_id))
    if section.state is SectionState.CURRENT:
        return pass_over(meeting, state)
    if section.state is state:
        back = SectionState.VISITED if captured else SectionState.UNREACHED
        return change_section(meeting, section_id, state=back)
    reached = section.reached if captured and state is SectionState.SKIPPED else None
    return change_section(meeting, section_id, state=state, reached=reached)


def _elsewhere(meeting: Meeting, section_id: int, change: Callable[[Meeting], Meeting]) -> Meeting:
    """Make a change as if the meeting stood in another section; it stays where it is."""
    changed = change(stand_in(meeting, section_id))
    were = {section.id: section for section in meeting.sections}
    sections = tuple(
        replace(s, state=were[s.id].state, reached=were[s.id].reached)
        if s.id in were
        else replace(s, state=SectionState.UNREACHED, reached=None)
        for s in changed.sections
    )
    return replace(changed, sections=sections, current_kind=meeting.current_kind)
