"""A house style list is read from TOML, and where it is wrong the line is named with what to do."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.checking.house_style import HouseStyle, WordRule, joined
from tui.meeting.checking.house_style_file import read_house_style
from tui.meeting.model import Kind
from tui.resources import shipped

LIST = """known = ["OCC"]

[abbreviations]
CPS = "Crown Prosecution Service"

[[list]]
why = "told afterwards"
kinds = ["note", "point"]
reported = true
names = ["will"]
unless = ["free will"]
[list.words]
will = "would"
"this  morning" = "that morning"

[[list]]
[list.words]
"don’t" = ""
"""


def test_a_list_gives_its_rules_with_what_holds_for_all_of_them() -> None:
    style, alone = read_house_style(LIST, "list.toml")
    will = WordRule(
        find="will",
        write="would",
        why="told afterwards",
        kinds=(Kind.NOTE, Kind.POINT),
        reported=True,
        names=True,
        unless=("free will",),
    )
    morning = replace(will, find="this morning", write="that morning", names=False)
    assert style.rules == (will, morning, WordRule(find="don’t"))
    assert (style.known, style.abbreviations) == (("OCC",), (("CPS", "Crown Prosecution Service"),))
    assert not alone
    assert read_house_style("alone = true", "list.toml") == (HouseStyle(), True)


def test_one_s_own_list_holds_and_the_other_fills_in() -> None:
    abbreviations = 'known = ["TD"]\n[abbreviations]\nCPS = "Crown Property Store"\n'
    own, _ = read_house_style(f'{abbreviations}[[list]]\n[list.words]\nWill = "shall"\n"don\'t" = "x"', "")
    other, _ = read_house_style(LIST, "")
    style = joined(own, other)
    assert [(rule.find, rule.write) for rule in style.rules] == [
        ("Will", "shall"),
        ("don't", "x"),
        ("this morning", "that morning"),
    ]
    assert style.known == ("TD", "OCC")
    assert style.abbreviations == (("CPS", "Crown Property Store"),)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("known = [\n", 2, "not TOML"),
        ("[[list]\n", 1, "not TOML"),
        ("[[list]]\n[list.words]\nfoo bar = 'x'\n", 3, "not TOML"),
        ("\nwords = 1\n", 2, "“words” is no part of the list"),
        ("[[list]]\n\nfind = 'x'\n", 3, "“find” is no part of a list"),
        ("[[list]]\nwhy = 'a'\n[[list]]\nwhy = 3\n", 4, "why is a sentence"),
        ("[[list]]\nkinds = ['note', 'notes']\n", 2, "“notes” is not a kind"),
        ("[[list]]\nreported = 'yes'\n", 2, "reported is true or false"),
        ("[[list]]\nunless = 'free will'\n", 2, "unless is a list of words"),
        ("[[list]]\nwords = 'will'\n", 2, "words is a table"),
        ("[[list]]\n[list.words]\nwill = 'would'\ntoday = 5\n", 4, "for “today”"),
        ("[[list]]\n[list.words]\na = 'b'\n[[list]]\n[list.words]\n\"\" = 'x'\n", 6, "no word to look for"),
        ("[list]\nwhy = 'x'\n", 1, "list is written [[list]]"),
        ("abbreviations = 3\n", 1, "abbreviations is a table"),
        ("[abbreviations]\nCPS = 'x'\n'C P S' = 'x'\n", 3, "is not an abbreviation"),
        ("[abbreviations]\nCPS = 3\n", 2, "what CPS stands for is written in quotation marks"),
        ("alone = 1\n", 1, "alone is true or false"),
        ("known = ['UK', '']\n", 1, "known is a list of words"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line_and_what_to_do(text: str, line: int, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_house_style(text, "list.toml")
    assert caught.value.where == f"list.toml:{line}"
    assert words in caught.value.message
    assert caught.value.hint


@given(st.text(alphabet="[]=\"'#.\n abklw123_-", max_size=80) | st.text(max_size=80))
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    with suppress(BadInput):
        style, _ = read_house_style(text, "list.toml")
        assert all(rule.find for rule in style.rules)


def test_the_list_that_travels_along_holds_what_a_clerk_expects() -> None:
    style, alone = read_house_style((shipped("templates") / "house_style.toml").read_text(encoding="utf-8"), "shipped")
    written = {rule.find: rule.write for rule in style.rules}
    assert not alone
    assert {"will": "would", "today": "that day", "don't": "did not", "won't": "would not"}.items() <= written.items()
    assert len(written) == len(style.rules)
    assert all(rule.why for rule in style.rules)
