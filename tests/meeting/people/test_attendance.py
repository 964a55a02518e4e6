"""Arrivals, departures, apologies and absences."""

import msgspec
import pytest
from msgspec.structs import replace

from tests.meeting.room import AT, Taker, with_forward
from tui.errors import Refused
from tui.meeting.history.journal import commit
from tui.meeting.model import Group, Kind, Person, Presence
from tui.meeting.outline.outline import go_to
from tui.meeting.people.attendance import (
    absent_owners,
    arrive,
    came_for_section,
    here,
    is_here,
    leave,
    mark_presence,
    regroup,
    somebody,
)
from tui.meeting.people.person_line import read_person
from tui.meeting.redaction.public_version import public


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


def test_a_guest_for_a_section_leaves_with_it_and_nothing_has_to_be_keyed() -> None:
    taker = Taker()
    taker.do("/go 2", "/subsection Rents", "/go 2")
    guest = somebody(taker.meeting, "Lil Oddy, Warden")
    meeting = came_for_section(taker.meeting, guest, AT)
    event = max(meeting.entries, key=lambda e: e.id)
    assert (event.kind, event.section, event.text) == (Kind.EVENT, 3, "Lil Oddy joined (for item 2).")
    assert meeting.person(guest.id).group is Group.GUEST
    at_three = go_to(meeting, "3")
    assert [is_here(m, m.person(guest.id)) for m in (meeting, go_to(meeting, "Rents"), at_three)] == [True, True, False]
    assert at_three.entries == meeting.entries
    assert is_here(go_to(at_three, "2"), meeting.person(guest.id))


def test_a_guest_for_a_section_may_come_again_or_go_early() -> None:
    guest = somebody(Taker().meeting, "Lil Oddy")
    meeting = came_for_section(Taker().meeting, guest, AT)
    with pytest.raises(Refused, match="arrived already"):
        arrive(meeting, "Lil Oddy", AT)
    with pytest.raises(Refused, match="here already"):
        came_for_section(meeting, meeting.person(guest.id), AT)
    gone = leave(meeting, "Lil Oddy", AT)
    assert "left (during item 1)" in gone.entries[-1].text
    assert not is_here(gone, gone.person(guest.id))
    with pytest.raises(Refused, match="left already"):
        leave(go_to(meeting, "2"), "Lil Oddy", AT)
    again = arrive(go_to(meeting, "2"), "Lil Oddy", AT)
    assert "rejoined (from item 2)" in again.entries[-1].text
    assert is_here(go_to(again, "3"), again.person(guest.id))


def test_undo_takes_a_guest_back_and_old_files_know_no_such_field() -> None:
    taker = Taker()
    meeting = came_for_section(taker.meeting, somebody(taker.meeting, "Lil Oddy"), AT)
    taker.journal = commit(taker.journal, meeting, "section", AT)
    taker.do("/undo")
    assert taker.meeting.people == Taker().meeting.people
    assert not taker.meeting.entries
    taker.do("/redo")
    assert taker.meeting.people == meeting.people
    assert msgspec.convert({"id": 1, "name": "Old"}, Person).only_in is None


def test_somebody_marked_present_after_all_is_here_from_the_start() -> None:
    taker = Taker()
    taker.do("/arrive Tom Orchard")
    meeting = mark_presence(taker.meeting, "Tom Orchard", Presence.PRESENT)
    assert meeting.person(8).arrived_in is None
    with pytest.raises(Refused, match="present already"):
        mark_presence(meeting, "Tom Orchard", Presence.PRESENT)


def test_a_group_is_the_next_one_and_round_again() -> None:
    meeting = Taker().meeting
    groups = []
    for _ in Group:
        meeting = regroup(meeting, meeting.person(1))
        groups.append(meeting.person(1).group)
    assert groups == ["in attendance", "guest", "observer", "public", "member"]


@pytest.mark.parametrize(
    ("lines", "away"),
    [
        (("!Tom Orchard to mow",), ("Tom Orchard",)),
        (("!NS and Tom Orchard to mow",), ("Tom Orchard",)),
        (("!NS to mow",), ()),
        (("!ALL to mow",), ()),
        (('!mow @"Finance team"',), ()),
        (("!mow",), ()),
        (("/leave NS", "!NS to mow"), ("NS",)),
        (("!NS to mow", "/leave NS"), ()),
        (("/absent NS", "!NS to mow"), ("NS",)),
        (("!NS to mow", "/absent NS"), ("NS",)),
        (("!Tom Orchard to mow", "/arrive Tom Orchard"), ()),
        (("!Tom Orchard to mow", "/done A1"), ()),
        (("!Treasurer to pay",), ()),
    ],
)
def test_an_action_is_flagged_whose_owner_was_not_here_to_hear_it(
    lines: tuple[str, ...], away: tuple[str, ...]
) -> None:
    taker = Taker()
    taker.do(*lines)
    (entry,) = (e for e in taker.meeting.entries if e.action)
    assert absent_owners(taker.meeting, entry) == away


def test_what_was_given_at_an_earlier_meeting_is_not_flagged() -> None:
    taker = Taker(with_forward())
    taker.do("/absent MT")
    assert {absent_owners(taker.meeting, e) for e in taker.meeting.entries} == {()}


@pytest.mark.parametrize("name", ["[[Cy Pugh]]", "Cy Pugh", "Pugh", "CP"])
def test_whose_name_is_restricted_is_known_as_it_is_typed_and_stays_restricted(name: str) -> None:
    taker = Taker()
    secret = Person(id=90, name="[[Cy Pugh]]", abbreviation="CP")
    meeting = taker.journal.meeting
    taker.journal = replace(taker.journal, meeting=replace(meeting, people=(*meeting.people, secret)))
    taker.do(f"/interest {name}, personal, owns it", f"/out {name}")
    declared, out = taker.meeting.entries[-2:]
    assert (declared.person, out.person) == (90, 90)
    assert "Pugh" not in repr(public(taker.meeting))
