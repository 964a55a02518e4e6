"""How long the meeting and its sections take, from what the history says."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.meeting.room import AT, SECTIONS, parish
from tui.errors import Refused
from tui.meeting.capture.capture import enter
from tui.meeting.history.durations import began, clock_of, clock_words, closed_words, elapsed, gone_on_words, time_taken
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting


def after(minutes: float) -> datetime:
    return AT + timedelta(minutes=minutes)


def keyed_at(*lines: tuple[float, str], meeting: Meeting | None = None) -> Journal:
    """Enter lines, each so many minutes after the first moment."""
    journal = Journal(meeting=meeting or parish())
    for minutes, line in lines:
        journal = enter(journal, line, after(minutes)).journal
    return journal


def taken(journal: Journal, now: float) -> dict[int, float]:
    return {section: time / timedelta(minutes=1) for section, time in time_taken(journal, after(now)).items()}


def words(journal: Journal, section_id: int, now: float) -> str:
    section = journal.meeting.section(section_id)
    clock = clock_of(journal, section, after(now))
    return clock_words(journal.meeting, section, clock) if clock else ""


def timed(minutes: dict[int, int]) -> Meeting:
    return parish(sections=tuple(replace(s, minutes=minutes.get(s.id)) for s in SECTIONS))


def test_nothing_is_counted_before_the_meeting_begins() -> None:
    journal = keyed_at((0, "/next"), (5, "/prev"))
    assert (began(journal), elapsed(journal, after(9)), taken(journal, 9)) == (None, None, {})
    assert words(journal, 1, 9) == ""


def test_stepping_divides_the_time_among_the_sections() -> None:
    journal = keyed_at((0, "/start"), (10, "/next"), (12, "+said"), (15, "/go 2"), (16, "/prev"))
    assert taken(journal, 20) == {1: 10, 2: 5 + 4, 3: 1}


def test_without_a_start_the_first_thing_captured_begins_it() -> None:
    journal = keyed_at((0, "/next"), (7, "+said"), (9, "/next"))
    assert began(journal) == after(7)
    assert taken(journal, 10) == {2: 2, 3: 1}


def test_a_start_given_after_the_first_lines_counts_from_there() -> None:
    assert taken(keyed_at((0, "+early"), (6, "/start")), 8) == {1: 2}


def test_closing_stops_the_clocks() -> None:
    journal = keyed_at((0, "/start"), (10, "/next"), (25, "/close"), (40, "+amended"))
    assert taken(journal, 90) == {1: 10, 2: 15}
    assert elapsed(journal, after(90)) == timedelta(minutes=25)


def test_a_meeting_taken_up_again_goes_on_counting() -> None:
    journal = keyed_at((0, "/start"), (10, "/close"), (12, "/start"))
    assert taken(journal, 20) == {1: 20}


def test_a_meeting_that_nobody_closed_does_not_count_the_night() -> None:
    journal = keyed_at((0, "/start"), (30, "+last"))
    assert taken(journal, 24 * 60) == {1: 30}
    assert elapsed(journal, after(24 * 60)) == timedelta(minutes=30)
    assert taken(keyed_at((0, "/start"), (30, "+last"), (24 * 60, "+next day")), 24 * 60 + 5) == {1: 35}


def test_a_clock_that_goes_backwards_takes_nothing_away() -> None:
    journal = keyed_at((0, "/start"), (10, "/next"), (4, "/next"))
    assert taken(journal, 20) == {1: 10, 3: 16}
    assert elapsed(keyed_at((0, "/start")), after(-9)) == timedelta(0)


def test_a_section_is_timed_against_what_it_was_given() -> None:
    journal = keyed_at((0, "/start"), (12.9, "+said"), meeting=timed({1: 10}))
    assert [words(journal, 1, now) for now in (0, 8.5, 10.9, 11, 12.9)] == [
        "0/10 min",
        "8/10 min",
        "10/10 min",
        "11/10 min over",
        "12/10 min over",
    ]


def test_a_section_without_minutes_counts_against_the_one_above_that_has_them() -> None:
    journal = keyed_at((0, "/start"), (4, "/next"), meeting=timed({1: 5}))
    assert words(journal, 2, 7) == "1: 7/5 min over"
    assert words(journal, 1, 7) == "7/5 min over"
    assert words(keyed_at((0, "/start"), (4, "/next")), 2, 7) == "3 min"


def test_a_section_that_undo_takes_out_stops_no_clock() -> None:
    journal = keyed_at((0, "/start"), (2, "/section 4 Drains"), (5, "/undo"))
    assert taken(journal, 6) == {1: 3, 5: 3}
    assert words(journal, 1, 6) == "3 min"


@pytest.mark.parametrize(("minutes", "said"), [(0, "0 min"), (59, "59 min"), (60, "1 h 0 min"), (107, "1 h 47 min")])
def test_closing_says_how_long_the_meeting_took(minutes: int, said: str) -> None:
    journal = keyed_at((0, "/start"), (min(minutes, 50), "+said"))
    outcome = enter(journal, "/close", after(minutes))
    assert outcome.message == closed_words(outcome.journal) == f"closed at {after(minutes):%H:%M}, after {said}"


@pytest.mark.parametrize(
    ("day", "zone", "start", "end", "said"),
    [
        ("2026-10-25", "Europe/London", "0:30", "2:10", "2 h 40 min"),
        ("2026-03-29", "Europe/Berlin", "1:30", "3:10", "0 h 40 min"),
        ("2026-11-01", "America/New_York", "0:45", "3:15", "3 h 30 min"),
        ("2026-10-24", "Europe/London", "0:30", "2:10", "1 h 40 min"),
    ],
)
def test_a_change_of_the_clocks_is_counted_as_it_passes(day: str, zone: str, start: str, end: str, said: str) -> None:
    meeting = parish(date=date.fromisoformat(day), start=None, zone=zone)
    at = datetime.combine(meeting.date, time(12), UTC)
    journal = enter(Journal(meeting=meeting), f"/start {start}", at).journal
    outcome = enter(journal, f"/close {end}", at)
    assert outcome.message.removeprefix("closed at ").partition(", after ")[2] == said.removeprefix("0 h ")


def test_closing_a_meeting_that_is_keyed_in_afterwards_does_not_say_that_it_took_no_time() -> None:
    day_after = after(24 * 60)
    outcome = enter(enter(keyed_at(), "+said", day_after).journal, "/close at 9.10pm", day_after)
    assert outcome.message == "closed at 21:10"


def test_closing_a_meeting_that_never_began_says_when_alone() -> None:
    assert enter(Journal(meeting=parish()), "/close", AT).message == "closed at 19:04"


LINES = (
    "/next",
    "/prev",
    "/go 3",
    "+said",
    "/start",
    "/close",
    "/section 4 Drains",
    "/undo",
    "/redo",
    "/skip",
    "/defer",
)


# Refused lines change nothing, so the waits together stay below the silence after which a meeting counts as over.
@given(st.lists(st.tuples(st.integers(0, 8), st.sampled_from(LINES)), max_size=20))
def test_the_sections_together_take_as_long_as_the_meeting(steps: list[tuple[int, str]]) -> None:
    journal, minutes = Journal(meeting=parish()), 0
    for wait, line in steps:
        minutes += wait
        try:
            journal = enter(journal, line, after(minutes)).journal
        except Refused:
            continue
    gone = elapsed(journal, after(minutes))
    assert sum(taken(journal, minutes).values()) == (gone / timedelta(minutes=1) if gone else 0)


def test_a_meeting_that_nobody_closed_and_that_was_changed_on_a_later_day_does_not_seem_to_go_on() -> None:
    journal = keyed_at((0, "/start"), (30, "!Write to the bank"), (60 * 24 * 90, "/done A1"))
    for later in (1, 45, 600):
        assert elapsed(journal, after(60 * 24 * 90 + later)) is None


@pytest.mark.parametrize(("minutes", "said"), [(0, "0:00 in"), (107, "1:47 in"), (24 * 60 - 1, "23:59 in")])
def test_how_long_a_meeting_has_gone_on_is_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    journal = keyed_at((0, "/start"), (minutes, "+said"))
    assert gone_on_words(elapsed(journal, after(minutes))) == said


def test_nothing_is_said_of_a_time_that_is_not_known() -> None:
    assert gone_on_words(None) == ""
