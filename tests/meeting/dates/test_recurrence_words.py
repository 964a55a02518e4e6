"""When a series meets, read from words and rules."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.dates.recurrence_words import Recurrence, in_month, next_after, read_recurrence
from tui.meeting.dates.written_dates import WEEKDAYS, days_in_month

MEETING = date(2021, 6, 8)  # the second Tuesday of its month


def _read(words: str) -> Recurrence:
    found = read_recurrence(words)
    assert found is not None, words
    return found


@pytest.mark.parametrize(
    ("words", "following", "monthly"),
    [
        ("second Tuesday of the month", date(2021, 7, 13), True),
        ("the last Tuesday of the month", date(2021, 6, 29), True),
        ("Last Tuesday of each month at 7.30pm", date(2021, 6, 29), True),
        ("last Tuesday in every month, 10:30", date(2021, 6, 29), True),
        ("first Monday of every month", date(2021, 7, 5), True),
        ("2nd Wednesday monthly", date(2021, 6, 9), True),
        ("monthly on the third Thursday", date(2021, 6, 17), True),
        ("monthly, third Thursday", date(2021, 6, 17), True),
        ("every month on the 2nd Tuesday", date(2021, 7, 13), True),
        ("penultimate Friday of the month", date(2021, 6, 18), True),
        ("last\u00a0working day of the month", date(2021, 6, 30), True),
        ("first working day of the month", date(2021, 7, 1), True),
        ("the 15th of the month", date(2021, 6, 15), True),
        ("31st of the month", date(2021, 6, 30), True),
        ("last day of the month", date(2021, 6, 30), True),
        ("monthly", date(2021, 7, 8), True),
        ("once a month", date(2021, 7, 8), True),
        ("fifth Tuesday of the month", date(2021, 6, 29), False),
        ("first and third Tuesdays of the month", date(2021, 6, 15), False),
        ("second and fourth Monday", date(2021, 6, 14), False),
        ("every second and fourth Monday", date(2021, 6, 14), False),
        ("Last Tuesday at 7pm", date(2021, 6, 29), True),
        ("every last Tuesday", date(2021, 6, 29), True),
        ("every first Monday", date(2021, 7, 5), True),
        ("each second Monday of the month", date(2021, 6, 14), True),
        ("2nd Mon of month", date(2021, 6, 14), True),
        ("second Monday and last Thursday of the month", date(2021, 6, 14), False),
        ("second Tuesday of the month except August", date(2021, 7, 13), False),
        ("monthly (not July)", date(2021, 8, 8), False),
        ("first Tuesday of March, June and September", date(2021, 9, 7), False),
        ("every third month on the first Friday", date(2021, 9, 3), False),
        ("first Friday of alternate months", date(2021, 8, 6), False),
        ("quarterly", date(2021, 9, 8), False),
        ("quarterly on the first Monday", date(2021, 9, 6), False),
        ("every 2 months", date(2021, 8, 8), False),
        ("six-monthly", date(2021, 12, 8), False),
        ("annually", date(2022, 6, 8), False),
        ("every year on the second Monday in May", date(2022, 5, 9), False),
        ("annually on 12 May", date(2022, 5, 12), False),
        ("every Tuesday", date(2021, 6, 15), False),
        ("Thursdays", date(2021, 6, 10), False),
        ("weekly", date(2021, 6, 15), False),
        ("every second Tuesday", date(2021, 6, 22), False),
        ("every second Thursday", date(2021, 6, 24), False),
        ("alternate Mondays", date(2021, 6, 21), False),
        ("every two weeks on Monday", date(2021, 6, 21), False),
        ("fortnightly on Monday", date(2021, 6, 21), False),
        ("fortnightly", date(2021, 6, 22), False),
        ("every six weeks", date(2021, 7, 20), False),
        ("6-weekly", date(2021, 7, 20), False),
        ("4 weekly", date(2021, 7, 6), False),
        ("every weekday", date(2021, 6, 9), False),
        ("daily", date(2021, 6, 9), False),
        ("FREQ=MONTHLY;BYDAY=-1TU", date(2021, 6, 29), True),
        ("RRULE:FREQ=MONTHLY;BYDAY=2TU", date(2021, 7, 13), True),
        ("rrule:freq=monthly;byday=2tu", date(2021, 7, 13), True),
        ("FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=8,9,10,11,12,13,14", date(2021, 7, 13), True),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", date(2021, 6, 30), True),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=2TU", date(2022, 5, 10), False),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", date(2021, 6, 22), False),
        ("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20210713T170000Z", date(2021, 7, 13), True),
    ],
)
def test_words_give_the_next_meeting(words: str, following: date, monthly: bool) -> None:
    recurrence = _read(words)
    assert next_after(recurrence, MEETING) == following
    assert recurrence.monthly is monthly


@pytest.mark.parametrize(
    "words",
    [
        "",
        "as needed",
        "Tuesday of the month",
        "Tuesday",
        "the 3rd",
        "sixth Monday of the month",
        "the 32nd of the month",
        "every 0 weeks",
        "0-weekly",
        "every Tuesday of the full moon",
        "monthly " * 100,
        "FREQ=HOURLY",
        "FREQ=SECONDLY;INTERVAL=1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=99TU",
        "FREQ=MONTHLY;INTERVAL=0",
        "FREQ=MONTHLY;INTERVAL=99999999999999999999",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=DAILY;BYMONTHDAY=1;BYSETPOS=5",
        "FREQ=MONTHLY;FREQ=DAILY",
        "FREQ=MONTHLY;BYEASTER=1",
        "FREQ=MONTHLY;UNTIL=20219999",
        "FREQ=MONTHLY;BYDAY=",
        "FREQ=",
        "RRULE:",
    ],
)
def test_words_that_are_not_understood_give_none(words: str) -> None:
    assert read_recurrence(words) is None


@pytest.mark.parametrize(
    ("words", "month", "expected"),
    [
        ("second Tuesday of the month", 9, date(2021, 9, 14)),
        ("second Tuesday of the month", 6, MEETING),
        ("second Tuesday of the month except August", 8, None),
        ("quarterly on the first Monday", 9, date(2021, 9, 6)),
        ("quarterly on the first Monday", 3, date(2021, 3, 1)),
        ("quarterly on the first Monday", 8, None),
        ("every Tuesday", 9, None),
        ("every six weeks", 7, date(2021, 7, 20)),
        ("first and third Tuesdays of the month", 9, None),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=2TU", 5, date(2021, 5, 11)),
    ],
)
def test_a_month_has_its_one_meeting_or_none(words: str, month: int, expected: date | None) -> None:
    assert in_month(_read(words), 2021, month, MEETING) == expected


def test_a_monthly_meeting_late_in_the_month_keeps_to_shorter_months() -> None:
    assert next_after(_read("monthly"), date(2021, 1, 31)) == date(2021, 2, 28)
    assert next_after(_read("monthly"), date(2024, 1, 31)) == date(2024, 2, 29)


def test_a_series_that_has_ended_has_no_next_meeting() -> None:
    assert next_after(_read("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20210701"), MEETING) is None


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;INTERVAL=7;BYDAY=WE",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;BYMONTH=2;BYSETPOS=300",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=TU;BYSETPOS=9",
        "FREQ=DAILY;INTERVAL=7;BYDAY=WE;BYMONTHDAY=1",
    ],
)
def test_a_rule_that_fits_no_day_ends(rule: str) -> None:
    assert next_after(_read(rule), MEETING) is None
    assert in_month(_read(rule), 2021, 7, MEETING) is None


def test_the_ends_of_the_calendar_give_none() -> None:
    assert next_after(_read("annually"), date.max) is None
    assert next_after(_read("every second Thursday"), date.max) is None
    assert in_month(_read("weekly"), 1, 1, date.min) is None
    assert in_month(_read("monthly"), 10_000, 1, MEETING) is None


def test_reading_words_does_not_load_dateutil() -> None:
    script = """
import sys
from tui.meeting.dates.recurrence_words import read_recurrence
read_recurrence("monthly")
sys.exit("dateutil" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


_PLACES = [("first", 1), ("2nd", 2), ("third", 3), ("4th", 4), ("last", -1)]


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.sampled_from(_PLACES), st.integers(0, 6))
def test_a_weekday_of_the_month_falls_where_the_words_say(day: date, place: tuple[str, int], weekday: int) -> None:
    recurrence = _read(f"{place[0]} {WEEKDAYS[weekday]} of the month")
    found = next_after(recurrence, day)
    assert found is not None
    assert day < found
    assert (found - day).days <= 36
    assert found.weekday() == weekday
    nth = (found.day - 1) // 7 + 1 if place[1] > 0 else -((days_in_month(found.year, found.month) - found.day) // 7 + 1)
    assert nth == place[1]
    assert in_month(recurrence, found.year, found.month, day) == found


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(1, 12))
def test_every_so_many_weeks_keeps_the_weekday(day: date, weeks: int) -> None:
    found = next_after(_read(f"every {weeks} weeks"), day)
    assert found is not None
    assert (found - day).days == 7 * weeks


_PIECES = st.lists(
    st.sampled_from(
        "every each last first 2nd other month monthly weeks on of the and except 99 0 Monday Tuesdays May".split()
    ),
    max_size=8,
).map(" ".join)
_RULES = st.lists(
    st.tuples(
        st.sampled_from(["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST", "UNTIL", "COUNT"]),
        st.sampled_from(
            ["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "2", "-1", "31", "MO", "-1TU", "5FR", "20220101", "x", "1,2"]
        ),
    ).map("=".join),
    max_size=5,
).map(lambda parts: ";".join(["FREQ=MONTHLY", *parts]))


@given(st.text() | _PIECES | _RULES, st.dates())
def test_any_words_are_a_recurrence_or_none(words: str, day: date) -> None:
    recurrence = read_recurrence(words)
    if recurrence is None:
        return
    following = next_after(recurrence, day)
    assert following is None or following > day
    found = in_month(recurrence, day.year, day.month, day)
    assert found is None or (found.year, found.month) == (day.year, day.month)
    assert recurrence.monthly in (True, False)
