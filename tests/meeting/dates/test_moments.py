"""Days and hours as papers write them, one or many in a line."""

from __future__ import annotations

import pytest

from tui.meeting.dates.moments import hours_in, moments_in


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Wednesday, 6/5/2024 at 7pm", "2024-06-05"),
        ("Monday 6/5/2024", "2024-05-06"),
        ("6/5/2024", "2024-05-06"),
        ("06/13/2024", "2024-06-13"),
    ],
)
def test_a_weekday_tells_whether_the_month_stands_first(words: str, day: str) -> None:
    assert [str(moment.date) for moment in moments_in(words)] == [day]


def test_a_notice_names_the_day_of_a_month() -> None:
    (told,) = moments_in("on the 19th day of November, 2024 at 7:00 p.m. in the Chamber")
    assert (str(told.date), f"{told.start:%H:%M}") == ("2024-11-19", "19:00")


@pytest.mark.parametrize(
    "words", ["19:30 bis ca. 21:45 Uhr", "de 19:30 a 21:45", "19:30 à 21:45", "19:30 to about 21:45", "19h30 - 21h45"]
)
def test_a_stretch_of_hours_is_read_with_the_words_between_of_any_language(words: str) -> None:
    found = hours_in(words)
    assert found is not None
    assert (f"{found.start:%H:%M}", found.end and f"{found.end:%H:%M}") == ("19:30", "21:45")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("26.03.24", ["2024-03-26"]),
        ("Datum: 26.03.24", ["2024-03-26"]),
        ("Due to meet on 24.09.15 at 19.00", ["2015-09-24"]),
        ("Dienstag, 3.12.24, 19:30 Uhr", ["2024-12-03"]),
        ("Mittwoch, 13.11.24, 19:30 Uhr", ["2024-11-13"]),
        ("lundi 13.01.25", ["2025-01-13"]),
        ("18.09.15 Approve the minutes", []),
        ("See paper 18.09.15", []),
    ],
)
def test_a_short_year_behind_dots_is_read_where_nothing_but_a_day_can_stand(words: str, days: list[str]) -> None:
    assert [str(moment.date) for moment in moments_in(words)] == days


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (
            "The AGM will start at 7:00pm on Thursday May 18th 2017 in the Hall, before the parish meeting at 7.30pm.",
            "19:00",
        ),
        ("Thursday May 18th 2017 at 7.30pm", "19:30"),
        ("doors 6:30pm, meeting on Thursday May 18th 2017 at 7.30pm", "19:30"),
    ],
)
def test_the_hour_right_before_a_day_is_its_own_where_another_stands_far_behind(words: str, start: str) -> None:
    (told,) = moments_in(words)
    assert f"{told.start:%H:%M}" == start


@pytest.mark.parametrize(
    "words",
    [
        "Friday 10 May 2024 19:00-21:00 – Saturday 11 May 2024 09:30-12:00",
        "Freitag, 10. Mai 2024, 19 Uhr – Samstag, 11. Mai 2024, 9 Uhr",
        "Friday 10 May 2024 7pm and Saturday 11 May 2024 9.30am",
        "Friday 10 May 7 pm – Saturday 11 May 2024",
        "vendredi 10 mai 2024 à 19h au samedi 11 mai 2024",
        "viernes 10 de mayo de 2024, 19:00 h, y sábado 11 de mayo de 2024",
        "nos Wener 10 Mai 2024 am 7yh tan ddydd Sadwrn 11 Mai 2024",
    ],
)
def test_two_days_of_one_meeting_are_a_stretch_with_the_hour_of_the_first(words: str) -> None:
    (told,) = moments_in(words)
    assert (str(told.date), str(told.last), f"{told.start:%H:%M}", told.end) == (
        "2024-05-10",
        "2024-05-11",
        "19:00",
        None,
    )


@pytest.mark.parametrize(
    "words",
    [
        "10 May 2024 7pm and 7 June 2024 7pm",
        "10 May 2024 7pm; the book closes 11 May 2024",
        "10 May 2024 7pm – 11 May 2025",
    ],
)
def test_two_days_of_two_meetings_are_no_stretch(words: str) -> None:
    assert [told.last for told in moments_in(words)] == [None, None]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Meeting #15 April 25, 2018", ("2018-04-25", None, None)),
        ("12 May 24, 2019", ("2019-05-24", None, None)),
        ("September 15, 2021 - 1300 to 13:50 UTC", ("2021-09-15", "13:00", "13:50")),
        ("01 février 2019 – 18h à 20h", ("2019-02-01", "18:00", "20:00")),
        ("3 May 2024, 10:30 for coffee, 11:00 start", ("2024-05-03", "11:00", None)),
        ("3 May 2024, coffee from 10.30, meeting 11.00", ("2024-05-03", "11:00", None)),
        ("3 May 2024, 7 for 7.30pm", ("2024-05-03", "19:30", None)),
        ("3 May 2024 at 10.30 am, doors open 10 am", ("2024-05-03", "10:30", None)),
        ("3 Mehefin 2024 am 7.00 o'r gloch yr hwyr", ("2024-06-03", "19:00", None)),
    ],
)
def test_a_day_and_its_hours(words: str, wanted: tuple[str, str | None, str | None]) -> None:
    (told,) = moments_in(words)
    assert (
        str(told.date),
        told.start and f"{told.start:%H:%M}",
        told.end and f"{told.end:%H:%M}",
    ) == wanted
