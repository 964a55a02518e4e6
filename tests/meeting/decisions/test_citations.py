"""What a decision calls itself, and to which earlier ones it puts an end."""

from __future__ import annotations

from datetime import date

import pytest

from tui.meeting.decisions.citations import ended_by, own_number

HELD = date(2024, 9, 3)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Resolution 24/118: to rescind resolution 24/117", ["24/117"]),
        ("That minute 41/24 be rescinded", ["41/24"]),
        ("RESOLVED to replace Resolution No. 2024-17 with a new policy", ["2024-17"]),
        ("In place of minutes 41/24 and 42/24, the fee is 5 pounds", ["41/24", "42/24"]),
        ("Resolution 24/118 replaces resolution 24/117", ["24/117"]),
        ("Minute 41/24 is superseded by minute 55/24", ["41/24"]),
        ("Der Beschluss 41/24 wird aufgehoben", ["41/24"]),
        ("Beschluss 12/24 wird durch Beschluss 13/24 ersetzt", ["12/24"]),
        ("La délibération 2024-17 est annulée", ["2024-17"]),
        ("Se deroga el acuerdo 12/2024", ["12/2024"]),
        ("El acuerdo 12/2024 queda sin efecto", ["12/2024"]),
        ("Penderfynwyd diddymu penderfyniad 24/11", ["24/11"]),
    ],
)
def test_a_decision_puts_an_end_to_those_that_it_names_by_number(words: str, numbers: list[str]) -> None:
    assert [one.number for one in ended_by(words, HELD)] == numbers


@pytest.mark.parametrize(
    "words",
    [
        "Not to rescind resolution 24/117",
        "That resolution 24/118 be not rescinded",
        "To paint the fence; resolution 24/3 stands",
        "To replace the gate as in resolution 24/4",
        "To replace the lamp under minute 55/24",
        "To reverse the charge set by resolution 24/9",
        "To replace 24 lamps",
    ],
)
def test_a_decision_that_merely_names_another_leaves_it_as_it_was(words: str) -> None:
    assert ended_by(words, HELD) == ()


@pytest.mark.parametrize(
    ("words", "number", "day"),
    [
        ("That the decision of 7 May 2024 be rescinded", "", date(2024, 5, 7)),
        ("Resolved that the resolution of 3 June be revoked", "", date(2024, 6, 3)),
        ("Der Rat hebt den Beschluss Nr. 12/2024 vom 7. Mai 2024 auf", "12/2024", date(2024, 5, 7)),
        ("Abroge la délibération 2024-17 du 3 mars 2024", "2024-17", date(2024, 3, 3)),
        ("Penderfynwyd diddymu penderfyniad 24/11 o 7 Mai 2024", "24/11", date(2024, 5, 7)),
    ],
)
def test_a_decision_is_named_by_its_day_in_each_language(words: str, number: str, day: date) -> None:
    (one,) = ended_by(words, HELD)
    assert (one.number, one.day) == (number, day)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Resolution 24/118: to mow", "24/118"),
        ("RESOLVED: Resolution No. 2024-17 – to mow", "2024-17"),
        ("Beschluss Nr. 12/2024: Der Weg wird gemäht", "12/2024"),
        ("Délibération n° 2024-17 : faucher le chemin", "2024-17"),
        ("Resolution 24/118 is rescinded", ""),
        ("Resolved to mow", ""),
    ],
)
def test_a_decision_has_the_number_with_which_it_begins(words: str, number: str) -> None:
    assert own_number(words) == number
