"""What the agenda beside the log shows of each section."""

import pytest

from tests.meeting.room import Taker, with_forward
from tui.meeting.checking.section_counts import Signs, signs_of


def test_a_section_counts_what_was_captured_in_it() -> None:
    taker = Taker(with_forward())
    taker.do("one", "/go 3", "two ??", "three")
    signs = signs_of(taker.meeting)
    assert [signs[i].entries for i in (1, 2, 3, 4)] == [1, 0, 0, 2]
    assert signs[4] == Signs(entries=2, gaps=1)


@pytest.mark.parametrize(
    ("lines", "unanswered"),
    [
        (("?a",), 1),
        (("?a", ">b"), 0),
        (("?a", "-b"), 0),
        (("?a", "?b", ">c"), 0),
        (("?a", ">b", "?c"), 1),
        (("?a", "#b", "?c", ">d"), 1),
        (("?a", "+b"), 1),
        (("?a", "+b", "-c"), 1),
        (("?a", "!b", "-c"), 0),
        (("?a", "+b", ">c"), 0),
    ],
)
def test_a_question_is_open_until_a_response_or_a_point_under_it(lines: tuple[str, ...], unanswered: int) -> None:
    taker = Taker()
    taker.do(*lines)
    assert signs_of(taker.meeting)[1].unanswered == unanswered


def test_an_open_action_without_owner_or_due_is_counted_and_a_settled_one_is_not() -> None:
    taker = Taker(with_forward())
    taker.do("!mow", "!NS to mow", "!NS to mow ^Friday", "!rake", "/drop A4")
    assert signs_of(taker.meeting)[1].unowned == 2


def test_a_restricted_section_shows_as_such() -> None:
    taker = Taker()
    taker.do("/restrict")
    assert signs_of(taker.meeting)[1].restricted
