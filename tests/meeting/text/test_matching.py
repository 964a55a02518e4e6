"""Matching what is typed with names that exist."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.text.matching import (
    GUESS,
    NO_MATCH,
    best_first,
    did_you_mean,
    has_start,
    has_starts,
    holds,
    nearest_first,
    rank,
    starts,
    whole,
)

NAMES = ("harbour works", "the harbour", "charter", "works (harbour)", "archive of works")


def found(typed: str) -> list[str]:
    """Rank the names by every way there is, the strictest first."""
    ways = (whole, starts, has_start, has_starts, holds)
    return best_first(NAMES, ((rank(typed, *((way, (name,)) for way in ways), guess=name),) for name in NAMES))


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("harbour", ["harbour works", "the harbour", "works (harbour)"]),
        ("the harbour", ["the harbour"]),
        ("har", ["harbour works", "the harbour", "works (harbour)", "charter"]),
        ("wor har", ["harbour works", "works (harbour)"]),
        ("arch", ["archive of works"]),
        ("(har", ["works (harbour)"]),
        ("chtr", ["charter"]),
        ("q", []),
    ],
)
def test_names_that_start_so_come_before_those_whose_words_do_and_those_that_hold_it(
    typed: str, names: list[str]
) -> None:
    assert found(typed) == names


def test_letters_in_their_order_are_a_guess_that_counts_only_where_nothing_fits_better() -> None:
    assert rank("hw", (starts, ("harbour works",)), guess="harbour works") == GUESS
    assert found("hw") == ["harbour works", "archive of works"]
    assert rank("w", (starts, ("harbour works",)), guess="harbour works") == NO_MATCH
    assert "archive of works" not in found("har")


def test_equals_stand_by_what_else_decides_and_else_keep_their_places() -> None:
    orders = [(0, 1), (0, 0), (NO_MATCH, 0), (0, 0), (GUESS, 0)]
    assert best_first("abcde", orders) == ["b", "d", "a"]


def test_a_name_that_is_missing_fits_nothing_typed() -> None:
    assert rank("", (starts, ("",)), (whole, ("",))) == NO_MATCH


@given(st.text(max_size=20))
def test_whatever_is_typed_finds_each_name_at_most_once(typed: str) -> None:
    names = found(typed)
    assert len(names) == len(set(names))


def test_a_misspelt_word_is_asked_about_and_a_strange_one_is_not() -> None:
    assert did_you_mean("nxt", ["prev", "next"]) == "did you mean next?"
    assert did_you_mean("nxt", ["prev", "next"], "/{}") == "did you mean /next?"
    assert did_you_mean("nxt", ["a{}b", "zebra"]) == ""


def test_known_words_are_named_the_nearest_first_case_aside() -> None:
    assert nearest_first("HMTL", ["docx", "html", "txt"]) == ["html", "txt", "docx"]
