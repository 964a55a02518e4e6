"""What is said of a section when it is left."""

import pytest

from tests.meeting.room import Taker, parish, with_forward
from tui.meeting.checking.open_items import left_words, what_is_open


def words_on_leaving(*lines: str, step: str = "/go 2") -> str:
    taker = Taker(with_forward())
    taker.do(*lines)
    before = taker.meeting
    taker.do(step)
    return left_words(before, taker.meeting)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((), ""),
        (("+all told", "!NS to mow ^Friday"), ""),
        (("?why",), "left 1 with 1 question unanswered"),
        (("?why", "!mow ^Friday"), "left 1 with 1 question unanswered, 1 action without owner"),
        (("!NS to mow", "!PJH to rake"), "left 1 with 2 actions without due"),
        (("!mow", "+and ?? too", "+??"), "left 1 with 1 action without owner or due, 2 gaps"),
        (("!mow", "/drop A1"), ""),
    ],
)
def test_leaving_says_what_is_open(lines: tuple[str, ...], said: str) -> None:
    assert words_on_leaving(*lines) == said


def test_passing_over_and_a_new_section_are_leaving_too() -> None:
    for step in ("/skip", "/defer", "/section 4 Drains", "/next"):
        assert words_on_leaving("?why", step=step) == "left 1 with 1 question unanswered"


def test_staying_is_not_leaving_and_neither_is_the_end_of_a_section() -> None:
    assert words_on_leaving("?why", step="/rename Other matters") == ""
    taker = Taker()
    taker.do("/section 4 Drains", "/restrict")
    before = taker.meeting
    taker.do("/undo", "/undo")
    assert left_words(before, taker.meeting) == ""


def test_a_section_without_a_number_is_named_by_its_heading_cut_short() -> None:
    taker = Taker(parish())
    taker.do(f"/rename {'Bridleways ' * 9}", "/section Bins", "?when")
    before = taker.meeting
    taker.do("/go 1")
    assert left_words(before, taker.meeting) == "left “Bins” with 1 question unanswered"
    taker.do(f"/section {'Bridleways ' * 9}", "?when")
    before = taker.meeting
    taker.do("/go 1")
    said = left_words(before, taker.meeting)
    assert said.startswith("left “Bridleways")
    assert said.endswith("…” with 1 question unanswered")
    assert len(said) < 75


def test_actions_brought_forward_are_not_what_was_left_open_here() -> None:
    meeting = with_forward()
    assert what_is_open(meeting, meeting.section(2)) == ""
