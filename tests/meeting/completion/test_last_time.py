"""The wording of the same item at the last meeting is offered line after line, its figures and dates left as gaps."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.meeting.room import parish
from tui.meeting.capture.capture import enter
from tui.meeting.completion.last_time import LastTime, with_gaps
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting

AT = datetime(2024, 6, 4, 19, tzinfo=UTC)
LAST = (
    "+The balance on 31 May 2024 was £1,204.50.",
    "?MT: is that all",
    "-12 cheques were drawn",
    "%+The sum of 40 pounds is secret",
    "!NS to write by Friday",
    "=The accounts were approved; proposed by MT, seconded by NS, 7 for",
)


def keyed(*lines: str) -> Meeting:
    journal = Journal(meeting=parish())
    for line in lines:
        journal = enter(journal, line, AT).journal
    return journal.meeting


def learnt(*lines: str) -> LastTime:
    last_time = LastTime()
    last_time.learn(keyed(*lines))
    return last_time


def test_the_lines_come_one_after_another_while_they_are_taken_and_filled_in() -> None:
    last_time = learnt(*LAST)
    assert last_time.offer(keyed()) == "+The balance on ?? was £??."
    taken = "+The balance on 28 June was £7.00."
    assert last_time.offer(keyed(taken)) == "-?? cheques were drawn"
    assert last_time.offer(keyed(taken, "-3 cheques were drawn")).startswith("=The accounts were approved; ")
    assert last_time.offer(keyed("=The accounts were approved; proposed by MT, seconded by NS, 2 for")) == ""


def test_nothing_is_offered_once_the_item_goes_another_way_or_in_an_item_that_was_not_there() -> None:
    last_time = learnt(*LAST)
    assert last_time.offer(keyed("+Something else was said")) == ""
    assert last_time.offer(keyed("/next")) == ""
    assert LastTime().offer(keyed()) == ""


def test_what_is_restricted_now_is_not_offered() -> None:
    assert learnt(*LAST).offer(keyed(), frozenset({"balance"})) == ""
    assert learnt("+It cost [[40 pounds]] in all").offer(keyed()) == ""


def test_the_last_meeting_takes_the_place_of_those_before_it() -> None:
    last_time = learnt(*LAST)
    last_time.learn(keyed("+The treasurer was away."))
    assert last_time.offer(keyed()) == "+The treasurer was away."


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("30 of the 40 berths are let", "?? of the ?? berths are let"),
        ("The next meeting is on Tuesday 2 July 2024 at 7.30 pm", "The next meeting is on ?? at ?? pm"),
        ("Am 7. Mai wurden 1.200 Euro bezahlt", "Am ?? wurden ?? Euro bezahlt"),
        ("le 7 mai 2024", "le ??"),
        ("as on 7 Sept. 2024 and 8 June.", "as on ?? and ??."),
        ("They may march to the 2nd gate", "They may march to the ?? gate"),
        ("Jan Lee spoke in April", "Jan Lee spoke in ??"),
        ("minute 41/24, form A4, 3%", "minute ??, form A4, ??%"),
        ("1. the 3 gates", "1. the ?? gates"),
        ("no figures", "no figures"),
    ],
)
def test_figures_and_dates_are_gaps_and_words_are_not(text: str, gaps: str) -> None:
    assert with_gaps(text) == gaps
