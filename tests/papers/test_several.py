"""Papers in which two meetings stand: one is read, the other is named and kept beside it."""

from __future__ import annotations

from datetime import date

import pytest

from tui.papers.agenda import read_agenda

TWO = """Tarn Valley Trust

Finance Committee
Tuesday 7 May 2024 at 6pm, Library

Agenda
1. Apologies
2. Accounts
3. Date of next meeting

Board of Trustees
Tuesday 21 May 2024 at 7pm, Library

Agenda
1. Welcome
2. Strategy
"""


@pytest.mark.parametrize(
    ("day", "title", "headings", "other"),
    [
        (None, "Finance Committee", ["Apologies", "Accounts", "Date of next meeting"], "Board of Trustees"),
        (date(2024, 5, 21), "Board of Trustees", ["Welcome", "Strategy"], "Finance Committee"),
    ],
    ids=["the first", "the one of the day"],
)
def test_one_of_two_meetings_is_read_and_the_other_is_named_and_kept(
    day: date | None, title: str, headings: list[str], other: str
) -> None:
    draft = read_agenda(TWO, "both.txt", day=day)
    meeting = draft.meeting
    assert meeting.title == title
    assert [section.heading for section in meeting.sections] == headings
    assert [one.title for one in draft.other_meetings] == [other]
    assert other in " ".join(meeting.unplaced)
    (warning,) = [words for words in draft.warnings if "another meeting" in words]
    assert other in warning
    assert f"--date {draft.other_meetings[0].date}" in warning


@pytest.mark.parametrize(
    "text",
    [
        "Camp\n12 June 2024\nAgenda\n1. A\n2. B\n\n13 June 2024\nAgenda\n1. C\n2. D\n",
        "Club\n12 June 2024\nAgenda\n1. A\n2. Date of the next meeting: 9 July 2024\n",
        "Club\n12 June 2024\nAgenda\n1. A\n2. B\n\nNext meeting: 9 July 2024\nAgenda items by 1 July please\n",
    ],
    ids=["two days", "the next meeting among the items", "the next meeting at the foot"],
)
def test_other_days_in_a_paper_are_no_other_meetings(text: str) -> None:
    assert read_agenda(text, "one.txt").other_meetings == ()
