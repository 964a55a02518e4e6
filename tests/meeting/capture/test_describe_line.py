"""The reading shown under the capture line."""

import contextlib

import pytest
from hypothesis import given

from tests.meeting.lines import any_line
from tests.meeting.room import Taker, with_forward
from tui.errors import Refused
from tui.meeting.capture.describe_line import LONGEST, describe_line, kind_of_line
from tui.meeting.model import Kind
from tui.meeting.outline.labels import name_of_kind


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("hello", "Note"),
        ("MT: hello", "Note · MT"),
        ("%?MT, NS: hello", "Question · restricted · MT, NS"),
        ("!NS to mow ^9 June 2022", "Action · NS · due 9 June 2022"),
        ("!NS to mow ^when dry", "Action · NS · due when dry"),
        ("!mow", "Action · no owner · no due date"),
        ("!mow <B1 <B2", "Action in place of B1 and B2 · no owner · no due date"),
        ("~B2 dug", "Update on B2"),
        ("=Proposed by MT, seconded by NS, 7 for", "Decision · proposed by MT · seconded by NS · 7 for · no outcome"),
        ("=6 for, none against, 1 abstained", "Decision · 6 for, 0 against, 1 abstained · no outcome"),
        ("=Agreed unanimously", "Decision · carried, unanimous"),
        ("s/bench/seat/", "Change “bench” to “seat” in the action B1: MT to price a bench"),
        ("/next", "/next  Go to the next section"),
        ("/ne", "/next"),
        ("/zebra", "/ begins a command; put \\ before it for words"),
        ("", ""),
        ("x" * (LONGEST + 1), "4,001 characters in one entry"),
    ],
)  # fmt: skip
def test_a_line_is_described_as_it_would_be_entered(line: str, wanted: str) -> None:
    assert describe_line(with_forward(), line) == wanted


def test_an_empty_line_says_what_comes_next() -> None:
    taker = Taker()
    taker.do("?a", "-b")
    assert describe_line(taker.meeting, "") == "Enter: on to a response"


@pytest.mark.parametrize("line", ["~B9 x", "!mow <B9", "s/zebra/x/", "!", "?"])
def test_a_line_that_cannot_apply_says_why(line: str) -> None:
    with pytest.raises(Refused):
        describe_line(with_forward(), line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("", Kind.NOTE),
        ("!", Kind.ACTION),
        ("?a", Kind.QUESTION),
        ("??", Kind.NOTE),
        ("%~x", Kind.UPDATE),
        ("\\-", Kind.NOTE),
    ],
)
def test_the_label_shows_the_kind_as_soon_as_the_mark_is_typed(line: str, kind: Kind) -> None:
    assert kind_of_line(with_forward(), line) is kind


def test_an_action_is_named_by_its_ref() -> None:
    assert name_of_kind(with_forward().entry(1)) == "action B1"
    assert name_of_kind(Taker().key("x")) == "note"


@given(any_line)
def test_a_description_is_one_line_or_a_reason(line: str) -> None:
    with contextlib.suppress(Refused):
        assert "\n" not in describe_line(with_forward(), line)
