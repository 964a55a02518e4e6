"""What a template sees of the meetings before this one."""

from __future__ import annotations

from datetime import datetime

from tui.meeting.actions.brought_forward import bring_forward
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting
from tui.meeting.redaction.stubs import WITHHELD_ITEM
from tui.notes.view.compose import Version, compose, copy_for
from tui.notes.view.values import ActionView
from tui.papers.agenda import read_agenda

AT = datetime(2024, 4, 2, 19, 0)
SECRET = "Zanzibar"


def board(day: str, *earlier: Meeting) -> Meeting:
    text = (
        f"# Board {day}\nDate: {day}\nSeries: Board\n## Attendance\n- Rosa Quill (RQ)\n## Agenda\n1. Matters arising\n"
    )
    return bring_forward(read_agenda(text, "a.md").meeting, earlier, AT)


def keyed(meeting: Meeting, *lines: str) -> Meeting:
    journal = Journal(meeting=meeting)
    for line in lines:
        journal = enter(journal, line, AT).journal
    return journal.meeting


MARCH = keyed(board("5 March 2024"), "!RQ to light the buoys", f"!RQ to sell the [[{SECRET}]] boat")
APRIL = keyed(
    board("2 April 2024", MARCH),
    "~B1 RQ: *Two* of them are lit",
    f"%~B1 {SECRET} owes us for them",
    f"-{SECRET} was asked",
    "!RQ to sell two boats <B2",
)
MAY = board("7 May 2024", MARCH, APRIL)


def actions(version: Version, meeting: Meeting = MAY) -> tuple[ActionView, ...]:
    return compose(copy_for(version, meeting)).actions


def test_each_action_brought_forward_has_what_earlier_meetings_heard_of_it() -> None:
    buoys, boats = actions("internal")
    assert [(one.date, one.meeting, one.labels, one.change) for one in buoys.history] == [
        ("2 April 2024", "Board 2 April 2024", "RQ", ""),
        ("2 April 2024", "Board 2 April 2024", "", ""),
        ("2 April 2024", "Board 2 April 2024", "", ""),
    ]
    assert [str(one.text) for one in buoys.history] == [
        "Two of them are lit",
        f"[[{SECRET} owes us for them]]",
        f"[[{SECRET} was asked]]",
    ]
    assert buoys.replaces == ()
    assert boats.history == ()
    assert [(one.date, str(one.text)) for one in boats.replaces] == [
        ("5 March 2024", f"RQ to sell the [[{SECRET}]] boat"),
    ]


def test_the_public_version_has_stubs_for_what_was_restricted_there() -> None:
    buoys, boats = actions("public")
    assert [(str(one.text), one.withheld) for one in buoys.history] == [
        ("Two of them are lit", False),
        (WITHHELD_ITEM, True),
        (WITHHELD_ITEM, True),
    ]
    assert SECRET not in repr((buoys, boats))


def test_an_action_of_this_meeting_has_no_history() -> None:
    assert [(one.history, one.replaces) for one in actions("internal", MARCH)] == [((), ()), ((), ())]
