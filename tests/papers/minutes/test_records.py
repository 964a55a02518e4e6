"""The record of a decision in lines of its own, and what is decided and somebody's to do by the same words."""

from __future__ import annotations

from tests.papers.minutes.holding import AT
from tui.meeting.kinds import Kind
from tui.meeting.model import Decision, DecisionOutcome, Entry
from tui.papers.minutes.minutes import read_minutes
from tui.papers.reading.text import read_text_document

HEAD = {
    "en": "Ferry Committee\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\n\n",
    "de": "Protokoll des Fährvereins\n4. März 2025\n\nAnwesend: Ada Lowe, Ben Marsh\n\n",
    "fr": "Compte-rendu du comité du bac\n4 mars 2025\n\nPrésents : Ada Lowe, Ben Marsh\n\n",
}


def entries(text: str, code: str = "en") -> tuple[Entry, ...]:
    paper = f"{HEAD[code]}1. Boats\n\n{text}\n"
    return read_minutes(read_text_document(paper, "minutes.txt"), name="minutes.txt", at=AT).meeting.entries


def decided(text: str, code: str = "en") -> list[tuple[str, Decision]]:
    return [(one.text, one.decision) for one in entries(text, code) if one.decision]


def test_votes_in_a_line_of_their_own_are_of_the_decision_above() -> None:
    ((text, decision),) = decided("Beschluss: Das Boot wird verkauft.\n\nJa: 7  Nein: 2  Enthaltung: 1", "de")
    assert text == "Beschluss: Das Boot wird verkauft. Ja: 7 Nein: 2 Enthaltung: 1"
    assert (decision.votes_for, decision.votes_against, decision.abstained) == (7, 2, 1)


def test_who_moved_it_stands_in_a_line_before_and_what_came_of_it_in_one_behind() -> None:
    ((text, decision),) = decided("Moved by Ada Lowe, seconded by Ben Marsh\n\nTHAT the boat be sold.\n\nCARRIED")
    assert text.endswith("THAT the boat be sold. CARRIED")
    assert (decision.mover, decision.seconder) == ("Ada Lowe", "Ben Marsh")
    assert decision.outcome is DecisionOutcome.CARRIED


def test_labels_with_a_colon_name_mover_and_seconder() -> None:
    ((_, decision),) = decided("Motion: To sell the boat.\n\nMoved by: Ada Lowe\n\nSeconded by: Ben Marsh\n\nVote: 3-1")
    assert (decision.mover, decision.seconder) == ("Ada Lowe", "Ben Marsh")
    assert (decision.votes_for, decision.votes_against) == (3, 1)


def test_a_sentence_behind_which_votes_stand_is_what_was_voted_on() -> None:
    words = "Der Preis ist gestiegen. Der Verein stimmt dem Kauf zu. (5 Ja / 0 Nein / 1 Enthaltung)"
    made = entries(words, "de")
    assert [one.kind for one in made] == [Kind.NOTE, Kind.DECISION]
    assert made[1].decision is not None
    assert (made[1].decision.votes_for, made[1].decision.abstained) == (5, 1)


def test_votes_below_an_answer_are_a_decision_alone_and_nobodys_words() -> None:
    words = "Mme Lowe demande le prix. M. Marsh répond qu'il est de 90 euros.\n\nPour : 2 – Contre : 4 – Abstention : 0"
    made = entries(f"{words}\n\nLa résolution est rejetée.", "fr")
    assert made[-1].kind is Kind.DECISION
    assert made[-1].speakers == ()
    assert made[-1].decision is not None
    assert made[-1].decision.outcome is DecisionOutcome.LOST


def test_what_is_decided_and_charges_somebody_is_both() -> None:
    made = entries("Beschluss: Die Verwaltung wird beauftragt, ein Gutachten einzuholen.", "de")
    assert [one.kind for one in made] == [Kind.DECISION, Kind.ACTION]
    assert made[1].action is not None
    assert made[1].action.owners == ("Verwaltung",)


def test_an_action_named_below_a_decision_is_what_was_decided_and_not_its_votes() -> None:
    made = entries("It was agreed that a winch be bought. Carried, 3 in favour, 1 against.\n\nACTION: Ada Lowe")
    assert [one.text for one in made if one.action] == ["It was agreed that a winch be bought."]


def test_what_we_agreed_is_a_decision() -> None:
    assert [text for text, _ in decided("The rope is old. We agreed to buy another.")] == ["We agreed to buy another."]
