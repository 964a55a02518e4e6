"""An action's words and what is set beside them say the same."""

from __future__ import annotations

from datetime import date

import pytest

from tests.meeting.room import Taker
from tui.meeting.capture.agreeing_words import contradictions
from tui.meeting.capture.editing import set_due, set_owners
from tui.meeting.dates.due import due_of


def taken(*lines: str) -> Taker:
    taker = Taker()
    taker.do(*lines)
    return taker


@pytest.mark.parametrize(
    ("words", "due", "then"),
    [
        ("MT to publish the accounts by 31 May", "20 June 2022", "MT to publish the accounts by 20 June 2022"),
        ("MT to publish it by 31 May, with a note.", "20 June", "MT to publish it by 20 June, with a note."),
        ("MT to write within ten days", "20 June 2022", "MT to write by 20 June 2022"),
        ("MT to report to the June meeting", "July meeting", "MT to report to the July meeting"),
        ("MT to report by Friday.", "in a month", "MT to report in a month."),
        ("MT to report by Friday.", "when it rains", "MT to report."),
        ("MT to report by Friday, if need be", "", "MT to report, if need be"),
        ("MT to report", "20 June", "MT to report"),
    ],
)
def test_a_due_that_is_set_stands_in_the_words_where_they_had_one(words: str, due: str, then: str) -> None:
    meeting = taken(f"!{words}").meeting
    wanted = due_of(meeting, due)
    entry = set_due(meeting, {1}, wanted).entry(1)
    assert entry.text == then
    assert entry.action is not None
    assert (entry.action.due and entry.action.due.date) == (wanted and wanted.date)
    assert not list(contradictions(meeting, entry))


@pytest.mark.parametrize(
    ("words", "owners", "then"),
    [
        ("MT to publish it", ("PJH",), "PJH to publish it"),
        ("ACTION: MT and PJH to publish it", ("NS",), "ACTION: NS to publish it"),
        ("MT: publish it", ("PJH", "NS"), "PJH and NS: publish it"),
        ("MT to publish it", ("MT", "NS"), "MT to publish it"),
        ("MT to publish it", (), "MT to publish it"),
        ("publish it @MT", ("NS",), "publish it"),
    ],
)
def test_owners_that_are_set_stand_in_the_words_where_they_named_others(
    words: str, owners: tuple[str, ...], then: str
) -> None:
    entry = set_owners(taken(f"!{words}").meeting, {1}, owners).entry(1)
    assert entry.text == then
    assert entry.action is not None
    assert entry.action.owners == owners


def test_words_that_could_not_follow_are_said_to_contradict() -> None:
    taker = taken("!MT to publish the accounts by 31 May ^20 June")
    [due] = contradictions(taker.meeting, taker.meeting.entry(1))
    assert due == "A1 says “by 31 May”, and 20 June is set as its due"
    entry = set_owners(taken("!MT to go").meeting, {1}, ()).entry(1)
    assert list(contradictions(taker.meeting, entry)) == ["A1 names MT, and nobody is set as its owner"]


def test_the_year_is_the_meetings() -> None:
    meeting = taken("!MT to publish it by 31 May").meeting
    due = due_of(meeting, "3/7")
    assert due is not None
    assert due.date == date(2022, 7, 3)
    assert set_due(meeting, {1}, due).entry(1).text == "MT to publish it by 3/7"
