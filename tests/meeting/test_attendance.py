"""Arrivals, departures, apologies and absences."""

import pytest

from tests.meeting.room import AT, Taker, with_forward
from tui.meeting.attendance import here
from tui.meeting.model import Group, Kind, Presence
from tui.meeting.person_line import read_person


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Lil Oddy", ("Lil Oddy", "", "")),
        ("Lil Oddy, Tree Warden (TW)", ("Lil Oddy", "Tree Warden", "TW")),
        ("Lil Oddy (TW)", ("Lil Oddy", "", "TW")),
        ("Lil Oddy (Tree Warden)", ("Lil Oddy", "Tree Warden", "")),
        ("Lil Oddy \u2013 Tree Warden", ("Lil Oddy", "Tree Warden", "")),
        ("Lil Oddy, Tree Warden, Ashbourne (east)", ("Lil Oddy", "Tree Warden, Ashbourne (east)", "")),
        (" , ", ("", "", "")),
    ],
)
def test_a_person_is_read_with_capacity_and_abbreviation(words: str, wanted: tuple[str, str, str]) -> None:
    person = read_person(words, 1)
    assert (person.name, person.capacity, person.abbreviation) == wanted


def test_an_arrival_is_an_event_with_the_section_and_the_time_once_started() -> None:
    taker = Taker()
    event = taker.key("/go 2", "/arrive Tom Orchard")
    assert (event.kind, event.section, event.person) == (Kind.EVENT, 3, 8)
    assert event.text == "Tom Orchard arrived (from item 2)."
    person = taker.meeting.person(8)
    assert (person.presence, person.arrived, person.arrived_in) == (Presence.PRESENT, None, 3)
    taker.do("/start", "/leave Tom Orchard")
    assert max(taker.meeting.entries, key=lambda e: e.id).text == "Tom Orchard left at 19:04 (during item 2)."
    assert taker.meeting.person(8).left == AT
    taker.do("/arrive Tom Orchard")
    assert "returned at 19:04" in max(taker.meeting.entries, key=lambda e: e.id).text


def test_somebody_new_is_a_guest_with_capacity_and_abbreviation() -> None:
    taker = Taker()
    taker.do("/arrive Lil Oddy, Tree Warden (TW)")
    person = taker.meeting.people[-1]
    assert (person.name, person.capacity, person.abbreviation, person.group) == (
        "Lil Oddy", "Tree Warden", "TW", Group.GUEST,
    )  # fmt: skip


def test_somebody_who_stands_only_in_the_header_arrives_by_name() -> None:
    taker = Taker()
    taker.do("/arrive Treasurer")
    assert taker.meeting.people[-1].name == "Ivy Thrupp"
    assert taker.key("Treasurer: the accounts balance").speakers == ("Ivy Thrupp",)


@pytest.mark.parametrize("command", ["arrive", "leave", "apologies", "absent"])
def test_a_name_that_fits_two_people_is_refused_and_adds_nobody(command: str) -> None:
    for name in ("Pike", "Mr Pike", "Pike, Warden"):
        assert Taker().refusal(f"/{command} {name}")
    assert "fits Gwen Pike and Tom Pike" in Taker().refusal(f"/{command} Pike")


@pytest.mark.parametrize(
    ("lines", "line", "reason"),
    [
        ((), "/arrive ???", "not a name"),
        ((), "/arrive Lil Oddy, Tree Warden (NS)", "Nair already"),
        (("/arrive Gwen",), "/arrive Gwen", "arrived already"),
        ((), "/leave Tom Orchard", "not here"),
        (("/leave Gwen",), "/leave Gwen", "left already"),
        ((), "/apologies Tom Orchard", "apologies already"),
        (("/absent Gwen",), "/absent Gwen", "absent already"),
    ],
)
def test_what_cannot_be_is_refused(lines: tuple[str, ...], line: str, reason: str) -> None:
    taker = Taker()
    taker.do(*lines)
    assert reason in taker.refusal(line)


def test_who_has_left_or_sent_apologies_is_not_here() -> None:
    taker = Taker(with_forward())
    assert len(here(taker.meeting)) == 8
    taker.do("/leave Gwen", "/apologies PJH", "/absent Clerk")
    assert [p.id for p in here(taker.meeting)] == [1, 4, 5, 7, 9]
    taker.do("/undo", "/undo", "/undo")
    assert len(here(taker.meeting)) == 8


def test_apologies_may_come_from_somebody_the_agenda_did_not_know() -> None:
    taker = Taker(with_forward())
    taker.do("/apologies Bea Fell, Church Warden")
    assert taker.meeting.people[-1].presence is Presence.APOLOGIES
