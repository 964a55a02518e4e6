"""What the check says of a parish council's meeting after some lines were keyed."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace

from tests.meeting.room import AT, Taker, parish
from tui.meeting.checking.check import check
from tui.meeting.checking.findings import Finding, FindingKind
from tui.meeting.checking.house_style import HouseStyle, WordRule
from tui.meeting.model import Kind, Meeting, SectionState

SAID = (Kind.QUESTION, Kind.RESPONSE, Kind.POINT, Kind.NOTE, Kind.UPDATE)
HOUSE = HouseStyle(
    rules=(
        WordRule(find="will", write="would", kinds=SAID, reported=True, names=True, unless=("free will", "the will")),
        WordRule(find="today", write="that day", kinds=SAID, reported=True),
        WordRule(find="don't", write="did not", why="no contractions"),
        WordRule(find="it's"),
        WordRule(find="ICT", write="IT"),
    ),
    known=("NHS", "UK"),
    abbreviations=(("CPS", "Crown Prosecution Service"), ("DfE", "Department for Education")),
)
"""A short house style list."""
NO_STYLE = HouseStyle()


def after(*lines: str, meeting: Meeting | None = None) -> Taker:
    """Key lines into a meeting whose sections were all reached, and where all who have a role are marked."""
    start = meeting or all_reached(parish(header=(("Chair", "Cllr Maureen Tidy"),), start=time(19, 0)))
    taker = Taker(start)
    taker.do(*lines)
    return taker


def all_reached(meeting: Meeting) -> Meeting:
    """Give the meeting with every section taken, in the agenda's order, and standing in the first."""
    sections = tuple(
        replace(section, state=SectionState.VISITED if place else SectionState.CURRENT, reached=place + 1)
        for place, section in enumerate(meeting.sections)
    )
    return replace(meeting, sections=sections)


def found(*lines: str, house: HouseStyle = HOUSE) -> list[tuple[str, str]]:
    """Give the kind of each finding after some lines, with the words it is about or its message."""
    findings = check(after(*lines).meeting, house)
    return [(finding.kind.value, finding.words or finding.message) for finding in findings]


def findings_of(kind: FindingKind, *lines: str, house: HouseStyle = HOUSE) -> list[Finding]:
    """Give the findings of one kind after some lines."""
    return [finding for finding in check(after(*lines).meeting, house) if finding.kind is kind]


__all__ = ["AT", "HOUSE", "NO_STYLE", "after", "all_reached", "findings_of", "found"]
