"""Due words that name a meeting of the series: which one they name, and the date they get once it is known."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.capture.capture import enter
from tui.meeting.dates.due import due_from_words, find_due
from tui.meeting.dates.due_meetings import due_at_meeting
from tui.meeting.history.journal import Journal
from tui.meeting.model import Due, Meeting, NamedMeeting
from tui.papers.agenda import read_agenda

NOW = datetime(2021, 6, 8, 19, 0, tzinfo=UTC)
HELD = date(2021, 6, 8)
JULY, SEPTEMBER = date(2021, 7, 13), date(2021, 9, 14)


def _meeting(**header: str) -> Meeting:
    return Meeting(
        id="0" * 32,
        title="Allotment Society Committee",
        date=HELD,
        header=tuple((key.capitalize(), words) for key, words in header.items()),
    )


SERIES = _meeting(repeats="second Tuesday of the month")
ALONE = _meeting()


def named(month: int = 0, year: int | None = None, ahead: int = 0) -> NamedMeeting:
    return NamedMeeting(said=HELD, month=month, year=year, ahead=ahead)


@pytest.mark.parametrize(
    ("words", "meeting"),
    [
        ("next meeting", named(ahead=1)),
        ("to the next meeting", named(ahead=1)),
        ("the following meeting", named(ahead=1)),
        ("the next committee meeting", named(ahead=1)),
        ("the meeting after next", named(ahead=2)),
        ("the next but one meeting", named(ahead=2)),
        ("September meeting", named(month=9)),
        ("by the September 2022 meeting", named(month=9, year=2022)),
        ("September's meeting", named(month=9)),
        ("the meeting in September", named(month=9)),
        ("next month's meeting", named(month=7, year=2021)),
    ],
)
def test_words_name_a_meeting_of_the_series(words: str, meeting: NamedMeeting) -> None:
    assert due_from_words(SERIES, words).meeting == meeting
    assert due_from_words(ALONE, words).meeting == meeting, "also where nothing tells its date yet"


@pytest.mark.parametrize(
    ("words", "meeting"),
    [
        ("to the next meeting", named(ahead=1)),
        ("for the September meeting", named(month=9)),
        ("by the September 2022 meeting", named(month=9, year=2022)),
        ("at the meeting after next", named(ahead=2)),
        ("at next month's meeting", named(month=7, year=2021)),
    ],
)
def test_the_wording_of_an_action_names_it_too(words: str, meeting: NamedMeeting) -> None:
    due = find_due(SERIES, f"Bring prices {words}")
    assert due is not None
    assert (due.words, due.meeting) == (words, meeting)


@pytest.mark.parametrize(
    "words",
    [
        "Friday",
        "in a month",
        "12 July",
        "the meeting on 12 July",
        "Tuesday's meeting",
        "a future meeting",
        "a September meeting",
        "the September meeting with the parish council",
        "the September Drainage Board meeting",
        "the AGM",
        "following PMG",
    ],
)
def test_other_words_name_none(words: str) -> None:
    assert due_from_words(SERIES, words).meeting is None


@pytest.mark.parametrize(
    ("words", "known", "day"),
    [
        ("September meeting", [SEPTEMBER], SEPTEMBER),
        ("September meeting", [date(2021, 9, 21)], date(2021, 9, 21)),
        ("September meeting", [JULY], SEPTEMBER),
        ("September meeting", [], SEPTEMBER),
        ("September meeting", [date(2021, 9, 1), date(2021, 9, 20), date(2021, 9, 30)], date(2021, 9, 20)),
        ("September meeting", [date(2020, 9, 8), date(2022, 9, 13)], SEPTEMBER),
        ("September 2022 meeting", [date(2021, 9, 14), date(2022, 9, 20)], date(2022, 9, 20)),
        ("June meeting", [HELD, date(2022, 6, 21)], date(2022, 6, 21)),
        ("June meeting", [HELD, date(2021, 6, 29)], date(2021, 6, 29)),
        ("next meeting", [date(2021, 5, 11), HELD, date(2021, 7, 20), SEPTEMBER], date(2021, 7, 20)),
        ("next meeting", [SEPTEMBER], SEPTEMBER),
        ("next meeting", [HELD], JULY),
        ("the meeting after next", [SEPTEMBER, JULY], SEPTEMBER),
        ("the meeting after next", [JULY], date(2021, 8, 10)),
    ],
)
def test_a_due_has_the_date_of_the_meeting_once_that_is_known(words: str, known: list[date], day: date) -> None:
    due = due_at_meeting(due_from_words(SERIES, words), known)
    assert (due.words, due.date) == (words, day)


def test_a_meeting_that_nothing_told_the_date_of_gets_it_when_it_is_made() -> None:
    due = due_from_words(ALONE, "September meeting")
    assert due.date is None
    assert due_at_meeting(due, [JULY]).date is None
    assert due_at_meeting(due, [JULY, date(2021, 9, 2), date(2021, 9, 30)]).date == date(2021, 9, 2)


DAYS = st.lists(st.dates(date(2020, 1, 1), date(2023, 12, 31)), max_size=12)


@given(
    st.sampled_from(["next meeting", "the meeting after next", "September meeting", "March 2022 meeting", "Friday"]),
    DAYS,
)
def test_a_due_moves_to_a_known_meeting_or_not_at_all(words: str, known: list[date]) -> None:
    said = due_from_words(SERIES, words)
    due = due_at_meeting(said, known)
    assert due_at_meeting(said, sorted(known, reverse=True)) == due
    assert due_at_meeting(due, known) == due
    assert due == said or (due.date in known and due.date is not None and due.date > HELD)
    assert (due.words, due.meeting, due.in_text) == (said.words, said.meeting, said.in_text)


def test_a_due_without_a_meeting_is_left_alone() -> None:
    due = Due(words="Friday", date=date(2021, 6, 11))
    assert due_at_meeting(due, [JULY]) is due


def test_an_edit_that_keeps_the_due_words_keeps_the_meeting_they_named() -> None:
    agenda = "# Committee\nDate: 8 June 2021\nRepeats: second Tuesday of the month\n## Agenda\n1. Plots\n"
    journal = enter(Journal(meeting=read_agenda(agenda, "a.md").meeting), "!Count the plots ^next meeting", NOW).journal
    before = journal.meeting.entries[0].action
    edited = enter(journal, "s/plots/sheds/", NOW).journal.meeting.entries[0]
    assert before is not None
    assert edited.action is not None
    assert (edited.text, edited.action.due) == ("Count the sheds", before.due)
    assert before.due is not None
    assert before.due.meeting == named(ahead=1)
