"""Sections that the meeting has not taken, and numbers that don't run on as they should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.meeting.agenda.page_numbers import mispaged
from tui.meeting.checking.findings import Finding, FindingKind, finding_name
from tui.meeting.decisions.resolution_numbers import misnumbered_resolutions
from tui.meeting.model import Meeting, Section, SectionState, Source
from tui.meeting.outline.running_numbers import misnumbered
from tui.meeting.text.inline_markup import has_gap

_PASSED_OVER = (SectionState.DEFERRED, SectionState.SKIPPED)


def section_findings(meeting: Meeting) -> Iterator[Finding]:
    """Find the sections that were not reached, and headings in which something was missed.

    A section that was deferred or skipped was dealt with, and so is what stands below it; one below which something
    was taken was reached with that.
    """
    captured = {entry.section for entry in meeting.entries if not (entry.action and entry.action.origin)}
    above: list[Section] = []
    for place, section in enumerate(meeting.sections):
        while above and above[-1].level >= section.level:
            above.pop()
        if has_gap(section.heading):
            yield _finding(FindingKind.GAP, section, "something was missed in this heading: fill it in")
        passed_over = any(one.state in _PASSED_OVER for one in (*above, section))
        if not passed_over and not _is_reached(meeting, place, captured):
            yield _finding(FindingKind.SECTION, section, _unreached(section))
        above.append(section)


def number_findings(meeting: Meeting, series: Iterable[Meeting]) -> Iterator[Finding]:
    """Find running numbers that are used twice or left out, here or in the other meetings of the series."""
    others = list(series)
    for section, message in misnumbered(meeting, others):
        yield _finding(FindingKind.NUMBER, section, message)
    for entry, message in misnumbered_resolutions(meeting, others):
        name = finding_name(FindingKind.NUMBER, entry.id, message)
        yield Finding(
            name=name,
            kind=FindingKind.NUMBER,
            message=message,
            text=entry.text,
            section=entry.section,
            entry=entry.id,
        )
    if message := mispaged(meeting, others):
        name = finding_name(FindingKind.NUMBER, 0, message)
        yield Finding(name=name, kind=FindingKind.NUMBER, message=message, text=meeting.title)


def _is_reached(meeting: Meeting, place: int, captured: set[int]) -> bool:
    """Whether a section, or one below it, was taken."""
    top = meeting.sections[place]
    for section in meeting.sections[place:]:
        if section is not top and section.level <= top.level:
            return False
        if section.reached is not None or section.state is SectionState.CURRENT or section.id in captured:
            return True
    return False


def _unreached(section: Section) -> str:
    if section.state is SectionState.VISITED:
        return "nothing is captured in this section, which was only looked at: take it, defer it or skip it"
    return "this section was not reached: take it, defer it or skip it"


def _finding(kind: FindingKind, section: Section, message: str) -> Finding:
    source: Source | None = section.brought_from
    text = section.heading or (f"From the {source.date:%B %Y} meeting" if source else "")
    name = finding_name(kind, section.id, "section", section.number, text)
    return Finding(name=name, kind=kind, message=message, text=text, section=section.id)
