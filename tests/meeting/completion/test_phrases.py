"""Phrases of the user's own are typed by a name, and those are suggested that would save most."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tui.meeting.completion.phrases import is_phrase, phrase_at_end, suggested_phrases
from tui.meeting.model import Entry, Kind, Meeting, Section

AT = datetime(2024, 5, 7, 18, 42, tzinfo=UTC)
OWN = {"psa": "The PCC sought assurance that"}


def meeting(*texts: str, restricted: bool = False) -> Meeting:
    return Meeting(
        id="a" * 32,
        title="Panel",
        date=date(2024, 5, 7),
        sections=(Section(id=1, heading="Budget"),),
        entries=tuple(
            Entry(id=at, section=1, kind=Kind.NOTE, text=text, captured=AT, restricted=restricted)
            for at, text in enumerate(texts, 1)
        ),
    )


@pytest.mark.parametrize("line", [";psa", "?;psa", "+ ;psa", "He said: ;psa", "(;psa"])
def test_a_name_after_a_semicolon_is_a_phrase(line: str) -> None:
    found = phrase_at_end(line, OWN)
    assert found is not None
    assert (found.short, found.words) == (";psa", OWN["psa"])


@pytest.mark.parametrize("line", ["psa", ";psb", "it is;psa", ";psa ", ";PSA", ""])
def test_anything_else_is_none(line: str) -> None:
    assert phrase_at_end(line, OWN) is None


def test_what_was_written_often_is_suggested_with_the_keys_it_would_have_saved() -> None:
    texts = [f"The treasurer drew attention to the {what}." for what in ("roof", "boiler", "loan")]
    (found,) = suggested_phrases([meeting(*texts, "The roof leaks.")], {})
    assert (found.name, found.words, found.times) == ("ttda", "The treasurer drew attention to the", 3)
    assert found.saved == 3 * (len(found.words) - len(";ttda"))
    assert suggested_phrases([meeting(*texts)], {"x": f"{found.words} roof"}) == []
    assert suggested_phrases([meeting(*texts)], {"ttda": "other words"})[0].name == "ttda2"


def test_neither_restricted_words_nor_figures_are_suggested() -> None:
    assert suggested_phrases([meeting(*["The treasurer drew attention to it."] * 4, restricted=True)], {}) == []
    assert suggested_phrases([meeting(*["It [[was sold very cheaply indeed]]."] * 4)], {}) == []
    assert suggested_phrases([meeting(*["about 400 pounds"] * 4)], {}) == []


def test_a_name_is_short_and_small() -> None:
    assert is_phrase("psa2", "words")
    assert not any((is_phrase("PSA", "w"), is_phrase("2a", "w"), is_phrase("psa", ""), is_phrase("a" * 13, "w")))
