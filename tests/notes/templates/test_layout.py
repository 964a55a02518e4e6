"""Plain text in lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.notes.templates.layout import beside, fill, table, underlined, width_of, wrap

short_words = st.lists(st.text("abcdefg中é\u0301❤\ufe0f👩🚀🇬🇧", min_size=1, max_size=12), max_size=40).map(" ".join)


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("ab", 2),
        ("café – “so”", 11),
        ("中文", 4),
        ("한국", 4),
        ("e\u0301", 1),
        ("क्षि", 2),
        ("\u2067שלום\u2069", 4),
        ("👩\u200d🚀", 2),
        ("👨\u200d👩\u200d👧\u200d👦", 2),
        ("❤", 1),
        ("❤\ufe0f", 2),
        ("☎\ufe0f x", 4),
        ("1\ufe0f\u20e3", 2),
        ("👍🏽", 2),
        ("🇬🇧🇩🇪", 4),
    ],
)
def test_words_take_the_columns_that_a_terminal_gives_them(words: str, columns: int) -> None:
    assert width_of(words) == columns
    assert cell_len(words) == columns


@given(short_words, st.integers(24, 100))
def test_no_line_is_wider_than_the_page(words: str, width: int) -> None:
    assert all(width_of(line) <= width for line in wrap(words, width))
    assert all(width_of(line) <= width for line in fill(words, width, "• ").split("\n"))
    assert all(width_of(line) <= width for line in beside(words, "AB, CD", width, 8).split("\n"))


@given(st.text(st.sampled_from("ab 中\u0301-"), max_size=60), st.integers(1, 30))
def test_wrapping_loses_nothing(words: str, width: int) -> None:
    assert "".join(wrap(words, width)).replace(" ", "") == words.replace(" ", "")


def test_a_word_wider_than_the_page_stays_whole() -> None:
    assert wrap("a verylongword b", 6) == ["a", "verylongword", "b"]


def test_east_asian_words_are_parted() -> None:
    assert wrap("中文中文中", 4) == ["中文", "中文", "中"]


def test_an_emoji_of_several_characters_stays_whole_where_words_are_parted() -> None:
    assert wrap("👩\u200d🚀❤\ufe0f🇬🇧👍🏽", 4) == ["👩\u200d🚀❤\ufe0f", "🇬🇧👍🏽"]
    assert wrap("中e\u0301", 2) == ["中", "e\u0301"]


def test_columns_stand_in_line_beside_emoji() -> None:
    lines = table([("👩\u200d🚀 Ann", "Chair"), ("Bo ❤\ufe0f", "Clerk"), ("Cyd", "Guest")], 30).split("\n")
    assert [width_of(line[: -len("Chair")]) for line in lines] == [8, 8, 8]


def test_further_lines_hang_below_the_first() -> None:
    assert fill("one two three", 9, "• ") == "• one two\n  three"


def test_the_side_column_stands_where_the_words_end() -> None:
    assert beside("one two three four", "AB", 14, 4) == "one two\nthree\nfour      AB"


def test_a_long_side_goes_on_below() -> None:
    assert beside("one two", "AB, CD", 14, 4) == "one two   AB,\n          CD"


def test_a_side_has_a_line_of_its_own_beside_a_long_word() -> None:
    assert beside("unbreakable", "AB", 10, 4) == "unbreakable\n      AB"


def test_a_cell_begins_where_the_one_before_it_ends() -> None:
    rows = [("Ann Lee", "Chair"), ("Bartholomew Featherstone", "Clerk")]
    assert table(rows, 30, "Here:") == ("Here:  Ann Lee       Chair\n       Bartholomew\n       Featherstone  Clerk")


def test_a_line_is_drawn_under_the_longest_line() -> None:
    assert underlined("one two three", 8) == "one two\nthree\n-------"


@given(st.lists(st.sampled_from([*"ab -中ア한שלעربé", "e\u0301", "👩\u200d🚀", "❤\ufe0f", "🇬🇧", "👍🏽"])).map("".join))
def test_words_are_as_wide_as_the_screens_draw_them(words: str) -> None:
    assert width_of(words) == cell_len(words)


cells = st.lists(st.text("abc中é\u0301של", min_size=1, max_size=8), min_size=1, max_size=6).map(" ".join)


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=4), st.integers(60, 100))
def test_columns_begin_at_one_place_in_every_row(rows: list[tuple[str, str, str]], width: int) -> None:
    marked = [(one, f"|{two}", f"#{three}") for one, two, three in rows]
    lines = table(marked, width).split("\n")
    assert max(map(width_of, lines)) <= width
    for mark in "|#":
        places = [width_of(line[: line.index(mark)]) for line in lines if mark in line]
        assert len(places) == len(rows)
        assert len(set(places)) == 1


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=4), st.integers(40, 100))
def test_a_table_loses_nothing(rows: list[tuple[str, str]], width: int) -> None:
    together = "".join("".join(row) for row in rows)
    assert "".join(table(rows, width).split()) == "".join(together.split())
