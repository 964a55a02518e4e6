"""The sections of the view: their headings, what is said of them, and their entries in paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from tui.meeting.model import Entry, Kind, Meeting, Section
from tui.meeting.outline.outline import number_within
from tui.meeting.outline.taken_order import out_of_order
from tui.meeting.redaction.stubs import WITHHELD_ITEM
from tui.notes.view.dates import month, ordinal_date
from tui.notes.view.entries import SectionName, entry_views, replacements
from tui.notes.view.values import EntryView, ExchangeView, SectionView
from tui.notes.view.words import NOTHING, ViewText

_NEXT_MEETING = re.compile(r"\bnext\s+meeting\b", re.IGNORECASE)


def section_views(meeting: Meeting) -> tuple[SectionView, ...]:
    """Make the view of every section, in the agenda's order."""
    entries: dict[int, list[Entry]] = {}
    for entry in meeting.entries:
        entries.setdefault(entry.section, []).append(entry)
    moved, replaced = out_of_order(meeting), replacements(meeting)
    months = Counter(month(s.brought_from.date) for s in meeting.sections if s.brought_from)
    next_section = next_meeting_section(meeting)
    found: list[SectionView] = []
    for section in meeting.sections:
        source = section.brought_from
        if source is None:
            brought_from = ""
        else:
            brought_from = month(source.date) if months[month(source.date)] == 1 else ordinal_date(source.date)
        found.append(
            _section(
                section,
                entry_views(meeting, entries.get(section.id, []), _name(meeting, section), replaced),
                moved=_taken(meeting, moved[section.id]) if section.id in moved else "",
                brought_from=brought_from,
                next_words=_next_words(meeting, entries.get(section.id, [])) if section is next_section else NOTHING,
            )
        )
    return tuple(found)


def item(meeting: Meeting, section: Section) -> str:
    """Name a section within a sentence: by its number, and by its heading too where the number is not enough."""
    heading = str(_heading(section)).rstrip(":.")
    number = str(ViewText.of(spoken := _spoken(meeting, section)))
    if not number:
        if section.restricted and not section.heading:
            return "a restricted item"
        return f"“{heading}”" if heading else "an item"
    alike = sum(_spoken(meeting, other) == spoken for other in meeting.sections)
    return f"item {number}" if alike == 1 or not heading or not section.heading else f"item {number} {heading}"


def _spoken(meeting: Meeting, section: Section) -> str:
    number = number_within(meeting, section)
    return number.rstrip("." if "(" in number else ".)")


def _taken(meeting: Meeting, before: Section | None) -> str:
    return f"(Taken after {item(meeting, before)}.)" if before else "(Taken first.)"


def _heading(section: Section) -> ViewText:
    if section.restricted and not section.heading:
        return ViewText.literally(WITHHELD_ITEM)
    return ViewText.of(section.heading, restricted=section.restricted)


def _name(meeting: Meeting, section: Section) -> SectionName:
    number, heading = ViewText.of(section.number), _heading(section)
    if not heading and section.brought_from:
        heading = ViewText.literally(f"Brought forward from {month(section.brought_from.date)}")
    printed = str(ViewText.of(_spoken(meeting, section)))
    return SectionName(number, ViewText.joined(printed, " " if printed and heading else "", heading))


def next_meeting_section(meeting: Meeting) -> Section | None:
    """Find the section that is for the next meeting; None where there is none, or nothing to say in it."""
    if not meeting.said("Next"):
        return None
    return next((s for s in meeting.sections if not s.restricted and _NEXT_MEETING.search(s.heading)), None)


def _next_words(meeting: Meeting, entries: list[Entry]) -> ViewText:
    """Return the header's words on the next meeting, unless an entry of the section holds them already."""
    words = ViewText.of(meeting.said("Next"))
    wanted = _letters(words)
    return NOTHING if any(wanted in _letters(ViewText.of(entry.text)) for entry in entries) else words


def _letters(words: str) -> str:
    """Return the words with nothing between them that could be written in two ways."""
    return " ".join(["", *re.findall(r"\w+", words.casefold()), ""])


def _section(
    section: Section, shown: tuple[EntryView, ...], *, moved: str, brought_from: str, next_words: ViewText
) -> SectionView:
    number, heading = ViewText.of(section.number), _heading(section)
    return SectionView(
        number=number,
        anchor=f"item-{section.id}",
        heading=heading,
        level=section.level,
        presenter=ViewText.of(section.presenter),
        minutes=section.minutes,
        papers=tuple(ViewText.of(paper) for paper in section.papers),
        state=section.state.value,
        moved=moved,
        withheld=section.restricted and not section.heading,
        brought_from=brought_from,
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
