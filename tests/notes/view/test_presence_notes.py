"""When people came and went, in the list of those present."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.meeting.room import Taker
from tests.notes.meetings import entry, meeting
from tui.meeting.model import Person, Section
from tui.meeting.outline.outline import go_to
from tui.meeting.people.attendance import came_for_section, somebody
from tui.notes.view.compose import compose, copy_for
from tui.notes.view.presence_notes import stays_of

AT = datetime(2024, 5, 7, 19, 4, tzinfo=UTC)


def stays(*lines: str) -> str:
    taker = Taker()
    taker.do(*lines)
    return stays_of(taker.meeting, taker.meeting.person(6))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((), ""),
        (("/leave Gwen Pike",), "until item 1"),
        (("/leave Gwen Pike", "/go 2", "/arrive Gwen Pike"), "until item 1; from item 2"),
        (
            ("/arrive Gwen Pike", "/leave Gwen Pike", "/go 2", "/arrive Gwen Pike"),
            "from item 1; until item 1; from item 2",
        ),
        (
            ("/leave Gwen Pike", "/arrive Gwen Pike", "/go 2", "/leave Gwen Pike"),
            "until item 1; from item 1; until item 2",
        ),
        (("/start", "/leave Gwen Pike", "/go 2", "/arrive Gwen Pike"), "until item 1, 19:04; from item 2, 19:04"),
        (("/leave Gwen Pike", "/arrive Gwen Pike", "/apologies Gwen Pike"), ""),
    ],
)
def test_every_coming_and_going_is_told_in_order(lines: tuple[str, ...], told: str) -> None:
    assert stays(*lines) == told


def test_a_meeting_of_several_days_tells_each_sessions_hours_and_chair() -> None:
    taker = Taker()
    taker.do("/start 19:00", "/adjourn 21:10 until Thursday")
    taker.do("/resume 19:30, chair Gwen Pike", "/close 20:35")
    shown = compose(copy_for("public", taker.meeting)).meeting
    assert [(str(one.key), str(one.words)) for one in shown.sessions] == [
        ("Tuesday 10th May 2022", "19:00 to 21:10; chair Cllr Maureen Tidy"),
        ("Thursday 12th May 2022", "19:30 to 20:35; chair Gwen Pike"),
    ]


def test_a_meeting_of_one_day_tells_no_sessions() -> None:
    taker = Taker()
    taker.do("/start 19:00", "/adjourn 20:10", "/resume 20:20", "/close 20:35")
    assert compose(copy_for("public", taker.meeting)).meeting.sessions == ()


def test_a_guest_for_one_item_who_comes_again_was_there_for_both() -> None:
    taker = Taker()
    guest = somebody(taker.meeting, "Lil Oddy")
    here = came_for_section(taker.meeting, guest, AT)
    assert stays_of(here, here.person(guest.id)) == "for item 1"
    again = came_for_section(go_to(here, "2"), here.person(guest.id), AT)
    assert stays_of(again, again.person(guest.id)) == "for item 1; for item 2"


def test_the_list_of_people_and_an_action_name_a_letter_with_the_number_above_it() -> None:
    sections = (
        Section(id=1, number="5.", heading="Planning"),
        Section(id=2, number="a)", heading="Mill Lane", level=2),
    )
    people = (Person(id=1, name="Ash Vell", left_in=2),)
    shown = meeting(entry(1, "action", "AV to look", section=2), sections=sections, people=people)
    view = compose(copy_for("internal", shown))
    assert str(view.people.present[0].times) == "until item 5a"
    assert [str(action.arose) for action in view.actions] == ["5a Mill Lane"]
