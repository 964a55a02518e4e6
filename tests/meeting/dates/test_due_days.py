"""The day that due words come to: the right one, or none where they leave it open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.dates.due import due_from_words, find_due
from tui.meeting.dates.due_meetings import due_at_meeting
from tui.meeting.dates.offsets import moved
from tui.meeting.dates.written_dates import WEEKDAYS, working_days_on
from tui.meeting.model import DayOffset, Meeting

# A Wednesday; the next meeting is on Wednesday 14 April, the one after it on 12 May.
HELD = date(2027, 3, 10)
MEETING = Meeting(
    id="0" * 32, title="Lifeboat Station Crew", date=HELD, header=(("Repeats", "second Wednesday of the month"),)
)
ALONE = Meeting(id="0" * 32, title="Lifeboat Station Crew", date=HELD)


def _day(words: str) -> date | None:
    return due_from_words(MEETING, words).date


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("a week on Monday", date(2027, 3, 22)),
        ("one week on Monday", date(2027, 3, 22)),
        ("two weeks on Saturday", date(2027, 3, 27)),
        ("3 weeks on Thursday", date(2027, 4, 1)),
        ("a fortnight on Thursday", date(2027, 3, 25)),
        ("a week Thursday", date(2027, 3, 18)),
        ("a week from Sunday", date(2027, 3, 21)),
        ("Monday week", date(2027, 3, 22)),
        ("monday fortnight", date(2027, 3, 29)),
        ("tomorrow week", date(2027, 3, 18)),
        ("a week tomorrow", date(2027, 3, 18)),
        ("two weeks today", date(2027, 3, 24)),
        ("four days from now", date(2027, 3, 14)),
        ("a month from today", date(2027, 4, 10)),
        ("the day after tomorrow", date(2027, 3, 12)),
        ("10 days after 1 April", date(2027, 4, 11)),
        ("a week before 1 April", date(2027, 3, 25)),
        ("in 2 wks", date(2027, 3, 24)),
        ("within 3 mths", date(2027, 6, 10)),
    ],
)
def test_a_span_is_counted_from_the_day_that_is_named_with_it(words: str, day: date) -> None:
    assert _day(words) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("two weeks before the next meeting", date(2027, 3, 31)),
        ("three days before the next meeting", date(2027, 4, 11)),
        ("at least a week before the May meeting", date(2027, 5, 5)),
        ("no later than a week before the May meeting", date(2027, 5, 5)),
        ("a month before the May meeting", date(2027, 4, 12)),
        ("five working days before the next meeting", date(2027, 4, 7)),
        ("the day before the next meeting", date(2027, 4, 13)),
        ("the night before the next meeting", date(2027, 4, 13)),
        ("the Monday before the next meeting", date(2027, 4, 12)),
        ("the last Friday before the next meeting", date(2027, 4, 9)),
        ("Wednesday before the next meeting", date(2027, 4, 7)),
        ("the Thursday after the next meeting", date(2027, 4, 15)),
        ("the Thursday following May's meeting", date(2027, 5, 13)),
        ("one week prior to the next meeting", date(2027, 4, 7)),
        ("a week ahead of the meeting in May", date(2027, 5, 5)),
        ("two days after the meeting on 20 April", date(2027, 4, 22)),
        ("a week before the end of April", date(2027, 4, 23)),
    ],
)
def test_a_day_is_counted_from_the_meeting_that_is_named(words: str, day: date) -> None:
    assert _day(words) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Monday of next week", date(2027, 3, 15)),
        ("Friday in the following week", date(2027, 3, 19)),
        ("next week on Friday", date(2027, 3, 19)),
        ("next week, Friday", date(2027, 3, 19)),
        ("Friday this week", date(2027, 3, 12)),
        ("Friday 19th", date(2027, 3, 19)),
        ("Friday, the 19th", date(2027, 3, 19)),
        ("fri 19", date(2027, 3, 19)),
        ("Friday the nineteenth", date(2027, 3, 19)),
        ("Friday the 2nd", date(2027, 4, 2)),
        ("Friday the 2nd of next month", date(2027, 4, 2)),
        ("Tues 16 at noon", date(2027, 3, 16)),
        ("the first Monday in April", date(2027, 4, 5)),
        ("the last Friday of the month", date(2027, 3, 26)),
        ("third Thursday of next month", date(2027, 4, 15)),
        ("second Monday of January 2028", date(2028, 1, 10)),
        ("thurs", date(2027, 3, 11)),
        ("wed", date(2027, 3, 17)),
        ("end of day Friday", date(2027, 3, 12)),
        ("close of play on Monday", date(2027, 3, 15)),
        ("COB Thursday", date(2027, 3, 11)),
        ("Friday 17:30", date(2027, 3, 12)),
        ("Friday 9am", date(2027, 3, 12)),
        ("Friday or sooner", date(2027, 3, 12)),
        ("end of next week", date(2027, 3, 19)),
        ("end of the quarter", date(2027, 3, 31)),
        ("end of next quarter", date(2027, 6, 30)),
        ("the next meeting but one", date(2027, 5, 12)),
        ("the meeting after the next one", date(2027, 5, 12)),
    ],
)
def test_a_day_is_told_by_its_week_its_number_or_its_month(words: str, day: date) -> None:
    assert _day(words) == day


@pytest.mark.parametrize(
    "words",
    [
        "in a week and a half", "a month and a half", "half a month", "1.5 weeks", "one and a half weeks",
        "two weeks and a day", "a week or two", "a few days before the next meeting",
        "a week or so before the May meeting",
        "the week before the next meeting", "the weekend before the next meeting", "five clear days before the meeting",
        "a fortnight before Easter", "the Monday before Easter", "the Friday after", "the day before", "the week after",
        "the week after next", "Friday after next", "Friday of the week after next", "Friday next", "Friday last",
        "Friday 20th", "Friday the 13th", "Friday 13", "Friday 20 March", "Saturday 19/3", "Friday 31", "Fri 40",
        "Monday 11 copies", "Friday or Monday", "Friday and Monday", "Monday to Friday", "Mon-Fri", "Mon/Tue",
        "the 19th or 20th", "the 18th to the 20th", "not before Friday", "after 1 April", "from 1 April",
        "the week after 1 April", "1 April next year", "the May meeting next year", "end of April next year",
        "the next meeting after Easter", "Friday in two weeks", "Friday, a week from now", "a week on Friday 19 March",
        "mid-April", "mid April", "early April", "middle of April", "Q2", "end of Q2", "next quarter", "next week",
        "early next week", "end of the week after next", "end of the month after next", "the end of the April meeting",
        "draft 1 April, final 15 April", "every Friday", "Fridays", "Monday of this week", "two weeks later",
        "the fifth Monday of April", "the second week of April", "Friday at the earliest", "asap",
    ],
)  # fmt: skip
def test_words_that_leave_the_day_open_give_none(words: str) -> None:
    due = due_from_words(MEETING, words)
    assert (due.words, due.date) == (words, None)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Send the pack by Friday of next week.", "by Friday of next week", date(2027, 3, 19)),
        ("Send the pack by the Monday before the next meeting", "by the Monday before the next meeting",
         date(2027, 4, 12)),
        ("Send the pack on the Monday before the next meeting", "on the Monday before the next meeting",
         date(2027, 4, 12)),
        ("Send the pack two weeks before the next meeting, by post", "two weeks before the next meeting",
         date(2027, 3, 31)),
        ("Send the pack by a week on Monday", "by a week on Monday", date(2027, 3, 22)),
        ("Send the pack by tomorrow week", "by tomorrow week", date(2027, 3, 18)),
        ("Send the pack a few days before the next meeting", "a few days before the next meeting", None),
        ("Send the pack the week before the next meeting", "the week before the next meeting", None),
        ("Send the pack in a week and a half", "in a week and a half", None),
        ("Send the pack by Friday or Monday", "by Friday", None),
        ("Send two packs before Friday", "before Friday", date(2027, 3, 12)),
        ("Send the pack by Friday to allow a week's reading", "by Friday", date(2027, 3, 12)),
    ],
)  # fmt: skip
def test_an_actions_own_wording_gives_the_same_day(text: str, words: str, day: date | None) -> None:
    due = find_due(MEETING, text)
    assert due is not None
    assert (due.words, due.date) == (words, day)


@pytest.mark.parametrize("text", ["Cover the boat by sun and wind", "Send ten packs after delivery", "Do not sign"])
def test_words_of_another_meaning_are_no_due(text: str) -> None:
    assert find_due(MEETING, text) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("two weeks before the next meeting", date(2027, 4, 7)),
        ("the Monday before the April meeting", date(2027, 4, 19)),
        ("the day after the next meeting", date(2027, 4, 22)),
        ("three working days before the next meeting", date(2027, 4, 16)),
    ],
)
def test_a_day_counted_from_a_meeting_moves_with_it(words: str, day: date) -> None:
    for meeting in (MEETING, ALONE):
        due = due_from_words(meeting, words)
        assert due_at_meeting(due, [HELD, date(2027, 4, 21)]).date == day


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_working_days_are_counted_one_by_one(day: date, days: int) -> None:
    counted, left = day, days
    while left:
        counted = date.fromordinal(counted.toordinal() + (1 if days > 0 else -1))
        left -= (1 if days > 0 else -1) * (counted.weekday() < 5)
    if days:
        assert working_days_on(day, days) == counted
        assert moved(day, DayOffset(days=days, working=True)) == counted


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 6), st.integers(1, 31))
def test_a_numbered_weekday_is_that_day_or_none(held: date, weekday: int, number: int) -> None:
    meeting = Meeting(id="0" * 32, title="Any", date=held)
    day = due_from_words(meeting, f"{WEEKDAYS[weekday]} the {number}th").date
    assert day is None or (day.weekday(), day.day, day >= held) == (weekday, number, True)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ring the county by wed next week", date(2027, 3, 17)),
        ("ring the county by sat", date(2027, 3, 13)),
        ("ring the county by wed 17 march", date(2027, 3, 17)),
        ("ring the county by next wednesday 17/3", date(2027, 3, 17)),
        ("ring the county by eow", date(2027, 3, 12)),
        ("ring the county by EOM", date(2027, 3, 31)),
        ("mend the roof worn by sun and rain", None),
        ("ask why he sat by", None),
    ],
)
def test_short_words_in_small_letters_tell_a_day_where_they_cannot_be_other_words(words: str, day: date | None) -> None:
    due = find_due(MEETING, words)
    assert (due.date if due else None) == day
