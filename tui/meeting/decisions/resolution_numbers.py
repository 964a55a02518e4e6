"""The numbers of resolutions, which run on from meeting to meeting: `Resolutions: 24/117` gives the first of this one.

They follow the order in which the decisions were taken, so that one put in afterwards changes no other's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from tui.meeting.decisions.citations import led_number, own_number
from tui.meeting.decisions.motions import motion_parts
from tui.meeting.languages.header_words import number_line
from tui.meeting.languages.writing.written import words_in
from tui.meeting.model import DecisionOutcome, Entry, Meeting
from tui.meeting.outline.running_numbers import RunningShape, amiss, shape_of_one
from tui.meeting.text.inline_markup import masked


def resolution_numbers(meeting: Meeting) -> dict[int, str]:
    """Return the number of each resolution that has one, by the entry's id.

    One that begins with its own keeps it. Where the head gives the first, each that was carried has one; an amendment
    is part of the resolution that it amends.
    """
    decided = sorted((entry for entry in meeting.entries if entry.decision is not None), key=lambda one: one.id)
    shape, first = _shape(meeting), number_line(meeting, "resolution_keys")[1].strip()
    found = {entry.id: number for entry in decided if (number := _own(entry, shape if first else None, meeting.date))}
    count = shape.count_in(first, meeting.date) if shape and first else None
    if shape is None or count is None:
        return found
    taken = {shape.count_in(number, meeting.date) for number in found.values()}
    parts = motion_parts(meeting)
    for entry in decided:
        amends = entry.id in parts and parts[entry.id].role == "amendment"
        if entry.id not in found and _is_resolved(entry) and not amends:
            while count in taken:
                count += 1
            found[entry.id], count = shape.number(count, meeting.date), count + 1
    return found


def with_resolution_numbers(meeting: Meeting) -> Meeting:
    """Return a meeting whose decisions say the numbers that they were given: `Resolution 24/117: That …`."""
    if not number_line(meeting, "resolution_keys")[1]:
        return meeting
    numbers, words, shape = resolution_numbers(meeting), words_in(meeting.language), _shape(meeting)
    entries = (
        replace(entry, text=f"{words.numbered_resolution.format(number=numbers[entry.id])}{words.colon} {entry.text}")
        if entry.id in numbers and not _own(entry, shape, meeting.date)
        else entry
        for entry in meeting.entries
    )
    return replace(meeting, entries=tuple(entries))


def resolutions_on(meeting: Meeting, series: Sequence[Meeting]) -> Meeting:
    """Return a meeting whose first resolution goes on from those of the meetings before it, the last one first.

    It is left as it is where none of them says with what number it begins.
    """
    lines = [(one.date, *number_line(one, "resolution_keys")) for one in series]
    told = next(((key, number) for _, key, number in lines if number), None)
    if told is None:
        return meeting
    key, number = told
    shape = shape_of_one(number.strip(), [(day, said.strip()) for day, _, said in lines if said])
    if shape is None:
        return meeting
    shape = shape.learned((one.date, _counts(one, shape, one.date)) for one in series)
    counts = [n for one in series if shape.runs_on(meeting.date, one.date) for n in _counts(one, shape, meeting.date)]
    begun = (
        shape.count_in(said.strip(), meeting.date)
        for day, _, said in lines
        if said and shape.runs_on(meeting.date, day)
    )
    first = max((*(one + 1 for one in counts), *(one for one in begun if one is not None)), default=1)
    header = [line for line in meeting.header if line[0] != number_line(meeting, "resolution_keys")[0]]
    return replace(meeting, header=(*header, (key, shape.number(first, meeting.date))))


def misnumbered_resolutions(meeting: Meeting, series: Iterable[Meeting] = ()) -> Iterator[tuple[Entry, str]]:
    """Find the resolutions whose number is used twice, or before which one was left out; with them, what is wrong."""
    others = list(series)
    numbers = resolution_numbers(meeting)
    shape = _shape(meeting, others)
    if shape is None:
        return
    own, *runs = ((one.date, list(_counts(one, shape, one.date))) for one in (meeting, *others))
    shape = shape.learned(runs, own)
    taken = {
        count: one.date
        for one in others
        if shape.runs_on(meeting.date, one.date)
        for count in _counts(one, shape, meeting.date)
    }
    begun = any(one.date < meeting.date and resolution_numbers(one) for one in others)
    numbered = [(meeting.entry(entry_id), number) for entry_id, number in sorted(numbers.items())]
    yield from amiss(shape, meeting.date, numbered, taken, begun=begun)


def _shape(meeting: Meeting, others: Iterable[Meeting] = ()) -> RunningShape | None:
    """Return how the numbers are written: as the head has the first, else as the first decision that has its own."""
    held = [(one.date, number) for one in (meeting, *others) if (number := _first(one))]
    return shape_of_one(held[0][1], held) if held and held[0][0] == meeting.date else None


def _first(meeting: Meeting) -> str:
    said = number_line(meeting, "resolution_keys")[1].strip()
    own = (own_number(masked(entry.text)) for entry in meeting.entries if entry.decision is not None)
    return said or next(filter(None, own), "")


def _own(entry: Entry, shape: RunningShape | None, day: date) -> str:
    """Return the number with which a decision begins; one of the house's shape needs no word before it."""
    text = masked(entry.text)
    number = own_number(text)
    if not number and shape is not None and shape.count_in(led_number(text), day) is not None:
        return led_number(text)
    return number


def _counts(meeting: Meeting, shape: RunningShape, day: date) -> Iterator[int]:
    for number in resolution_numbers(meeting).values():
        if (count := shape.count_in(number, day)) is not None:
            yield count


def _is_resolved(entry: Entry) -> bool:
    return entry.decision is not None and entry.decision.outcome is DecisionOutcome.CARRIED and not entry.decision.straw
