"""Working on any section of the agenda, wherever the meeting stands: adding, naming, restricting, passing over, moving.

Printed numbers stay with their sections, whatever their order: they stand in papers that people hold in their hands.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.model import Meeting, Section, SectionState
from tui.meeting.outline.outline import (
    change_section,
    is_restricted,
    mark_reached,
    name_within,
    path_of,
    place_of,
    stand_in,
    step,
    subtree,
    tokens_of,
)
from tui.meeting.text.brackets import closed, restored, unbracketed


def enter_new_section(meeting: Meeting, words: str, *, below: bool = False) -> Meeting:
    """Add a section after the current one and what is below it (or as its last child) and enter it."""
    current = meeting.current
    added, new_id = insert_section(meeting, current.id if current else None, words, below=below)
    return mark_reached(stand_in(added, new_id), new_id)


def insert_section(meeting: Meeting, beside: int | None, words: str, *, below: bool = False) -> tuple[Meeting, int]:
    """Add a section after another one and what is below it (or as its last child), and return its id too.

    `beside` is None for the first section of all, which is entered: a meeting stands in one as soon as there is one.
    """
    if not words.strip():
        raise Refused("what is the section's heading?", hint="type /section HEADING")
    number, heading = split_number(meeting, words.strip())
    new_id = max((s.id for s in meeting.sections), default=0) + 1
    section = Section(id=new_id, number=number, heading=heading)
    if beside is None:
        first = replace(meeting, sections=(*meeting.sections, section))
        return mark_reached(stand_in(first, new_id), new_id), new_id
    other = meeting.section(beside)
    at = place_of(meeting, other) + len(subtree(meeting, other))
    above = other if below else _above(meeting, other)
    restricted = above is not None and is_restricted(meeting, above)
    section = replace(section, level=other.level + (1 if below else 0), restricted=restricted)
    return replace(meeting, sections=(*meeting.sections[:at], section, *meeting.sections[at:])), new_id


def _above(meeting: Meeting, section: Section) -> Section | None:
    """Return the section one level up; None for one at the top."""
    path = path_of(meeting, section)
    return path[-2] if len(path) > 1 else None


def split_number(meeting: Meeting, words: str) -> tuple[str, str]:
    """Split a heading's first word off as a number where it is shaped like the agenda's others."""
    line = closed(words).text
    first, _, rest = unbracketed(line).partition(" ")
    if not rest.strip():
        return "", line
    numbers = [s.number for s in meeting.sections if s.number]
    if _shape(first) in {_shape(number) for number in numbers} and _goes_on(first, numbers):
        return restored(first, line, first=True), restored(rest.strip(), line)
    return "", line


def _shape(number: str) -> str:
    """Return what numbers of one sort share: `2.1` and `10.12.` are both `9.9`, `4a` is `9a`."""
    bare = re.sub(r"[()\[\]]", "", number).strip(" .:")
    return re.sub(r"[^\W\d_]", lambda letter: "A" if letter[0].isupper() else "a", re.sub(r"\d+", "9", bare))


def _goes_on(first: str, numbers: list[str]) -> bool:
    """Whether a first word may be a number of the row: `6` after five items, but not `12` or a second `A`."""
    tokens = tokens_of(first)
    if not tokens or len(first) > 30:
        return False
    if tokens[0].isdecimal():
        figures = [int(t[0]) for number in numbers if (t := tokens_of(number)) and t[0].isdecimal()]
        return int(tokens[0]) <= max(figures, default=0) + 3
    if len(tokens) > 1 or not tokens[0].isalpha():
        return True
    return tokens not in {tokens_of(number) for number in numbers}


def retitle_section(meeting: Meeting, section_id: int, words: str) -> Meeting:
    """Give a section another number and heading, typed one after the other as they print."""
    words = closed(" ".join(words.split())).text
    if not words:
        raise Refused("what is the section's heading?")
    section = meeting.section(section_id)
    first, _, rest = words.partition(" ")
    same = bool(section.number) and first == section.number and bool(rest)
    number, heading = (first, rest) if same else split_number(meeting, words)
    return change_section(meeting, section_id, number=number, heading=heading)


def rename_section(meeting: Meeting, section_id: int, heading: str) -> Meeting:
    """Give a section another heading; its number stays."""
    if not heading.strip():
        raise Refused("what is the new heading?", hint="type /rename HEADING")
    return change_section(meeting, section_id, heading=closed(heading.strip()).text)


def restrict_section(meeting: Meeting, section_id: int) -> Meeting:
    """Restrict a section and those below it, or lift that. Raises Refused where one above it is restricted."""
    section = meeting.section(section_id)
    above = _above(meeting, section)
    if section.restricted and above is not None and is_restricted(meeting, above):
        raise Refused(
            f"{name_within(meeting, above)} is restricted, and so is what is below it", hint="go there and lift it"
        )
    ids = {s.id for s in subtree(meeting, section)}
    restricted = not section.restricted
    return replace(
        meeting, sections=tuple(replace(s, restricted=restricted) if s.id in ids else s for s in meeting.sections)
    )


def pass_over_section(meeting: Meeting, section_id: int, state: SectionState) -> Meeting:
    """Defer or skip a section, or take that back where it is so; after the current one the meeting goes on to the next.

    Raises Refused where that is the current one and every other was skipped.
    """
    section = meeting.section(section_id)
    captured = bool(meeting.entries_of(section_id))
    if section.state is state:
        back = SectionState.VISITED if captured else SectionState.UNREACHED
        return change_section(meeting, section_id, state=back)
    # A deferred section will be taken later, even where something was said of it now.
    reached = section.reached if captured and state is SectionState.SKIPPED else None
    if section.state is not SectionState.CURRENT:
        return change_section(meeting, section_id, state=state, reached=reached)
    meeting = change_section(meeting, section_id, reached=reached)
    if section_id != meeting.sections[-1].id:
        return step(meeting, 1, leave=state)
    return stand_in(meeting, _left_over(meeting).id, leave=state)


def _left_over(meeting: Meeting) -> Section:
    """Return the first section that is still to be taken; where there is none, the last one that was."""
    waiting = (SectionState.UNREACHED, SectionState.DEFERRED)
    left = [s for s in meeting.sections if s.state in waiting]
    taken = [s for s in meeting.sections if s.state is SectionState.VISITED]
    if not left and not taken:
        raise Refused("there is no other section to go on to", hint="add one: /section HEADING")
    return left[0] if left else max(taken, key=lambda s: s.reached or 0)


def move_section(meeting: Meeting, section_id: int, by: int) -> Meeting:
    """Move a section, with those below it, before the sibling above (-1) or after the one beneath (1).

    Raises Refused where there is no such sibling.
    """
    section = meeting.section(section_id)
    sibling = _sibling(meeting, section, by)
    if sibling is None:
        raise Refused(f"{name_within(meeting, section)} is the {'first' if by < 0 else 'last'} at its level")
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
        raise Refused(f"{name_within(meeting, section)} has none above it to stand under")
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
        raise Refused(f"{name_within(meeting, section)} stands under no other")
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


def move_by_word(meeting: Meeting, section_id: int, way: str) -> Meeting:
    """Move a section `up`, `down`, `in` or `out`. Raises Refused for any other word."""
    move = MOVES.get(way.strip().casefold())
    if move is None:
        raise Refused(
            "which way?" if not way.strip() else f"“{way.strip()}” is no way to move", hint="up, down, in or out"
        )
    return move(meeting, section_id)
