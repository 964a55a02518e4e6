"""Lines of a list of people that name none: firms, bodies, offices and places."""

from __future__ import annotations

import pytest

from tui.papers.agenda import read_agenda
from tui.papers.understanding.people.nobody import names_no_person


@pytest.mark.parametrize(
    "words",
    [
        "Hillfold Parish Council",
        "Fell & Sons Ltd",
        "Office of Roads",
        "Amt für Wald und Wiese",
        "Parish Plan Review",
        "Highways",
        "Lindental Town Hall",
        "Six members",
    ],
)
def test_bodies_firms_and_offices_are_nobody(words: str) -> None:
    assert names_no_person(words)


@pytest.mark.parametrize(
    "words", ["Ada Hall", "Jiehong Pike", "Will Yarrow", "Cllr Park", "Luis Marco Peña", "A B", "Fell"]
)
def test_whoever_has_a_first_name_or_a_title_is_somebody(words: str) -> None:
    assert not names_no_person(words)


def test_what_names_nobody_in_a_list_is_kept_beside_the_meeting() -> None:
    made = read_agenda(
        "# Forum\nDate: 4 June 2024\n\nAttendees:\nOffice of Roads\nAda Orme\nFell & Sons Ltd\n\nAgenda\n1. Welcome\n",
        "a.md",
    ).meeting
    assert [person.name for person in made.people] == ["Ada Orme"]
    assert made.unplaced == ("Office of Roads", "Fell & Sons Ltd")


def test_a_table_without_a_head_says_who_is_there() -> None:
    rows = "| Orme, Ada | present |\n|---|---|\n| Pike, Ben | excused |\n| Tarn, Cora | absent |\n"
    made = read_agenda(
        f"# Board\nDate: 4 June 2024\n\n## Members\n\n{rows}\n## Agenda\n1. Welcome\n2. Minutes\n", "a.md"
    ).meeting
    told = [(person.name, person.capacity, person.presence.value) for person in made.people]
    assert told == [("Ada Orme", "", "present"), ("Ben Pike", "", "apologies"), ("Cora Tarn", "", "absent")]


def test_marks_of_a_table_that_was_torn_tell_of_nobody_that_they_are_away() -> None:
    rows = "".join(f"{name}\n\nyes\n\n" for name in ("Ada Orme", "Ben Pike", "Cora Tarn"))
    made = read_agenda(f"# Board\n4 June 2024\n\nPresent\n\nApologies\n\n{rows}## Agenda\n1. Bills\n", "a.md").meeting
    assert [(one.name, one.presence.value) for one in made.people] == [
        ("Ada Orme", "present"),
        ("Ben Pike", "present"),
        ("Cora Tarn", "present"),
    ]


def test_labels_behind_the_last_person_of_a_list_are_nobody() -> None:
    made = read_agenda(
        "# Board\n4 June 2024\n\n## Agenda\n1. Bills\n\n## Attendees\n\n- Ada Orme\n- Ben Pike\n\n"
        "Notes:\n\nRecording: [link]\n",
        "a.md",
    ).meeting
    assert [one.name for one in made.people] == ["Ada Orme", "Ben Pike"]
