"""Where a finding stands, in words by which a person finds it."""

from __future__ import annotations

from tui.meeting.checking.findings import Finding, FindingKind
from tui.meeting.model import Meeting, Section, Value
from tui.meeting.outline.labels import name_of_kind
from tui.meeting.outline.outline import number_within

_LONGEST_WORD = 15


class Extract(Value, frozen=True, kw_only=True):
    """A stretch of a finding's text around the words it is about."""

    text: str
    span: tuple[int, int] | None = None
    """Where those words stand in `text`; None where it is about the whole."""


def place_of(meeting: Meeting, finding: Finding) -> str:
    """Say where a finding stands: `2. Moorings, action A2`, `2.1.1 Culture`, `the people`, `the meeting`."""
    section = next((s for s in meeting.sections if s.id == finding.section), None)
    parts = [section_words(meeting, section)] if section else []
    entry = next((e for e in meeting.entries if e.id == finding.entry), None)
    if entry is not None:
        parts.append(name_of_kind(entry))
    if parts:
        return ", ".join(parts)
    places = {FindingKind.PERSON: "the people", FindingKind.DRAFT: "the capture line"}
    return places.get(finding.kind, "the header")


def section_words(meeting: Meeting, section: Section) -> str:
    """Return a section's number, with that above it where it says nothing without, and heading."""
    heading = section.heading
    if not heading and section.brought_from is not None:
        heading = f"From the {section.brought_from.date:%B %Y} meeting"
    return f"{number_within(meeting, section)} {heading}".strip()


def extract_of(finding: Finding, room: int) -> Extract:
    """Return about so many characters of a finding's text with the words that it is about in sight."""
    text, span = finding.text, finding.span
    if span is None or len(text) <= room:
        return Extract(text=text if len(text) <= room else f"{text[: room - 1].rstrip()}…", span=span)
    start = max(0, min(span[0] - (room - (span[1] - span[0])) // 2, len(text) - room))
    if start:
        # At a word's beginning, if there is one near.
        start = (text.find(" ", start, min(start + _LONGEST_WORD, span[0])) + 1) or start
    lead = "…" if start else ""
    cut = text[start : start + room - len(lead)]
    if start + len(cut) < len(text):
        cut = f"{cut[:-1].rstrip()}…"
    shown = f"{lead}{cut}"
    shift = start - len(lead)
    return Extract(text=shown, span=(span[0] - shift, min(span[1] - shift, len(shown))))
