"""Dates on another weekday than the one beside them: told where the line is typed, and by the check."""

from __future__ import annotations

from datetime import date

import pytest

from tests.meeting.room import Taker
from tui.meeting.capture.describe_line import describe_line
from tui.meeting.checking.check import check
from tui.meeting.checking.findings import FindingKind
from tui.meeting.checking.house_style import HouseStyle
from tui.meeting.dates.doubts import weekday_doubts

HELD = date(2022, 5, 10)


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("by Friday 12 January 2027", ["12 January 2027 is a Tuesday, not a Friday"]),
        ("on Mon. the 3rd of May 2022, and Tuesday 3 May 2022", ["3 May 2022 is a Tuesday, not a Monday"]),
        ("bis Freitag, den 12. Januar 2027", ["12 January 2027 is a Tuesday, not a Friday"]),
        ("on Tuesday 12 January 2027", []),
        ("on Friday 13 May", []),
        ("as agreed on Wednesday 27 April", []),
        ("on Friday 27 April", ["27 April 2023 is a Thursday, not a Friday"]),
        ("by Mon 12.1.27", ["12 January 2027 is a Tuesday, not a Monday"]),
        ("by tue, 12.1.27", []),
        ("mon 21/6", ["21 June 2022 is a Tuesday, not a Monday"]),
        ("by Mon. 21.6.", ["21 June 2022 is a Tuesday, not a Monday"]),
        ("by next tuesday 24/5", []),
        ("Fri 10.30 for 11", []),
        ("Friday, 12 people came", []),
        ("12 January 2027", []),
        ("Monday", []),
    ],
)
def test_a_date_is_doubted_only_where_its_weekday_is_another_one(text: str, doubts: list[str]) -> None:
    assert [one.words for one in weekday_doubts(text, HELD)] == doubts


def test_a_doubt_is_said_while_typing_and_on_entering() -> None:
    taker = Taker()
    assert describe_line(taker.meeting, "!NS to ring ^Friday 12 January 2027").endswith("is a Tuesday, not a Friday")
    taker.do("!NS to ring ^Friday 12 January 2027")
    assert taker.outcome is not None
    assert taker.outcome.message == "action A1; 12 January 2027 is a Tuesday, not a Friday"


def test_the_check_finds_each_of_them_with_its_place() -> None:
    taker = Taker()
    taker.do(
        "+The fair is on Friday 12 January 2027",
        "!NS to ring ^Friday 12 January 2027",
        "/details Next: Mon 7 June 2022",
    )
    found = [one for one in check(taker.meeting, HouseStyle()) if one.kind is FindingKind.DATE]
    assert [one.words for one in found] == ["", "Friday 12 January 2027", ""]
    assert found[0].message.startswith("the line “Next:”: 7 June 2022 is a Tuesday")
    assert "due “Friday 12 January 2027”" in found[2].message
