"""What agrees the last meeting's minutes in German, French, Spanish and Welsh, and what does not."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from msgspec.structs import replace

from tests.meeting.room import Taker, parish
from tui.meeting.approval.agreed_minutes import minutes_agreed, speaks_of_minutes

HEADINGS = {
    "de": ("Genehmigung der Niederschrift", "Protokoll der letzten Sitzung", "Genehmigung des Protokolls vom 5. April"),
    "fr": ("Approbation du procès-verbal", "Compte rendu de la dernière séance"),
    "es": ("Aprobación del acta anterior", "Lectura y aprobación del acta"),
    "cy": ("Cofnodion y cyfarfod diwethaf", "Cymeradwyo'r cofnodion"),
}
AGREED = {
    "de": """\
Genehmigt
Einstimmig genehmigt
Einstimmig genehmigt, 5 Ja-Stimmen
Die Niederschrift wird genehmigt.
Das Protokoll der Sitzung vom 5. April 2022 wurde einstimmig genehmigt
Das Protokoll wird ohne Änderungen angenommen, bei 1 Enthaltung""",
    "fr": """\
Adopté
Le procès-verbal est adopté
Le procès-verbal de la séance du 5 avril 2022 est approuvé à l'unanimité
Le compte rendu est adopté, 5 voix pour, 1 abstention""",
    "es": """\
Aprobada
Se aprueba el acta
Se aprueba por unanimidad el acta de la sesión anterior
El acta queda aprobada por mayoría""",
    "cy": """\
Derbyniwyd
Derbyniwyd y cofnodion
Cymeradwywyd cofnodion y cyfarfod diwethaf yn unfrydol""",
}
NOT_AGREED = {
    "de": """\
Die Niederschrift wird nicht genehmigt
Die Niederschrift wird mit einer Änderung genehmigt
Die Niederschrift wird im Juni genehmigt
Die Niederschrift der letzten Sitzung wird nicht genehmigt
Die Genehmigung wird vertagt
Der Haushalt wird genehmigt
Die Niederschrift wird genehmigt, wenn der Anhang vorliegt
Die Niederschrift wird genehmigt, 2 Ja-Stimmen, 3 Nein-Stimmen""",
    "fr": """\
Le procès-verbal n'est pas adopté
Le procès-verbal est adopté sauf le point 3
L'adoption est reportée
Le budget est adopté""",
    "es": """\
No se aprueba el acta
El acta no fue aprobada
El acta queda aprobada, salvo el punto 3
Se aprueba el acta de la sesión anterior salvo el punto 3
Se aprueba el presupuesto""",
    "cy": """\
Ni dderbyniwyd y cofnodion
Gohiriwyd y cofnodion
Derbyniwyd yr adroddiad""",
}


def _cases(said: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, line) for language, lines in said.items() for line in lines.splitlines()]


def _taken(language: str, line: str, heading: str = "") -> Taker:
    meeting = replace(parish(), language=language)
    first = replace(meeting.sections[0], heading=heading or HEADINGS[language][0])
    taker = Taker(replace(meeting, sections=(first, *meeting.sections[1:])))
    taker.do(f"={line}")
    return taker


@pytest.mark.parametrize(("language", "line"), _cases(AGREED))
def test_a_decision_in_the_meetings_language_agrees_the_minutes_it_stands_under(language: str, line: str) -> None:
    (agreed,) = minutes_agreed(_taken(language, line).meeting)
    assert agreed.dates in ((), (date(2022, 4, 5),))
    assert agreed.corrections == ()


@pytest.mark.parametrize(("language", "line"), _cases(NOT_AGREED))
def test_what_says_anything_else_leaves_them_a_draft(language: str, line: str) -> None:
    assert minutes_agreed(_taken(language, line).meeting) == ()


@pytest.mark.parametrize(
    ("language", "heading"), [(language, one) for language, some in HEADINGS.items() for one in some]
)
def test_the_section_is_known_by_its_heading_in_that_language_alone(language: str, heading: str) -> None:
    assert speaks_of_minutes(_taken(language, "Nein", heading).meeting)
    for other, line in product(HEADINGS, ("Adopté", "Genehmigt")):
        if other != language:
            assert minutes_agreed(_taken(other, line, heading).meeting) == ()
