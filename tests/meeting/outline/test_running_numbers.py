"""Numbers that run on from meeting to meeting: what they go on to, and what is amiss in them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tui.meeting.agenda.next_agenda import next_agenda
from tui.meeting.agenda.numbers import split_numbers
from tui.meeting.model import Meeting, Section
from tui.meeting.outline.running_numbers import misnumbered, numbered_on, running_shape
from tui.papers.agenda import read_agenda

MAY = date(2024, 5, 7)


def held(day: date, *numbers: str) -> Meeting:
    """Make a meeting of sections so numbered; a number after spaces is one level down."""
    sections = tuple(
        Section(id=at, heading=f"Item {at}", number=number.strip(), level=1 + number.count("  "))
        for at, number in enumerate(numbers, start=1)
    )
    return Meeting(id=f"{day:%Y%m%d}".zfill(32), title="Burial Board", date=day, sections=sections)


def numbers(meeting: Meeting) -> list[str]:
    return [section.number for section in meeting.sections]


def after(meeting: Meeting, day: date, *before: Meeting) -> list[str]:
    return numbers(next_agenda(meeting, day, "f" * 32, before))


@pytest.mark.parametrize(
    ("before", "day", "next_ones"),
    [
        (["41/24", "42/24", "43/24"], date(2024, 6, 4), ["44/24", "45/24", "46/24"]),
        (["2024/113", "2024/114"], date(2024, 6, 4), ["2024/115", "2024/116"]),
        (["24/113.", "24/114."], date(2024, 6, 4), ["24/115.", "24/116."]),
        (["009/2024", "010/2024"], date(2024, 6, 4), ["011/2024", "012/2024"]),
        (["C123", "C124"], date(2024, 6, 4), ["C125", "C126"]),
        (["C24-107", "C24-108"], date(2024, 6, 4), ["C24-109", "C24-110"]),
        (["FC/24/99", "FC/24/100"], date(2024, 6, 4), ["FC/24/101", "FC/24/102"]),
        (["Minute 24/7", "Minute 24/8"], date(2024, 6, 4), ["Minute 24/9", "Minute 24/10"]),
        (["123.", "124."], date(2024, 6, 4), ["125.", "126."]),
        (["107/24"], date(2024, 6, 4), ["108/24"]),
        (["24/24", "25/24"], date(2024, 6, 4), ["26/24", "27/24"]),
    ],
)
def test_numbers_go_on_within_the_year(before: list[str], day: date, next_ones: list[str]) -> None:
    assert after(held(MAY, *before), day) == next_ones


@pytest.mark.parametrize(
    ("before", "day", "next_ones"),
    [
        (["41/24", "42/24"], date(2025, 1, 7), ["1/25", "2/25"]),
        (["041/24", "042/24"], date(2025, 1, 7), ["001/25", "002/25"]),
        (["2024/113", "2024/114"], date(2025, 1, 7), ["2025/1", "2025/2"]),
        (["24.05.1", "24.05.2"], date(2024, 6, 4), ["24.06.1", "24.06.2"]),
        (["24.05.1", "24.05.2"], date(2024, 5, 21), ["24.05.3", "24.05.4"]),
        (["24.5.1", "24.5.2"], date(2024, 10, 1), ["24.10.1", "24.10.2"]),
        (["05.24.01", "05.24.02"], date(2025, 1, 7), ["01.25.01", "01.25.02"]),
        (["2024-05-07/1", "2024-05-07/2"], date(2024, 6, 4), ["2024-06-04/1", "2024-06-04/2"]),
    ],
)
def test_the_count_begins_anew_where_the_year_or_month_in_the_number_does(
    before: list[str], day: date, next_ones: list[str]
) -> None:
    assert after(held(MAY, *before), day) == next_ones


@pytest.mark.parametrize(
    ("lines", "next_ones"),
    [
        (["FGB 44 Welcome", "FGB 45 Minutes", "FGB 46 Close"], ["FGB 47", "FGB 48", "FGB 49"]),
        (
            ["Minute 24/7 Welcome", "Minute 24/8: Minutes", "Minute 24/9 – Close"],
            ["Minute 24/10", "Minute 24/11", "Minute 24/12"],
        ),
        (["Min. 114 Welcome", "Min. 115 Close"], ["Min. 116", "Min. 117"]),
        (["C/24/118 Welcome", "C/24/119 Close"], ["C/24/120", "C/24/121"]),
        (["24/P/14 Welcome", "24/P/15 Close"], ["24/P/16", "24/P/17"]),
        (
            ["PC 24/114: Welcome", "a) of guests", "b) of staff", "PC 24/115: Close"],
            ["PC 24/116", "a)", "b)", "PC 24/117"],
        ),
    ],
)
def test_numbers_led_by_the_houses_letters_are_read_and_go_on(lines: list[str], next_ones: list[str]) -> None:
    meeting = read_agenda("\n".join(["# Board", "Date: 7 May 2024", "", "## Agenda", *lines]), "a.md").meeting
    assert [section.heading for section in meeting.sections][:: len(lines) - 1] == ["Welcome", "Close"]
    assert after(meeting, date(2024, 6, 4)) == next_ones


@pytest.mark.parametrize(
    "lines",
    [
        ["Welcome", "KS 1 results", "KS 2 results", "Close"],
        ["PCC 2024 accounts", "PCC 2025 budget"],
        ["Phase 1 works", "Phase 2 works"],
    ],
)
def test_figures_in_headings_are_no_numbers(lines: list[str]) -> None:
    meeting = read_agenda("\n".join(["# Board", "Date: 7 May 2024", "", "## Agenda", *lines]), "a.md").meeting
    assert [(section.number, section.heading) for section in meeting.sections] == [("", line) for line in lines]


@pytest.mark.parametrize(
    "before",
    [
        ["1.", "2.", "3."],
        ["1", "  1.1", "  1.2", "2"],
        ["2.", "3.", "4."],
        ["A1", "A2"],
        ["a)", "b)"],
        ["", ""],
        ["4.1", "4.2"],
        ["1.", "", "2."],
    ],
)
def test_numbers_that_begin_anew_at_each_meeting_stay_as_they_are(before: list[str]) -> None:
    meeting = held(MAY, *before)
    assert running_shape(meeting) is None
    assert after(meeting, date(2024, 6, 4)) == numbers(meeting)


def test_the_numbers_of_subsections_follow_the_one_above() -> None:
    meeting = held(MAY, "41/24", "  41/24.1", "  41/24.2", "42/24", "  a)", "  b)", "43/24", "  43/24a")
    assert after(meeting, date(2024, 6, 4)) == [
        "44/24", "44/24.1", "44/24.2", "45/24", "a)", "b)", "46/24", "46/24a",
    ]  # fmt: skip


def test_numbers_run_on_through_the_levels_beside_others_that_do_not() -> None:
    meeting = held(MAY, "1.", "  24/113", "  24/114", "2.", "  24/115")
    assert after(meeting, date(2024, 6, 4)) == ["1.", "24/116", "24/117", "2.", "24/118"]


@pytest.mark.parametrize(
    ("year_before", "before", "day", "next_one"),
    [
        ([], (date(2025, 3, 4), "341/24"), date(2025, 4, 1), "342/24"),
        ([], (date(2025, 4, 1), "351/24"), date(2025, 5, 6), "1/25"),
        ([], (date(2025, 3, 4), "107/24-25"), date(2025, 5, 6), "1/25-26"),
        ([(date(2024, 4, 2), "1/24-25")], (date(2025, 3, 4), "107/24-25"), date(2025, 4, 1), "1/25-26"),
        ([(date(2024, 7, 2), "99/2023/24")], (date(2024, 8, 6), "107/2023/24"), date(2024, 9, 3), "1/2024/25"),
    ],
)
def test_a_year_that_does_not_begin_in_january_is_told_from_the_numbers(
    year_before: list[tuple[date, str]], before: tuple[date, str], day: date, next_one: str
) -> None:
    series = [held(one, number) for one, number in year_before]
    assert after(held(*before), day, *series) == [next_one]


def test_the_highest_number_of_the_year_counts_and_not_only_the_last_meetings() -> None:
    march, april = held(date(2024, 3, 5), "30/24", "31/24"), held(date(2024, 4, 2), "12/24", "13/24")
    assert after(april, MAY, march) == ["32/24", "33/24"]
    extraordinary = held(date(2024, 4, 9), "1.", "2.")
    assert after(extraordinary, MAY, april, march) == ["1.", "2."], "which has its own numbers"


@pytest.mark.parametrize(
    ("anew", "last", "day", "following"),
    [
        (date(2024, 1, 9), date(2024, 12, 3), date(2025, 1, 7), ["FGB 1", "FGB 2"]),
        (date(2024, 1, 9), date(2024, 11, 5), date(2024, 12, 3), ["FGB 43", "FGB 44"]),
        (date(2023, 9, 5), date(2024, 7, 2), date(2024, 9, 3), ["FGB 1", "FGB 2"]),
        (date(2023, 9, 5), date(2024, 6, 4), date(2024, 7, 2), ["FGB 43", "FGB 44"]),
    ],
)
def test_a_count_that_tells_no_year_begins_anew_where_it_did_before(
    anew: date, last: date, day: date, following: list[str]
) -> None:
    series = [held(date(2023, 7, 4), "FGB 58", "FGB 59"), held(anew, "FGB 1", "FGB 2")]
    assert after(held(last, "FGB 41", "FGB 42"), day, *series) == following


def test_a_count_that_tells_no_year_and_never_began_anew_goes_on_over_the_year() -> None:
    december = held(date(2024, 12, 3), "FGB 43", "FGB 44")
    assert after(december, date(2025, 1, 7), held(date(2024, 11, 5), "FGB 41", "FGB 42")) == ["FGB 45", "FGB 46"]


def test_a_meeting_numbered_by_itself_is_no_new_year() -> None:
    series = [
        held(date(2023, 12, 5), "41.", "42."),
        held(date(2024, 1, 9), "1.", "2."),
        held(date(2024, 2, 6), "43.", "44."),
    ]
    assert after(held(date(2024, 12, 3), "45.", "46."), date(2025, 1, 7), *series) == ["47.", "48."]


def test_a_number_of_the_year_before_is_not_used_twice_where_the_count_begins_anew() -> None:
    before = [held(date(2023, 12, 5), "FGB 41", "FGB 42"), held(date(2024, 1, 9), "FGB 1", "FGB 2")]
    assert not [*misnumbered(held(date(2024, 2, 6), "FGB 3", "FGB 4"), before)]
    assert [words for _, words in misnumbered(held(date(2024, 2, 6), "FGB 4", "FGB 5"), before)] == [
        "the number FGB 3 is left out before this one: number it anew, or say why"
    ]
    year = [*before, held(date(2024, 11, 5), "FGB 3", "FGB 4")]
    assert not [*misnumbered(held(date(2025, 1, 7), "FGB 1", "FGB 2"), year)]


def test_what_stands_above_numbered_items_is_a_heading() -> None:
    assert [number for number, _ in split_numbers(["PART 1 – OPEN TO ALL", "PART 2 – PRIVATE"])] == ["", ""]
    lines = ["HALL 1 – Upper", "1. Roof", "2. Lamps", "HALL 2 – Lower", "3. Drain"]
    assert [number for number, _ in split_numbers(lines)] == ["", "1.", "2.", "", "3."]


def test_an_agenda_without_numbers_is_given_those_that_run_on() -> None:
    bare = read_agenda(
        "# Burial Board\nDate: 4 June 2024\n\n## Agenda\n- Welcome\n  - Guests\n- Paths\n", "a.md"
    ).meeting
    assert numbers(numbered_on(bare, [held(MAY, "41/24", "42/24")])) == ["43/24", "", "44/24"]
    assert numbers(numbered_on(bare, [held(MAY, "1.", "2.")])) == ["", "", ""]


@pytest.mark.parametrize(
    ("here", "wrong"),
    [
        (["41/24", "42/24", "43/24"], []),
        (["41/24", "42/24", "42/24"], [("42/24", "second time")]),
        (["41/24", "43/24"], [("43/24", "the number 42/24 is left out")]),
        (["24.05.1", "24.05.2", "24.05.6"], [("24.05.6", "the numbers 24.05.3 to 24.05.5 are left out")]),
        (["42/24", "41/24", "43/24"], []),
        (["C7", "C8", "C8"], [("C8", "second time")]),
        (["41/24", "  41/24.1", "  41/24.3", "42/24"], []),
        (["1.", "2.", "2.", "4."], []),
    ],
)
def test_a_number_used_twice_or_left_out_is_found(here: list[str], wrong: list[tuple[str, str]]) -> None:
    found = list(misnumbered(held(MAY, *here)))
    assert [section.number for section, _ in found] == [number for number, _ in wrong]
    assert all(words in message for (_, message), (_, words) in zip(found, wrong, strict=True))


@pytest.mark.parametrize(
    ("before", "here", "wrong"),
    [
        (["38/24", "40/24"], ["41/24", "42/24"], []),
        (["38/24", "39/24"], ["39/24", "40/24"], ["the number 39/24 was used on 2 April 2024 already"]),
        (["38/24", "39/24"], ["42/24", "43/24"], ["the numbers 40/24 to 41/24 are left out"]),
        (["24.04.1", "24.04.9"], ["24.05.1", "24.05.2"], []),
        (["24.04.1", "24.04.9"], ["24.05.2", "24.05.3"], ["the number 24.05.1 is left out"]),
        (["1.", "2."], ["41/24", "42/24"], []),
        (["1/23", "2/23"], ["2/24", "3/24"], ["the number 1/24 is left out"]),
    ],
)
def test_the_numbers_of_the_series_count_too(before: list[str], here: list[str], wrong: list[str]) -> None:
    earlier = held(date(2023, 12, 5) if "/23" in before[0] else date(2024, 4, 2), *before)
    found = list(misnumbered(held(MAY, *here), [earlier]))
    assert [message.partition(words)[1] for (_, message), words in zip(found, wrong, strict=True)] == wrong


@pytest.mark.parametrize(
    ("number", "after"), [("2024/125", "2024/126"), ("C24-125", "C24-126"), ("125/2024", "126/2024")]
)
def test_a_count_that_ends_like_the_next_year_is_a_count(number: str, after: str) -> None:
    later = next_agenda(held(MAY, number), date(MAY.year, 6, 4), "f" * 32)
    assert numbers(later) == [after]


@given(
    st.dates(date(2001, 1, 1), date(2098, 1, 1)),
    st.integers(1, 400),
    st.integers(1, 500),
    st.integers(1, 6),
    st.sampled_from(["{n}/{y}", "{Y}/{n}", "{y}.{m}.{n}", "C{y}-{n:03}", "{n}/{Y}"]),
)
def test_the_next_meetings_numbers_are_never_used_already_and_none_is_left_out(
    day: date, gap: int, first: int, items: int, written: str
) -> None:
    def number(count: int) -> str:
        return written.format(n=count, y=f"{day:%y}", Y=day.year, m=f"{day:%m}")

    # `48/2048` and `47/48` are years as well as numbers, and nothing tells which.
    assume(not {first + at for at in range(items)} & {day.year % 100 + off for off in (-1, 0, 1)})
    earlier = held(day, *(number(first + at) for at in range(items)))
    later = next_agenda(earlier, date.fromordinal(day.toordinal() + gap), "f" * 32)
    shape = running_shape(earlier)
    assert shape is not None
    counts = [shape.count_in(one, later.date) for one in numbers(later)]
    assert counts[0] in (1, first + items)
    assert counts == list(range(counts[0], counts[0] + items))
    assert not set(numbers(later)) & set(numbers(earlier))
    assert list(misnumbered(later, [earlier])) == []


def test_numbers_that_run_on_within_a_year_behind_them_are_numbers_and_hours_are_none() -> None:
    assert split_numbers(["43.15 Mooring", "The pontoon", "44.15 Gate"]) == [
        ("43.15", "Mooring"),
        ("", "The pontoon"),
        ("44.15", "Gate"),
    ]
    assert split_numbers(["9.15 Mooring", "10.15 Gate"]) == [("", "9.15 Mooring"), ("", "10.15 Gate")]
