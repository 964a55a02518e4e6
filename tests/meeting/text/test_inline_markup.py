"""The inline language: restricted words, emphasis, gaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.text.inline_markup import MASK, Span, has_gap, has_restricted, masked, plain, spans, withheld

marked = st.text(st.sampled_from("ab *[]?.(é\\ "), max_size=30) | st.text(max_size=30)


def words(text: str) -> list[tuple[str, str, bool]]:
    return [(span.words, span.emphasis, span.restricted) for span in spans(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("*yes*", [("yes", "em", False)]),
        ("**yes**", [("yes", "strong", False)]),
        ("a *b c* d", [("a ", "", False), ("b c", "em", False), (" d", "", False)]),
        ("(*b*).", [("(", "", False), ("b", "em", False), (").", "", False)]),
        ("a **b *c* d** e", [("a ", "", False), ("b c d", "strong", False), (" e", "", False)]),
        ("*a **b***", [("*a **b***", "", False)]),
        ("*a **b** c*", [("a b c", "em", False)]),
    ],
)
def test_stars_emphasise(text: str, wanted: list[tuple[str, str, bool]]) -> None:
    assert words(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "2*3*4",
        "a*b*c",
        "* a *",
        "*a",
        "a*",
        "*a **",
        "** a**",
        "***a***",
        "****",
        r"\no\mark",
        "_a_ `b` <c> [d]",
        "]] a",
    ],
)
def test_anything_else_is_literal(text: str) -> None:
    assert words(text) == [(text, "", False)]


def test_a_backslash_takes_no_mark_away() -> None:
    assert words(r"\*a*") == [("\\", "", False), ("a", "em", False)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a [[b]] c", [("a ", "", False), ("b", "", True), (" c", "", False)]),
        ("[[a [[b]] c]] d", [("a ", "", True), ("b", "", True), (" c", "", True), (" d", "", False)]),
        ("a [[b ]c", [("a ", "", False), ("b ]c", "", True)]),
        ("[[a]]]", [("a]", "", True)]),
        ("[[[a]]] b", [("[a]", "", True), (" b", "", False)]),
        ("[[]]", [("", "", True)]),
        ("a [[", [("a ", "", False), ("", "", True)]),
    ],
)
def test_double_brackets_restrict(text: str, wanted: list[tuple[str, str, bool]]) -> None:
    assert [w for w in words(text) if w[0] or len(wanted) < 3] == wanted


def test_emphasis_never_crosses_a_restricted_part() -> None:
    assert words("*a [[b* c]] d*") == [("*a ", "", False), ("b* c", "", True), (" d*", "", False)]


def test_emphasis_works_within_a_restricted_part() -> None:
    assert words("[[*a*]]") == [("a", "em", True)]


def test_question_marks_in_a_row_are_a_gap() -> None:
    assert spans("by ?? May") == (Span("by "), Span("??", gap=True), Span(" May"))
    assert has_gap("??")
    assert not has_gap("why? how?")


@given(marked)
def test_masking_keeps_the_length_and_the_unrestricted_words(text: str) -> None:
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert all(was == now or now == MASK for was, now in zip(text, hidden, strict=True))


@given(marked, st.text("xyz", min_size=1), marked)
def test_masked_and_withheld_words_are_gone(before: str, secret: str, after: str) -> None:
    secret = "\u2603" + secret
    text = before.replace("\u2603", "") + "[[" + secret + "]]" + after.replace("\u2603", "")
    assert has_restricted(text)
    assert "\u2603" not in masked(text)
    assert "\u2603" not in withheld(text)
    assert not [span for span in spans(withheld(text)) if span.restricted and span.words]


@given(marked)
def test_the_words_are_the_text_without_marks(text: str) -> None:
    letters = [character for character in text if character not in "*[]"]
    assert [character for character in plain(text) if character not in "*[]"] == letters


@given(marked)
def test_what_is_unrestricted_reads_the_same_once_the_rest_is_withheld(text: str) -> None:
    assert [s for s in spans(withheld(text)) if not s.restricted] == [s for s in spans(text) if not s.restricted]


@given(st.text(st.characters(exclude_characters="*[?"), max_size=50))
def test_text_without_marks_is_one_span(text: str) -> None:
    assert spans(text) == ((Span(text),) if text else ())
