"""Motions, amendments and substantive motions: which decisions belong together, and what the notes make of them."""

from __future__ import annotations

from msgspec.structs import replace

from tests.meeting.decisions.quay import QUAY
from tests.meeting.room import Taker
from tui.meeting.decisions.motions import motion_parts, replaced_motion
from tui.meeting.model import Meeting, Section, SectionState
from tui.notes.render import render

SECTIONS = (
    Section(id=1, heading="Fence", number="1", state=SectionState.CURRENT, reached=1),
    Section(id=2, heading="Gate", number="2"),
)


def held(*lines: str) -> Meeting:
    taker = Taker(replace(QUAY, sections=SECTIONS))
    taker.do(*lines)
    return taker.meeting


def roles(meeting: Meeting) -> list[str]:
    parts = motion_parts(meeting)
    return [parts[entry.id].role if entry.id in parts else "" for entry in meeting.entries]


AMENDED = held(
    "=Motion: that the fence be green; moved by AL",
    "=Amendment: to put blue for green; moved by BO. The amendment was carried",
    "=The substantive motion, that the fence be blue, was carried, 3 for, 1 against",
)


def test_a_motion_its_amendments_and_the_substantive_motion_belong_together() -> None:
    assert roles(AMENDED) == ["motion", "amendment", "substantive"]
    parts = motion_parts(AMENDED)
    assert {part.motion for part in parts.values()} == {AMENDED.entries[0].id}
    replaced = replaced_motion(AMENDED.entries, parts, AMENDED.entries[2].id)
    assert replaced is AMENDED.entries[0]
    assert replaced_motion(AMENDED.entries, parts, AMENDED.entries[1].id) is None


def test_an_amendment_that_was_lost_replaces_nothing() -> None:
    meeting = held(
        "=Motion: that the fence be green; moved by AL",
        "=Amendment: to put blue for green; moved by BO. The amendment was lost",
        "=RESOLVED that the fence be green, 3 for, 1 against",
    )
    assert roles(meeting) == ["motion", "amendment", "substantive"]
    assert replaced_motion(meeting.entries, motion_parts(meeting), meeting.entries[2].id) is None


def test_a_motion_as_amended_needs_no_word_of_the_amendment() -> None:
    meeting = held("=Motion: that the gate be shut; moved by AL", "=The motion as amended was carried")
    assert roles(meeting) == ["motion", "substantive"]


def test_what_stands_alone_belongs_to_nothing() -> None:
    meeting = held(
        "=Agreed to mow",
        "=Motion: that the gate be shut; moved by AL, carried",
        "=Amendment: to paint it; moved by BO. The amendment was lost",
        "/go Gate",
        "=Motion: that the hinge be oiled; moved by CP",
        "=Agreed to thank the crew",
    )
    assert set(roles(meeting)) == {""}


def test_a_motion_of_one_item_is_not_decided_in_another() -> None:
    meeting = held(
        "=Motion: that the gate be shut; moved by AL",
        "=Amendment: to lock it; moved by BO. The amendment was carried",
        "/go Gate",
        "=The substantive motion was carried",
    )
    assert roles(meeting) == ["motion", "amendment", ""]


def test_an_amendment_stands_further_in_than_its_motion() -> None:
    page = render(AMENDED, style="formal", fmt="txt")
    assert "\n    Motion: that the fence be green.\n" in page
    assert "\n        Amendment: to put blue for green.\n" in page
    assert "\n> Motion: that the fence be green" in render(AMENDED, style="formal", fmt="md")
    assert "\n> > Amendment: to put blue for green" in render(AMENDED, style="formal", fmt="md")
    assert 'class="resolution amendment"' in render(AMENDED, style="formal", fmt="html")
