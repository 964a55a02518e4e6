"""When a paper says that its meeting is, where no line of its own tells it."""

from __future__ import annotations

import pytest

from tui.papers.agenda import read_agenda

ITEMS = "\n## Agenda\n- Releases\n- Accounts\n"


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        (
            "---\ntitle: 2018-04-24 Agenda\nmeeting_time: 2018-04-24T15:00:00Z\n---\n# Proposed agenda\n1. Review\n",
            "2018-04-24",
            "15:00",
        ),
        (
            "---\ntitle: Board\ndate: 2018-01-01\nmeetingDate: 2018-04-24\n---\n# Board\n" + ITEMS,
            "2018-04-24",
            None,
        ),
        (
            "# Meeting - September 6th, 2018\n\n**NOTE: Sorry for changing this once more, Monday turned out to be "
            "a bad day. This meeting is on Thursday at 9am PT**\n" + ITEMS,
            "2018-09-06",
            "09:00",
        ),
        (
            "Subject: Agenda for meeting on April 23, 2020\nFrom: a@x.example\nTo: b@x.example\n\nHi all,\n\n"
            "We will be meeting by Zoom at 1:00 p.m. on Thursday, April 23.\n" + ITEMS,
            "2020-04-23",
            "13:00",
        ),
        (
            "# Conference\nDate: 3-4 May 2024\n\n## Day 1 – 3 May, 9:00-17:00\n- Papers\n\n"
            "## Day 2 – 4 May, 10:00\n- End\n",
            "2024-05-03",
            "09:00",
        ),
    ],
)
def test_the_day_and_the_hour_of_a_meeting(text: str, day: str, hour: str | None) -> None:
    meeting = read_agenda(text, "a.md").meeting
    assert (str(meeting.date), meeting.start and f"{meeting.start:%H:%M}") == (day, hour)


def test_a_heading_over_time_and_place_is_no_item() -> None:
    text = "## Time and Location\n\nApril 14, 2009 meeting at 7:40 PM\n\n## Minutes\n\n## Reports\n"
    meeting = read_agenda(text, "a.md").meeting
    assert (str(meeting.date), str(meeting.start)) == ("2009-04-14", "19:40:00")


def test_an_end_that_another_line_of_the_same_day_tells_is_the_meetings() -> None:
    text = "# Guild\n\nTuesday 3 May 2022 at 18:30\n\nThe meeting is on 3 May 2022, 18:30-20:00.\n" + ITEMS
    meeting = read_agenda(text, "a.md").meeting
    assert str(meeting.end) == "20:00:00"


def test_the_second_at_which_a_page_was_published_is_no_hour() -> None:
    front = '+++\ntitle = "Exec meeting"\ndate = "2022-01-30T22:05:00Z"\n+++\n\nPresent: Josh, Harry, Ella\n\n'
    text = f"{front}### **LAN:**\n- Cables\n\n### **PUB:**\n- Quiz\n"
    meeting = read_agenda(text, "a.md").meeting
    assert (meeting.title, str(meeting.date), meeting.start) == ("Exec meeting", "2022-01-30", None)
    assert [section.heading.rstrip(":") for section in meeting.sections if section.level == 1] == ["LAN", "PUB"]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Spring 2020 Meeting #14 (Friday, 04/24, 2:00-3:00pm)", "2020-04-24"),
        ("Spring 2020 Meeting #12 (Friday, 04/10, 2:00-3:00pm)", "2020-04-10"),
        ("Tagesordnung 14.12.21", "2021-12-14"),
    ],
)
def test_a_day_in_figures_is_read_as_its_weekday_and_its_title_say(title: str, day: str) -> None:
    assert str(read_agenda(f"# {title}\n{ITEMS}", "a.md").meeting.date) == day


def test_a_month_that_can_only_stand_first_is_read_with_dashes_too() -> None:
    assert str(read_agenda(f"# Guild\n**Date:** 05-23-2025\n{ITEMS}", "a.md").meeting.date) == "2025-05-23"


def test_an_hour_that_is_once_said_to_be_in_the_afternoon_is() -> None:
    text = "Parish Council\nTuesday 4 June 2024 at 2.00\nLast time: 2.00 pm\n\n1. Welcome\n2. Bills\n"
    assert str(read_agenda(text, "a.txt").meeting.start) == "14:00:00"


def test_two_openers_in_one_line_are_the_first_item() -> None:
    text = "LIBRARY BOARD\nMonday, May 20, 2019\n7:00 p.m.\n\nCALL TO ORDER/ROLL CALL\n\nBILLS\n\nADJOURNMENT\n"
    assert read_agenda(text, "a.txt").meeting.sections[0].heading == "CALL TO ORDER/ROLL CALL"


def test_a_day_without_a_year_is_in_that_of_the_title() -> None:
    text = "Allotment Committee Agendas 2022\n\nWednesday 23rd March\n8pm at The Cavalier\n\n1. Plots\n2. Seeds\n"
    assert str(read_agenda(text, "a.txt").meeting.date) == "2022-03-23"


@pytest.mark.parametrize("said", ["2016-Apr-21 10:00", "2016 April 21, 10:00", "2016/Apr/21 at 10:00"])
def test_a_month_in_letters_may_stand_between_the_year_and_the_day(said: str) -> None:
    meeting = read_agenda(f"# Guild meeting - {said}\n{ITEMS}", "a.md").meeting
    assert (str(meeting.date), str(meeting.start)) == ("2016-04-21", "10:00:00")


def test_a_day_below_the_label_of_the_next_meeting_is_not_this_one() -> None:
    head = "# Guild\nMeeting on 27.10.2020\n\nNext meeting:\n01.11.2020, 14:30\n"
    assert str(read_agenda(f"{head}{ITEMS}", "a.md").meeting.date) == "2020-10-27"


def test_the_day_of_the_next_regular_meeting_is_not_this_one_unless_nothing_else_tells_one() -> None:
    following = "\nNext regular meeting: February 7, 2018\n"
    assert str(read_agenda(f"Guild, January 17, 2018\n{ITEMS}{following}", "a.txt").meeting.date) == "2018-01-17"
    assert str(read_agenda(f"Guild\n{following}{ITEMS}", "a.txt").meeting.date) == "2018-02-07"


def test_a_line_that_calls_the_meeting_goes_before_the_day_of_the_letter() -> None:
    head = "Hillfold Parish Council\nDate: 28 May 2024\n\n"
    called = "You are summoned to the meeting of the council on Tuesday 4 June 2024 at 7pm in the Village Hall.\n"
    meeting = read_agenda(f"{head}{called}{ITEMS}", "a.md").meeting
    assert (str(meeting.date), str(meeting.start)) == ("2024-06-04", "19:00:00")
    timed = read_agenda(f"{head.replace('2024', '2024, 18:00')}{called}{ITEMS}", "a.md").meeting
    assert str(timed.date) == "2024-05-28"


def test_the_hour_may_stand_in_the_title_alone() -> None:
    meeting = read_agenda(f"# Plot committee meeting, 7.30 pm\nDate: 4 June 2024\n{ITEMS}", "a.md").meeting
    assert str(meeting.start) == "19:30:00"


def test_a_day_of_the_title_is_in_the_year_that_the_paper_tells() -> None:
    head = "Saturday, May 11, 2013\nAgenda for the PTA meeting 15 May @ 7pm in the staffroom\n"
    head += "A meeting will be held on 15 May 2013\n"
    meeting = read_agenda(f"{head}{ITEMS}", "a.md").meeting
    assert (str(meeting.date), str(meeting.start)) == ("2013-05-15", "19:00:00")


@pytest.mark.parametrize(
    ("head", "start"),
    [
        (
            "# Conseil municipal\n\nLe vendredi 12 décembre 2025\n\n- Horaires\n\n  À 20h00\n\n- Lieu\n\n  Mairie\n",
            "20:00:00",
        ),
        ("# Verein\n12. Dezember 2025\nVersammlungszeit\n12.15 Uhr\nVersammlungsort\nMairie\n", "12:15:00"),
    ],
)
def test_bare_keys_of_the_head_tell_hour_and_place_in_the_line_below(head: str, start: str) -> None:
    meeting = read_agenda(f"{head}\n## Agenda\n1. Budget\n2. Travaux\n", "a.md").meeting
    assert (str(meeting.start), [words for _, words in meeting.header][-1]) == (start, "Mairie")
