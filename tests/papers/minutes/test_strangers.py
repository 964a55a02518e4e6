"""Forms of finished minutes that no list of words knows: headings of tasks, owners by their first names, bare lines."""

from __future__ import annotations

import pytest

from tests.papers.minutes.holding import AT
from tui.meeting.model import Entry, Meeting, Status
from tui.papers.minutes.minutes import read_minutes
from tui.papers.reading.text import read_text_document

HEAD = "Ferry Committee\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\n\n1. Boats\nBoats were looked at.\n\n"
TETE = "Compte rendu du comité du bac\n4 mars 2025\n\nExcusé : Sylvain BAC\n1 -Bateaux :\n"


def meeting_of(text: str) -> Meeting:
    return read_minutes(read_text_document(text, "minutes.md"), name="minutes.md", at=AT).meeting


def actions(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.text, one.action.owners) for one in meeting_of(text).entries if one.action]


def test_a_heading_of_tasks_may_say_how_they_stand_and_its_parts_list_them_too() -> None:
    told = (
        "# Hafen\n\n4. März 2025\n\nAnwesend: Ada, Ben\n\n## Tasks\n\n### Erledigte Tasks\n\n- **Ada**: Seil kaufen\n\n"
    )
    rest = "### Nicht erledigte Aufgaben\n\n- **Ben**: Anker streichen\n\n### Steg\n\n- **Ada**: Bretter holen\n\n"
    made = [one for one in meeting_of(f"{told}{rest}## Kasse\n\n- Stand 312 €\n").entries if one.action]
    assert [(one.action.owners, one.action.status) for one in made if one.action] == [
        (("Ada",), Status.DONE),
        (("Ben",), Status.OPEN),
        (("Ada",), Status.OPEN),
    ]


@pytest.mark.parametrize("head", ["• Action points in hand", "Aufgaben bis zur nächsten Sitzung:", "Wer macht was:"])
def test_a_line_that_heads_tasks_is_none(head: str) -> None:
    listed = f"{head}\n\nAda Lowe will tell the yard\n\nRopes were approved unanimously\n"
    assert actions(f"{HEAD}2. Ropes\nRopes were seen.\n\n{listed}") == [("Ada Lowe will tell the yard", ("Ada Lowe",))]


def test_whoever_stands_behind_for_owns_a_task() -> None:
    text = f"{HEAD}2. Actions\n\n- For Silona: Write to the yard\n- [ ] Consider the name\n"
    assert actions(text) == [("For Silona: Write to the yard", ("Silona",)), ("Consider the name", ())]


def test_what_came_of_earlier_actions_as_a_whole_is_no_action() -> None:
    assert actions(f"{HEAD}2. Actions from last meeting\nAll closed except the survey, which comes in May.\n") == []


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("Didier enverra les plans à la commission.", ("Didier",)),
        ("Didier va saisir les demandes.", ("Didier",)),
        ("Pierre et Luc vont prendre rendez-vous.", ("Pierre", "Luc")),
        ("Jean-Philippe transmettra une fiche (qui fait quoi) à tous.", ("Jean-Philippe",)),
        ("Didier se charge de l’administration.", ("Didier",)),
    ],
)
def test_those_called_by_a_first_name_own_what_they_will_do_though_no_list_has_them(
    words: str, owners: tuple[str, ...]
) -> None:
    assert actions(f"{TETE}Les bateaux sont vieux. {words}\n") == [(words, owners)]


@pytest.mark.parametrize("words", ["L’imprimeur a fixé la date.", "Le soleil reviendra.", "Luc va être absent."])
def test_what_will_be_is_nobodys_task(words: str) -> None:
    assert actions(f"{TETE}Les bateaux sont vieux. {words}\n") == []


def test_somebody_no_list_has_agreed_to_do_something() -> None:
    text = f"{HEAD}2. Hedge\nThe hedge was overgrown. Flis agreed to email the holders. Members agreed to differ.\n"
    assert actions(text) == [("Flis agreed to email the holders.", ("Flis",))]


def test_a_number_stands_with_a_dash_right_before_the_items_word() -> None:
    sections = meeting_of(f"{TETE}Les bateaux sont vieux.\n2 – Cordes :\nElles sont neuves.\n").sections
    assert [(one.number, one.heading) for one in sections] == [("1", "Bateaux :"), ("2", "Cordes :")]


def test_lines_of_a_paper_that_breaks_none_stay_apart() -> None:
    first = (
        "Silent auction, Ada Lowe thanked all those who came to it in the rain, and the many who gave prizes for it.\n"
    )
    said: list[Entry] = [*meeting_of(f"{HEAD}{first}Remodel items stand in the shed.\n").entries]
    assert [one.text for one in said][1:] == [first.strip(), "Remodel items stand in the shed."]
