"""People whom numbers count within a line of a list."""

from __future__ import annotations

import pytest

from tui.papers.minutes.roll.names import people_of_list
from tui.papers.understanding.people.reading import people_listed

COUNTED = [
    ("1. Ada Orme, 2. Ben Pike, 3. Ilse Kern", ["Ada Orme", "Ben Pike", "Ilse Kern"]),
    ("9) Ada Orme; 10) Ben Pike", ["Ada Orme", "Ben Pike"]),
    ("1. Ada Orme 2. Ben Pike 3. Ilse Kern", ["Ada Orme", "Ben Pike", "Ilse Kern"]),
]


@pytest.mark.parametrize(("line", "names"), COUNTED)
def test_numbers_that_count_people_part_them(line: str, names: list[str]) -> None:
    assert [one.name for one in people_listed(line)] == names
    assert [one.name for one in people_of_list(line, labelled=True) or []] == names


def test_numbers_of_posts_stay_with_them() -> None:
    line = "Ada Orme, 1. Vorsitzende, Ben Pike, 2. Vorsitzender"
    people = [("Ada Orme", "1. Vorsitzende"), ("Ben Pike", "2. Vorsitzender")]
    assert [(one.name, one.capacity) for one in people_listed(line)] == people
    assert [(one.name, one.capacity) for one in people_of_list(line) or []] == people
    assert people_of_list("1. Vorsitzende Ada Orme, 2. Vorsitzender Ben Pike") is None
