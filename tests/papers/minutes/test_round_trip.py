"""Our own notes read back are the meeting again: kinds, words, people, owners, votes, order, whatever was captured."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.papers.minutes.holding import AT
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal
from tui.meeting.kinds import Kind
from tui.meeting.model import Entry, Meeting
from tui.notes.render import render_file
from tui.papers.agenda import read_agenda
from tui.papers.minutes.minutes import read_minutes, read_published_notes
from tui.papers.reading.source import read_bytes

AGENDA = """# Ferry Committee March 2025

Date: Tuesday 4 March 2025 19:00
Chair: Ada Lowe
Venue: The Old Customs House

## Attendance
- Ada Lowe, Harbour Master (HM)
- Ben Marsh, Treasurer (BM)
- Cy Orme, Boat Keeper (CO)

## Apologies
- Di Pell, Ferry Pilot (DP)

## Agenda
1. Boats
2. Fares
   2.1 Season tickets
   2.2 Visitors
3. Any other business
"""
NOW = datetime(2025, 3, 4, 19, 30, tzinfo=UTC)
LINES = st.lists(
    st.sampled_from(
        [
            "+The second boat leaks below the waterline on its left side.",
            "+The rope was bought in Port Ellis and cost less than last year.",
            "?HM: why does the boat leak on one side alone",
            ">BM: it was hit by a log in the winter storms",
            "-Two planks are soft near the stern.",
            "!BM to caulk the second boat by 1 April 2025",
            "!CO to order rope @HM",
            "=Agreed to buy a new pump; proposed by BM, seconded by CO, 3 for, 1 against",
            "#Winter storage of the smaller boat|+It lies on the slip under a sheet.",
            "/next",
        ]
    ),
    min_size=1,
    max_size=10,
    unique_by=lambda line: line if line != "/next" else object(),
)


def captured(lines: list[str]) -> Meeting:
    journal = Journal(meeting=read_agenda(AGENDA, "agenda.md").meeting)
    keyed = [line for one in lines for line in ([one] if one[0] == "/" else one.split("|"))]
    for line in ["+The meeting looked at the landing stage.", *keyed]:
        if line == "/next" and journal.meeting.current is journal.meeting.sections[-1]:
            continue
        journal = enter(journal, line, NOW).journal
    return journal.meeting


def asked_with_answers(lines: list[str]) -> list[str]:
    """Return lines in which each question has an answer: as findings, one without is a remark of whoever asks it."""
    answer = ">BM: it was hit by a log in the winter storms"
    return [f"{line}|{answer}" if line[0] == "?" else line for line in lines if line[0] != ">"]


def told(entry: Entry) -> tuple[object, ...]:
    action, decision = entry.action, entry.decision
    owners = action.owners if action else ()
    votes = (decision.votes_for, decision.votes_against, decision.mover, decision.seconder) if decision else ()
    return entry.kind, entry.speakers, owners, votes


def read_back(meeting: Meeting, kind: str, style: str = "narrative") -> Meeting:
    printed = render_file(meeting, style=style, fmt=kind, version="internal")
    content = printed if isinstance(printed, bytes) else printed.encode()
    if kind == "json":
        return read_published_notes(content, where="notes.json", name="notes", at=AT).meeting
    return read_minutes(read_bytes(content, f"notes.{kind}", f".{kind}").document, name="notes", at=AT).meeting


@pytest.mark.parametrize("kind", ["md", "html", "docx", "odt", "json"])
@examples(15, few=5)
@given(lines=LINES)
def test_notes_read_back_are_the_meeting_again(kind: str, lines: list[str]) -> None:
    meeting = captured(lines)
    again = read_back(meeting, kind)
    assert (again.title, again.date, again.start) == (meeting.title, meeting.date, meeting.start)
    people = [(one.name, one.capacity, one.abbreviation, one.presence) for one in meeting.people]
    assert [(one.name, one.capacity, one.abbreviation, one.presence) for one in again.people] == people
    assert [(one.number, one.heading) for one in again.sections] == [(o.number, o.heading) for o in meeting.sections]
    assert [told(one) for one in again.entries] == [told(one) for one in meeting.entries]


WHOLE = [
    "?HM: why does the boat leak on one side alone",
    ">BM: it was hit by a log in the winter storms",
    "-Two planks are soft near the stern.",
    "!BM to caulk the second boat by 1 April 2025",
    "!CO to order rope @HM",
    "=Agreed to buy a new pump; proposed by BM, seconded by CO, 3 for, 1 against",
    "#Winter storage of the smaller boat|+It lies on the slip under a sheet.",
    "/next",
    "+The rope was bought in Port Ellis and cost less than last year.",
]


@examples(6, few=5)
@given(lines=LINES.map(asked_with_answers))
def test_notes_as_findings_are_the_meeting_again(lines: list[str]) -> None:
    comes_back_whole(captured(lines), "md")


@pytest.mark.parametrize("kind", ["html", "docx", "odt"])
def test_findings_of_every_format_are_the_meeting_again(kind: str) -> None:
    comes_back_whole(captured(WHOLE), kind)


@pytest.mark.parametrize("below", ["+The rope was bought in Port Ellis.", "-Two planks are soft near the stern."])
def test_what_stands_below_actions_with_owners_in_brackets_is_none_of_them(below: str) -> None:
    comes_back_whole(captured([*asked_with_answers([WHOLE[0]]), "!BM to caulk the second boat", below]), "md")


def comes_back_whole(meeting: Meeting, kind: str) -> None:
    again = read_back(meeting, kind, "findings")
    assert (again.title, again.date, again.start) == (meeting.title, meeting.date, meeting.start)
    people = [(one.name, one.capacity, one.abbreviation, one.presence) for one in meeting.people]
    assert [(one.name, one.capacity, one.abbreviation, one.presence) for one in again.people] == people
    assert [(one.number, one.heading) for one in again.sections] == [(o.number, o.heading) for o in meeting.sections]
    assert [told(one) for one in again.entries] == [told(one) for one in meeting.entries]


def to_do_and_decided(meeting: Meeting) -> list[tuple[object, ...]]:
    return [told(one) for one in meeting.entries if one.kind in (Kind.ACTION, Kind.DECISION)]


@pytest.mark.parametrize("style", ["dialogue", "formal"])
@pytest.mark.parametrize("kind", ["md", "html", "docx", "odt"])
@examples(4, few=2)
@given(lines=LINES)
def test_people_items_actions_and_decisions_of_every_whole_style_read_back(
    style: str, kind: str, lines: list[str]
) -> None:
    meeting = captured(lines)
    again = read_back(meeting, kind, style)
    assert (again.title, again.date, again.start) == (meeting.title, meeting.date, meeting.start)
    assert [(one.name, one.capacity, one.abbreviation, one.presence) for one in again.people] == [
        (one.name, one.capacity, one.abbreviation, one.presence) for one in meeting.people
    ]
    assert [(one.number, one.heading) for one in again.sections] == [(o.number, o.heading) for o in meeting.sections]
    assert to_do_and_decided(again) == to_do_and_decided(meeting)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_actions_that_follow_each_other_in_a_formal_file_are_actions_again(kind: str) -> None:
    meeting = captured(["!BM to caulk the second boat by 1 April 2025", "!CO to order rope @HM"])
    again = read_back(meeting, kind, "formal")
    assert to_do_and_decided(again) == to_do_and_decided(meeting)
    assert [one.text for one in again.entries if one.action] == [one.text for one in meeting.entries if one.action]
