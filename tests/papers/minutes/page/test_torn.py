"""Columns torn through their words: halves are put together where the paper itself says how, and nothing is guessed."""

from __future__ import annotations

from tui.papers.minutes.page.torn import is_torn, mended, vocabulary_of

RIGHT = (
    "members heard that the second ferry had been out of service the arly part of the season, and that after a week of "
    "waiting the ngine had been taken ashore to be looked at by the yard in Port Ellis before winter."
)
KNOWN = vocabulary_of(["early in the year an engine was bought and the ferry was painted in the harbour"])


def test_halves_of_words_are_joined_where_the_paper_has_the_whole() -> None:
    whole = mended("e e", RIGHT, KNOWN)
    assert "the early part of the season, and that after a week of waiting the engine had been" in whole.text
    assert (whole.left, whole.joined) == ((), 2)


def test_an_end_that_fits_nowhere_is_kept_apart_and_the_words_stay_as_they_were() -> None:
    whole = mended("qx", RIGHT, KNOWN)
    assert (whole.text, whole.left, whole.joined) == (RIGHT, ("qx",), 0)


def test_a_letter_that_the_tear_went_through_stands_once() -> None:
    right = RIGHT.replace("the arly part", "the our part")
    assert "the harbour part" in mended("harbo", right, KNOWN).text


def test_a_name_and_what_somebody_is_are_no_torn_column() -> None:
    assert not is_torn("Ada Lowe", "Chair of the committee")
    assert not is_torn("Findings:", RIGHT)
    assert is_torn("e e", RIGHT)
