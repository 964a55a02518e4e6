"""Times as they are said, corrected, kept by the meeting's own clock, and not made up."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.meeting.room import AT, Taker, parish
from tui.errors import Refused
from tui.meeting.capture.capture import enter
from tui.meeting.capture.said_times import part_time
from tui.meeting.history.journal import Journal
from tui.meeting.hours.moments import clock
from tui.meeting.hours.sessions import sessions_of
from tui.meeting.hours.zone import zone_of
from tui.meeting.model import Meeting

NEXT_MORNING = AT + timedelta(hours=14)


def noted(*lines: str, at: datetime = NEXT_MORNING, **fields: object) -> Meeting:
    """Key lines in at a moment, by default the morning after the meeting."""
    journal = Journal(meeting=parish(start=time(19, 30), **fields))
    for line in lines:
        journal = enter(journal, line, at).journal
    return journal.meeting


def last_words(meeting: Meeting) -> str:
    return max(meeting.entries, key=lambda entry: entry.id).text


@pytest.mark.parametrize(
    ("argument", "words", "moment"),
    [
        ("Ed Sim at 19:52", "Ed Sim", time(19, 52)),
        ("Ed Sim 19:52", "Ed Sim", time(19, 52)),
        ("Ed Sim, 19.52", "Ed Sim", time(19, 52)),
        ("Ed Sim at 8.15pm", "Ed Sim", time(20, 15)),
        ("Ed Sim at 8.15 p.m.", "Ed Sim", time(20, 15)),
        ("Ed Sim 8pm", "Ed Sim", time(20)),
        ("Ed Sim 2010 hrs", "Ed Sim", time(20, 10)),
        ("Ed Sim at 2010", "Ed Sim", time(20, 10)),
        ("Ed Sim at noon.", "Ed Sim", time(12)),
        ("Ed Sim um 20.10 Uhr", "Ed Sim", time(20, 10)),
        ("Ed Sim à 20h10", "Ed Sim", time(20, 10)),
        ("Ed Sim am 20:10", "Ed Sim", time(20, 10)),
        ("Ed Sim a las 20:10", "Ed Sim", time(20, 10)),
        ("Ed Sim, Treasurer (ES) at 19:52", "Ed Sim, Treasurer (ES)", time(19, 52)),
        ("Ed Sim", "Ed Sim", None),
        ("Ed Sim the 3rd", "Ed Sim the 3rd", None),
        ("19:30", "", time(19, 30)),
    ],
)
def test_a_time_ends_a_command_in_the_ways_people_write_it(argument: str, words: str, moment: time | None) -> None:
    assert part_time(argument) == (words, moment)


@pytest.mark.parametrize("argument", ["Ed Sim at 25:10", "Ed Sim at 13pm", "Ed Sim at 19:75"])
def test_a_time_that_there_is_not_is_refused(argument: str) -> None:
    with pytest.raises(Refused, match="not a time of day"):
        part_time(argument)


def test_a_time_said_is_kept_and_told_whenever_it_is_keyed() -> None:
    meeting = noted("/start 19:34", "/arrive Tom Orchard at 19:52", "/close 20:35")
    assert last_words(meeting) == "Tom Orchard arrived at 19:52 (from item 1)."
    assert [clock(meeting, one) for one in (meeting.started, meeting.closed)] == ["19:34", "20:35"]
    assert clock(meeting, meeting.person(8).arrived) == "19:52"


def test_a_time_said_again_corrects_it_and_its_event() -> None:
    lines = ("/start 19:34", "/arrive Tom Orchard at 19:52", "/leave GP at 20:10", "/close 20:35")
    meeting = noted(*lines, "/start 19:40", "/arrive Tom Orchard at 19:55", "/leave GP at 20:20", "/close 20:45")
    assert [entry.text for entry in meeting.entries] == [
        "Tom Orchard arrived at 19:55 (from item 1).",
        "Gwen Pike left at 20:20 (during item 1).",
    ]
    assert [clock(meeting, one) for one in (meeting.started, meeting.closed)] == ["19:40", "20:45"]
    assert clock(meeting, meeting.person(6).left) == "20:20"


def test_notes_keyed_the_next_morning_tell_no_time_that_nobody_gave() -> None:
    meeting = noted("/start", "/arrive Tom Orchard", "/leave GP", "/close")
    assert [entry.text for entry in meeting.entries] == [
        "Tom Orchard arrived (from item 1).",
        "Gwen Pike left (during item 1).",
    ]
    assert meeting.closed == NEXT_MORNING
    assert not any(clock(meeting, one) for one in (meeting.started, meeting.closed, meeting.person(8).arrived))


def test_after_midnight_an_evening_meeting_still_goes_on() -> None:
    night = AT.replace(day=11, hour=0, minute=20)
    meeting = noted("/close 0:20")
    assert clock(meeting, meeting.closed) == "00:20"
    assert meeting.closed == night
    assert "left at 00:20" in last_words(noted("/start 19:30", "/leave GP", at=night))


def test_an_hour_without_its_half_is_one_that_the_meeting_may_have_had() -> None:
    meeting = noted("/start 7.34", "/close 8.35")
    assert [clock(meeting, one) for one in (meeting.started, meeting.closed)] == ["19:34", "20:35"]


def test_times_are_by_the_meetings_own_clock_wherever_they_are_told() -> None:
    meeting = noted("/start 19:34", at=NEXT_MORNING.replace(tzinfo=UTC), zone="America/New_York")
    assert str(meeting.started) == "2022-05-10 19:34:00-04:00"
    live = noted("/start", at=datetime(2022, 5, 10, 23, 34, tzinfo=UTC), zone="America/New_York")
    assert clock(live, live.started) == "19:34"


@pytest.mark.parametrize("key", ["Zone", "Time zone"])
def test_the_header_may_name_another_zone_than_the_machines(key: str) -> None:
    assert str(zone_of(parish(header=((key, "Europe/Berlin"),), zone="Europe/London"))) == "Europe/Berlin"
    assert str(zone_of(parish(header=((key, "nowhere"),), zone="Europe/London"))) == "Europe/London"
    assert zone_of(parish()) is None


def test_a_meeting_of_several_days_has_sessions_with_hours_and_chairs() -> None:
    meeting = noted(
        "/start 19:34",
        "/adjourn 21:10 until Thursday",
        "/resume 19:30, chair Gwen Pike",
        "/leave TP at 19:50",
        "/close 20:35",
    )
    first, second = sessions_of(meeting)
    assert (first.day, first.began, first.ended) == (
        date(2022, 5, 10),
        AT.replace(minute=34),
        AT.replace(hour=21, minute=10),
    )
    assert (first.chair, second.chair) == ("Cllr Maureen Tidy", "Gwen Pike")
    thursday = AT.replace(day=12)
    assert (second.day, second.began, second.ended) == (
        thursday.date(),
        thursday.replace(minute=30),
        thursday.replace(hour=20, minute=35),
    )
    assert [entry.text for entry in meeting.entries[:2]] == [
        "The meeting adjourned at 21:10 until Thursday.",
        "The meeting resumed on Thursday 12 May 2022 at 19:30, Gwen Pike in the chair.",
    ]
    assert clock(meeting, meeting.person(7).left) == "19:50"


@pytest.mark.parametrize(
    ("language", "adjourn", "resume"),
    [
        ("de", "/adjourn 21 Uhr bis Donnerstag", "/resume um 9:30, Vorsitz: Gwen Pike"),
        ("fr", "/adjourn à 21h00 jusqu'à jeudi", "/resume à 9h30, présidence de Gwen Pike"),
        ("es", "/adjourn a las 21:00 hasta el jueves", "/resume a las 9:30, preside Gwen Pike"),
        ("cy", "/adjourn am 21:00 tan ddydd Iau", "/resume am 9:30, cadeirydd Gwen Pike"),
    ],
)
def test_an_adjournment_is_said_in_the_meetings_language(language: str, adjourn: str, resume: str) -> None:
    meeting = noted("/start 19:30", adjourn, resume, language=language)
    first, second = sessions_of(meeting)
    assert (first.ended and first.ended.time(), second.day.weekday(), second.chair) == (time(21), 3, "Gwen Pike")
    assert second.began
    assert second.began.time() == time(9, 30)


def test_in_german_the_verb_of_an_adjournment_stands_at_the_end() -> None:
    meeting = noted("/start 19:30", "/adjourn 21 Uhr bis Donnerstag", language="de")
    assert last_words(meeting) == "Die Sitzung wurde um 21:00 Uhr bis Donnerstag unterbrochen."


@pytest.mark.parametrize("span", ["for ten minutes", "für zehn Minuten", "pendant dix minutes", "durante diez minutos"])
def test_a_pause_is_no_other_day(span: str) -> None:
    meeting = noted("/start 19:30", f"/adjourn 20:00 {span}", "/resume 20:10")
    assert [one.day for one in sessions_of(meeting)] == [meeting.date] * 2
    assert span in meeting.entries[0].text


def test_a_meeting_called_for_several_days_goes_on_the_next_morning() -> None:
    last = AT.date() + timedelta(days=1)
    meeting = noted("/start 19:30", "/adjourn 21:00", "/resume 9:30", "/close 12:00", last_date=last)
    first, second = sessions_of(meeting)
    assert (second.day, second.began and second.began.time()) == (last, time(9, 30))
    assert second.ended == datetime.combine(last, time(12), second.began.tzinfo if second.began else None)
    assert first.ended
    assert first.ended.date() == AT.date()
    same = noted("/start 19:30", "/adjourn 20:00", "/resume 8.15pm", "/adjourn 21:00", last_date=last)
    assert [one.day for one in sessions_of(same)] == [AT.date()] * 2
    unbroken = noted("/start 19:30", "/close 12:00", last_date=last)
    assert unbroken.closed
    assert unbroken.closed.date() == last


def test_going_on_live_on_a_later_day_needs_no_day_said() -> None:
    last = AT.date() + timedelta(days=1)
    journal = Journal(meeting=parish(start=time(19, 30), last_date=last))
    for line, at in (("/start", AT), ("/adjourn", AT + timedelta(hours=1)), ("/resume", NEXT_MORNING)):
        journal = enter(journal, line, at).journal
    assert sessions_of(journal.meeting)[-1].began == NEXT_MORNING


def test_a_break_of_the_same_day_is_told_and_corrected() -> None:
    meeting = noted("/start 19:34", "/adjourn for ten minutes", "/adjourn 20:10", "/resume 20:20", "/resume 20:25")
    assert [entry.text for entry in meeting.entries] == [
        "The meeting adjourned at 20:10 for ten minutes.",
        "The meeting resumed at 20:25.",
    ]
    assert [(one.began, one.ended) for one in sessions_of(meeting)] == [
        (AT.replace(minute=34), AT.replace(hour=20, minute=10)),
        (AT.replace(hour=20, minute=25), None),
    ]


@pytest.mark.parametrize(
    ("lines", "line", "reason"),
    [
        ((), "/resume", "not adjourned"),
        (("/adjourn",), "/adjourn", "adjourned already"),
        (("/adjourn", "/resume"), "/resume", "resumed"),
        (("/close",), "/adjourn", "was closed"),
        (("/adjourn",), "/resume gladly", "is no day"),
        ((), "/adjourn gladly", "nothing but a time"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(lines: tuple[str, ...], line: str, reason: str) -> None:
    taker = Taker()
    taker.do(*lines)
    assert reason in taker.refusal(line)
