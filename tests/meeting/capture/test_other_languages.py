"""Actions and speakers as lines in the meeting's language give them."""

from __future__ import annotations

from datetime import date

import pytest

from tui.meeting.capture.line_reader import ParsedText, read_line
from tui.meeting.model import Meeting, Person, Section, SectionState

PEOPLE = (
    Person(id=1, name="Jan Holm", abbreviation="JH"),
    Person(id=2, name="Eva Lind", abbreviation="EL"),
    Person(id=3, name="Renée Plötz"),
)
FRIDAY = date(2031, 2, 7)


def read(code: str, line: str) -> ParsedText:
    section = Section(id=1, heading="X", state=SectionState.CURRENT)
    meeting = Meeting(id="0" * 32, title="X", date=date(2031, 2, 3), language=code, people=PEOPLE, sections=(section,))
    found = read_line(meeting, line)
    assert isinstance(found, ParsedText)
    return found


@pytest.mark.parametrize(
    ("code", "line", "owners", "due"),
    [
        ("de", "!Jan Holm: Angebote einholen ^bis Freitag", ("JH",), FRIDAY),
        ("de", "!Jan Holm bis Freitag: Angebote einholen", ("JH",), FRIDAY),
        ("de", "!JH soll bis Freitag Angebote einholen", ("JH",), FRIDAY),
        ("de", "!JH und EL sollen den Zaun streichen", ("JH", "EL"), None),
        ("de", "!Alle sollen Handschuhe mitbringen", ("ALL",), None),
        ("de", "!Aufgabe: Plötz: Saal mieten bis 14. Februar", ("Renée Plötz",), date(2031, 2, 14)),
        ("de", "!Der Brief soll an JH gehen", (), None),
        ("fr", "!JH et EL doivent demander un devis d'ici vendredi", ("JH", "EL"), FRIDAY),
        ("fr", "!JH : demander un devis ^avant vendredi", ("JH",), FRIDAY),
        ("es", "!JH y EL deben pedir un presupuesto antes del viernes", ("JH", "EL"), FRIDAY),
        ("cy", "!JH ac EL i ysgrifennu at y cyngor erbyn dydd Gwener", ("JH", "EL"), FRIDAY),
        ("cy", "!Anfon llythyr i JH", (), None),
        ("de", "!JH to write by Friday", ("JH",), FRIDAY),
        ("de", "!Angebote einholen @EL ^nächsten Freitag", ("EL",), FRIDAY),
        ("en", "!JH soll bis Freitag schreiben", (), None),
    ],
)
def test_an_action_is_read_in_the_language(code: str, line: str, owners: tuple[str, ...], due: date | None) -> None:
    found = read(code, line)
    assert found.owners == owners
    assert (found.due.date if found.due else None) == due


def test_speakers_may_be_joined_as_the_language_joins_them() -> None:
    assert read("de", "?JH und EL: warum").speakers == ("JH", "EL")
    assert read("de", "?JH and EL: why").speakers == ("JH", "EL")
    assert read("en", "?JH und EL: warum").speakers == ()


def test_owners_before_a_colon_are_not_told_twice() -> None:
    found = read("de", "!Jan Holm bis Freitag: Angebote einholen")
    assert found.text == "Angebote einholen"
    assert found.due is not None
    assert (found.due.words, found.due.in_text) == ("bis Freitag", False)
    assert read("de", "!Aufgabe: Plötz: Saal mieten").text == "Saal mieten"
    assert read("de", "!Zaun: Angebote einholen").text == "Zaun: Angebote einholen"
    assert read("en", "!JH: get quotes").text == "JH: get quotes"
