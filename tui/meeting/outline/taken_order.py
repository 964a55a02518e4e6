"""Where the meeting left the agenda's order."""

from __future__ import annotations

from bisect import bisect_left

from tui.meeting.model import Meeting, Section


def out_of_order(meeting: Meeting) -> dict[int, Section | None]:
    """Return the sections that were not taken in the agenda's order, by id, with the section taken just before each.

    None stands for the section that was taken first. The fewest sections that explain the order are given, and a
    section that was taken straight after the one printed before it is left out: it moved together with that one.
    """
    taken = [section for section in meeting.sections if section.reached is not None]
    earlier = _before(sorted(taken, key=_reached))
    in_order = _longest_rise([_reached(section) for section in taken])
    printed_before = _before(taken)
    return {
        section.id: earlier[section.id]
        for at, section in enumerate(taken)
        if at not in in_order and earlier[section.id] is not printed_before[section.id]
    }


def _before(sections: list[Section]) -> dict[int, Section | None]:
    """Return the section before each, by id; None before the first."""
    return {section.id: sections[at - 1] if at else None for at, section in enumerate(sections)}


def _reached(section: Section) -> int:
    return section.reached or 0


def _longest_rise(values: list[int]) -> set[int]:
    """Return the places of a longest strictly increasing run of the values (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int | None] = []
    for at, value in enumerate(values):
        pile = bisect_left(tails, value)
        previous.append(ends[pile - 1] if pile else None)
        if pile == len(tails):
            tails.append(value)
            ends.append(at)
        else:
            tails[pile] = value
            ends[pile] = at
    found: set[int] = set()
    at_end = ends[-1] if ends else None
    while at_end is not None:
        found.add(at_end)
        at_end = previous[at_end]
    return found
