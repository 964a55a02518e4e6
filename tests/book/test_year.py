"""A year of meetings: every chain whole, each action open in one place, however the year goes."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.book.year import AT, Deed, Year, check_meeting
from tests.examples import examples
from tui.book.meeting_file import read_meeting
from tui.book.opened import open_meeting
from tui.book.register.register import register
from tui.meeting.agenda.next_agenda import next_day
from tui.meeting.capture.capture import enter
from tui.meeting.model import Meeting, Status

DEEDS = ("arise", "update", "done", "drop", "replace", "hand_over", "put_off", "take_back")


class Month(NamedTuple):
    """What happens at one meeting, and how the one after it is made."""

    deeds: list[Deed]
    ahead: bool
    """Whether the meeting after it is made before it is held."""
    again: int
    """How often `new --after` is run once more."""
    moved: int
    """How many days from the regular one the next meeting is."""


MONTHS = st.builds(
    Month,
    st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 40)), max_size=6),
    st.booleans(),
    st.integers(0, 2),
    st.sampled_from([0, 0, 0, -9, 6, 35, 63]),
)


def day_after(year: Year, moved: int) -> date | None:
    expected = next_day(read_meeting(year.paths[-1]))
    assert expected is not None
    day = expected.date + timedelta(days=moved)
    return day if moved and day > read_meeting(year.paths[-1]).date else None


@given(st.lists(MONTHS, min_size=2, max_size=12))
@examples(25, few=8)
def test_however_a_year_goes_every_action_is_open_in_one_place_with_its_chain_whole(months: list[Month]) -> None:
    # Whether a file outlives a power cut is tested elsewhere, and waiting for the disk is most of a year's time.
    with TemporaryDirectory() as folder, patch("os.fsync"):
        year = Year(Path(folder))
        for month in months:
            if month.ahead:
                year.follow(day_after(year, month.moved))
                year.hold(month.deeds, at=-2)
            else:
                year.hold(month.deeds)
                year.follow(day_after(year, month.moved))
            for _ in range(month.again + month.ahead):
                year.follow_again()
            year.check()


SCRIPT: tuple[tuple[str, ...], ...] = (
    ("/go 2.1", "!EN to measure the timber of the stage ^next meeting", "!PU to ask the yard for a price ^March"),
    ("/go 1.1", "~B1 EN: Half of it lies under water", "-A diver is wanted", "/go 3", "!ALL to keep off the steps"),
    ("/go 1.1", "~B2 The yard has moved to Stonewater", "!PU to write to the yard at Stonewater <B2"),
    ("/done B2", "~B1 A diver comes in May"),
    ("~B1 EN: It is sound but for two piles", "/done B1", "/go 2.1", "!EN to replace two piles ^September meeting"),
    ("~B1 PU: No answer from Stonewater",),
    (),
    ("~B1 Stonewater has answered", "/done B1", "~B2 EN: One pile is in"),
    ("~B1 EN: Both piles are in", "/done B1", "/go 3", "%!WA to settle with the diver", "!PU to thank the yard"),
    ("/drop B2",),
    ("~B1 WA: The sum is agreed",),
    ("/done B1", "/go 3", "!WA to plan the new year"),
)
"""What each meeting of the sample's year keys in."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Year:
    """Give a year of twelve meetings, for each of which `new --after` was run three times."""
    year = Year(tmp_path_factory.mktemp("year"))
    for month, lines in enumerate(SCRIPT):
        with open_meeting(year.paths[-1]) as opened:
            for line in lines:
                opened.take(enter(opened.journal, line, AT).journal, line="")
        if month < len(SCRIPT) - 1:
            # June's meeting was put off by a week.
            year.follow(date(2021, 7, 6) if month == 4 else None)
            for _ in range(2):
                before = year.paths[-1].read_bytes()
                assert "0 actions brought forward" in year.follow_again().summary
                assert year.paths[-1].read_bytes() == before
    return year


def read_year(year: Year) -> list[Meeting]:
    return [read_meeting(path) for path in year.paths]


def test_a_years_meetings_are_on_the_days_of_the_recurrence_but_for_the_one_put_off(sample: Year) -> None:
    days = [meeting.date for meeting in read_year(sample)]
    assert [f"{day.day}/{day.month}" for day in days] == (
        "26/1 23/2 30/3 27/4 25/5 6/7 27/7 31/8 28/9 26/10 30/11 28/12".split()
    )
    assert [meeting.title for meeting in read_year(sample)][-1] == "Ferry Stage Trust December 2021"


def test_in_a_years_files_no_meeting_has_an_action_twice(sample: Year) -> None:
    assert len(sample.book.files()) == 12
    for meeting in read_year(sample):
        check_meeting(meeting)


def test_at_a_years_end_every_action_is_open_in_one_place_or_settled(sample: Year) -> None:
    rows, errors, _ = register(sample.book, today=date(2021, 12, 31), public=False)
    assert list(errors) == []
    assert {(row.text, row.status.value, row.meeting_date.month) for row in rows} == {
        ("EN to measure the timber of the stage", "done", 5),
        ("PU to ask the yard for a price", "replaced", 3),
        ("ALL to keep off the steps", "done", 4),
        ("PU to write to the yard at Stonewater", "done", 8),
        ("EN to replace two piles", "done", 9),
        ("WA to settle with the diver", "done", 12),
        ("PU to thank the yard", "dropped", 10),
        ("WA to plan the new year", "open", 12),
    }
    assert {row.meeting_file for row in rows if row.status is Status.OPEN} == {sample.paths[-1].name}


def test_a_years_chains_lead_from_every_meeting_back_to_the_origin(sample: Year) -> None:
    meetings = read_year(sample)
    by_id = {meeting.id: meeting for meeting in meetings}
    for meeting in meetings:
        for entry in meeting.entries:
            if entry.action and entry.action.origin:
                first = by_id[entry.action.origin.meeting.id].entry(entry.action.origin.entry)
                assert first.action is not None
                assert (first.action.origin, first.text) == (None, entry.text)


def test_in_a_year_what_is_due_at_a_meeting_is_due_on_its_day(sample: Year) -> None:
    meetings = read_year(sample)
    due = {
        entry.text: entry.action.due
        for meeting in meetings
        for entry in meeting.entries
        if entry.action and entry.action.due
    }
    assert due["EN to measure the timber of the stage"].date == meetings[1].date
    assert due["EN to replace two piles"].date == meetings[8].date
