"""Meetings of every sort of entry with any words, for the properties that hold for all of them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.notes.meetings import APRIL, NOW, PEOPLE, entry, meeting
from tui.meeting.model import Approval, Entry, Kind, Meeting, Person, Presence, Section, SectionState, Status

HOSTILE = "ab1 .)-+#>=*_~`|<>&;![]()\\:/\"'{}%\t\u00a0é\u0301中שלع\u202e\x1b$€"

texts = (
    st.text(st.sampled_from(HOSTILE), max_size=25)
    | st.text(max_size=25)
    | st.sampled_from(
        ["{{ 7*7 }}", "{_{ 7*7 }_}", "{%p if x %}", "{# no #}", "*em* and **strong**", "a [[b *c*]] d", "??"]
    )
)
"""Words of all sorts, marks and tags of every language among them."""


@st.composite
def entries(draw: st.DrawFn, at: int) -> Entry:
    """Make an entry of any kind in one of three sections."""
    kind = draw(st.sampled_from([kind.value for kind in Kind]))
    more: dict[str, Any] = {
        "section": draw(st.integers(1, 3)),
        "speakers": draw(st.sampled_from([(), ("HC",), ("HC", "CP"), ("Al Roe",)])),
        "restricted": draw(st.integers(0, 9)) == 0,
    }
    if kind == "action":
        more |= {
            "owners": draw(st.sampled_from([(), ("HC",), ("HC", "Rope *team*")])),
            "due": draw(texts),
            "status": draw(st.sampled_from(Status)),
        }
        if draw(st.booleans()):
            more |= {"ref": f"B{at}", "topic": draw(texts)}
    return entry(at, kind, draw(texts), **more)


@st.composite
def approvals(draw: st.DrawFn) -> Approval:
    """Make an approval, with or without corrections."""
    return Approval(by=draw(texts), at=NOW, corrections=tuple(draw(st.lists(texts, max_size=2))))


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """Make a meeting of three sections with up to ten entries."""
    sections = tuple(
        Section(
            id=at,
            number=draw(st.sampled_from(["", f"{at}.", "1a"])),
            heading="" if source else draw(texts),
            level=draw(st.integers(1, 7)) if at > 1 else 1,
            presenter=draw(texts),
            papers=tuple(draw(st.lists(texts, max_size=2))),
            state=draw(st.sampled_from([SectionState.VISITED, SectionState.DEFERRED, SectionState.SKIPPED])),
            reached=draw(st.integers(1, 3)),
            restricted=draw(st.integers(0, 9)) == 0,
            brought_from=source,
        )
        for at, source in ((1, None), (2, draw(st.sampled_from([None, APRIL]))), (3, None))
    )
    named = Person(id=7, name=draw(texts) or "Al Roe", capacity=draw(texts), presence=draw(st.sampled_from(Presence)))
    return meeting(
        *(draw(entries(at)) for at in range(1, draw(st.integers(1, 10)))),
        title=draw(texts) or "Board",
        header=(("Minutes", draw(texts)), (draw(texts) or "Key", draw(texts)), ("Next", draw(texts))),
        people=(*PEOPLE, named),
        sections=sections,
        approval=draw(st.none() | approvals()),
    )
