"""A line that tells the day: what it says beside the day is printed, or the doubt is said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tui.meeting.hours.zone import wall_clock, zone_said
from tui.notes.render import render
from tui.papers.agenda import read_agenda
from tui.papers.draft import Draft

PAPER = "# Board\n\nDate: {}\n\n## Attendance\n- Ann Lee (AL)\n\n## Agenda\n1. Quays\n"


def drafted(said: str) -> Draft:
    return read_agenda(PAPER.format(said), "a.md")


def printed(said: str) -> str:
    notes = render(drafted(said).meeting, style="narrative", fmt="txt", version="internal")
    return next(line for line in notes.splitlines() if line.startswith("Date:"))


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("8-9 December 2026", "Date: Tuesday 8th December 2026 – Wednesday 9th December 2026"),
        ("8, 9 and 10 December 2026", "Date: Tuesday 8th December 2026 – Thursday 10th December 2026"),
        ("30 November – 1 December 2026 10:00", "Date: Monday 30th November 2026 – Tuesday 1st December 2026 @ 10:00"),
        ("Tuesday 8 December 2026 16:00 UTC", "Date: Tuesday 8th December 2026 @ 16:00 UTC"),
        ("8 December 2026, 4 pm - 5.30 pm (UTC+2)", "Date: Tuesday 8th December 2026 @ 16:00 to 17:30 UTC+2"),
        ("8 December 2026 10:00 am Pacific Time", "Date: Tuesday 8th December 2026 @ 10:00 Pacific Time"),
        ("2026-12-08T16:00+01:00", "Date: Tuesday 8th December 2026 @ 16:00 +01:00"),
        ("8 December 2026 18:30 Europe/Berlin", "Date: Tuesday 8th December 2026 @ 18:30 Europe/Berlin"),
    ],
)
def test_days_hours_and_zone_are_printed(said: str, line: str) -> None:
    assert printed(said) == line
    assert drafted(said).warnings == ()


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("8 December 2026 to be confirmed", "to be confirmed"),
        ("8 December 2026 10:00 and 14:00", "and 14:00"),
        ("8 December 2026 16:00 UTC / 17:00 CET", "/ 17:00 CET"),
        ("Tue 8 Dec 2026, 10-12", "10-12"),
        ("every Tuesday from 8 December 2026", "every Tuesday from"),
    ],
)
def test_what_is_not_printed_is_said(said: str, left: str) -> None:
    warnings = drafted(said).warnings
    assert warnings == (f"a.md:3: “{left}” of the line Date: is kept and not printed; say it in a line of its own",)


def test_the_times_of_the_meeting_are_by_the_zone_that_its_line_says() -> None:
    meeting = drafted("8 December 2026 16:00 UTC+2").meeting
    assert zone_said(meeting) == "UTC+2"
    shown = wall_clock(meeting, datetime(2026, 12, 8, 14, 5, tzinfo=UTC))
    assert (shown.hour, shown.utcoffset()) == (16, timedelta(hours=2))
    assert meeting.date == date(2026, 12, 8)
