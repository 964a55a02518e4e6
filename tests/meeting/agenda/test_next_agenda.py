"""What the next meeting of a series takes over from the one before it, and when it is."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.book.strategies import meetings
from tui.meeting.actions.brought_forward import bring_forward
from tui.meeting.agenda.next_agenda import days_left, is_next_day, next_agenda, next_day
from tui.meeting.agenda.retitle import redated
from tui.meeting.capture.capture import enter
from tui.meeting.dates.written_dates import long_date, said_date
from tui.meeting.history.journal import Journal
from tui.meeting.model import Group, Meeting, Presence, SectionState
from tui.papers.agenda import read_agenda

AT = datetime(2019, 7, 30, 10, 0)
JULY, AUGUST, SEPTEMBER = date(2019, 7, 30), date(2019, 8, 27), date(2019, 9, 24)
AGENDA = """# Harbour Board July 2019

Date: Tuesday 30 July 2019 10:00–12:00
Chair: Ann Lee
Minutes: Bo Oake
Venue: Boat House
Series: Harbour Board
Repeats: last Tuesday of the month
Quorum: 3
Next: Tuesday 27 August 2019 14:30
Papers by: 22 July 2019
Status: draft
Members of the public: 12

## Attendance
- Ann Lee, Harbour Master (HM)
- Bo Oake, Treasurer (TR)
## Apologies
- Inspector Cy Day, Pilot (PI)
## Guests
- Dee Ray, Architect
## Observers
- Gus Hall

## Agenda
1. Minutes of the meeting held on Tuesday 25th June 2019
2. Matters arising
3. Moorings (HM, 20 min)
   3.1 Fees
   3.2 Staff
       a) Rotas
4. Date of the next meeting: 27 August 2019
"""


def agenda(text: str = AGENDA) -> Meeting:
    return read_agenda(text, "a.md").meeting


def keyed(meeting: Meeting, *lines: str) -> Meeting:
    journal = Journal(meeting=meeting)
    for line in lines:
        journal = enter(journal, line, AT).journal
    return journal.meeting


def follow(meeting: Meeting, day: date = AUGUST) -> Meeting:
    return next_agenda(meeting, day, "f" * 32)


HELD = keyed(
    bring_forward(agenda(), [], AT),
    "/start", "+Welcome", "/go 3.1", "/restrict", "/defer", "/skip", "/arrive Eve Fox, Diver", "/apologies Bo Oake",
    "/leave Dee Ray", "!HM to dredge", "/go 2", "/close",
)  # fmt: skip


def test_sections_come_again_as_they_were_printed_and_unreached() -> None:
    made = follow(HELD)
    assert [(s.level, s.number, s.heading, s.presenter, s.minutes, s.restricted) for s in made.sections] == [
        (1, "1.", "Minutes of the meeting held on Tuesday 30th July 2019", "", None, False),
        (1, "2.", "Matters arising", "", None, False),
        (1, "3.", "Moorings", "HM", 20, False),
        (2, "3.1", "Fees", "", None, True),
        (2, "3.2", "Staff", "", None, False),
        (3, "a)", "Rotas", "", None, False),
        (1, "4.", "Date of the next meeting: 24 September 2019", "", None, False),
    ]
    states = [(s.state, s.reached) for s in made.sections]
    assert states == [(SectionState.CURRENT, 1)] + [(SectionState.UNREACHED, None)] * 6
    assert (made.entries, made.started, made.closed, made.public, made.touched) == ((), None, None, None, ())


def test_subsections_of_actions_brought_forward_are_left_to_be_made_anew() -> None:
    august = bring_forward(follow(HELD), [HELD], AT)
    august = keyed(august, "/go 2.1", "/subsection Below it", "/section Beside it")
    september = follow(august, SEPTEMBER)
    assert [(s.level, s.heading) for s in september.sections][1:5] == [
        (1, "Matters arising"),
        (2, "Below it"),
        (2, "Beside it"),
        (1, "Moorings"),
    ]
    again = bring_forward(september, [HELD, august], AT)
    assert [s.brought_from.title for s in again.sections if s.brought_from] == ["Harbour Board July 2019"]


def test_everybody_is_expected_again_but_visitors() -> None:
    made = follow(HELD)
    assert [(p.id, p.name, p.capacity, p.abbreviation, p.group) for p in made.people] == [
        (1, "Ann Lee", "Harbour Master", "HM", Group.MEMBER),
        (2, "Bo Oake", "Treasurer", "TR", Group.MEMBER),
        (3, "Inspector Cy Day", "Pilot", "PI", Group.MEMBER),
        (4, "Dee Ray", "Architect", "", Group.GUEST),
        (5, "Gus Hall", "", "", Group.OBSERVER),
    ]
    assert {p.presence for p in made.people} == {Presence.PRESENT}
    assert {(p.arrived, p.arrived_in, p.left, p.left_in, p.only_in) for p in made.people} == {(None,) * 5}


def test_lines_of_the_head_stay_but_those_of_one_meeting() -> None:
    assert follow(HELD).header == (
        ("Date", "Tuesday 27 August 2019 14:30"),
        ("Chair", "Ann Lee"),
        ("Minutes", "Bo Oake"),
        ("Venue", "Boat House"),
        ("Series", "Harbour Board"),
        ("Repeats", "last Tuesday of the month"),
        ("Quorum", "3"),
    )


def test_the_hours_are_those_of_the_line_on_the_next_meeting_for_its_own_day_only() -> None:
    made = follow(HELD)
    assert (made.date, made.start, made.end) == (AUGUST, time(14, 30), None)
    made = follow(HELD, date(2019, 8, 28))
    assert (made.date, made.start, made.end) == (date(2019, 8, 28), time(10), time(12))
    assert made.said("Date") == "Wednesday 28 August 2019 10:00–12:00"


def test_a_meeting_has_its_own_id_and_title() -> None:
    made = follow(HELD)
    assert (made.id, made.title) == ("f" * 32, "Harbour Board August 2019")
    assert follow(agenda("# Board\nDate: 30 July 2019\n1. Quays\n")).title == "Board"


@given(meetings(), st.dates())
def test_any_meeting_can_be_followed_on_any_day(meeting: Meeting, day: date) -> None:
    made = follow(meeting, day)
    own = [s for s in meeting.sections if s.brought_from is None]
    assert [(s.number, s.restricted) for s in made.sections] == [(s.number, s.restricted) for s in own]
    assert all(s.level >= 1 and s.brought_from is None for s in made.sections)
    assert (made.date, made.entries) == (day, ())
    assert len(made.people) <= len(meeting.people)


@pytest.mark.parametrize(
    ("head", "wanted", "by"),
    [
        ("Repeats: last Tuesday of the month", date(2019, 8, 27), "last Tuesday of the month"),
        ("Repeats: every second Thursday", date(2019, 8, 15), "every second Thursday"),
        ("Repeats: second Thursday of the month", date(2019, 8, 8), "second Thursday of the month"),
        ("Repeats: fortnightly", date(2019, 8, 13), "fortnightly"),
        ("Repeats: every Tuesday", date(2019, 8, 6), "every Tuesday"),
        ("Repeats: quarterly", date(2019, 10, 30), "quarterly"),
        ("Repeats: monthly", date(2019, 8, 30), "monthly"),
        ("Repeats: RRULE:FREQ=MONTHLY;BYDAY=-1TU", date(2019, 8, 27), "RRULE:FREQ=MONTHLY;BYDAY=-1TU"),
        ("Repeats: FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", date(2019, 8, 15), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("Repeats: RRULE:FREQ=MONTHLY;BYMONTHDAY=15", date(2019, 8, 15), "RRULE:FREQ=MONTHLY;BYMONTHDAY=15"),
        (
            "Repeats: RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            date(2019, 7, 31),
            "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        ),
        ("Repeats: RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=2WE", date(2020, 5, 13), "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=2WE"),
        ("Next: Local matters, 24 September 2019", date(2019, 9, 24), "Local matters, 24 September 2019"),
        ("Next: 3 September\nRepeats: last Tuesday of the month", date(2019, 9, 3), "3 September"),
        ("Next: 27 August\nRepeats: last Tuesday of the month", date(2019, 8, 27), "last Tuesday of the month"),
        ("Next: to be told\nRepeats: last Tuesday of the month", date(2019, 8, 27), "last Tuesday of the month"),
    ],
)
def test_the_next_day_is_that_of_the_recurrence_or_of_the_line_on_the_next_meeting(
    head: str, wanted: date, by: str
) -> None:
    found = next_day(agenda(f"# Board\nDate: 30 July 2019\n{head}\n\n1. Quays\n"))
    assert found is not None
    assert (found.date, found.by) == (wanted, by)


@pytest.mark.parametrize(
    ("held", "previous", "wanted"),
    [
        (date(2019, 8, 20), None, AUGUST),
        (date(2019, 8, 20), JULY, SEPTEMBER),
        (date(2019, 8, 5), JULY, AUGUST),
        (date(2019, 8, 20), date(2019, 6, 25), AUGUST),
        (AUGUST, JULY, SEPTEMBER),
        (date(2019, 9, 3), JULY, SEPTEMBER),
    ],
)
def test_a_meeting_held_early_stands_for_its_regular_day(held: date, previous: date | None, wanted: date) -> None:
    head = f"# Board\nDate: {said_date(held)}\nRepeats: last Tuesday of the month\n\n1. Quays\n"
    found = next_day(agenda(head), previous)
    assert found is not None
    assert found.date == wanted


@pytest.mark.parametrize("head", ["", "Repeats: whenever it suits", "Repeats: RRULE:FREQ=DAILY;UNTIL=20190701"])
def test_where_nothing_tells_there_is_no_next_day(head: str) -> None:
    assert next_day(agenda(f"# Board\nDate: 30 July 2019\n{head}\n\n1. Quays\n")) is None


@pytest.mark.parametrize(
    ("held", "is_next"),
    [
        (date(2019, 8, 1), True),
        (AUGUST, True),
        (date(2019, 9, 3), True),
        (date(2019, 9, 20), False),
        (SEPTEMBER, False),
        (date(2019, 10, 29), False),
    ],
)
def test_a_meeting_held_early_or_a_little_late_is_the_one_that_was_expected(held: date, is_next: bool) -> None:
    assert is_next_day(agenda(), AUGUST, held) is is_next


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Board July 2019", "Board August 2019"),
        ("BOARD JULY 2019", "BOARD AUGUST 2019"),
        ("Board, July", "Board, August"),
        ("Board (Jul 2019)", "Board (Aug 2019)"),
        ("Board 2019", "Board 2019"),
        ("Board – Tuesday 30th July 2019", "Board – Tuesday 27th August 2019"),
        ("Board Tue, 30 July", "Board Tue, 27 August"),
        ("Board 30/07/2019", "Board 27/08/2019"),
        ("Board 30.7.2019", "Board 27.8.2019"),
        ("Board 2019-07-30", "Board 2019-08-27"),
        ("Board on the 30th of July 2019", "Board on the 27th of August 2019"),
        ("Board June 2019 and July 2018", "Board June 2019 and July 2018"),
        ("Board 2018/2019", "Board 2018/2019"),
        ("Board of 29 July 2019", "Board of 29 July 2019"),
        ("[/] [[Sparrow]] \u202e July 2019", "[/] [[Sparrow]] \u202e August 2019"),
        ("What july may bring", "What july may bring"),
        ("", ""),
    ],
)
def test_a_title_tells_the_new_date_as_it_told_the_old_one(title: str, wanted: str) -> None:
    assert redated(title, {JULY: AUGUST}, vague=True) == wanted


def test_a_year_alone_is_told_anew_only_where_it_is_another() -> None:
    assert redated("Board 2019", {JULY: date(2020, 1, 28)}, vague=True) == "Board 2020"
    assert redated("Board 2018", {JULY: date(2020, 1, 28)}, vague=True) == "Board 2018"


def test_a_heading_is_left_alone_but_for_whole_dates() -> None:
    assert redated("The July 2019 regatta of 2019", {JULY: AUGUST}) == "The July 2019 regatta of 2019"
    assert redated("Regatta on 30 July", {JULY: AUGUST}) == "Regatta on 30 July"


DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(DAYS, DAYS, st.sampled_from([said_date, long_date, date.isoformat, lambda day: f"{day:%d/%m/%Y}"]))
def test_a_date_becomes_the_new_one_in_its_own_form_and_back(old: date, new: date, form: object) -> None:
    assert callable(form)
    text = f"Minutes of {form(old)}."
    assert redated(text, {old: new}) == f"Minutes of {form(new)}."
    assert redated(redated(text, {old: new}), {new: old}) == text


@pytest.mark.parametrize(
    ("title", "old", "new", "wanted"),
    [
        ("Q4 2026 Review", date(2026, 12, 8), date(2027, 3, 9), "Q1 2027 Review"),
        ("Q4 2027 Review", date(2027, 12, 8), date(2028, 3, 9), "Q1 2028 Review"),
        ("Review of Q2/2026", date(2026, 7, 8), date(2026, 10, 9), "Review of Q3/2026"),
        ("Third quarter 2026", date(2026, 9, 8), date(2026, 12, 9), "Fourth quarter 2026"),
        ("4th quarter of 2026", date(2026, 12, 8), date(2027, 3, 9), "1st quarter of 2027"),
        ("Bericht 4. Quartal 2026", date(2026, 12, 8), date(2027, 3, 9), "Bericht 1. Quartal 2027"),
        ("Sitzung Dezember 2026", date(2026, 12, 8), date(2027, 1, 12), "Sitzung Januar 2027"),
        (
            "Sitzung am Dienstag, 8. Dezember 2026",
            date(2026, 12, 8),
            date(2027, 1, 13),
            "Sitzung am Mittwoch, 13. Januar 2027",
        ),
        ("Conseil du 1er décembre 2026", date(2026, 12, 1), date(2027, 1, 12), "Conseil du 12 janvier 2027"),
        ("Junta del 8 de diciembre de 2026", date(2026, 12, 8), date(2027, 1, 12), "Junta del 12 de enero de 2027"),
        ("Cyfarfod Rhagfyr 2026", date(2026, 12, 8), date(2027, 1, 12), "Cyfarfod Ionawr 2027"),
        ("Board 8 Dec", date(2026, 12, 8), date(2027, 1, 12), "Board 12 Jan"),
    ],
)
def test_a_title_tells_the_new_day_in_its_own_language_and_by_quarters(
    title: str, old: date, new: date, wanted: str
) -> None:
    assert redated(title, {old: new}, vague=True) == wanted


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("Minutes of 10 November", "Minutes of 8 December"),
        ("Minutes of the meeting of Tuesday 10 November 2026", "Minutes of the meeting of Tuesday 8 December 2026"),
        ("Minutes of the November meeting", "Minutes of the December meeting"),
        ("Minutes of November 2026", "Minutes of December 2026"),
        ("Protokoll vom 10. November 2026", "Protokoll vom 8. Dezember 2026"),
        ("Accounts for November 2026", "Accounts for December 2026"),
        ("Report for January 2027", "Report for February 2027"),
        ("December report", "January report"),
        ("Budget 2027", "Budget 2027"),
        ("The May Fair", "The May Fair"),
        ("Visit on 3 May 2027", "Visit on 3 May 2027"),
        ("Old Year Night 31 December", "Old Year Night 31 December"),
    ],
)
def test_a_heading_tells_the_minutes_and_the_month_of_the_next_time(heading: str, wanted: str) -> None:
    earlier = agenda(f"# Board\nDate: 8 December 2026\n1. {heading}\n")
    assert next_agenda(earlier, date(2027, 1, 12), "f" * 32).sections[0].heading == wanted


def test_what_still_tells_a_day_gone_by_is_named() -> None:
    earlier = agenda(
        "# Board\nDate: 8 December 2026\n1. Old Year Night 31 December\n2. Lights of 3 May 2029\n3. Quays\n"
    )
    made = next_agenda(earlier, date(2027, 1, 12), "f" * 32)
    assert days_left(earlier, made) == ("Old Year Night 31 December",)
