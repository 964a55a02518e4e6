"""Brackets that restrict are read before a line is split, and none is left without its other one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.meeting.text.brackets import NOT_CLOSED, NOT_OPENED, carried, closed, restored, unbracketed
from tui.meeting.text.inline_markup import masked

texts = st.text(st.sampled_from("ab []*, "), max_size=30)


@pytest.mark.parametrize(
    ("typed", "text", "fault"),
    [
        ("a [b] c", "a [b] c", ""),
        ("a [[b]] c", "a [[b]] c", ""),
        ("a [[b", "a [[b]]", NOT_CLOSED),
        ("a]] b", "[[a]] b", NOT_OPENED),
        ("[[a [[b]] c", "[[a [[b]] c]]", NOT_CLOSED),
        ("a]] [[b", "[[a]] [[b]]", NOT_CLOSED),
    ],
)
def test_a_bracket_without_its_other_one_is_closed_on_the_safe_side_and_said(typed: str, text: str, fault: str) -> None:
    assert closed(typed) == (text, fault)


@given(texts)
def test_closing_leaves_nothing_open_and_makes_nothing_public(text: str) -> None:
    made = closed(text).text
    assert closed(made) == (made, "")
    if not masked(f"{made} ")[-1].isspace():
        raise AssertionError("what is appended is restricted too")
    at = made.find(text)
    hidden, was = masked(made)[at : at + len(text)], masked(text)
    assert all(now != old or now == before for now, old, before in zip(hidden, text, was, strict=True))


def test_brackets_over_several_lines_stand_round_the_words_of_each() -> None:
    lines = ["+a [[b", "?c", "", "d", "-e [[f", "-g]] h", "i]] j"]
    assert carried(lines, lambda line: 1 if line[0] in "+?-" else 0) == [
        ("+a [[b]]", NOT_CLOSED),
        ("?[[c]]", ""),
        ("", ""),
        ("d", ""),
        ("-e [[f]]", ""),
        ("-[[g]] h", ""),
        ("[[i]] j", NOT_OPENED),
    ]


@pytest.mark.parametrize(
    ("piece", "line", "wanted"),
    [
        ("Kim Doe", "- [[Kim Doe, whistleblower]]", "[[Kim Doe]]"),
        ("whistleblower", "- [[Kim Doe, whistleblower]]", "[[whistleblower]]"),
        ("Shed 2", "Venue: [[Shed]] 2", "[[Shed]] 2"),
        ("Jo Hale", "Jo [[Hale, x]]", "Jo [[Hale]]"),
        ("AB", "[[Dr CAB]] (AB)", "AB"),
        ("elsewhere", "[[a]] b", "[[elsewhere]]"),
        ("–", "[[a]] – b", "–"),
    ],
)
def test_a_piece_of_a_line_keeps_the_brackets_round_its_words(piece: str, line: str, wanted: str) -> None:
    assert restored(piece, line) == wanted


def test_the_first_of_the_same_words_decides_where_that_is_asked() -> None:
    assert restored("3", "3. Staffing, [[grade 3]]", first=True) == "3"
    assert restored("3", "3. Staffing, [[grade 3]]") == "[[3]]"


@given(texts)
@example("][]][[[[[]a")
def test_taking_the_brackets_away_and_giving_them_back_restricts_as_much(text: str) -> None:
    line = closed(text).text
    made = restored(unbracketed(line), line)
    letters = [one for one in masked(made) if one in "ab"]
    assert letters == [one for one in masked(line) if one in "ab"]
