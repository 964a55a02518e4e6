"""Search in a meeting: what is found, in which order, and where the words stand in it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.room import AT, Taker, parish
from tui.meeting.model import Entry, Kind, Meeting
from tui.meeting.search import MOST, Index, searched_words, sought
from tui.meeting.text.normalizing import excerpt_of, fold_words, places_of

LINES = (
    "?MT: why was the café’s hedge cut",
    "!NS to report on the hedge by Friday",
    "!Somebody to look at the bench",
    "/next",
    "+The bench lies ?? metres off",
    "/go 2",
    "+Hedges are fine. Résumé of the year",
    "#Bench marks",
)


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    room = Taker()
    room.key(*LINES)
    return room.meeting


def found(meeting: Meeting, typed: str) -> list[str]:
    return [one.text for one in Index(meeting).search(typed).found]


def test_every_word_must_stand_somewhere_in_it(meeting: Meeting) -> None:
    assert found(meeting, "hedge friday") == ["NS to report on the hedge by Friday  → NS · due 13 May 2022"]
    assert found(meeting, "hedge zebra") == []


@pytest.mark.parametrize("typed", ["CAFE'S", "café’s", "cafe\N{RIGHT SINGLE QUOTATION MARK}S", "cafe\u0301's"])
def test_case_accents_and_quotation_marks_do_not_count(meeting: Meeting, typed: str) -> None:
    assert found(meeting, typed) == ["MT: why was the café’s hedge cut"]


def test_the_current_section_comes_first_and_then_the_newest(meeting: Meeting) -> None:
    assert [text[:8] for text in found(meeting, "hedge")] == ["Hedges a", "NS to re", "MT: why "]
    assert [text[:9] for text in found(meeting, "bench")] == ["Bench mar", "The bench", "Somebody "]


def test_a_word_s_beginning_comes_before_its_middle() -> None:
    room = Taker()
    room.key("+The art of it", "+A start")
    assert found(room.meeting, "art") == ["The art of it", "A start"]


def test_refs_owners_names_and_headings_are_found(meeting: Meeting) -> None:
    assert found(meeting, "a2") == ["Somebody to look at the bench  → no owner · no due date"]
    assert found(meeting, "priya") == ["NS to report on the hedge by Friday  → NS · due 13 May 2022"]
    assert found(meeting, "allot") == ["Allotments"]
    # A word of the section's heading narrows the entries of that section down.
    assert found(meeting, "allot hedges") == ["Hedges are fine. Résumé of the year"]


def test_signs_list_what_is_open(meeting: Meeting) -> None:
    assert found(meeting, "??") == ["The bench lies ?? metres off"]
    assert found(meeting, "?") == ["MT: why was the café’s hedge cut"]
    assert found(meeting, "!") == ["Somebody to look at the bench  → no owner · no due date"]
    assert found(meeting, "?? bench") == ["The bench lies ?? metres off"]
    assert found(meeting, "! hedge") == []
    assert Index(meeting).search("?? bench").words == ("bench", "??")


def test_without_words_the_entries_stand_there_and_no_headings(meeting: Meeting) -> None:
    assert len(found(meeting, "  ")) == len(meeting.entries)


def test_no_more_are_given_than_can_be_looked_at() -> None:
    findings = Index(many(1_000)).search("word")
    assert (len(findings.found), findings.more) == (MOST, 1_000 - MOST)


def many(count: int) -> Meeting:
    words = "word survey of May says dredging harbour café buoy regatta slipway moorings résumé “fees”".split()
    choose = random.Random(7)
    return parish(
        entries=tuple(
            Entry(
                id=at + 1,
                section=1 + at % 4,
                kind=Kind.QUESTION if at % 9 == 0 else Kind.NOTE,
                text=f"word {' '.join(choose.choices(words, k=18))}{' ??' if at % 50 == 0 else ''}",
                captured=AT,
                speakers=("MT", "NS"),
            )
            for at in range(count)
        )
    )


def test_places_are_those_of_the_words_as_written() -> None:
    text = "Straße, “Čaj” and cafe\u0301s at ½ price"
    words = tuple(fold_words(word) for word in ("strasse", '"caj"', "cafés", "½"))
    assert [text[start:end] for start, end in places_of(text, words)] == ["Straße", "“Čaj”", "cafe\u0301s", "½"]


def test_an_excerpt_has_the_first_place_in_sight() -> None:
    excerpt = excerpt_of("many words before " * 30 + "the needle and more", ("needle",), 60)
    assert excerpt.text.startswith("…")
    (place,) = excerpt.places
    assert excerpt.text[slice(*place)] == "needle"
    assert place[1] <= 60
    assert excerpt_of("the needle", ("needle",), 60).text == "the needle"


letters = st.text(alphabet="aàÅßſǄİıΣς\u0301’“–… ﬁ½éE한ł😀", max_size=12)


@given(letters, letters)
def test_a_word_is_found_exactly_where_its_places_are(text: str, word: str) -> None:
    folded = fold_words(word)
    places = places_of(text, (folded,)) if folded else ()
    assert bool(places) == bool(folded and folded in fold_words(text))
    for start, end in places:
        assert 0 <= start < end <= len(text)
        assert folded in fold_words(text[start:end])


@given(letters, letters, st.integers(min_value=1, max_value=20))
def test_places_in_an_excerpt_lie_within_it(text: str, word: str, room: int) -> None:
    excerpt = excerpt_of(text, (fold_words(word),) if word.strip() else (), room)
    for start, end in excerpt.places:
        assert 0 <= start < end <= len(excerpt.text)


@given(st.text(max_size=30))
def test_anything_can_be_typed(typed: str) -> None:
    Index(many(3)).search(typed)


@pytest.mark.parametrize("typed", ["harb", "CAFE slip", "mt regat", "??", "? word", "?? of", "", "e", "“fees”"])
def test_whatever_is_found_stands_in_the_words_that_a_meeting_is_known_by(typed: str) -> None:
    meeting = many(40)
    known = searched_words(meeting)
    assert Index(meeting).search(typed).found
    assert all(word in known for word in sought(typed))


def test_words_that_no_row_has_leave_a_meeting_out_and_signs_are_told_from_words() -> None:
    known = searched_words(parish())
    assert [word for word in sought("zebra ?? !") if word in known] == []
