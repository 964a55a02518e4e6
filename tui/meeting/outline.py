"""The outline of a meeting: stepping through its sections, finding, adding, renaming and restricting them."""

from __future__ import annotations

import re

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.model import Kind, Meeting, Section, SectionState


_LETTERS = 6
"""The rank of sections in which the letters of the words merely stand in their order."""


def core(number: str) -> str:
    """Give a printed number without the punctuation around it, case aside: `2.` and `(2)` are both `2`."""
    return number.strip(" .():").casefold()


def name_of(section: Section) -> str:
    """Give a section's name for messages: `item 4a`, else its heading in quotation marks."""
    return f"item {number}" if (number := section.number.rstrip(".:) ")) else f"“{section.heading}”"


def subtree(meeting: Meeting, section: Section) -> tuple[Section, ...]:
    """Give the section and those below it, in order."""
    at = _place(meeting, section)
    end = at + 1
    while end < len(meeting.sections) and meeting.sections[end].level > section.level:
        end += 1
    return meeting.sections[at:end]


def path_of(meeting: Meeting, section: Section) -> tuple[Section, ...]:
    """Give the sections above a section, the topmost first, and the section itself."""
    path = [section]
    for other in reversed(meeting.sections[: _place(meeting, section)]):
        if other.level < path[-1].level:
            path.append(other)
    return tuple(reversed(path))


def is_restricted(meeting: Meeting, section: Section) -> bool:
    """Whether the section or one above it is restricted."""
    return any(one.restricted for one in path_of(meeting, section))


def _place(meeting: Meeting, section: Section) -> int:
    return next(place for place, other in enumerate(meeting.sections) if other.id == section.id)


def mark_reached(meeting: Meeting, section_id: int) -> Meeting:
    """Note that the meeting takes the section now, unless it was taken already."""
    if meeting.section(section_id).reached is not None:
        return meeting
    latest = max((s.reached or 0 for s in meeting.sections), default=0)
    return change_section(meeting, section_id, reached=latest + 1)


def change_section(meeting: Meeting, section_id: int, **fields: object) -> Meeting:
    """Give the meeting with some fields of one section set."""
    return replace(
        meeting, sections=tuple(replace(s, **fields) if s.id == section_id else s for s in meeting.sections)
    )


def stand_in(meeting: Meeting, section_id: int, *, leave: SectionState = SectionState.VISITED) -> Meeting:
    """Enter a section: it becomes current, the one that was gets the state `leave`, the kind is note again."""
    meeting.section(section_id)
    sections = tuple(
        replace(s, state=SectionState.CURRENT)
        if s.id == section_id
        else replace(s, state=leave)
        if s.state is SectionState.CURRENT
        else s
        for s in meeting.sections
    )
    return replace(meeting, sections=sections, current_kind=Kind.NOTE)


def step(meeting: Meeting, by: int, *, leave: SectionState = SectionState.VISITED) -> Meeting:
    """Go `by` sections on (or back, below 0) in the agenda's order. Raises Refused at either end."""
    current = _current(meeting)
    at = _place(meeting, current) + by
    if at < 0:
        raise Refused("this is the first section")
    if at >= len(meeting.sections):
        raise Refused("this is the last section")
    target = meeting.sections[at].id
    return mark_reached(stand_in(meeting, target, leave=leave), target)


def pass_over(meeting: Meeting, state: SectionState) -> Meeting:
    """Defer or skip the current section and go on to the next. Raises Refused in the last one."""
    current = _current(meeting)
    if not meeting.entries_of(current.id):
        meeting = change_section(meeting, current.id, reached=None)
    return step(meeting, 1, leave=state)


def go_to(meeting: Meeting, wanted: str) -> Meeting:
    """Go to the section that a number or words mean. Raises Refused where none does."""
    return stand_in(meeting, find_section(meeting, wanted).id)


def _current(meeting: Meeting) -> Section:
    current = meeting.current
    if current is None:
        raise Refused("the agenda has no sections", hint="add one: /section HEADING")
    return current


def find_section(meeting: Meeting, wanted: str) -> Section:
    """Find a section by number, path of numbers (`4a 1`), words of its heading, or letters in their order.

    Where several fit, a number takes the one highest in the outline, and words the next one from here.
    Raises Refused where none fits.
    """
    wanted = wanted.strip()
    if not wanted:
        raise Refused("which section?", hint="give a number or words of the heading")
    if found := ranked_sections(meeting, wanted):
        return found[0]
    raise Refused(f"no section has the number or words “{wanted}”")


def ranked_sections(meeting: Meeting, wanted: str) -> list[Section]:
    """Give the sections that a number or words may mean, the likeliest first; all of them for no words."""
    if not wanted.strip():
        return list(meeting.sections)
    ranked = []
    here = next((at for at, s in enumerate(meeting.sections) if s.state is SectionState.CURRENT), -1)
    for at, section in enumerate(meeting.sections):
        rank = _rank(meeting, section, wanted)
        if rank is not None:
            ahead = (at - here - 1) % max(1, len(meeting.sections))
            ranked.append((rank, section.level if rank <= 1 else 0, at if rank <= 1 else ahead, at))
    if any(rank < _LETTERS for rank, *_ in ranked):
        ranked = [one for one in ranked if one[0] < _LETTERS]
    return [meeting.sections[at] for *_, at in sorted(ranked)]


def _rank(meeting: Meeting, section: Section, wanted: str) -> int | None:
    folded = " ".join(wanted.casefold().split())
    number = core(section.number)
    if number and number == core(wanted):
        return 0
    path = [core(s.number) for s in path_of(meeting, section) if s.number]
    if len(path) > 1 and re.split(r"[\s./]+", core(wanted)) in (path, path[-2:]):
        return 1
    heading = " ".join(section.heading.casefold().split())
    if heading.startswith(folded):
        return 2
    if any(word.startswith(folded) for word in re.findall(r"\w+", heading)):
        return 3
    if folded in heading:
        return 4
    if all(any(w.startswith(part) for w in re.findall(r"\w+", heading)) for part in folded.split()):
        return 5
    letters = iter(heading)
    return _LETTERS if len(folded) > 1 and all(letter in letters for letter in folded.replace(" ", "")) else None


def add_section(meeting: Meeting, words: str, *, below: bool = False) -> Meeting:
    """Add a section after the current one and what is below it (or as its last child) and enter it."""
    if not words.strip():
        raise Refused("what is the section's heading?", hint="type /section HEADING")
    number, heading = split_number(meeting, words.strip())
    new_id = max((s.id for s in meeting.sections), default=0) + 1
    current = meeting.current
    level, at = 1, len(meeting.sections)
    if current is not None:
        level = current.level + (1 if below else 0)
        at = _place(meeting, current) + len(subtree(meeting, current))
    section = Section(id=new_id, number=number, heading=heading, level=level)
    sections = (*meeting.sections[:at], section, *meeting.sections[at:])
    return mark_reached(stand_in(replace(meeting, sections=sections), new_id), new_id)


def split_number(meeting: Meeting, words: str) -> tuple[str, str]:
    """Split a heading's first word off as a number where it is shaped like the agenda's others."""
    first, _, rest = words.partition(" ")
    if not rest.strip():
        return "", words
    shapes = {_shape(s.number) for s in meeting.sections if s.number}
    digits = max((len(d) for s in meeting.sections for d in re.findall(r"\d+", s.number)), default=0)
    longest = max((len(d) for d in re.findall(r"\d+", first)), default=0)
    if _shape(first) in shapes and longest <= max(2, digits):
        return first, rest.strip()
    return "", words


def _shape(number: str) -> str:
    """Give what numbers of one sort share: `2.1` and `10.12.` are both `9.9`, `4a` is `9a`."""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "9", core(number))) if re.search(r"\d|^\W*\w\W*$", number) else number


def rename_section(meeting: Meeting, heading: str) -> Meeting:
    """Give the current section another heading."""
    if not heading.strip():
        raise Refused("what is the new heading?", hint="type /rename HEADING")
    return change_section(meeting, _current(meeting).id, heading=heading.strip())


def toggle_restricted(meeting: Meeting) -> Meeting:
    """Restrict the current section and those below it, or lift that."""
    current = _current(meeting)
    restricted = not current.restricted
    ids = {s.id for s in subtree(meeting, current)}
    return replace(
        meeting, sections=tuple(replace(s, restricted=restricted) if s.id in ids else s for s in meeting.sections)
    )
