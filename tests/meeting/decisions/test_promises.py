"""What holds of every decision: nobody votes unsaid, and nothing is resolved that was not carried."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.meeting.decisions.quay import NAMES, QUAY, decided
from tests.meeting.room import AT
from tui.meeting.decisions.full_names import with_full_names
from tui.meeting.decisions.others import resolved_votes
from tui.meeting.model import Decision, DecisionOutcome, Entry, Kind
from tui.meeting.people.directory import directory_of

LETTERS = list(NAMES)
CONTENT = st.sampled_from(
    [
        "That the fence be green",
        "To oppose the plan",
        "That the carried forward sum be spent",
        "To buy 3 for 2 paint",
        "That withdrawn books be sold",
        "That the lost property policy stand",
        "Den Zaun zu streichen",
        "To thank Sam Stone",
        "Peindre la clôture",
        "Pintar la valla",
        "Paentio'r ffens",
        "That nobody be left out",
        "To tell Ann Lee and Cy Pugh",
    ]
)
FOR = ("For", "Ayes", "In favour", "Ja", "Pour", "O blaid", "A favor")
AGAINST = ("Against", "Noes", "Opposed", "Nein", "Contre", "Yn erbyn", "En contra")
ABSTAINED = ("Abstained", "Abstentions", "Enthaltungen", "Abstention", "Ymatal", "Abstenciones")
CARRIED = ("carried", "Carried.", "agreed", "angenommen", "adopté", "derbyniwyd", "aprobada", "motion carried")
OTHERWISE = (
    "lost",
    "withdrawn",
    "deferred to June",
    "tied",
    "no seconder",
    "abgelehnt",
    "rejeté",
    "gwrthodwyd",
    "rechazada",
)


@st.composite
def sides(draw: st.DrawFn) -> tuple[str, dict[str, list[str]]]:
    """Draw votes by name, each person on one side at most, and the sides."""
    order = draw(st.permutations(LETTERS))
    first, second = sorted(draw(st.tuples(st.integers(0, 5), st.integers(0, 5))))
    third = draw(st.integers(second, 5))
    named = {"for": order[:first], "against": order[first:second], "abstained": order[second:third]}
    labels = {"for": FOR, "against": AGAINST, "abstained": ABSTAINED}
    joint = draw(st.sampled_from(["; ", ". "]))
    clauses = [f"{draw(st.sampled_from(labels[side]))}: {', '.join(names)}" for side, names in named.items() if names]
    return joint.join(draw(st.permutations(clauses))), {side: list(names) for side, names in named.items()}


@given(CONTENT, sides())
def test_those_and_only_those_are_put_down_who_are_named(content: str, votes: tuple[str, dict[str, list[str]]]) -> None:
    said, named = votes
    read = decided(f"{content}. {said}")
    assert list(read.for_names) == named["for"]
    assert list(read.against_names) == named["against"]
    assert list(read.abstained_names) == named["abstained"]
    counts = (read.votes_for, read.votes_against, read.abstained)
    assert counts == tuple(len(names) or None for names in named.values())


@given(CONTENT)
def test_what_is_decided_votes_for_nobody_and_has_no_outcome(content: str) -> None:
    assert decided(content) == Decision()


@given(CONTENT, st.sampled_from([*CARRIED, *OTHERWISE]), st.sampled_from(["; ", ". "]))
def test_only_what_was_carried_is_read_as_carried(content: str, word: str, joint: str) -> None:
    carried = decided(f"{content}{joint}{word}").outcome is DecisionOutcome.CARRIED
    assert carried == (word in CARRIED)


@given(CONTENT, st.sampled_from(LETTERS), st.sampled_from(["for", "against", "abstained"]))
def test_others_are_everybody_who_is_not_named(content: str, named: str, side: str) -> None:
    opposite = "Against" if side != "against" else "For"
    read = decided(f"{content}. {opposite}: {named}. Others {side}.")
    entry = Entry(id=9, section=1, kind=Kind.DECISION, text="", captured=AT, decision=read)
    votes = resolved_votes(replace(QUAY, entries=(entry,)), entry)
    names = {"for": votes.for_names, "against": votes.against_names, "abstained": votes.abstained_names}
    assert set(names[side]) == set(LETTERS) - {named}
    assert sum(len(one) for one in names.values()) == len(LETTERS)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("To mow; prop AL, sec BO", "To mow; proposed by Ann Lee, seconded by Bo Oake"),
        ("To mow. Moved: Lee/Oake", "To mow. Moved by Ann Lee, seconded by Bo Oake"),
        ("To mow. M/S Lee/Oake", "To mow. Moved by Ann Lee, seconded by Bo Oake"),
        ("To mow; 3 for, 2 against (CP, DR)", "To mow; 3 for, 2 against (Cy Pugh, Di Ray)"),
        ("To mow. For: AL, BO; against: Cllr Pugh", "To mow. For: Ann Lee, Bo Oake; against: Cllr Cy Pugh"),
        ("To write to CP; prop AL", "To write to CP; proposed by Ann Lee"),
        ("To mow; proposed by Sam Stone", "To mow; proposed by Sam Stone"),
        ("To mow [[for CP]]; prop AL", "To mow [[for CP]]; proposed by Ann Lee"),
    ],
)
def test_the_record_names_people_in_full(typed: str, printed: str) -> None:
    assert with_full_names(directory_of(QUAY), typed) == printed


@pytest.mark.parametrize("outcome", ["unanimous", "all"])
def test_a_file_from_before_means_the_same(outcome: str) -> None:
    read = msgspec.json.decode(f'{{"outcome": "{outcome}"}}', type=Decision)
    assert read == Decision(outcome=DecisionOutcome.CARRIED, unanimity=outcome)
