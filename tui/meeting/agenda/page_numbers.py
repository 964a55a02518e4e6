"""The numbers of pages, which run on through a minute book: `Pages: 1043` gives the first page of these notes.

`Pages: 1043–1046` gives the last one too; else it is known once the notes were published as PDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from tui.meeting.dates.written_dates import said_date
from tui.meeting.languages.header_words import number_line
from tui.meeting.model import Meeting, Value
from tui.meeting.outline.running_numbers import RunningShape, shape_of_one

_RANGE = re.compile(r"(?P<first>.*?\S)\s*(?:–|\bto\b|\bbis\b|\bà\b|\ba\b|\bi\b)\s*(?P<last>\S.*)")
_FIGURES = re.compile(r"(?P<first>\d+)\s*-\s*(?P<last>\d+)")
UNKNOWN = "??"
"""The gap that stands for a first page which nobody knows, until somebody fills it in."""


class Pages(Value, frozen=True, kw_only=True):
    """The pages of a meeting's notes in the minute book."""

    first: int
    last: int | None = None
    """None where nobody said it, and the notes were never printed."""
    before: str = ""
    """What stands on each page before its number: the `24/` of `24/45`."""
    after: str = ""


def pages_of(meeting: Meeting) -> Pages | None:
    """Return the pages that a meeting's head gives its notes; None where it gives none."""
    first, last = _said(meeting)
    shape = shape_of_one(first, [(meeting.date, first)]) if first else None
    count = shape.count_in(first, meeting.date) if shape else None
    if shape is None or count is None:
        return None
    end = shape.count_in(last, meeting.date) if last else None
    printed = next((one.pages for one in reversed(meeting.published) if one.pages), None)
    if end is None and last.isdecimal():
        end = int(last)
    if end is None and printed is not None:
        end = count + printed - 1
    before, _, after = shape.number(count, meeting.date).rpartition(str(count))
    return Pages(first=count, last=end if end is None or end >= count else None, before=before, after=after)


def pages_on(meeting: Meeting, series: Sequence[Meeting]) -> Meeting:
    """Return a meeting whose pages go on from those of the meetings before it, the last one first.

    A gap stands for the first page where the last meeting's last is not known: the check asks for it.
    """
    told = [one for one in series if pages_of(one)]
    shape = _shape(told)
    if shape is None:
        return meeting
    key = number_line(told[0], "page_keys")[0]
    header = [line for line in meeting.header if line[0] != key]
    return replace(meeting, header=(*header, (key, _page_after(series[0], shape, meeting))))


def _page_after(before: Meeting, shape: RunningShape, meeting: Meeting) -> str:
    pages = pages_of(before)
    if pages is None or pages.last is None:
        return UNKNOWN
    told = shape.count_in(_number(pages, pages.last), meeting.date) is not None
    goes_on = told and shape.runs_on(meeting.date, before.date)
    return shape.number(pages.last + 1 if goes_on else 1, meeting.date)


def mispaged(meeting: Meeting, series: Iterable[Meeting] = ()) -> str:
    """Say what is wrong with the first page, held against the meeting before this one; empty where nothing is."""
    pages = pages_of(meeting)
    earlier = sorted((one for one in series if one.date < meeting.date), key=lambda one: one.date)
    before = pages_of(earlier[-1]) if earlier else None
    shape = _shape([one for one in earlier if pages_of(one)], meeting)
    if pages is None or before is None or before.last is None:
        return ""
    if (before.before, before.after) != (pages.before, pages.after):
        return ""
    held = said_date(earlier[-1].date)
    if shape is not None and not shape.runs_on(meeting.date, earlier[-1].date):
        begins = _number(pages, 1)
        return "" if pages.first == 1 else f"the pages begin anew with the year: these notes begin on page {begins}"
    wanted = _number(pages, before.last + 1)
    if pages.first <= before.last:
        return f"page {_number(pages, pages.first)} was used on {held} already: these notes begin on page {wanted}"
    if pages.first > before.last + 1:
        return f"the notes of {held} end on page {_number(before, before.last)}: page {wanted} is left out, or say why"
    return ""


def _said(meeting: Meeting) -> tuple[str, str]:
    words = number_line(meeting, "page_keys")[1].strip()
    found = _FIGURES.fullmatch(words) or _RANGE.fullmatch(words)
    return (found["first"], found["last"]) if found else (words, "")


def _shape(told: Sequence[Meeting], own: Meeting | None = None) -> RunningShape | None:
    held = [(one.date, _said(one)[0]) for one in told]
    shape = shape_of_one(held[0][1], held) if held else None
    runs = [(one.date, _counts(one)) for one in told]
    return shape.learned(runs, (own.date, _counts(own)) if own else None) if shape else None


def _counts(meeting: Meeting) -> tuple[int, ...]:
    pages = pages_of(meeting)
    return (pages.first, *([pages.last] if pages.last is not None else [])) if pages else ()


def _number(pages: Pages, count: int) -> str:
    return f"{pages.before}{count}{pages.after}"
