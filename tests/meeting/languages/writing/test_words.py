"""Every language has every word of the notes, and every word is used."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from pathlib import Path

import pytest

from tui.meeting.languages.writing.words import Words
from tui.meeting.languages.writing.written import CODES, listed, said_at, said_at_pattern, said_on, words_in
from tui.notes.view.view_page import printed_words

ROOT = Path(__file__).parents[4]
MAY_BE_EMPTY = {"first_of_month", "listed_and_else", "listed_else_before"}
ENGLISH = words_in("en")


def text_words() -> list[str]:
    return [name for name in Words.__struct_fields__ if name != "subjects"]


def blanks(words: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", words))


def test_there_are_five_languages() -> None:
    assert set(CODES) == {"en", "de", "fr", "es", "cy"}
    assert words_in("xx") is ENGLISH


@pytest.mark.parametrize("code", CODES)
def test_a_language_lacks_no_word(code: str) -> None:
    words = words_in(code)
    missing = [name for name in text_words() if not getattr(words, name) and name not in MAY_BE_EMPTY]
    assert missing == []
    assert dict.keys(words.subjects) == dict.keys(ENGLISH.subjects)
    assert all(words.subjects.values())


@pytest.mark.parametrize("code", CODES)
def test_a_language_fills_in_what_english_fills_in(code: str) -> None:
    words = words_in(code)
    skipped = {"short_date", "ordinal_date", "long_date", "month", "listed_else_before", "says_action", "says_decision"}
    for name in text_words():
        if name in skipped or name == "day_within":
            continue
        own, english = blanks(getattr(words, name)), blanks(getattr(ENGLISH, name))
        assert own <= english, name
        # French and Spanish tell a withdrawal and a coming apart from the item by brackets, and lose nothing of it.
        assert english - own <= {"day"} if name == "approved_by" else own == english, name


def test_every_word_is_used() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "tui").rglob("*.py") if "writing" not in path.parts
    )
    written = (ROOT / "tui" / "meeting" / "languages" / "writing" / "written.py").read_text(encoding="utf-8")
    moves = set(re.findall(r'"(\w+)"', code))
    used = set(re.findall(r"words\w*\.(\w+)", code + written)) | printed_words() | moves
    assert [name for name in Words.__struct_fields__ if name not in used] == []


@pytest.mark.parametrize(("code", "said"), [("en", " at 9:05"), ("de", " um 9:05 Uhr"), ("fr", " à 9 h 05")])
def test_a_time_within_a_sentence_is_found_again(code: str, said: str) -> None:
    words = words_in(code)
    made = said_at(words, time(9, 5)).replace("\u00a0", " ").replace("09:", "9:")
    assert made == said
    found = said_at_pattern(words).fullmatch(said_at(words, datetime(2031, 2, 3, 19, 52)))
    assert found is not None
    assert "52" in found["time"]
    assert said_at(words, None) == ""


@pytest.mark.parametrize(
    ("code", "names", "said"),
    [
        ("en", ["Ann", "Bo", "Cy"], "Ann, Bo and Cy"),
        ("de", ["Ann", "Bo"], "Ann und Bo"),
        ("es", ["Ana", "Inés"], "Ana e Inés"),
        ("es", ["Ana", "Hierro"], "Ana y Hierro"),
        ("cy", ["Ann", "Elin"], "Ann ac Elin"),
        ("cy", ["Ann", "Bo"], "Ann a Bo"),
        ("fr", ["Ann"], "Ann"),
    ],
)
def test_names_are_joined_as_the_language_joins_them(code: str, names: list[str], said: str) -> None:
    assert listed(words_in(code), names) == said


def test_a_day_within_an_event_is_said_in_the_language() -> None:
    day = date(2031, 3, 4)
    assert said_on(words_in("en"), day) == " on Tuesday 4 March 2031"
    assert said_on(words_in("de"), day) == " am 4.3.2031"
