"""Who was there, who might vote and who had gone out, at the moment of a decision."""

from datetime import date

import msgspec
import pytest
from msgspec.structs import replace

from tests.meeting.room import Taker
from tui.meeting.model import Group, Happening, Meeting, Person, Presence, Section, SectionState
from tui.meeting.people.at_moment import MomentFacts, facts_at
from tui.meeting.people.attendance import here
from tui.meeting.people.interests import interests_of
from tui.meeting.people.quorum import count_people
from tui.notes.view.compose import compose, copy_for

PEOPLE = (
    Person(id=1, name="Ann Lee", capacity="Chair", abbreviation="AL"),
    Person(id=2, name="Bo Oake", abbreviation="BO"),
    Person(id=3, name="Cy Pugh", abbreviation="CP"),
    Person(id=4, name="Ed Sim", abbreviation="ES", presence=Presence.APOLOGIES),
    Person(id=5, name="Nell Frost", capacity="Clerk", group=Group.IN_ATTENDANCE),
    Person(id=6, name="Di Ray", capacity="Parent (non-voting)", abbreviation="DR"),
)
SECTIONS = (
    Section(id=1, number="1.", heading="Apologies", state=SectionState.CURRENT, reached=1),
    Section(id=2, number="2.", heading="Discussion"),
    Section(id=3, number="1.", heading="Tender", level=2),
    Section(id=4, number="2.", heading="Rents", level=2),
    Section(id=5, number="3.", heading="Close"),
)


def quay() -> Meeting:
    """Give a committee of five members, one of whom sent apologies and one has no vote."""
    header = (("Quorum", "3"),)
    return Meeting(id="2" * 32, title="Quay", date=date(2022, 5, 10), header=header, people=PEOPLE, sections=SECTIONS)


def facts_after(*lines: str) -> MomentFacts:
    """Give the facts at a decision keyed after some lines."""
    taker = Taker(quay())
    taker.do(*lines)
    decision = taker.key("=Agreed")
    return facts_at(taker.meeting, decision.id)


@pytest.mark.parametrize(
    ("lines", "present", "out", "quorate"),
    [
        ((), (1, 2, 3, 6), (), True),
        (("/arrive ES",), (1, 2, 3, 4, 6), (), True),
        (("/leave BO",), (1, 3, 6), (), True),
        (("/leave BO", "/leave CP"), (1, 6), (), False),
        (("/leave BO", "/arrive BO"), (1, 2, 3, 6), (), True),
        (("/go Tender", "/out CP"), (1, 2, 6), (3,), True),
        (("/go Tender", "/out CP", "/next"), (1, 2, 3, 6), (), True),
        (("/go Tender", "/out CP", "/next", "/go Tender"), (1, 2, 6), (3,), True),
        (("/go Discussion", "/out CP", "/next"), (1, 2, 6), (3,), True),
        (("/go Tender", "/out CP", "/arrive CP"), (1, 2, 3, 6), (), True),
        (("/out CP", "/go Tender", "/out CP", "/arrive CP", "/go Apologies"), (1, 2, 6), (3,), True),
        (("/out CP", "/leave CP", "/arrive CP"), (1, 2, 3, 6), (), True),
        (("/go Tender", "/interest CP, personal"), (1, 2, 3, 6), (), True),
        (("/absent CP",), (1, 2, 6), (), True),
    ],
)
def test_who_is_present_follows_from_what_was_noted_before(
    lines: tuple[str, ...], present: tuple[int, ...], out: tuple[int, ...], quorate: bool
) -> None:
    moment = facts_after(*lines)
    assert (moment.present, moment.out, moment.quorate, moment.quorum) == (present, out, quorate, 3)
    assert moment.entitled == tuple(one for one in present if one != 6)


def test_what_is_noted_afterwards_changes_nothing_of_an_earlier_decision() -> None:
    taker = Taker(quay())
    decision = taker.key("/go Tender", "=Agreed")
    taker.do("/leave BO", "/arrive ES", "/out CP")
    assert facts_at(taker.meeting, decision.id).present == (1, 2, 3, 6)


def test_somebody_who_went_out_for_an_item_is_back_by_the_next() -> None:
    taker = Taker(quay())
    taker.do("/go Tender", "/out CP")
    assert 3 not in {person.id for person in here(taker.meeting)}
    assert count_people(taker.meeting).members == 3
    taker.do("/next")
    assert 3 in {person.id for person in here(taker.meeting)}
    assert [entry.text for entry in taker.meeting.entries] == ["Cy Pugh withdrew for item 2.1."]
    shown = compose(copy_for("public", taker.meeting))
    assert [str(one.times) for one in shown.people.present if one.name == "Cy Pugh"] == ["withdrew for item 2.1"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "/interest CP, pecuniary, works for the bidder.",
            "Cy Pugh declared a pecuniary interest in item 2.1: works for the bidder.",
        ),
        ("/interest Cy Pugh, Personal interest", "Cy Pugh declared a personal interest in item 2.1."),
        ("/interest CP, an other registrable", "Cy Pugh declared an other registrable interest in item 2.1."),
        ("/interest CP", "Cy Pugh declared an interest in item 2.1."),
        (
            "/interest CP, pecuniary, wife, and son",
            "Cy Pugh declared a pecuniary interest in item 2.1: wife, and son.",
        ),
    ],
)
def test_an_interest_is_a_declaration_in_the_notes_and_a_value(line: str, text: str) -> None:
    taker = Taker(quay())
    entry = taker.key("/go Tender", line)
    assert entry.text == text
    (declared,) = interests_of(taker.meeting)
    assert (declared.person.name, declared.entry) == ("Cy Pugh", entry)
    assert "interest" not in declared.interest.kind
    assert msgspec.json.decode(msgspec.json.encode(taker.meeting), type=Meeting) == taker.meeting


def test_somebody_who_is_out_may_go_home_once() -> None:
    taker = Taker(quay())
    taker.do("/go Tender", "/out CP", "/leave CP")
    assert "has left already" in taker.refusal("/leave CP")
    taker.do("/arrive CP")
    assert 3 in {person.id for person in here(taker.meeting)}


@pytest.mark.parametrize(("line", "reason"), [("/interest XY, personal", "nobody here"), ("/out ES", "not here")])
def test_an_interest_of_nobody_and_a_withdrawal_of_somebody_away_are_refused(line: str, reason: str) -> None:
    assert reason in Taker(quay()).refusal(line)


def test_a_file_from_before_events_said_what_they_are_tells_the_same() -> None:
    taker = Taker(quay())
    taker.do("/leave BO", "=One", "/arrive BO", "=Two")
    old = replace(taker.meeting, entries=tuple(replace(one, happening=Happening.NONE) for one in taker.meeting.entries))
    decisions = [entry.id for entry in old.entries if entry.decision]
    assert [facts_at(old, one).present for one in decisions] == [(1, 3, 6), (1, 2, 3, 6)]


@pytest.mark.parametrize("capacity", ["Clerk to the Council", "Clerc", "Minute taker"])
def test_a_clerk_who_is_listed_among_the_members_is_put_down_for_no_vote(capacity: str) -> None:
    meeting = quay()
    clerk = replace(PEOPLE[4], capacity=capacity, group=Group.MEMBER)
    taker = Taker(replace(meeting, people=tuple(clerk if one.id == clerk.id else one for one in PEOPLE)))
    decision = taker.key("=Agreed. Others for")
    assert clerk.id not in facts_at(taker.meeting, decision.id).present
