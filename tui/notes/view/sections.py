"""The sections of the view: their headings, what is said of them, and their entries in paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from datetime import time
from itertools import groupby

from tui.meeting.languages.header_words import said_under, speaks_of_next_meeting
from tui.meeting.languages.writing.written import quoted
from tui.meeting.model import Entry, Kind, Meeting, Section, Source
from tui.meeting.outline.outline import number_within
from tui.meeting.outline.taken_order import out_of_order
from tui.meeting.outline.turns import turns_of
from tui.notes.view.entries import SectionName, entry_views, replacements
from tui.notes.view.values import EntryView, ExchangeView, SectionView
from tui.notes.view.wording import Wording, wording_of
from tui.notes.view.words import NOTHING, ViewText

_NEXT_MEETING = re.compile(r"\bnext\s+meeting\b", re.IGNORECASE)


def section_views(meeting: Meeting) -> tuple[SectionView, ...]:
    """Make the view of every section, in the agenda's order."""
    entries: dict[int, list[Entry]] = {}
    for entry in meeting.entries:
        entries.setdefault(entry.section, []).append(entry)
    moved, replaced = out_of_order(meeting), replacements(meeting)
    wording, turns = wording_of(meeting), turns_of(meeting)
    months = Counter(wording.month(s.brought_from.date) for s in meeting.sections if s.brought_from)
    next_section = next_meeting_section(meeting)
    found: list[SectionView] = []
    for section in meeting.sections:
        brought_from, from_meeting = _brought_from(wording, section.brought_from, months)
        found.append(
            _section(
                wording,
                section,
                entry_views(meeting, entries.get(section.id, []), _name(meeting, section), replaced),
                moved=_taken(meeting, moved[section.id]) if section.id in moved else "",
                brought_from=brought_from,
                from_meeting=from_meeting,
                turn=turns.get(section.id),
                next_words=_next_words(meeting, entries.get(section.id, [])) if section is next_section else NOTHING,
            )
        )
    return tuple(found)


def item(meeting: Meeting, section: Section) -> str:
    """Name a section within a sentence: by its number, and by its heading too where the number is not enough."""
    wording = wording_of(meeting)
    words = wording.words
    heading = str(_heading(wording, section)).rstrip(":.")
    number = str(wording.text(spoken := _spoken(meeting, section)))
    if not number:
        if section.restricted and not section.heading:
            return words.a_restricted_item
        return quoted(words, heading) if heading else words.an_item
    alike = sum(_spoken(meeting, other) == spoken for other in meeting.sections)
    if alike == 1 or not heading or not section.heading:
        return words.item.format(number=number)
    return words.item_headed.format(number=number, heading=heading)


def _spoken(meeting: Meeting, section: Section) -> str:
    number = number_within(meeting, section)
    return number.rstrip("." if "(" in number else ".)")


def _taken(meeting: Meeting, before: Section | None) -> str:
    words = wording_of(meeting).words
    return words.taken_after.format(item=item(meeting, before)) if before else words.taken_first


def _brought_from(wording: Wording, source: Source | None, months: Counter[str]) -> tuple[str, str]:
    """Say from which meeting actions were brought forward: its month, else its day; and that within a sentence."""
    if source is None:
        return "", ""
    month = wording.month(source.date)
    if months[month] == 1:
        return month, wording.words.from_month.format(month=month)
    day = wording.ordinal_date(source.date)
    return day, wording.words.from_day.format(day=day)


def _heading(wording: Wording, section: Section) -> ViewText:
    if section.restricted and not section.heading:
        return wording.entry_stub()
    return wording.text(section.heading, restricted=section.restricted)


def _name(meeting: Meeting, section: Section) -> SectionName:
    wording = wording_of(meeting)
    number, heading = wording.text(section.number), _heading(wording, section)
    if not heading and section.brought_from:
        month = wording.month(section.brought_from.date)
        heading = ViewText.literally(wording.words.brought_forward_from.format(month=month))
    printed = str(wording.text(_spoken(meeting, section)))
    return SectionName(number, ViewText.joined(printed, " " if printed and heading else "", heading))


def next_meeting_section(meeting: Meeting) -> Section | None:
    """Find the section that is for the next meeting; None where there is none, or nothing to say in it."""
    if not said_under(meeting, "Next"):
        return None
    return next((s for s in meeting.sections if not s.restricted and _is_for_next(meeting, s.heading)), None)


def _is_for_next(meeting: Meeting, heading: str) -> bool:
    return bool(_NEXT_MEETING.search(heading)) or speaks_of_next_meeting(meeting, heading)


def _next_words(meeting: Meeting, entries: list[Entry]) -> ViewText:
    """Return the header's words on the next meeting, unless an entry of the section holds them already."""
    words = wording_of(meeting).text(said_under(meeting, "Next"))
    wanted = _letters(words)
    return NOTHING if any(wanted in _letters(ViewText.of(entry.text)) for entry in entries) else words


def _letters(words: str) -> str:
    """Return the words with nothing between them that could be written in two ways."""
    return " ".join(["", *re.findall(r"\w+", words.casefold()), ""])


def _section(
    wording: Wording,
    section: Section,
    shown: tuple[EntryView, ...],
    *,
    moved: str,
    brought_from: str,
    from_meeting: str,
    next_words: ViewText,
    turn: time | None,
) -> SectionView:
    number, heading = wording.text(section.number), _heading(wording, section)
    return SectionView(
        number=number,
        anchor=f"item-{section.id}",
        heading=heading,
        level=section.level,
        presenter=wording.text(section.presenter),
        minutes=section.minutes,
        time=wording.clock(turn),
        papers=tuple(wording.text(paper) for paper in section.papers),
        explanation=tuple(wording.text(line, restricted=section.restricted) for line in section.explanation),
        resolution=wording.text(section.resolution, restricted=section.restricted and bool(section.resolution)),
        state=section.state.value,
        moved=moved,
        withheld=section.restricted and not section.heading,
        brought_from=brought_from,
        from_meeting=from_meeting,
        brought=sum(1 for entry in shown if entry.action and entry.action.brought_forward),
        asks=any(entry.kind == Kind.QUESTION for entry in shown),
        decided=sum(1 for entry in shown if entry.kind == Kind.DECISION),
        arising=sum(1 for entry in shown if entry.action and not entry.action.brought_forward),
        next=next_words,
        entries=shown,
        paragraphs=_paragraphs(shown),
        exchanges=_exchanges(number, heading, shown),
    )


def _paragraphs(entries: tuple[EntryView, ...]) -> tuple[tuple[EntryView, ...], ...]:
    found: list[list[EntryView]] = []
    for entry in entries:
        if entry.runs_on:
            found[-1].append(entry)
        else:
            found.append([entry])
    return tuple(map(tuple, found))


def _exchanges(number: ViewText, heading: ViewText, entries: tuple[EntryView, ...]) -> tuple[ExchangeView, ...]:
    found: list[ExchangeView] = []
    # A question starts a stretch of its own, and so does whatever is no answer.
    stretch = 0
    places: list[int] = []
    for entry in entries:
        stretch += entry.run != "answer"
        places.append(stretch)
    for _, group in groupby(zip(places, entries, strict=True), key=lambda pair: pair[0]):
        first, *answers = (entry for _, entry in group)
        if first.kind == Kind.QUESTION:
            found.append(ExchangeView(number=number, heading=heading, question=first, answers=tuple(answers)))
    return tuple(found)
