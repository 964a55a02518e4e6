"""What is offered at the end of the capture line, from all that was learnt."""

from __future__ import annotations

import pytest

from tests.meeting.room import AT, parish
from tui.meeting.capture.capture import enter
from tui.meeting.capture.offering import Offering
from tui.meeting.history.journal import Journal
from tui.meeting.model import Kind, Meeting

LINES = (
    "?MT: who cuts the hedge", ">NS: the county", "?MT: and the ditch", ">NS: nobody so far",
    "+The culvert by the allotments is blocked", "/next",
)  # fmt: skip


def keyed(*lines: str) -> Meeting:
    journal = Journal(meeting=parish())
    for line in lines:
        journal = enter(journal, line, AT).journal
    return journal.meeting


def learnt(*lines: str, in_series: bool = True) -> Offering:
    offering = Offering()
    offering.learn_earlier(keyed(*lines), in_series=in_series)
    return offering


@pytest.mark.parametrize(
    ("asked", "line", "offer"),
    [
        ("?MT: and the gate", "", "NS: "),
        ("+The gate was mended", "+The culv", "ert"),
        ("+The gate was mended", "/res", ""),
        ("+The gate was mended", "/rest", "rict"),
    ],
)
def test_a_line_is_offered_its_speaker_its_words_or_the_rest_of_its_command(asked: str, line: str, offer: str) -> None:
    meeting = keyed(*LINES, asked)
    offers = learnt(*LINES).after(meeting, line, meeting.current_kind)
    assert (offers[0] if offers else "").startswith(offer)
    assert bool(offers) is bool(offer)


def test_an_item_is_offered_the_wording_it_had_in_an_earlier_meeting_of_its_series_alone() -> None:
    line = "+The culvert by the allotments is blocked"
    assert learnt(line).after(parish(), "", Kind.NOTE) == (line,)
    assert learnt(line, in_series=False).after(parish(), "", Kind.NOTE) == ()


def test_nothing_is_offered_of_words_that_are_withheld() -> None:
    offering, meeting = learnt(*LINES), keyed(*LINES, "?MT: and the gate")
    offering.withhold(frozenset({"ns", "culvert"}))
    assert not any("NS" in offer for offer in offering.after(meeting, "", Kind.RESPONSE))
    assert not any("ert" in offer for offer in offering.after(meeting, "+The culv", Kind.NOTE))


def test_what_was_just_captured_is_offered_again() -> None:
    offering, meeting = learnt(), keyed("+The zelkova was felled")
    assert offering.after(meeting, "+The zel", Kind.NOTE) == ()
    offering.learn_entries(meeting, {meeting.entries[-1].id})
    assert offering.after(meeting, "+The zel", Kind.NOTE)[0].startswith("kova")
