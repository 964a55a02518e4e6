"""Sections taken out of the agenda's order."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.model import Meeting, Section
from tui.meeting.outline.taken_order import out_of_order


def taken(*places: int | None) -> Meeting:
    sections = tuple(Section(id=at, heading=f"S{at}", reached=place) for at, place in enumerate(places, 1))
    return Meeting(id="0" * 32, title="M", date=date(2024, 5, 1), sections=sections)


def moved(*places: int | None) -> dict[int, int | None]:
    return {at: before.id if before else None for at, before in out_of_order(taken(*places)).items()}


def test_the_agendas_order_needs_no_word() -> None:
    assert moved(1, 2, 3) == {}
    assert moved(1, None, 2) == {}
    assert moved() == {}


def test_a_section_taken_late_says_after_which() -> None:
    assert moved(1, 4, 2, 3) == {2: 4}


def test_a_section_taken_early_says_after_which() -> None:
    assert moved(1, 3, 4, 2) == {4: 1}


def test_a_section_taken_first_follows_none() -> None:
    assert moved(2, 3, 1) == {3: None}


def test_sections_that_moved_together_are_told_once() -> None:
    assert moved(1, 2, 6, 7, 3, 4, 5) == {3: 7}


@given(st.permutations(range(1, 9)))
def test_the_sections_left_unsaid_rise(places: list[int]) -> None:
    meeting = taken(*places)
    told = out_of_order(meeting)
    by_time = sorted(meeting.sections, key=lambda section: section.reached or 0)
    together = {after.id for before, after in pairwise(by_time) if after.id == before.id + 1}
    kept = [section.reached or 0 for section in meeting.sections if section.id not in told.keys() | together]
    assert kept == sorted(kept)
    assert not told.keys() & together
