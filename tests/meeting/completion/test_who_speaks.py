"""The usual answerer of a question is offered as the speaker."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.meeting.room import parish
from tui.meeting.capture.capture import enter
from tui.meeting.completion.who_speaks import WhoSpeaks
from tui.meeting.history.journal import Journal
from tui.meeting.model import Kind, Meeting

AT = datetime(2024, 6, 4, 19, tzinfo=UTC)


def keyed(*lines: str) -> Meeting:
    journal = Journal(meeting=parish())
    for line in lines:
        journal = enter(journal, line, AT).journal
    return journal.meeting


EXCHANGES = (
    "?MT: who cuts the hedge", ">NS: the county", "/next",
    "?MT: and the ditch", ">NS: nobody so far", "/next",
    "?PJH: what does it cost", ">Gwen Pike: forty pounds",
    "?PJH: and the year after", ">Gwen Pike: the same",
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "line", "offer"),
    [
        ("?MT: and the gate", "", "NS: "),
        ("?PJH: and the gate", "", "Gwen Pike: "),
        ("?PJH: and the gate", ">", "Gwen Pike: "),
        ("?PJH: and the gate", ">Gw", "en Pike: "),
        ("?MT: and the gate", ">%", ""),
        ("?MT: and the gate", ">x", ""),
        ("+The gate was mended.", ">N", "S: "),
        ("+The gate was mended.", "", ""),
        ("+The gate was mended.", "?", "MT: "),
        ("+The gate was mended.", "?P", "JH: "),
        ("+The gate was mended.", "+", ""),
    ],
)
def test_who_usually_answers_is_offered_after_a_question_and_who_usually_asks_after_its_mark(
    asked: str, line: str, offer: str
) -> None:
    who = WhoSpeaks()
    who.learn(keyed(*EXCHANGES))
    meeting = keyed("/go 3", asked)
    assert who.offer(meeting, line, meeting.current_kind) == offer


def test_nobody_is_offered_who_is_not_usual_or_whose_name_is_withheld() -> None:
    who = WhoSpeaks()
    who.learn(keyed("?MT: why", ">NS: rain"))
    assert who.offer(keyed("?MT: and now"), "", Kind.RESPONSE) == ""
    who.learn(keyed("?MT: why", ">NS: rain"))
    assert who.offer(keyed("?MT: and now"), "", Kind.RESPONSE) == "NS: "
    assert who.offer(keyed("?MT: and now"), "", Kind.RESPONSE, frozenset({"ns"})) == ""


def test_restricted_exchanges_are_not_learnt() -> None:
    who = WhoSpeaks()
    who.learn(keyed(*["%?MT: why", "%>NS: rain"] * 3))
    assert who.offer(keyed("?MT: and now"), "", Kind.RESPONSE) == ""


def test_what_is_captured_is_learnt_once() -> None:
    who, meeting = WhoSpeaks(), keyed("?MT: why", ">NS: rain")
    who.learn(meeting)
    who.learn(meeting, after=max(entry.id for entry in meeting.entries))
    assert who.offer(meeting, "", Kind.RESPONSE) == ""
