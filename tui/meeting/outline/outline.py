"""The outline of a meeting: how its sections stand to each other, stepping through them, and finding one."""

from __future__ import annotations

import re

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.languages.writing.words import Words
from tui.meeting.languages.writing.written import quoted, words_in
from tui.meeting.model import Kind, Meeting, Section, SectionState, Value
from tui.meeting.text.matching import best_first, has_start, has_starts, holds, rank, starts

_BARE = re.compile(r"\(?(?:(?P<letter>[^\W\d_]|[ivxIVX]{2,5})|(?P<figure>\d{1,3}))[.):]{0,2}")
"""A number that may say nothing without the one above it: `a)`, `(b)`, `iii.`, `1.`."""

_TOKEN = re.compile(r"\d+(?:[/-]\d+)+|\d+|[^\W\d_]+")


def core(number: str) -> str:
    """Return a printed number without punctuation around it and brackets, case aside: `2.` and `(2)` are both `2`."""
    return re.sub(r"[()\[\]]", "", number).strip(" .:").casefold()


def tokens_of(number: str) -> tuple[str, ...]:
    """Take a number apart: `4a.1` is `4`, `a`, `1`; a minute's number (`107/20`) is one part; `2.0` is `2`."""
    tokens = _TOKEN.findall(core(number))
    while len(tokens) > 1 and tokens[-1] == "0":
        tokens.pop()
    return tuple(tokens)


def number_within(meeting: Meeting, section: Section) -> str:
    """Return a section's number as people speak of it: `5a` for the `a)` below `5.`, `3.1` for the `1.` below `3.`.

    One that says enough by itself is as printed.
    """
    bare = _BARE.fullmatch(section.number)
    if bare is None or all(one.id != section.id for one in meeting.sections):
        return section.number
    above = next((one for one in reversed(path_of(meeting, section)[:-1]) if one.number), None)
    number = number_within(meeting, above) if above else ""
    number = number.strip(" .:" if "(" in number else " .:)")
    if not number or "[" in number:
        return section.number
    if bare["figure"]:
        return section.number if _runs_on(meeting, section.level) else f"{number}.{bare['figure']}"
    letter = bare["letter"]
    return f"{number}{letter}" if number[-1].isdigit() and len(letter) == 1 else f"{number}({letter})"


def _runs_on(meeting: Meeting, level: int) -> bool:
    """Whether a level's figures go on from one part of the agenda to the next, so that each stands for one item."""
    parts: set[int] = set()
    figures: list[tuple[str, ...]] = []
    others: set[tuple[str, ...]] = set()
    part = 0
    for section in meeting.sections:
        if section.level < level:
            part = section.id
        if section.level != level:
            others.add(tokens_of(section.number))
        elif section.number:
            parts.add(part)
            figures.append(tokens_of(section.number))
    return len(parts) > 1 and len(figures) == len(set(figures)) and others.isdisjoint(figures)


def name_within(meeting: Meeting, section: Section, words: Words | None = None) -> str:
    """Return a section's name within a sentence: `item 5a`, `item 3.1`, else its heading in quotation marks.

    Notes give the `words` of their language; messages are in English.
    """
    words = words or words_in("en")
    number = number_within(meeting, section)
    number = number.rstrip(".: " if "(" in number else ".:) ")
    return words.item.format(number=number) if number else quoted(words, _words_of(section))


def _words_of(section: Section) -> str:
    """Return a section's heading; the meeting it comes from for actions brought forward, which have none."""
    return section.heading or (section.brought_from.title if section.brought_from else "")


def subtree(meeting: Meeting, section: Section) -> tuple[Section, ...]:
    """Return the section and those below it, in order."""
    at = place_of(meeting, section)
    end = at + 1
    while end < len(meeting.sections) and meeting.sections[end].level > section.level:
        end += 1
    return meeting.sections[at:end]


def path_of(meeting: Meeting, section: Section) -> tuple[Section, ...]:
    """Return the sections above a section, the topmost first, and the section itself."""
    path = [section]
    for other in reversed(meeting.sections[: place_of(meeting, section)]):
        if other.level < path[-1].level:
            path.append(other)
    return tuple(reversed(path))


def is_restricted(meeting: Meeting, section: Section) -> bool:
    """Whether the section or one above it is restricted."""
    return any(one.restricted for one in path_of(meeting, section))


def place_of(meeting: Meeting, section: Section) -> int:
    """Return how many sections stand before this one."""
    return next(place for place, other in enumerate(meeting.sections) if other.id == section.id)


def mark_reached(meeting: Meeting, section_id: int) -> Meeting:
    """Note that the meeting takes the section now, unless it was taken already."""
    if meeting.section(section_id).reached is not None:
        return meeting
    latest = max((s.reached or 0 for s in meeting.sections), default=0)
    return change_section(meeting, section_id, reached=latest + 1)


def change_section(meeting: Meeting, section_id: int, **fields: object) -> Meeting:
    """Return the meeting with some fields of one section set."""
    return replace(meeting, sections=tuple(replace(s, **fields) if s.id == section_id else s for s in meeting.sections))


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


def _was_taken(meeting: Meeting, section: Section, current: Section) -> bool:
    """Whether a section was taken before the current one, or is not to be taken: stepping on passes it by."""
    if section.state in (SectionState.DEFERRED, SectionState.SKIPPED):
        return True
    earlier = section.reached is not None and (current.reached is None or section.reached < current.reached)
    return earlier and any(entry.section == section.id for entry in meeting.entries)


def step(meeting: Meeting, by: int, *, leave: SectionState = SectionState.VISITED) -> Meeting:
    """Go `by` sections on, past those taken before, or back, below 0, in the agenda's order.

    Raises Refused at either end.
    """
    current = current_section(meeting)
    at = place_of(meeting, current) + by
    while by > 0 and at < len(meeting.sections) and _was_taken(meeting, meeting.sections[at], current):
        at += by
    if at < 0:
        raise Refused("this is the first section")
    if at >= len(meeting.sections):
        raise Refused(
            "this is the last section", hint="" if meeting.closed else "/close closes the meeting, at the time it is"
        )
    target = meeting.sections[at].id
    return mark_reached(stand_in(meeting, target, leave=leave), target)


def go_to(meeting: Meeting, wanted: str) -> Meeting:
    """Go to the section that a number or words mean. Raises Refused where none does."""
    return stand_in(meeting, find_section(meeting, wanted).id)


def current_section(meeting: Meeting) -> Section:
    """Return the section that the meeting is in. Raises Refused where it has none."""
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
    """Return the sections that a number or words may mean, the likeliest first; all of them for no words."""
    if not wanted.strip():
        return list(meeting.sections)
    looked_for = _SectionWords(words=" ".join(wanted.casefold().split()), number=core(wanted), tokens=tokens_of(wanted))
    here = next((at for at, s in enumerate(meeting.sections) if s.state is SectionState.CURRENT), -1)
    orders = []
    for at, (section, path) in enumerate(zip(meeting.sections, _number_paths(meeting), strict=True)):
        place = _rank(section, path, looked_for)
        orders.append((place, section.level) if place < 0 else (place, (at - here - 1) % len(meeting.sections)))
    return best_first(meeting.sections, orders)


class _SectionWords(Value, frozen=True, kw_only=True):
    """What was typed to go to a section."""

    words: str
    number: str
    tokens: tuple[str, ...]


def _number_paths(meeting: Meeting) -> list[tuple[str, ...]]:
    """Return each section's number with those above it, in parts: `4`, `a`, `1` for the `1.` of `4a`."""
    paths: list[tuple[str, ...]] = []
    above: list[tuple[int, tuple[str, ...]]] = []
    for section in meeting.sections:
        while above and above[-1][0] >= section.level:
            above.pop()
        mother = above[-1][1] if above else ()
        own = tokens_of(section.number)
        path = own if own[: len(mother)] == mother else (*mother, *own)
        above.append((section.level, path))
        paths.append(path if own else ())
    return paths


def _rank(section: Section, path: tuple[str, ...], wanted: _SectionWords) -> int:
    """Say how well a section fits, the least best: below 0 by its number, else by its heading."""
    number = core(section.number)
    if number and number == wanted.number:
        return -2
    if path and path == wanted.tokens:
        return -1
    heading = " ".join(_words_of(section).casefold().split())
    first, _, rest = wanted.words.partition(" ")
    if rest and core(first) == number and heading.startswith(rest):
        return 0
    ways = (starts, has_start, has_starts, holds)
    return rank(wanted.words, *((way, (heading,)) for way in ways), guess=heading)
