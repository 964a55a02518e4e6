"""Words of the house style list are found where they are wrong, and left alone where they are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.checked import HOUSE, NO_STYLE, findings_of
from tui.meeting.checking.findings import FindingKind
from tui.meeting.checking.house_style import HouseStyle, WordRule
from tui.meeting.checking.style import in_case_of
from tui.meeting.model import Kind


def styled(*lines: str, house: HouseStyle = HOUSE) -> list[tuple[str, str]]:
    """Give the words found and what is suggested for each."""
    return [(f.words, f.suggestion) for f in findings_of(FindingKind.STYLE, *lines, house=house)]


def test_a_word_is_found_in_every_place_with_what_to_write() -> None:
    assert styled("+The rent will rise, and will stay") == [("will", "would"), ("will", "would")]


def test_case_is_kept() -> None:
    assert styled("+Will be done. Today or later.") == [("Will", "Would"), ("Today", "That day")]
    assert in_case_of("WILL", "would") == "WOULD"
    assert in_case_of("Ict", "IT") == "IT"


@pytest.mark.parametrize(
    "line",
    [
        "+They were willing, and a goodwill visit was paid",
        "+The will-power of the board",
        "+Of their own free will",
        "+They read the will of the founder",
        "+It was “what we will do today” that he read out",
        '+It was "what we will do today" that he read out',
        "+It was ‘what we’re told we will do’ that he read out",
        "+It was 'what we will do' that he read out",
        "+They had *What we will do today* before them",
        "+[[They will close it today]]",
        "%+They will close it today",
        "+A letter from Mr Will Smith was read",
        "+Will Smith wrote to the board",
        "#What will be done today",
        "?NS: what will be done today",
        "+What will be done today?",
        "&The cat will not come down today",
        "=Agreed that the rent will rise",
    ],
)
def test_words_that_are_right_are_left_alone(line: str) -> None:
    assert styled(line) == []


def test_a_question_that_is_told_and_not_put_is_reported_speech() -> None:
    assert styled("?NS asked whether the rent will rise") == [("will", "would")]


def test_a_question_among_statements_is_left_alone_and_they_are_not() -> None:
    assert styled("+The rent will rise. What will the tenants say? They will pay.") == [("will", "would")] * 2


def test_a_gap_is_not_taken_for_the_end_of_a_question() -> None:
    assert styled("+The rent will be ?? pounds.") == [("will", "would")]


def test_the_name_of_somebody_there_is_left_alone_even_where_a_sentence_begins() -> None:
    assert styled("/arrive Will Tansy", "+Will asked for a bench. He will pay.") == [("will", "would")]


def test_typographic_apostrophes_and_plain_ones_are_the_same() -> None:
    assert styled("+They don’t and they don't") == [("don’t", "did not"), ("don't", "did not")]


def test_apostrophes_of_the_plural_begin_no_quotation() -> None:
    assert styled("+The officers' rents will rise, and the members' too") == [("will", "would")]


def test_words_in_restricted_sections_are_left_alone() -> None:
    assert styled("/restrict", "+The rent will rise") == []


def test_a_rule_with_capitals_is_found_in_capitals_alone() -> None:
    assert styled("+The ICT room") == [("ICT", "IT")]
    assert styled("+The ict room") == []


def test_a_word_without_a_replacement_is_advice() -> None:
    (finding,) = findings_of(FindingKind.STYLE, "+They say it's late")
    assert (finding.words, finding.suggestion) == ("it's", "")
    assert "say it in other words" in finding.message


def test_a_word_within_what_would_be_written_is_right_already() -> None:
    house = HouseStyle(rules=(WordRule(find="council", write="the council"),))
    assert styled("+Council came and the council left", house=house) == [("Council", "The council")]


def test_a_word_written_as_itself_is_left_alone() -> None:
    assert styled("+They will", house=HouseStyle(rules=(WordRule(find="will", write="will"),))) == []


def test_phrases_are_found_across_any_spaces_and_before_the_words_in_them() -> None:
    rules = (WordRule(find="in order to", write="to"), WordRule(find="order", write="command"))
    assert styled("+In  order to win, an order", house=HouseStyle(rules=rules)) == [
        ("In  order to", "To"),
        ("order", "command"),
    ]


def test_a_rule_holds_for_its_kinds_alone() -> None:
    house = HouseStyle(rules=(WordRule(find="utilise", write="use", kinds=(Kind.ACTION,)),))
    assert styled("+Utilise it", "!NS to utilise it ^Friday", house=house) == [("utilise", "use")]


def test_of_the_rules_of_one_word_the_first_holds_whose_kinds_fit() -> None:
    rules = (WordRule(find="will", write="shall", kinds=(Kind.DECISION,)), WordRule(find="will", write="would"))
    assert styled("=The club will pay", "+It will pay", house=HouseStyle(rules=rules)) == [
        ("will", "shall"),
        ("will", "would"),
    ]


def test_without_a_list_nothing_is_found() -> None:
    assert styled("+They will today", house=NO_STYLE) == []


@given(st.text(alphabet="will today's “‘'\"*[]?.DON’T ’…\u202e\x00", max_size=60))
def test_any_words_at_all_are_searched_and_each_place_is_within_them(text: str) -> None:
    for finding in findings_of(FindingKind.STYLE, f"+x{text}"):
        assert finding.span is not None
        start, end = finding.span
        assert 0 <= start < end <= len(finding.text)
        assert finding.words.strip() == finding.words != ""
