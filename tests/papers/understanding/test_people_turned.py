"""Lists of people in agendas that put surnames first."""

from __future__ import annotations

import pytest

from tui.papers.agenda import read_agenda

HEAD = "# Guild\n\n4 June 2024 at 19:30\n\n"
ITEMS = "\n## Agenda\n1. Tins\n2. Bills\n"


@pytest.mark.parametrize(
    ("listed", "people"),
    [
        ("## Present\n- Orme, Ada\n- van Dam, Wietske\n- Zorz, Quibe\n", ["Ada Orme", "Wietske van Dam", "Quibe Zorz"]),
        ("Present:\nPike, Oisín J. (Chair)\nKern, Ilse\nRoth, Eva\n", ["Oisín J. Pike", "Ilse Kern", "Eva Roth"]),
        ("## Present\n1. Orme, Ada\n2. Pike, Ben\n3. Kern, Ilse\n", ["Ada Orme", "Ben Pike", "Ilse Kern"]),
    ],
)
def test_surnames_before_first_names_are_put_behind_them(listed: str, people: list[str]) -> None:
    assert [one.name for one in read_agenda(f"{HEAD}{listed}{ITEMS}", "a.md").meeting.people] == people


@pytest.mark.parametrize(
    ("listed", "people"),
    [
        ("## Present\n- Ada, Ben\n- Cora, Dilys\n- Eva, Finn\n", ["Ada", "Ben", "Cora", "Dilys", "Eva", "Finn"]),
        ("## Present\n- Ada, Chair\n- Ben, Clerk\n- Cora, Treasurer\n", ["Ada", "Ben", "Cora"]),
    ],
)
def test_first_names_side_by_side_and_posts_behind_them_stay(listed: str, people: list[str]) -> None:
    assert [one.name for one in read_agenda(f"{HEAD}{listed}{ITEMS}", "a.md").meeting.people] == people


def test_items_of_two_words_stay_as_they_are() -> None:
    agenda = "## Present\n- Orme, Ada\n- Pike, Ben\n- Kern, Ilse\n\n## Items\n1. Highways, Planning\n2. Museum, April\n"
    meeting = read_agenda(f"{HEAD}{agenda}", "a.md").meeting
    assert [one.name for one in meeting.people] == ["Ada Orme", "Ben Pike", "Ilse Kern"]
    assert [one.heading for one in meeting.sections] == ["Highways, Planning", "Museum, April"]
