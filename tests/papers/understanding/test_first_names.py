"""The lexicon of first names: whom it knows, and what it takes for no name by itself."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui.meeting.languages.languages import words_of
from tui.meeting.people.roles import POST_WORDS
from tui.papers.agenda import read_agenda
from tui.papers.understanding.people.first_names import first_names, is_first_name, known_first_names
from tui.papers.understanding.people.names import PARTICLES


def test_names_of_many_lands_are_known_with_and_without_their_accents() -> None:
    names = "Annerose Björn Caoimhe Fabrice Emre Fatoumata Guðrún Harpreet Ioana Jadwiga Kenji Lakshmi Mamadou"
    names += " Oisín Pirjo Rania Siobhan Thabo Ulrich Wiebke Ximena Zsuzsanna Bjorn Oisin Gudrun"
    assert [name for name in names.split() if not is_first_name(name)] == []


@pytest.mark.parametrize(
    "words",
    [
        "Will May Grace Hope April June Chance Rich Art Rose Angel Major Olive Pearl Bill Summer Justice",
        "Wolf Mai Juni August Tage Tode Heide Rat Ferne",
        "Avril Aurore Marine Constant Rosette France",
        "Mercurio Soledad Abril Luna Remedios Pastor",
        "Haf Seren Eira Llun Mawrth",
        "Jaren Lieve Dries Zomer",
        "Paris Chelsea Georgia London Florence Lincoln Jordan Wales Easter Christmas",
        "Sony Aldi Uber Lenin Beethoven Hertha",
        "Board Clerk Hall Parish Zoom Report Sitzung Verein Séance Acta Rhaglen Vergadering",
    ],
)
def test_everyday_words_months_and_places_are_no_first_names_by_themselves(words: str) -> None:
    assert [word for word in words.split() if is_first_name(word)] == []
    assert known_first_names(words.split()) == 0


def test_words_of_posts_bodies_and_particles_are_no_sure_names() -> None:
    sure = first_names().sure
    assert not sure & {*POST_WORDS, *PARTICLES, *words_of("bodies")}
    assert not sure & first_names().words
    assert all(name == name.casefold() for name in sure)


def test_names_that_are_words_as_well_count_beside_others() -> None:
    assert known_first_names(["Grace", "Sophie", "April", "Trustees"]) == 3
    assert known_first_names(["grace", "sophie"]) == 0


def test_a_firm_that_somebody_is_called_by_is_where_they_work() -> None:
    people = "- Ada Lowe, Sony Pictures\n- Ben Marsh, Aldi Stores\n"
    paper = f"# Guild, 4 June 2024\n\n## Attendees\n{people}\n## Agenda\n1. Tins\n2. Bills\n"
    found = read_agenda(paper, "a.md").meeting.people
    assert [(one.name, one.capacity) for one in found] == [("Ada Lowe", "Sony Pictures"), ("Ben Marsh", "Aldi Stores")]


def test_the_lexicon_is_read_only_where_it_is_asked() -> None:
    program = (
        "import tui.papers.agenda\n"
        "from tui.papers.understanding.people.first_names import first_names, is_first_name\n"
        "assert first_names.cache_info().currsize == 0\n"
        "assert is_first_name('Sophie') and is_first_name('Anne-Marie') and not is_first_name('sophie')\n"
        "assert first_names.cache_info().currsize == 1\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
