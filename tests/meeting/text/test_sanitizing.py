"""Words are kept clean and shown with stand-ins, and other words are left alone."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.text.sanitizing import clean, escaped_json, lines_of, printable, showable

ANY_TEXT = st.text(st.characters(exclude_categories=()))
JOINERS = "\u200c\u200d"
NUMBER_SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain words", "plain words"),
        ("Zoë, naïve, 李, 🙂, e\u0301", "Zoë, naïve, 李, 🙂, e\u0301"),
        ("[red]x[/]", "[red]x[/]"),
        ("\x1b[2J", "␛[2J"),
        ("\x00\x07\x1f\x7f", "␀␇␟␡"),
        ("a\r\nb\tc", "a␍ b c"),
        ("\x9b31m\x85", "�31m�"),
        ("\u202e\u202d\u206a", "���"),
        ("\u2066\u2069\u200e\u061c", "\u200c" * 4),
        ("\u200b\ufeff\u00ad\u2060\U000e0067", "\u200c" * 5),
        ("\ud800\udfff", "��"),
        ("\ufffe\U0010ffff\ufdd0", "���"),
        ("\u2028\u2029", "  "),
        ("क्\u200dष می\u200cخواهم", "क्\u200dष می\u200cخواهم"),
    ],
)
def test_a_character_that_a_terminal_would_obey_has_a_stand_in_and_no_other(words: str, shown: str) -> None:
    assert showable(words) == shown


@given(ANY_TEXT)
def test_what_is_shown_has_the_same_length_and_stays_as_it_is_when_shown_again(words: str) -> None:
    shown = showable(words)
    assert len(shown) == len(words)
    assert showable(shown) == shown


def test_of_all_characters_no_control_format_or_surrogate_is_shown_but_the_joiners_and_visible_number_signs() -> None:
    hidden = {"Cc", "Cs", "Cf", "Zl", "Zp"}
    shown = showable("".join(map(chr, range(sys.maxunicode + 1))))
    left = {character for character in shown if unicodedata.category(character) in hidden}
    assert left <= set(JOINERS + NUMBER_SIGNS)
    assert set(JOINERS) <= left


def test_every_character_that_can_be_printed_is_shown_as_itself() -> None:
    printable = "".join(character for character in map(chr, range(sys.maxunicode + 1)) if character.isprintable())
    assert showable("\x1b" + printable) == "␛" + printable


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Über\u00adprü\u200bfung", "Überprüfung"),
        ("\ufeff10\u2060km", "10km"),
        ("\u2068Name\u2069", "Name"),
        ("abc\u200e שלום\u200f x\u061c", "abc\u200e שלום\u200f x\u061c"),
        ("\u202eevil", "�evil"),
        ("\x1b[2J\x9b", "␛[2J�"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_nobody_sees_is_not_printed_and_marks_of_direction_are(words: str, printed: str) -> None:
    assert printable(words) == printed
    assert printable(printed) == printed


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("a\tb", "a b"),
        ("a\x00\x1b\x9b\x7fb", "ab"),
        ("\ud83d", "�"),
        ("right-to-left mark\u200f, no-break\u00a0space", "right-to-left mark\u200f, no-break\u00a0space"),
    ],
)
def test_cleaning_drops_controls_and_keeps_words(words: str, kept: str) -> None:
    assert clean(words) == kept


@given(ANY_TEXT)
def test_clean_words_can_be_written_as_utf_8_and_hold_no_control_character(words: str) -> None:
    kept = clean(words)
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in kept)
    assert kept.encode("utf-8").decode("utf-8") == kept


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one", ["one"]),
        ("one\n", ["one"]),
        ("one\r\ntwo\rthree\nfour", ["one", "two", "three", "four"]),
        ("a\vb\fc\x85d\u2028e\u2029f", ["a", "b", "c", "d", "e", "f"]),
        ("a\n\nb\n\n", ["a", "", "b"]),
        ("a\x1cb", ["a\x1cb"]),
    ],
)
def test_a_text_is_split_at_every_kind_of_line_break(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), ANY_TEXT), st.sampled_from([None, 2]))
def test_json_reads_the_same_with_its_characters_escaped_that_a_terminal_would_obey(
    value: dict[str, str], indent: int | None
) -> None:
    text = escaped_json(json.dumps(value, ensure_ascii=False, indent=indent))
    assert json.loads(text) == {key: words.encode("utf-8", "replace").decode() for key, words in value.items()}
    assert all(showable(line).replace("\u200c", "") == line.replace("\u200c", "") for line in text.split("\n"))


def test_an_override_of_direction_is_written_as_its_escape() -> None:
    assert escaped_json('{"words": "\u202eabc\x9b31m\x7f\U000e0041 Zo\u00eb"}') == (
        '{"words": "\\u202eabc\\u009b31m\\u007f\\udb40\\udc41 Zo\u00eb"}'
    )
