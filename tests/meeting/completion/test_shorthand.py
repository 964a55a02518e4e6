"""Shorthand is written out where it can only be one word, and nothing else is."""

from __future__ import annotations

import pytest

from tui.meeting.completion.shorthand import WrittenOut, ends, house
from tui.meeting.completion.vocabulary import Vocabulary
from tui.meeting.model import Person


def written(line: str, *learnt: str) -> str | None:
    """Return what the shorthand at the end of a line is written out as."""
    vocabulary = Vocabulary()
    for text in learnt:
        vocabulary.learn(text)
    found = vocabulary.written_out(line)
    return found.words or None if found else None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("the mtg", "meeting"),
        ("+Mtg", "Meeting"),
        ("?PCC: shd", "should"),
        ("the report. Cttee", "Committee"),
        ("to be settled w/", "with"),
        ("the date is tbc", "to be confirmed"),
        ("!CC to see t", "the"),
        ("in 2024, t", "the"),
        ("the cmmtt", "committee"),
        ("a dscssn", "discussion"),
        ("%-dscssd", "discussed"),
    ],
)
def test_abbreviations_and_words_without_their_vowels_are_written_out(line: str, words: str) -> None:
    assert written(line) == words


@pytest.mark.parametrize(
    "line",
    [
        "",
        "the meeting",
        "the meeting ",
        "the grand Mtg",
        "the MTG",
        "T",
        "5 t",
        "n/a",
        "his-mtg",
        "@mtg",
        "^mtg",
        "mtg's",
        "/go mtg",
        "s/mtg",
        "by",
        "try",
        "ltd",
        "mph",
        "xyzzt",
    ],
)
def test_words_names_and_commands_stay_as_they_are(line: str) -> None:
    assert written(line) is None


def test_what_was_met_in_full_is_no_shorthand() -> None:
    assert written("the govt", "The govt scheme was noted.") is None
    assert written("the cmmtt", "CMMTT reported.") is None
    vocabulary = Vocabulary()
    vocabulary.learn_person(Person(id=1, name="Ann Mtg", abbreviation="WCH"))
    assert vocabulary.written_out("to mtg") is None
    assert vocabulary.written_out("to wch") is None


def test_a_word_without_its_vowels_is_written_out_once_it_was_learnt_and_where_it_can_be_no_other() -> None:
    assert written("the strgglrs") is None
    assert written("the strgglrs", "The strugglers were thanked.") == "strugglers"
    assert written("the strgglrs", "The strugglers were thanked.", "The straggulars were thanked.") is None


def test_restricted_words_are_not_written_out() -> None:
    vocabulary = Vocabulary()
    vocabulary.learn("The strugglers were thanked.")
    vocabulary.withhold({"strugglers"})
    assert vocabulary.written_out("the strgglrs") is None


def test_no_abbreviation_is_a_word_that_is_common() -> None:
    vocabulary = Vocabulary()
    assert [short for short in house() if vocabulary.written_out(f"the {short}") is None] == []


def test_punctuation_ends_shorthand_of_some_length_and_a_space_any() -> None:
    assert ends("mtg", ",")
    assert ends("t", " ")
    assert not ends("p", ".")
    assert not ends("clerk", ":")


def test_letters_that_may_be_two_words_are_left_and_both_are_told() -> None:
    vocabulary = Vocabulary()
    for text in ("The strugglers were thanked.", "The stragglers were thanked.", "Nine stragglers came."):
        vocabulary.learn(text)
    assert vocabulary.written_out("the strgglrs") == WrittenOut("strgglrs", "", ("stragglers", "strugglers"))
    assert vocabulary.written_out("nine strgglrs") == WrittenOut("strgglrs", "stragglers")


def test_what_was_captured_as_letters_has_its_readings_still() -> None:
    vocabulary = Vocabulary()
    for text in ("The strugglers were thanked.", "The strgglrs came."):
        vocabulary.learn(text)
    assert vocabulary.written_out("the strgglrs") is None
    assert vocabulary.readings("the strgglrs") == ("strugglers",)
    assert vocabulary.readings("the strugglers") == ()
    assert vocabulary.readings("/go strgglrs") == ()
