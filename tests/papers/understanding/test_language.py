"""The language of the notes: the one a paper names, else the one of its keys and headings."""

from __future__ import annotations

import pytest

from tui.papers.agenda import read_agenda
from tui.papers.draft import summary_of

GERMAN = (
    "# Gartenverein Nordhang\nDatum: 3. Februar 2031\nOrt: Vereinsheim\n"
    "## Anwesend\n- Jan Holm\n## Tagesordnung\n1. Zäune\n"
)
WELSH = (
    "# Cyngor Bro Wen\nDyddiad: 3 Chwefror 2031\nLleoliad: Y Neuadd\n"
    "## Yn bresennol\n- Elin Rhys\n## Agenda\n1. Ffensys\n"
)
FRENCH = (
    "# Amicale du Port\nDate : 3 février 2031\nLieu : salle des fêtes\n"
    "## Présents\n- Luc Roy\n## Ordre du jour\n1. Quai\n"
)
SPANISH = (
    "# Peña del Río\nFecha: 3 de febrero de 2031\nLugar: sede\n## Asistentes\n- Ana Gil\n## Orden del día\n1. Muelle\n"
)
ENGLISH = "# Harbour Board\nDate: 3 February 2031\nVenue: boathouse\n## Present\n- Jo Lee\n## Agenda\n1. Buoys\n"


@pytest.mark.parametrize(
    ("paper", "code"), [(GERMAN, "de"), (WELSH, "cy"), (FRENCH, "fr"), (SPANISH, "es"), (ENGLISH, "en")]
)
def test_the_language_is_known_by_keys_and_headings(paper: str, code: str) -> None:
    assert read_agenda(paper, "a.md").meeting.language == code


@pytest.mark.parametrize(
    ("line", "code"),
    [("Language: de", "de"), ("Language: Welsh", "cy"), ("Sprache: Deutsch", "de"), ("Langue : français", "fr")],
)
def test_a_line_names_the_language(line: str, code: str) -> None:
    paper = ENGLISH.replace("Venue: boathouse", line)
    assert read_agenda(paper, "a.md").meeting.language == code


def test_what_is_no_language_leaves_the_one_that_is_recognised() -> None:
    assert (
        read_agenda(GERMAN.replace("Ort: Vereinsheim", "Sprache: Latein\nOrt: Vereinsheim"), "a.md").meeting.language
        == "de"
    )


def test_another_language_is_said_and_english_is_not() -> None:
    assert "notes in: German" in summary_of(read_agenda(GERMAN, "a.md").meeting)
    assert not any(line.startswith("notes in") for line in summary_of(read_agenda(ENGLISH, "a.md").meeting))


def test_one_key_alone_is_no_language() -> None:
    assert read_agenda(ENGLISH.replace("Venue", "Ort"), "a.md").meeting.language == "en"
