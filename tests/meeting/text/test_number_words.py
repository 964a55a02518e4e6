"""Number words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.text.number_words import NUMBER, ORDINAL, read_number, read_ordinal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("zero", 0),
        ("six", 6),
        ("Twelve", 12),
        ("forty", 40),
        ("twenty-one", 21),
        ("ninety nine", 99),
        ("7", 7),
        ("107", 107),
    ],
)
def test_numbers_are_read_in_digits_and_words(text: str, number: int) -> None:
    assert read_number(text) == number
    assert re.fullmatch(NUMBER, text, re.IGNORECASE)


@pytest.mark.parametrize("text", ["", "a", "none", "twenty-ten", "six-one", "-1", "1.5", "sixty-zero", "²", "٣"])
def test_other_words_are_no_numbers(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1st", 1),
        ("second", 2),
        ("Third", 3),
        ("12th", 12),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("thirty first", 31),
    ],
)
def test_ordinals_are_read_in_digits_and_words(text: str, number: int) -> None:
    assert read_ordinal(text) == number
    assert re.fullmatch(ORDINAL, text, re.IGNORECASE)


@pytest.mark.parametrize("text", ["", "0th", "zeroth", "last", "two", "twenty-two", "2"])
def test_other_words_are_no_ordinals(text: str) -> None:
    assert read_ordinal(text) is None


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert (read_number(text) or 0) >= 0
    assert read_ordinal(text) is None or (read_ordinal(text) or 0) > 0
