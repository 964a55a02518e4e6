"""Agendas as clerks write them: the head, the people, what is wrong with them."""

from __future__ import annotations

from datetime import date, time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tui.errors import BadInput
from tui.meeting.model import Group, Meeting, Presence, SectionState
from tui.papers.agenda import read_agenda
from tui.papers.draft import Draft

HEAD = "# Panel\nDate: 3 March 2020\n"


def read(text: str) -> Meeting:
    return read_agenda(text, "a.md").meeting


def refusal(text: str, **options: date) -> str:
    with pytest.raises(BadInput) as raised:
        read_agenda(text, "a.md", **options)
    return str(raised.value)


def warnings(text: str) -> tuple[str, ...]:
    return read_agenda(text, "a.md").warnings


PARISH = """\
# Little Wenham Parish Council

Notice of the Ordinary Meeting

Date: Tuesday 3rd March 2020
Time: 7.30 pm
Venue: Village Hall,
12 High Street

## Councillors present
1. Cllr A. Smith (Chair)
2. Cllr B. Jones MBE, Vice-Chair

## In attendance
- Jane Doe, Clerk and RFO (JD)
- Two members of the public

## Apologies
None received.

## AGENDA
107/20 To receive apologies for absence
108/20 Public participation – members of the public may speak for 3 minutes each (15 min)
109/20 Planning
   a) 20/00123/FUL – 3 Church Lane
   b) 20/00124/HSE – The Old Forge
110/20 2019/20 accounts
111/20 Date of next meeting: 7 April 2020
"""


def test_a_parish_councils_agenda_is_read_whole() -> None:
    outcome = read_agenda(PARISH, "a.md")
    meeting = outcome.meeting
    assert (meeting.title, meeting.date, meeting.start) == (
        "Little Wenham Parish Council",
        date(2020, 3, 3),
        time(19, 30),
    )
    assert meeting.said("Venue") == "Village Hall, 12 High Street"
    assert meeting.public == 2
    assert [(p.name, p.capacity, p.group) for p in meeting.people] == [
        ("Cllr A. Smith", "Chair", Group.MEMBER),
        ("Cllr B. Jones MBE", "Vice-Chair", Group.MEMBER),
        ("Jane Doe", "Clerk and RFO", Group.IN_ATTENDANCE),
    ]
    assert [(s.level, s.number, s.heading, s.minutes) for s in meeting.sections] == [
        (1, "107/20", "To receive apologies for absence", None),
        (1, "108/20", "Public participation – members of the public may speak for 3 minutes each", 15),
        (1, "109/20", "Planning", None),
        (2, "a)", "20/00123/FUL – 3 Church Lane", None),
        (2, "b)", "20/00124/HSE – The Old Forge", None),
        (1, "110/20", "2019/20 accounts", None),
        (1, "111/20", "Date of next meeting: 7 April 2020", None),
    ]
    assert [w.partition(" ")[0] for w in outcome.warnings] == ["a.md:3:"]


GOVERNORS = """\
AGENDA

Full Governing Body – Summer Term

Date and Time: Wed 10 June 2020, 18:00–20:00
Join: https://meet.example/j/123?pwd=a:b
Chair: Ann Lee
Present: Ann Lee (Chair), Bo Oake, Cy Pugh
Apologies: None
In attendance: Dee Ray, Headteacher; Ed Sim, Business Manager (SBM)

Item 1: Welcome
Item 2: 2019 accounts
Item 3 – 12 month review (Head, 10 min)
Item 10: AOB
"""


def test_a_school_governors_agenda_without_any_markdown_is_read_whole() -> None:
    meeting = read(GOVERNORS)
    assert meeting.title == "Full Governing Body – Summer Term"
    assert (meeting.date, meeting.start, meeting.end) == (date(2020, 6, 10), time(18), time(20))
    assert meeting.said("Date") == "Wed 10 June 2020, 18:00–20:00"
    assert meeting.said("Join") == "https://meet.example/j/123?pwd=a:b"
    assert [p.name for p in meeting.people] == ["Ann Lee", "Bo Oake", "Cy Pugh", "Dee Ray", "Ed Sim"]
    assert [(s.number, s.heading) for s in meeting.sections] == [
        ("1", "Welcome"),
        ("2", "2019 accounts"),
        ("3", "12 month review"),
        ("10", "AOB"),
    ]


def test_a_working_groups_agenda_is_read_whole() -> None:
    meeting = read(
        "# Layout WG\nDate: 2020-06-10T15:00\nScribe: Bo\nRegrets: Ann, Cy Pugh\n\n## Agenda\n"
        "* Agenda review\n* grid issues\n** #12: gaps [10 min]\n* AOB\n"
    )
    assert meeting.start == time(15)
    assert [(p.name, p.presence) for p in meeting.people] == [
        ("Ann", Presence.APOLOGIES),
        ("Cy Pugh", Presence.APOLOGIES),
    ]
    assert [(s.level, s.heading, s.minutes) for s in meeting.sections] == [
        (1, "Agenda review", None),
        (1, "grid issues", None),
        (2, "#12: gaps", 10),
        (1, "AOB", None),
    ]


def test_what_word_processors_leave_does_no_harm() -> None:
    meeting = read(
        "\ufeff# **The “smart” meet\u00ading**  \r\n\r\nDate:\t27\u00a0August 2019\t10:00\r\nVenue : Hall  \r\n"
        "## Attendance ##\r\n\u2022\tAnn Lee\tChair\r\n## Agenda\r\n"
        "1.\tApo\u00adlogies\u00a0and\u200b welcome  \r\n–\tReports\u2028of officers\r\n**3. Any\vbusiness**\r\n"
    )
    assert meeting.title == "The “smart” meeting"
    assert (meeting.date, meeting.start, meeting.said("Venue")) == (date(2019, 8, 27), time(10), "Hall")
    assert [(p.name, p.capacity) for p in meeting.people] == [("Ann Lee", "Chair")]
    assert [(s.number, s.heading) for s in meeting.sections] == [
        ("1.", "Apologies and welcome"),
        ("", "Reports of officers"),
        ("3.", "Any business"),
    ]


def test_the_first_section_is_the_one_the_meeting_stands_in() -> None:
    sections = read(HEAD + "1. A\n2. B\n").sections
    assert [(s.state, s.reached) for s in sections] == [(SectionState.CURRENT, 1), (SectionState.UNREACHED, None)]


def test_keys_are_kept_in_order_whatever_their_form() -> None:
    meeting = read(
        "# M\n**Date:** 3 March 2020\n- Venue: Hall\nQuorum & rules: 4: no fewer\n| Lead | Bo |\nEmpty:\nhttps://a.b/c\n"
        "## Purpose\nTo decide\n- one\n- two\n## Agenda\nA: b\n"
    )
    assert meeting.header == (
        ("Date", "3 March 2020"),
        ("Venue", "Hall"),
        ("Quorum & rules", "4: no fewer"),
        ("Lead", "Bo"),
        ("Empty", "https://a.b/c"),
        ("Purpose", "To decide; one; two"),
    )
    assert meeting.sections[0].heading == "A: b"


@pytest.mark.parametrize(
    ("line", "day", "start"),
    [
        ("Date: 28th March 2017, 7.00 pm", date(2017, 3, 28), time(19)),
        ("Date: 2017-03-28 18:00-20:00", date(2017, 3, 28), time(18)),
        ("Date: 28.3.2017", date(2017, 3, 28), None),
        ("Meeting date: 28/3/2017\nTime: 10.30", date(2017, 3, 28), time(10, 30)),
        ("Tuesday 28 March 2017 at 7.30 pm", date(2017, 3, 28), time(19, 30)),
        ("## Date\n28 March 2017", date(2017, 3, 28), None),
    ],
)
def test_dates_are_read_as_people_write_them(line: str, day: date, start: time | None) -> None:
    meeting = read(f"# M\n\n{line}\n\n## Agenda\n1. A\n")
    assert (meeting.date, meeting.start) == (day, start)


def test_a_date_in_the_title_will_do_and_so_will_its_year() -> None:
    assert read("# Board meeting, 3 March 2020\n## Agenda\nA\n").date == date(2020, 3, 3)
    assert read("# Board 2020\nDate: Tuesday 3 March\n## Agenda\nA\n").date == date(2020, 3, 3)


def test_a_date_given_beside_the_agenda_overrides_its_own() -> None:
    outcome = read_agenda(HEAD.replace("3 March", "31 April") + "1. A\n", "a.md", day=date(2021, 5, 4))
    assert outcome.meeting.date == date(2021, 5, 4)
    assert outcome.meeting.said("Date") == "Tuesday 4 May 2021"


def test_a_fallback_serves_only_where_the_agenda_has_no_date() -> None:
    fallback = date(2021, 5, 4)
    assert read_agenda("# M\n1. A\n", "a.md", fallback=fallback).meeting.date == fallback
    assert read_agenda(HEAD + "1. A\n", "a.md", fallback=fallback).meeting.date == date(2020, 3, 3)


def test_lists_without_markdown_end_where_the_items_begin() -> None:
    meeting = read(
        "# M\nDate: 3 March 2020\n\nPresent:\nAnn Lee\nBo Oake\n\nApologies:\nCy Pugh\n\n1. Welcome\n2. Minutes\n"
    )
    assert [p.name for p in meeting.people] == ["Ann Lee", "Bo Oake", "Cy Pugh"]
    assert [s.heading for s in meeting.sections] == ["Welcome", "Minutes"]


def test_headings_that_are_items_stay_items() -> None:
    sections = read(HEAD + "\n## Apologies\n## Minutes\n### Matters arising\n## AOB\n").sections
    assert [(s.level, s.heading) for s in sections] == [
        (1, "Apologies"),
        (1, "Minutes"),
        (2, "Matters arising"),
        (1, "AOB"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Date: 3 March 2020\n", "a.md:1: the agenda has no title"),
        ("# M\n1. A\n", "a.md:1: the agenda has no date"),
        ("# M\nDate: soon\n1. A\n", "a.md:2: “soon” is not a date"),
        ("# M\nDate: 3 March\n1. A\n", "a.md:2: the date “3 March” has no year"),
        ("# M\n\nDate: 31 February 2020\n1. A\n", "a.md:3: 31 February 2020 is not a date"),
        ("# M\nDate: 3 March 2020 25:00\n1. A\n", "a.md:2: 25:00 is not a time of day"),
        ("# M\nDate: 3 March 2020\nTime: 25:00\n1. A\n", "a.md:3: 25:00 is not a time of day"),
        ("# M\nDate: 3 March 2020\n\n## Agenda\n", "a.md:4: the agenda has no items"),
        ("", "a.md:1: the agenda has no title"),
    ],
)
def test_what_is_missing_or_impossible_is_said_in_one_line(text: str, wanted: str) -> None:
    message = refusal(text)
    assert message.startswith(wanted)
    assert "; " in message
    assert "\n" not in message


def test_a_line_that_names_nobody_is_kept_and_said() -> None:
    outcome = read_agenda(HEAD + "## Attendance\n- , Chair\n## Agenda\n1. A\n", "a.md")
    assert outcome.meeting.unplaced == ("- , Chair",)
    assert outcome.warnings == ("a.md:4: a line is kept beside the meeting and not printed, from “- , Chair” on",)


def test_what_may_be_a_slip_is_warned_of_and_kept() -> None:
    outcome = read_agenda(
        "# M\nDate: Monday 3 March 2020\n## Attendance\n- A B (AB)\n- C D (AB)\n- Mr A B\n"
        "## Agenda\n1. A\n2. B\n2. C\n3. D\n",
        "a.md",
    )
    assert outcome.warnings == (
        "a.md:2: 3 March 2020 is a Tuesday; check the date",
        "a.md:5: (AB) stands for C D and, in line 4, for A B; neither will be known by it",
        "a.md:6: Mr A B is listed twice, first in line 4; take one of them out",
        "a.md:10: number 2. is given twice, first in line 9; both are kept",
    )
    assert [s.number for s in outcome.meeting.sections] == ["1.", "2.", "2.", "3."]
    assert len(outcome.meeting.people) == 3


@pytest.mark.parametrize(
    "title",
    [
        "Fenby Council – Notice of Meeting",
        "Fenby Council: Public Notice of the Annual Meeting",
        "Fenby Council – Summons",
        "Fenby Council – Convocation",
        "Fenby Council – Einladung",
    ],
)
def test_the_title_is_the_bodys_without_what_the_paper_is_called(title: str) -> None:
    assert read_agenda(f"# {title}\nDate: 7 May 2024\n\n## Agenda\n1. One\n", "a.md").meeting.title == "Fenby Council"


def test_the_day_of_the_invitation_is_kept_as_a_line_of_the_head() -> None:
    lines = "# Rat\nDatum: 10.6.2026\nEinladung: vom 3. Juni 2026\n\n## Tagesordnung\n1. Wege\n"
    meeting = read_agenda(lines, "a.md").meeting
    assert (str(meeting.date), meeting.said("Einladung")) == ("2026-06-10", "vom 3. Juni 2026")


def test_a_number_that_comes_again_elsewhere_is_no_slip() -> None:
    assert warnings(HEAD + "1. A\n   1. B\n2. C\n   1. D\n") == ()
    assert warnings(HEAD + "## Agenda\nPart I\n1. A\n2. B\nPart II\n1. C\n") == ()


def test_comments_rules_and_fences_say_nothing() -> None:
    meeting = read("---\ntitle: M\ndate: 3 March 2020\n---\n<!-- a\n1. b -->\n***\n1. A\n")
    assert (meeting.title, [s.heading for s in meeting.sections]) == ("M", ["A"])


LARGE = {
    "flat": "".join(f"{number}. item\n" for number in range(1, 10_001)),
    "restarting": "1. a\n2. b\n" * 5_000,
    "in turns": "1. a\na) b\n" * 5_000,
    "repeating": "1. a\n" * 10_000,
    "dotted": "".join(f"2.{number} item\n" for number in range(1, 10_001)),
    "deep": "".join(f"{' ' * (number % 60)}row {number}\n" for number in range(10_000)),
    "spaces": f"1. {' ' * 200_000}x\n",
    "brackets": "(" * 100_000 + "\n",
    "stars": "**" * 50_000 + "x\n",
    "stars alone": f"1. {'*' * 100_000}\n",
    "lines alone": f"1. ({'_' * 100_000}\n",
    "bars": "|" * 100_000 + "x\n",
    "digits": "1." * 50_000 + "\n",
}


def test_a_number_that_could_be_no_time_of_day_numbers_an_item() -> None:
    read = read_agenda(f"{HEAD}\n## Agenda\n" + "".join(f"2.{number} item\n" for number in range(1, 62)), "a.md")
    assert [section.number for section in read.meeting.sections] == [f"2.{number}" for number in range(1, 62)]


@pytest.mark.long
@pytest.mark.parametrize("name", LARGE)
def test_a_huge_agenda_is_read_whole(name: str) -> None:
    outcome: Draft = read_agenda(f"{HEAD}\n## Agenda\n{LARGE[name]}9. end\n", "a.md")
    if LARGE[name].count("\n") > 1:
        assert len(outcome.meeting.sections) == 10_001


_PIECES = st.text(max_size=12) | st.sampled_from(
    [
        *("# ", "## ", "### ", "Agenda", "Attendance", "Apologies", "None", "Date: ", "3 March 2020", "\n", "\n", "\n"),
        *("\t", "  ", "- ", "1.", "2.1", "4a", "(a)", "i.", "a.", "107/20 ", "(10 min)", ", Chair", "(PCC)", ": ", "–"),
        *("**", "|", "x", "A B", "Members of the public: ", "5", "3D", "2019 ", "[", "<!--", "-->", "\v", "²", "٣"),
        *("9" * 30, "\u00a0", "Item 1:", "\ud800", "\x1b[31m"),
    ]
)


@examples(300)
@given(st.lists(_PIECES, max_size=50).map("".join), st.booleans())
def test_any_text_gives_a_meeting_or_one_clear_error(text: str, headed: bool) -> None:
    errors: list[BadInput] = []
    try:
        meeting = read(f"{HEAD}\n## Agenda\n{text}" if headed else text)
    except BadInput as error:
        errors.append(error)
    if errors:
        assert "\n" not in str(errors[0])
        return
    assert sum(section.state is SectionState.CURRENT for section in meeting.sections) == 1
    assert msgspec.json.decode(msgspec.json.encode(meeting), type=Meeting) == meeting


def test_a_mail_s_subject_that_only_names_a_weekday_is_no_title() -> None:
    mail = (
        "From: Dee <dee@example.org>\nSent: Monday 23 November 2026 09:12\nTo: All\nSubject: Agenda for Tuesday\n\n"
        "Below is the agenda of the Mill Lane Residents' Committee on Tuesday 1 December 2026 at 7.30pm.\n\n"
        "1. Drains\n2. Lamps\n"
    )
    assert read_agenda(mail, "mail.txt").meeting.title == "Mill Lane Residents' Committee"
    without = mail.replace("the agenda of the Mill Lane Residents' Committee on", "what we talk about on")
    assert read_agenda(without, "mail.txt").meeting.title == "Agenda for Tuesday"


@pytest.mark.parametrize(
    ("said", "hours"),
    [("6 June 2024, 10-12", (10, 12)), ("6 June 2024, 14 – 16", (14, 16)), ("6 June 2024, 12-10", None)],
)
def test_figures_alone_behind_the_day_are_its_hours(said: str, hours: tuple[int, int] | None) -> None:
    meeting = read_agenda(f"# Weir Committee\nDate: {said}\n\n## Agenda\n1. Sluices\n2. Gates\n", "a.md").meeting
    found = meeting.start and meeting.end and (meeting.start.hour, meeting.end.hour)
    assert found == hours


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["2024/88 Apologies", "2024/89 Planning", "2024/90 Close"], ["2024/88", "2024/89", "2024/90"]),
        (["2024/24 Apologies", "2024/25 Planning"], ["2024/24", "2024/25"]),
        (["2024-107 Apologies", "2024-108 Planning"], ["2024-107", "2024-108"]),
        (["41/24 Apologies", "42/24 The budget for the year", "2024/25"], ["41/24", "42/24"]),
    ],
)
def test_a_number_that_begins_with_the_year_is_one_and_a_year_is_none(lines: list[str], numbers: list[str]) -> None:
    text = "\n".join(["# Thornby Trust", "Date: 3 December 2024", "## Agenda", *lines])
    assert [section.number for section in read_agenda(text, "x").meeting.sections] == numbers
