"""The roll: groups, people found by letters, and what may be noted of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.meeting.room import AT, PEOPLE, Taker, parish
from tui.meeting.model import Group, Person, Presence
from tui.meeting.people.roll import Mark, described, find_people, groups_of, likeliest, newcomer, noted, standing_of


@pytest.mark.parametrize(
    ("letters", "first"),
    [
        ("mt", 1),
        ("pjh", 3),
        ("hale", 3),
        ("ha", 3),
        ("dr p", 3),
        ("van", 2),
        ("linde", 2),
        ("clerk", 2),
        ("ns", 5),
        ("nair", 5),
        ("neigh", 5),
        ("or", 8),
        ("tom o", 8),
        ("to", 8),
        ("pike", 6),
        ("t pike", 7),
        ("ashby-c", 4),
        ("chair", 1),
        ("nvk", 9),
        ("TOM PIKE, Warden", 7),
    ],
)
def test_a_few_letters_find_somebody(letters: str, first: int) -> None:
    assert find_people(parish(), letters)[0].id == first


def test_among_equals_somebody_not_here_comes_first() -> None:
    taker = Taker()
    assert [p.id for p in find_people(taker.meeting, "tom")] == [8, 7]
    taker.do("/arrive Tom Orchard", "/leave Tom Pike")
    assert [p.id for p in find_people(taker.meeting, "tom")] == [7, 8]


def test_letters_in_their_order_do_where_nothing_better_fits() -> None:
    assert [p.id for p in find_people(parish(), "tor")] == [8]
    assert find_people(parish(), "zz") == ()


def test_no_letters_give_everybody_members_first() -> None:
    people = find_people(parish(), " ")
    assert [p.id for p in people] == [1, 2, 3, 5, 6, 7, 8, 9, 4]
    assert [(group, len(there)) for group, there in groups_of(people)] == [(Group.MEMBER, 8), (Group.GUEST, 1)]


@given(st.text(max_size=30))
def test_whatever_is_typed_finds_people_of_the_meeting_each_once(letters: str) -> None:
    found = [person.id for person in find_people(parish(), letters)]
    assert len(found) == len(set(found))
    new = newcomer(parish(), letters)
    assert new is None or new.id == 10


def test_a_new_person_is_a_guest_read_from_one_line() -> None:
    person = newcomer(parish(), "Lil Oddy, Tree Warden (TW)")
    assert person == Person(id=10, name="Lil Oddy", capacity="Tree Warden", abbreviation="TW", group=Group.GUEST)
    assert described(person) == "Lil Oddy, Tree Warden (TW)"
    assert newcomer(parish(), "???") is None
    assert newcomer(parish(), "Gwen Pike") is None
    assert newcomer(parish(), "Pike, Warden") is None
    known = newcomer(parish(), "Treasurer")
    assert known is not None
    assert known.name == "Ivy Thrupp"


def test_the_likeliest_is_to_arrive_for_who_is_not_here_and_to_leave_for_who_is() -> None:
    taker = Taker()
    assert likeliest(taker.meeting, taker.meeting.person(8)) is Mark.ARRIVED
    assert likeliest(taker.meeting, taker.meeting.person(7)) is Mark.LEFT
    assert likeliest(taker.meeting, Person(id=10, name="Lil Oddy")) is Mark.ARRIVED
    taker.do("/leave Tom Pike")
    assert likeliest(taker.meeting, taker.meeting.person(7)) is Mark.ARRIVED


@pytest.mark.parametrize(
    ("marks", "standing"),
    [
        ((), "apologies"),
        ((Mark.ARRIVED,), "from item 1, 19:04"),
        ((Mark.ARRIVED, Mark.LEFT), "left item 1, 19:04"),
        ((Mark.ARRIVED, Mark.LEFT, Mark.ARRIVED), "from item 1, 19:04"),
        ((Mark.SECTION,), "for item 1"),
        ((Mark.PRESENT,), "here"),
        ((Mark.ARRIVED, Mark.PRESENT), "here"),
        ((Mark.ABSENT,), "absent"),
        ((Mark.PRESENT, Mark.APOLOGIES), "apologies"),
    ],
)
def test_how_somebody_stands_is_said_in_a_few_words(marks: tuple[Mark, ...], standing: str) -> None:
    meeting = parish(started=AT)
    for mark in marks:
        meeting = noted(meeting, meeting.person(8), mark, AT)
    assert standing_of(meeting, meeting.person(8)) == standing


def test_two_people_of_one_name_are_told_apart() -> None:
    twins = (*PEOPLE, replace(PEOPLE[-1], id=10, abbreviation="", name="Tom Pike"))
    meeting = noted(parish(people=twins), twins[-1], Mark.LEFT, AT)
    assert [p.id for p in meeting.people if p.left_in] == [10]


def test_somebody_new_may_send_apologies() -> None:
    meeting = noted(parish(), Person(id=10, name="Bea Fell"), Mark.APOLOGIES, AT)
    assert meeting.person(10).presence is Presence.APOLOGIES
    assert not meeting.entries
