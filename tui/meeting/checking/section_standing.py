"""How a section stands, in words: its state, the minutes it took, and what is open in it."""

from __future__ import annotations

from datetime import datetime

from tui.meeting.checking.open_items import what_is_open
from tui.meeting.history.durations import clock_of, clock_words
from tui.meeting.history.journal import Journal
from tui.meeting.model import Section, SectionState


def section_standing(journal: Journal, section: Section, at: datetime) -> tuple[str, ...]:
    """Say how a section stands, part by part: `here`, `8/10 min`, `restricted`, `1 question unanswered`."""
    meeting = journal.meeting
    parts = ["here" if section.state is SectionState.CURRENT else section.state.value]
    clock = clock_of(journal, section, at)
    if clock is not None and (clock.minutes or clock.allotted is not None):
        parts.append(clock_words(meeting, section, clock))
    elif section.minutes is not None:
        parts.append(f"{section.minutes} min")
    if section.restricted:
        parts.append("restricted")
    return tuple(filter(None, (*parts, what_is_open(meeting, section))))
