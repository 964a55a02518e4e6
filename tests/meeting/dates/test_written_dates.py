"""Dates and times as people write them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import BadInput
from tui.meeting.dates.written_dates import (
    MONTHS,
    WEEKDAYS,
    days_in_month,
    find_date,
    long_date,
    months_on,
    read_date,
    read_when,
    said_date,
)
from tui.meeting.dates.written_times import find_time

A_DAY = date(2021, 6, 8)
NEAR = date(2021, 6, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday 8 June 2021",
        "Tuesday, 8 June 2021",
        "Tues 8th June 2021",
        "8th June 2021",
        "8 June, 2021",
        "8th of June 2021",
        "the 8th of June, 2021",
        "Tuesday, the 8th of June 2021",
        "June 8, 2021",
        "June 8th 2021",
        "8 Jun 21",
        "8 Jun '21",
        "8-Jun-2021",
        "8 Jun. 2021",
        "8\u00a0June\u00a02021",
        "8\u2013June\u20132021",
        "2021-06-08",
        "8.6.2021",
        "8. 6. 2021",
        "08/06/2021",
        "8/6/21",
        "08-06-2021",
        "Tue 8th Jun",
        "8 June",
        "8/6",
        "  8 June 2021. ",
    ],
)
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    found = read_date(text, near=NEAR)
    assert found is not None
    assert found.date == A_DAY


@pytest.mark.parametrize(
    "text", ["", "June", "June 2021", "Tuesday", "8", "8 Junes 2021", "8 June 2021 maybe", "2.1", "107/20"]
)
def test_what_is_no_whole_date_is_not_read(text: str) -> None:
    assert read_date(text, near=NEAR) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31 February 2021", "February 2021 has 28 days"),
        ("29 Feb 2019", "February 2019 has 28 days"),
        ("Monday 31st June 2021", "June 2021 has 30 days"),
        ("31 April", "April 2021 has 30 days"),
        ("6/28/2021", "there is no month 28"),
        ("0/6/2021", "June 2021 has 30 days"),
        ("1 January 0000", "there is no year 0"),
    ],
)
def test_an_impossible_date_says_why(text: str, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        read_date(text, near=NEAR)


@pytest.mark.parametrize(
    ("text", "near", "expected"),
    [
        ("8 June", date(2021, 6, 8), date(2021, 6, 8)),
        ("8 June", date(2021, 6, 9), date(2022, 6, 8)),
        ("29 February", date(2021, 3, 1), date(2024, 2, 29)),
        ("29 February", date(2097, 1, 1), date(2104, 2, 29)),
    ],
)
def test_a_date_without_a_year_is_the_first_on_or_after_the_day_given(text: str, near: date, expected: date) -> None:
    found = read_date(text, near=near)
    assert found is not None
    assert found.date == expected


def test_a_date_without_a_year_is_no_date_where_no_day_is_near() -> None:
    assert read_date("8 June") is None
    assert find_date("on 8 June we met") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the paper of Tuesday 8 June 2021 was noted", "Tuesday 8 June 2021"),
        ("Local matters, 8th June, 2021", "8th June, 2021"),
        ("18:30 on 8 June 2021", "8 June 2021"),
        ("8 June 10.30 in the hall", "8 June"),
        ("8 June 10 am", "8 June"),
        ("8 June 1030 hrs", "8 June"),
        ("8 June 21 volunteers", "8 June"),
    ],
)
def test_a_date_is_found_in_a_text_with_its_place(text: str, words: str) -> None:
    found = find_date(text, near=NEAR)
    assert found is not None
    assert found.date == A_DAY
    assert text[slice(*found.span)] == words


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Tuesday 8 June 2021", None, None),
        ("Tuesday 8 June 2021 18:30", time(18, 30), None),
        ("Tuesday 8 June 2021 @ 10:30", time(10, 30), None),
        ("8 June 2021, 10.30", time(10, 30), None),
        ("8 June 2021 at 7.00 pm", time(19), None),
        ("8 June 2021 7pm", time(19), None),
        ("8 June 2021, 7 p.m.", time(19), None),
        ("8 June 2021, 12 a.m.", time(0), None),
        ("8 June 2021 noon", time(12), None),
        ("8 June 2021 at 12 noon", time(12), None),
        ("8 June 2021 1000 hrs", time(10), None),
        ("8 June 2021 10.30 hrs", time(10, 30), None),
        ("18:30 on 8 June 2021", time(18, 30), None),
        ("2021-06-08 18:00-20:00", time(18), time(20)),
        ("2021-06-08 18:00 \u2013 20:00", time(18), time(20)),
        ("2021-06-08T18:00:00", time(18), None),
        ("8 June 2021, 6-8pm", time(18), time(20)),
        ("8 June 2021 from 11 to 1pm", time(11), time(13)),
        ("8 June 2021 from 10am until noon", time(10), time(12)),
        ("8 June 2021 1800-2000", time(18), time(20)),
        ("8 June 2021 10:00, Room 1.38", time(10), None),
        ("8 June 2021, Room 4.85", None, None),
    ],
)
def test_a_date_line_gives_the_date_and_the_hours(text: str, start: time | None, end: time | None) -> None:
    when = read_when(text)
    assert when is not None
    assert (when.date, when.start, when.end) == (A_DAY, start, end)


@pytest.mark.parametrize(
    "text",
    ["8 June 2021 25:70", "8 June 2021 24:00", "8 June 2021 13am", "8 June 2021 10.75", "8 June 2021 10:00-26:00"],
)
def test_an_impossible_time_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not a time of day"):
        read_when(text)


@pytest.mark.parametrize("text", ["", "Tuesday", "to be agreed", "10:30"])
def test_a_date_line_without_a_date_gives_none(text: str) -> None:
    assert read_when(text) is None


def test_a_weekday_that_does_not_fit_can_be_told() -> None:
    wrong, right, unsaid = read_when("Monday 8 June 2021"), read_when("Tuesday 8 June 2021"), read_when("8 June 2021")
    assert wrong is not None
    assert right is not None
    assert unsaid is not None
    assert not wrong.weekday_fits
    assert right.weekday_fits
    assert unsaid.weekday_fits


@pytest.mark.parametrize(
    ("day", "said", "long"),
    [
        (date(2021, 6, 8), "8 June 2021", "Tuesday 8th June 2021"),
        (date(2021, 6, 1), "1 June 2021", "Tuesday 1st June 2021"),
        (date(2021, 6, 22), "22 June 2021", "Tuesday 22nd June 2021"),
        (date(2021, 6, 3), "3 June 2021", "Thursday 3rd June 2021"),
        (date(2021, 6, 12), "12 June 2021", "Saturday 12th June 2021"),
    ],
)
def test_a_date_is_printed_as_it_is_said(day: date, said: str, long: str) -> None:
    assert said_date(day) == said
    assert long_date(day) == long


def _forms(day: date) -> list[str]:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    return [
        day.isoformat(),
        said_date(day),
        long_date(day),
        said_date(day).upper(),
        f"{weekday[:3]}. {day.day} {month[:3]} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month[:3]} {day.day} {day.year}",
        f"{day.day}.{day.month}.{day.year:04}",
        f"{day.day:02}/{day.month:02}/{day.year:04}",
        f"{day.day}-{day.month}-{day.year:04}",
        f"the {day.day} of {month}, {day.year}",
    ]


@given(st.dates(min_value=date(1000, 1, 1)), st.data())
def test_every_written_form_of_a_date_reads_back_to_it(day: date, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(_forms(day)))
    found = read_date(text)
    assert found is not None
    assert (found.date, found.weekday_fits) == (day, True)
    inside = find_date(f"Meeting held, {text}, in the hall")
    assert inside is not None
    assert inside.date == day


@given(st.dates(min_value=date(1000, 1, 1)), st.times().map(lambda t: t.replace(second=0, microsecond=0)))
def test_every_date_line_reads_back(day: date, start: time) -> None:
    when = read_when(f"{long_date(day)} {start:%H:%M}")
    assert when is not None
    assert (when.date, when.start) == (day, start)


_WORDS = st.lists(
    st.sampled_from(
        [
            "28",
            "March",
            "31",
            "Feb",
            "2017",
            "17",
            "0",
            "99",
            "/",
            "-",
            ".",
            ":",
            "10:30",
            "7",
            "pm",
            "noon",
            "Tuesday",
            "th",
            "of",
            ",",
        ]
    ),
    max_size=8,
).flatmap(lambda words: st.sampled_from([" ", ""]).map(lambda joint: joint.join(words)))


@given(st.text() | _WORDS, st.none() | st.dates())
def test_reading_any_text_raises_nothing_but_bad_input_in_one_line(text: str, near: date | None) -> None:
    messages = []
    for read in (
        lambda: read_date(text, near=near),
        lambda: find_date(text, near=near),
        lambda: read_when(text, near=near),
        lambda: find_time(text),
    ):
        try:
            read()
        except BadInput as error:
            messages.append(str(error))
    assert all(len(message.splitlines()) == 1 for message in messages)


@given(st.dates(), st.integers(-500, 500))
def test_months_on_keep_the_day_or_take_the_last(day: date, months: int) -> None:
    found = months_on(day, months)
    if found is None:
        return
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day == min(day.day, days_in_month(found.year, found.month))
