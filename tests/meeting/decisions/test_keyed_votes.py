"""Votes keyed person by person are written into a decision's words, and read from them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.meeting.decisions.quay import QUAY, decided
from tests.meeting.room import AT
from tui.meeting.decisions.keyed_votes import set_votes, votes_said
from tui.meeting.decisions.others import resolved_votes
from tui.meeting.decisions.pieces import Side
from tui.meeting.model import Entry, Kind, Meeting


def held(text: str) -> Meeting:
    entry = Entry(id=9, section=1, kind=Kind.DECISION, text=text, captured=AT, decision=decided(text))
    return replace(QUAY, entries=(entry,))


def test_everybody_else_is_put_down_only_where_that_is_said() -> None:
    votes: dict[int, Side] = {3: "against", 4: "against", 5: "not voting"}
    without = set_votes(held("That the fence be green"), 9, votes)
    assert without.entry(9).text == "That the fence be green. Against: CP, DR. Withdrawn: JOB."
    assert without.entry(9).decision == decided(without.entry(9).text)
    assert resolved_votes(without, without.entry(9)).votes_for is None
    told = resolved_votes(after := set_votes(without, 9, votes, "for"), after.entry(9))
    assert after.entry(9).text == "That the fence be green. Against: CP, DR. Withdrawn: JOB. Others for."
    assert (told.votes_for, told.votes_against) == (2, 2)
    assert told.for_names == ("AL", "BO")
    assert told.not_voting_names == ("JOB",)


def test_votes_keyed_in_german_are_read_as_they_are_written() -> None:
    meeting = set_votes(replace(held("Der Zaun wird grün"), language="de"), 9, {3: "against"}, "for")
    assert meeting.entry(9).text == "Der Zaun wird grün. Dagegen: CP. Alle Übrigen dafür."
    assert resolved_votes(meeting, meeting.entry(9)).votes_for == 4


def test_the_others_are_counted_with_those_named_beside_them() -> None:
    meeting = held("That the fence be green. For: AL; against: none; abstained: CP. Others for")
    votes = resolved_votes(meeting, meeting.entry(9))
    assert (votes.votes_for, votes.votes_against, votes.abstained) == (4, 0, 1)
    assert votes.for_names == ("AL", "BO", "DR", "JOB")


@pytest.mark.parametrize("text", ["That it be so", "That it be so; prop AL, sec BO; carried.", "Agreed to mow"])
def test_votes_taken_back_leave_the_words_as_they_were(text: str) -> None:
    meeting = held(text)
    voted = set_votes(meeting, 9, {1: "for", 2: "against"}, "abstained")
    assert votes_said(voted, voted.entry(9)) == {1: "for", 2: "against"}
    again = set_votes(voted, 9, {}).entry(9).text
    assert again.rstrip(".") == text.rstrip(".")
