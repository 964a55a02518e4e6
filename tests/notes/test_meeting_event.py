"""A meeting as an event of a calendar: identity, sequence, zone, hours, place and items."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
from msgspec.structs import replace

from tests.commands.command_line import minutebook, new_meeting
from tests.meeting.room import parish
from tui.meeting.model import Meeting, Section
from tui.notes.meeting_event import MeetingRevision, following, meeting_calendar


def event(meeting: Meeting, revision: int = 0) -> Any:
    page = meeting_calendar(MeetingRevision(meeting=meeting, revision=revision))
    (found,) = events_of(page)
    return found


def events_of(page: str) -> Any:
    return icalendar.Calendar.from_ical(page).walk("VEVENT")


def test_it_has_the_hours_in_the_meetings_own_zone_with_the_zones_rules() -> None:
    meeting = parish(start=time(19, 30), end=time(21), zone="Europe/London", header=(("Venue", "Old Chapel"),))
    made = event(meeting, 7)
    assert made["uid"] == f"{meeting.id}@minutebook"
    assert (made["sequence"], made["location"], made["summary"]) == (7, "Old Chapel", "Parish Council May 2022")
    assert made.decoded("dtstart") == datetime(2022, 5, 10, 19, 30, tzinfo=ZoneInfo("Europe/London"))
    assert made.decoded("dtend") - made.decoded("dtstart") == timedelta(minutes=90)
    assert "BEGIN:VTIMEZONE" in meeting_calendar(MeetingRevision(meeting=meeting, revision=0))


def test_the_zone_of_the_date_line_is_taken_and_the_length_follows_from_the_minutes() -> None:
    header = (("Date", "10 May 2022 19:30 UTC+2"),)
    made = event(parish(start=time(19, 30), header=header, sections=(Section(id=1, heading="A", minutes=45),)))
    assert made.decoded("dtstart") == datetime(2022, 5, 10, 17, 30, tzinfo=ZoneInfo("UTC"))
    assert made.decoded("duration") == timedelta(minutes=45)


def test_days_without_hours_are_whole_days() -> None:
    made = event(parish(last_date=date(2022, 5, 12)))
    assert (made.decoded("dtstart"), made.decoded("dtend")) == (date(2022, 5, 10), date(2022, 5, 13))


def test_its_items_are_told_but_for_what_is_restricted() -> None:
    sections = (
        Section(id=1, heading="Lanes", number="1"),
        Section(id=2, heading="The debt", number="2", restricted=True),
    )
    assert event(parish(sections=sections))["description"] == "1 Lanes"


def test_the_meeting_after_it_follows_where_the_series_tells_it() -> None:
    one = MeetingRevision(meeting=parish(), revision=0)
    after = following(one)
    assert after is not None
    assert after.meeting.date == date(2022, 6, 14)
    assert after.meeting.id != one.meeting.id
    assert following(replace(one, meeting=parish(header=()))) is None


def test_it_is_printed_and_grows_in_sequence_with_each_change(tmp_path: Path) -> None:
    path = new_meeting(tmp_path)
    first = minutebook(tmp_path, "render", "--format", "ics").out
    minutebook(tmp_path, "details", "--venue", "Boathouse")
    second = minutebook(tmp_path, "render", path.stem, "-o", tmp_path / "x.ics")
    assert second.status == 0, second.err
    now = events_of((tmp_path / "x.ics").read_text(encoding="utf-8"))[0]
    before = events_of(first)[0]
    assert (now["uid"], now["sequence"] > before["sequence"]) == (before["uid"], True)
    assert now["location"] == "Boathouse"


def test_a_calendar_of_actions_has_their_due_days_and_the_meetings_to_come_as_events(tmp_path: Path) -> None:
    new_meeting(tmp_path)
    minutebook(tmp_path, "capture", stdin="!HM to paint the buoy ^10 May 2024\n!TR to pay\n")
    page = minutebook(tmp_path, "actions", "--format", "ics").out
    events = events_of(page)
    assert [str(one["summary"]) for one in events] == ["HM: HM to paint the buoy"]
    assert events[0].decoded("dtstart") == date(2024, 5, 10)
    assert "VEVENT" not in minutebook(tmp_path, "actions", "--format", "ics", "--no-events").out
