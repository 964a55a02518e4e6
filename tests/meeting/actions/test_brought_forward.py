"""Open actions of earlier meetings on a new meeting's agenda."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from hypothesis import given
from msgspec.structs import replace

from tests.book.strategies import meetings
from tui.meeting.actions.appearances import identity_of, topic_of
from tui.meeting.actions.brought_forward import bring_forward, open_actions
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal
from tui.meeting.model import Entry, Meeting, SectionState, Status
from tui.meeting.redaction.public_version import public
from tui.papers.agenda import read_agenda

AT = datetime(2020, 1, 1, 9, 0)


def panel(day: str, items: str = "1. Matters arising\n2. Roads\n3. AOB") -> Meeting:
    head = f"# Panel {day}\nDate: {day}\nSeries: Panel\n## Attendance\n- Ann Lee (AL)\n- Bo Oake (BO)\n## Agenda\n"
    return read_agenda(head + items, "a.md").meeting


def keyed(meeting: Meeting, *lines: str) -> Meeting:
    journal = Journal(meeting=meeting)
    for line in lines:
        journal = enter(journal, line, AT).journal
    return journal.meeting


def brought(meeting: Meeting) -> list[Entry]:
    return [entry for entry in meeting.entries if entry.action and entry.action.origin]


def refs(meeting: Meeting) -> list[tuple[str, str]]:
    return [(entry.action.ref, entry.text) for entry in brought(meeting) if entry.action]


def shape(meeting: Meeting) -> list[tuple[int, str, str]]:
    return [(s.level, s.number, s.brought_from.title if s.brought_from else s.heading) for s in meeting.sections]


JANUARY = keyed(panel("7 January 2020"), "/go 2", "!AL to count the cars ^by March", "#Bridges", "!BO to paint one")
FEBRUARY = keyed(panel("4 February 2020"), "/go 3", "!AL to buy a bell")


def onto(items: str, *earlier: Meeting, day: str = "3 March 2020") -> Meeting:
    return bring_forward(panel(day, items), earlier or (JANUARY,), AT)


def test_each_action_comes_with_its_words_owner_due_and_topic() -> None:
    meeting = onto("1. Matters arising\n2. Roads", FEBRUARY, JANUARY)
    assert refs(meeting) == [("B1", "AL to count the cars"), ("B2", "BO to paint one"), ("B3", "AL to buy a bell")]
    first = brought(meeting)[0].action
    assert first is not None
    assert first.origin is not None
    assert (first.owners, first.due and first.due.words, first.status) == (("AL",), "by March", Status.OPEN)
    assert [e.action.origin.topic for e in brought(meeting) if e.action and e.action.origin] == [
        "Roads",
        "Bridges",
        "AOB",
    ]
    assert first.origin.meeting.id == JANUARY.id
    assert [entry.captured for entry in brought(meeting)] == [AT] * 3


def test_there_is_one_subsection_for_each_meeting_they_come_from_oldest_first() -> None:
    meeting = onto("1. Matters arising\n2. Roads\n   2.1 Potholes", FEBRUARY, JANUARY)
    assert shape(meeting) == [
        (1, "1.", "Matters arising"),
        (2, "1.1", "Panel 7 January 2020"),
        (2, "1.2", "Panel 4 February 2020"),
        (1, "2.", "Roads"),
        (2, "2.1", "Potholes"),
    ]
    assert [s.heading for s in meeting.sections][1:3] == ["", ""]
    assert [e.section for e in brought(meeting)] == [meeting.sections[1].id] * 2 + [meeting.sections[2].id]


@pytest.mark.parametrize(
    ("items", "heading"),
    [
        ("Welcome\nMatters arising\nMatters outstanding", "Matters arising"),
        ("Actions brought forward\nOutstanding matters", "Outstanding matters"),
        ("Items brought-forward\nIssues arising", "Items brought-forward"),
        ("Welcome\nActions outstanding", "Actions outstanding"),
        ("Welcome\nOUTSTANDING MATTERS / ITEMS\nReview / MATTERS ARISING", "OUTSTANDING MATTERS / ITEMS"),
        ("Minutes of the last meeting and matters arising\nAOB", "Minutes of the last meeting and matters arising"),
        ("Welcome\nArising", "Arising"),
        ("Outstanding achievement awards\nArising from the minutes", "Arising from the minutes"),
    ],
)  # fmt: skip
def test_they_stand_under_the_section_that_speaks_of_such_matters(items: str, heading: str) -> None:
    meeting = onto(items)
    place = next(at for at, section in enumerate(meeting.sections) if section.brought_from)
    assert meeting.sections[place - 1].heading == heading


@pytest.mark.parametrize("items", ["Welcome\nAOB", "Outstanding achievement awards", "What matters to us"])
def test_a_first_section_is_made_where_none_speaks_of_them(items: str) -> None:
    meeting = onto(items)
    assert shape(meeting)[:2] == [(1, "", "Matters arising"), (2, "", "Panel 7 January 2020")]
    assert [(s.state, s.reached) for s in meeting.sections if s.state is SectionState.CURRENT] == [
        (SectionState.CURRENT, 1)
    ]
    assert meeting.current is meeting.sections[0]
    assert len({s.id for s in meeting.sections}) == len(meeting.sections)


@pytest.mark.parametrize(
    ("items", "number"),
    [
        ("1. Matters arising\n4. Roads\n   4a Potholes", "1a"),
        ("1. Matters arising\n4. Roads\n   4(a) Potholes", "1(a)"),
        ("1. Matters arising\n4. Roads\n   4.a Potholes", "1.a"),
        ("1. Matters arising\n4. Roads\n   4A Potholes", "1A"),
        ("1. Matters arising\n2. Roads\n   2.1. Potholes", "1.1."),
        ("1. Matters arising\n2. Roads\n   a) Potholes", "a)"),
        ("1. Matters arising\n2. Roads\n   (a) Potholes", "(a)"),
        ("1. Matters arising\n2. Roads\n   (i) Potholes\n   (ii) Lamps", "(i)"),
        ("1. Matters arising\n2. Roads\n   1. Potholes", "1."),
        ("1. Matters arising\n2. Roads", "1.1"),
        ("1.0 Matters arising\n2.0 Roads\n2.1 Potholes", "1.1"),
        ("1.0 Matters arising\n2.0 Roads", "1.1"),
        ("1.0 Matters arising\n1.1 Bells\n2.0 Roads", "1.2"),
        ("1.0 Matters arising\n2.0 Roads\n   2.0.1 Potholes", "1.0.1"),
        ("12/20 Matters arising\n13/20 Roads\n   (a) Potholes\n   (b) Lamps", "(a)"),
        ("107/20 Matters arising\n108/20 Roads", "107/20.1"),
        ("107/20 Matters arising\n108/20 Roads\n108/20a Lamps", "107/20a"),
        ("Matters arising\nRoads", ""),
        ("1. Matters arising\n   1.1 Bells\n   1.2 Books\n2. Roads", "1.3"),
        ("1. Matters arising\n   1a Bells\n2. Roads\n   2.1 Potholes", "1b"),
        ("1. Matters arising\n   (iii) Bells\n2. Roads\n   (ii) Potholes", "(iv)"),
        ("1. Matters arising\n   Bells\n2. Roads\n   2.1 Potholes", ""),
    ],
)
def test_subsections_are_numbered_as_the_agenda_numbers_its_own(items: str, number: str) -> None:
    meeting = onto(items)
    assert [section.number for section in meeting.sections if section.brought_from] == [number]


def test_without_open_actions_the_agenda_stays_as_it_is() -> None:
    settled = keyed(JANUARY, "/done A1", "/drop A2")
    meeting = panel("3 March 2020")
    assert bring_forward(meeting, [settled], AT) is meeting
    assert bring_forward(meeting, [], AT) is meeting


def test_an_action_keeps_its_origin_through_any_number_of_meetings() -> None:
    february = bring_forward(FEBRUARY, [JANUARY], AT)
    march = onto("1. Matters arising", february, JANUARY)
    april = onto("1. Matters arising", JANUARY, march, february, day="7 April 2020")
    assert [s.brought_from.id for s in april.sections if s.brought_from] == [JANUARY.id, FEBRUARY.id]
    assert refs(april) == [("B1", "AL to count the cars"), ("B2", "BO to paint one"), ("B3", "AL to buy a bell")]
    assert identity_of(april, brought(april)[0]) == identity_of(march, brought(march)[0]) == (JANUARY.id, 1)
    assert [e.action.origin.topic for e in brought(april) if e.action and e.action.origin] == [
        "Roads",
        "Bridges",
        "AOB",
    ]


def test_only_the_meeting_just_before_is_needed_for_the_whole_chain() -> None:
    march = onto("1. Matters arising", bring_forward(FEBRUARY, [JANUARY], AT))
    assert len(refs(march)) == 3
    assert [s.brought_from.title for s in march.sections if s.brought_from] == [
        "Panel 7 January 2020",
        "Panel 4 February 2020",
    ]


def test_what_was_settled_on_the_way_comes_no_more_and_its_replacement_does() -> None:
    february = keyed(
        bring_forward(panel("4 February 2020"), [JANUARY], AT), "/done B1", "/go 1.1", "!AL to paint both by May <B2"
    )
    march = onto("1. Matters arising", JANUARY, february)
    assert refs(march) == [("B1", "AL to paint both by May")]
    origin = brought(march)[0].action
    assert origin is not None
    assert origin.origin is not None
    assert (origin.origin.meeting.id, origin.origin.topic) == (february.id, "Bridges")
    assert origin.replaced_by == ""


def test_an_action_under_actions_brought_forward_has_the_heading_above_as_its_topic() -> None:
    february = keyed(bring_forward(panel("4 February 2020"), [JANUARY], AT), "/go 1.1", "!AL to ask again")
    own = next(entry for entry in february.entries if entry.action and not entry.action.origin)
    assert topic_of(february, own) == "Matters arising"


def test_meetings_of_one_day_go_by_their_time() -> None:
    morning = replace(keyed(panel("4 February 2020"), "!AL to open"), start=time(9), id="b" * 32)
    evening = replace(keyed(panel("4 February 2020"), "!AL to close"), start=time(19), id="a" * 32)
    assert [text for _, text in refs(onto("Arising", evening, morning))] == ["AL to open", "AL to close"]


@pytest.mark.parametrize("times", [(None, None), (time(10), None), (time(9), time(10))])
def test_an_action_settled_later_on_its_own_day_is_settled(times: tuple[time | None, time | None]) -> None:
    first = replace(JANUARY, start=times[0])
    second = keyed(bring_forward(panel("7 January 2020"), [first], AT), "/done B1", "/done B2")
    second = replace(second, start=times[1])
    assert open_actions([first, second]) == open_actions([second, first]) == []


def test_what_was_restricted_stays_restricted() -> None:
    secret = keyed(
        panel("7 January 2020"), "/go 2", "/restrict", "!AL to settle the claim", "/go 3", "!BO to ring [[Zed]]"
    )
    meeting = onto("1. Matters arising", secret)
    assert [(e.text, e.restricted) for e in brought(meeting)] == [
        ("AL to settle the claim", True),
        ("BO to ring [[Zed]]", False),
    ]
    assert [e.action.origin.topic for e in brought(meeting) if e.action and e.action.origin] == ["[[Roads]]", "AOB"]


def test_actions_brought_forward_are_numbered_on_from_any_already_there() -> None:
    meeting = onto("1. Matters arising")
    assert [entry.id for entry in brought(meeting)] == [1, 2]
    assert refs(keyed(meeting, "!AL to do more")) == refs(meeting)


@given(meetings(), meetings())
def test_whatever_the_meetings_a_second_time_brings_nothing_more(earlier: Meeting, meeting: Meeting) -> None:
    earlier = replace(earlier, id="0" * 32)
    sections = tuple(replace(s, brought_from=None) for s in meeting.sections)
    once = bring_forward(replace(meeting, id="1" * 32, sections=sections), [earlier], AT)
    assert bring_forward(once, [earlier], AT) == once
    assert sorted(e.text for e in brought(once)) == sorted(entry.text for _, entry in open_actions([earlier]))
    assert all(not e.text for e in public(once).entries if e.restricted)


def test_a_section_made_for_them_in_a_meeting_under_way_does_not_become_its_current_one() -> None:
    meeting = keyed(panel("3 March 2020", "Welcome\nAOB"), "+Welcome to all")
    after = bring_forward(meeting, [JANUARY], AT)
    assert shape(after)[:3] == [(1, "", "Matters arising"), (2, "", "Panel 7 January 2020"), (1, "", "Welcome")]
    assert after.current == meeting.current


def test_what_is_missing_from_another_meeting_gets_a_subsection_after_those_there() -> None:
    march = onto("1. Matters arising\n2. Roads")
    again = bring_forward(march, [JANUARY, FEBRUARY], AT)
    assert shape(again)[:3] == [
        (1, "1.", "Matters arising"),
        (2, "1.1", "Panel 7 January 2020"),
        (2, "1.2", "Panel 4 February 2020"),
    ]
    assert refs(again) == [*refs(march), ("B3", "AL to buy a bell")]


def test_an_owner_whose_name_was_restricted_stays_so_in_a_meeting_that_does_not_know_them() -> None:
    head = "# Panel\nDate: 7 January 2020\n## Attendance\n- Ann Lee (AL)\n- [[Zan Zi]]\n## Agenda\n1. Roads\n"
    january = keyed(read_agenda(head, "a.md").meeting, "!Look at the bridge @Zan_Zi", "!AL to count @AL")
    first, second = january.entries
    assert first.action is not None
    january = replace(january, entries=(replace(first, action=replace(first.action, owners=("Zan Zi",))), second))
    february = bring_forward(panel("4 February 2020", "1. Roads"), (january,), AT)
    march = bring_forward(panel("3 March 2020", "1. Roads"), (january, february), AT)
    for meeting in (february, march):
        owners = [entry.action.owners for entry in brought(meeting) if entry.action]
        assert owners == [("[[Zan Zi]]",), ("AL",)]
        assert "Zan" not in str(public(meeting))
        assert not any(one.change for entry in brought(meeting) if entry.action for one in entry.action.earlier)
