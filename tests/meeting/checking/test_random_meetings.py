"""Meetings at random: people come, go, withdraw and vote, and the numbers add up or the check says that they don't."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.meeting.checked import NO_STYLE
from tests.meeting.people.test_at_moment import quay
from tests.meeting.room import AT
from tui.errors import Refused
from tui.meeting.capture.capture import enter
from tui.meeting.checking.check import check
from tui.meeting.checking.findings import FindingKind
from tui.meeting.decisions.others import resolved_votes
from tui.meeting.history.journal import Journal
from tui.meeting.model import DecisionOutcome, Meeting
from tui.meeting.people.at_moment import facts_at
from tui.notes.view.compose import compose, copy_for

_VOTERS = {"AL": 1, "BO": 2, "CP": 3, "ES": 4}
"""Those of the committee who have a vote, by their ids."""


class Room(NamedTuple):
    """Who is there, told apart from the program: by what was keyed alone."""

    inside: frozenset[str] = frozenset({"AL", "BO", "CP"})
    out: frozenset[tuple[str, str]] = frozenset()
    """Who withdrew, each with the item."""
    item: str = "Apologies"
    said: str = ""
    """The line of the decision that was taken then."""

    @property
    def voters(self) -> set[int]:
        """Ids of those who may vote now."""
        return {_VOTERS[who] for who in self.inside if (who, self.item) not in self.out}


def after(room: Room, line: str) -> Room:
    """Give the room after a line that was taken."""
    command, _, who = line.partition(" ")
    match command:
        case "/arrive" if who in room.inside:
            return room._replace(out=room.out - {(who, room.item)})
        case "/arrive":
            return room._replace(inside=room.inside | {who}, out=frozenset(pair for pair in room.out if pair[0] != who))
        case "/leave":
            return room._replace(inside=room.inside - {who})
        case "/out":
            return room._replace(out=room.out | {(who, room.item)})
        case "/go":
            return room._replace(item=who)
    return room


_WHO = st.sampled_from(sorted(_VOTERS))
_LINES = st.one_of(
    st.builds("/arrive {}".format, _WHO),
    st.builds("/leave {}".format, _WHO),
    st.builds("/out {}".format, _WHO),
    st.builds("/interest {}, personal".format, _WHO),
    st.builds("/go {}".format, st.sampled_from(["Apologies", "Tender", "Rents", "Close"])),
    st.builds("=Agreed; {} for, {} against".format, st.integers(0, 4), st.integers(0, 3)),
    st.builds("=Agreed; {} for, {} against, {} abstained".format, *[st.integers(0, 3)] * 3),
    st.builds("=Agreed; proposed by {}, seconded by {}; all in favour".format, _WHO, _WHO),
)


_NAMED = st.lists(_WHO, unique=True, min_size=1, max_size=4)
_OUTCOMES = ("carried", "lost", "withdrawn", "deferred to June", "tied", "no seconder", "ruled out of order", "noted")
_BY_NAME = st.one_of(
    _LINES,
    st.builds("=To mow. For: {}".format, _NAMED.map(", ".join)),
    st.builds(
        "=To sow. For: {0[0]}; against: {0[1]}; abstained: {0[2]}".format, st.permutations(["AL", "BO", "CP", "ES"])
    ),
    st.builds("=To reap. Against: {}. Others for. Carried".format, _WHO),
    st.builds("=To tar the path; {}".format, st.sampled_from(_OUTCOMES)),
    st.builds("=Motion to tar it {}".format, st.sampled_from(_OUTCOMES)),
)


def played(lines: list[str]) -> tuple[Meeting, dict[int, Room]]:
    """Key lines in; give the meeting, and the room as it was at each decision."""
    journal, room = Journal(meeting=quay()), Room()
    rooms: dict[int, Room] = {}
    for line in lines:
        command, _, who = line.partition(" ")
        if command == "/arrive" and who in room.inside and (who, room.item) not in room.out:
            continue  # Of somebody expected from the start, it would say that they were not there until now.
        try:
            outcome = enter(journal, line, AT)
        except Refused:
            continue
        journal, room = outcome.journal, after(room, line)
        if line.startswith("=") and outcome.entry is not None:
            rooms[outcome.entry] = room._replace(said=line)
    return journal.meeting, rooms


@examples(10_000)
@given(st.lists(_LINES, max_size=25))
def test_the_numbers_of_every_vote_add_up_or_the_check_says_so(lines: list[str]) -> None:
    meeting, rooms = played(lines)
    found = {one.entry for one in check(meeting, NO_STYLE) if one.kind is FindingKind.VOTES}
    for entry_id, room in rooms.items():
        moment = facts_at(meeting, entry_id)
        assert set(moment.entitled) == room.voters
        decision = meeting.entry(entry_id).decision
        assert decision is not None
        counts = (decision.votes_for, decision.votes_against, decision.abstained)
        counted = sum(count for count in counts if count is not None)
        if decision.votes_for is not None and counted != len(room.voters):
            assert entry_id in found


@given(st.lists(_LINES, max_size=25))
def test_nobody_moves_anything_from_outside_the_room_unnoticed(lines: list[str]) -> None:
    meeting, rooms = played(lines)
    said = {one.entry for one in check(meeting, NO_STYLE) if one.kind in (FindingKind.VOTES, FindingKind.PERSON)}
    by_label = {person.abbreviation: person.id for person in meeting.people}
    for entry_id, room in rooms.items():
        decision = meeting.entry(entry_id).decision
        movers = {by_label[label] for label in (decision.mover, decision.seconder) if label} if decision else set()
        if not movers <= room.voters:
            away = {person.id for person in meeting.people if person.id in movers and person.presence != "present"}
            assert entry_id in said or away


@examples(10_000)
@given(st.lists(_BY_NAME, max_size=15))
def test_nobody_votes_who_was_not_said_to_and_only_what_was_carried_is_resolved(lines: list[str]) -> None:
    meeting, rooms = played(lines)
    leads = {
        entry.anchor: entry.decision.lead
        for section in compose(copy_for("internal", meeting)).sections
        for entry in section.entries
        if entry.decision
    }
    for entry_id, room in rooms.items():
        entry = meeting.entry(entry_id)
        votes = resolved_votes(meeting, entry)
        sides = (votes.for_names, votes.against_names, votes.abstained_names)
        by_name = {word.strip(" .;,") for side in re.findall(r"(?:For|[Aa]gainst|abstained): ([^;.]*)", room.said)
                   for word in side.split(",")}  # fmt: skip
        others = {letters for letters, who in _VOTERS.items() if who in room.voters} if "Others" in room.said else set()
        assert {name for side in sides for name in side} == by_name | others
        carried = re.search(r"Agreed|[Cc]arried", room.said) is not None
        assert (votes.outcome is DecisionOutcome.CARRIED) <= carried
        assert (leads[f"decision-{entry_id}"] == "Resolved") <= carried
