"""Titles before a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.people.honorifics import plain_title, split_title
from tui.meeting.people.name_forms import fold


@pytest.mark.parametrize(
    ("name", "titles", "rest"),
    [
        ("Cllr Mrs Una Fox", ["Cllr", "Mrs"], "Una Fox"),
        ("District Cllr U. Fox", ["District Cllr"], "U. Fox"),
        ("Ch. Insp. Una Fox", ["Ch. Insp."], "Una Fox"),
        ("Ch.Insp. Fox", ["Ch.Insp."], "Fox"),
        ("T/DCI Fox", ["T/DCI"], "Fox"),
        ("Acting Det Supt Fox", ["Acting Det Supt"], "Fox"),
        ("T/ACC Una Fox", ["T/ACC"], "Una Fox"),
        ("Deputy Chief Constable Una Fox", ["Deputy Chief Constable"], "Una Fox"),
        ("ACC Fox", [], "ACC Fox"),
        ("UMA FAY FOX", [], "UMA FAY FOX"),
        ("Sir", [], "Sir"),
        ("Chief Officer", [], "Chief Officer"),
        ("Parish Church", [], "Parish Church"),
        ("", [], ""),
    ],
)
def test_a_name_is_parted_from_its_titles(name: str, titles: list[str], rest: str) -> None:
    assert split_title(name) == (titles, rest)


@pytest.mark.parametrize("title", ["CI", "Ch Insp", "Ch. Insp.", "Chief Inspector", "T/CI", "C/Insp"])
def test_a_rank_is_one_however_it_is_shortened(title: str) -> None:
    assert plain_title(fold(title)) == "chief inspector"


@given(st.text())
def test_a_name_keeps_at_least_a_word(name: str) -> None:
    titles, rest = split_title(name)
    assert bool(rest) == bool(name.strip())
    assert " ".join("".join((*titles, rest)).split()).replace(" ", "") == "".join(name.split())


@pytest.mark.parametrize("titled", ["Mme Anne Rey", "Madame Anne Rey", "Frau Anne Rey", "Sra. Anne Rey"])
def test_what_other_languages_put_before_a_name_is_no_part_of_it(titled: str) -> None:
    assert split_title(titled)[1] == "Anne Rey"
