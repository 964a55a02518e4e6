"""The words of the languages that papers are read in: each whole, in small letters, and looked up together."""

from __future__ import annotations

from datetime import date

import pytest

from tui.meeting.dates.moments import moments_in
from tui.meeting.languages.language import Language, forms
from tui.meeting.languages.languages import READ, column_meanings, counted, words_of

FIELDS = (
    "date_keys",
    "time_keys",
    "place_keys",
    "chair_keys",
    "minutes_keys",
    "agenda",
    "items",
    "members",
    "apologies",
    "meets",
    "bodies",
)
"""What an agenda of any language has words for."""


def code_of(language: Language) -> str:
    return language.code


@pytest.mark.parametrize("language", READ, ids=code_of)
def test_a_language_has_twelve_months_seven_days_and_a_word_for_each_part_of_an_agenda(language: Language) -> None:
    assert (len(language.months), len(language.weekdays)) == (12, 7)
    assert [field for field in FIELDS if not forms(getattr(language, field))] == []


@pytest.mark.parametrize("language", READ, ids=code_of)
def test_its_words_are_folded_and_none_is_empty_or_stands_twice(language: Language) -> None:
    for field in FIELDS:
        words = getattr(language, field).split("|")
        assert words == [word.casefold().strip() for word in words]
        assert all(words)
        assert len(words) == len(set(words)), field


@pytest.mark.parametrize("language", READ, ids=code_of)
def test_each_of_its_months_is_read_as_such_in_a_date(language: Language) -> None:
    for number, month in enumerate(language.months, 1):
        told = moments_in(f"14 {forms(month)[0]} 2024")
        assert [moment.date for moment in told] == [date(2024, number, 14)], month


@pytest.mark.parametrize("language", READ, ids=code_of)
def test_each_of_its_days_is_read_beside_a_date(language: Language) -> None:
    month = forms(language.months[6])[0]
    for number, weekday in enumerate(language.weekdays):
        (told,) = moments_in(f"{forms(weekday)[0]}, {number + 1} {month} 2024")
        assert (told.weekday, told.weekday_fits) == (number, True), weekday


def test_words_are_looked_up_in_all_languages_together() -> None:
    assert {"venue", "ort", "lieu", "lugar", "lleoliad"} <= words_of("place_keys")
    assert {"agenda", "tagesordnung", "ordre du jour", "orden del día", "rhaglen"} <= words_of("agenda")


def test_months_are_counted_from_one_and_weekdays_from_nought() -> None:
    assert [counted("months")[word] for word in ("january", "mai", "septiembre", "rhagfyr")] == [1, 5, 9, 12]
    assert [counted("weekdays")[word] for word in ("monday", "freitag", "sul")] == [0, 4, 6]


def test_the_head_of_a_column_may_mean_several_things_the_likeliest_first() -> None:
    meanings = column_meanings()
    assert meanings["item no"] == ("number",)
    assert meanings["title"][0] == "item"
    assert {"item", "role"} <= set(meanings["title"])
    assert meanings["wer"][0] == "presenter"
