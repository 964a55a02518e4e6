"""Actions by their refs."""

import pytest

from tests.meeting.room import Taker, with_forward
from tui.errors import Refused
from tui.meeting.actions.actions import actions_of, find_action, is_open, next_ref, settle, spoken_of, supersede
from tui.meeting.model import Status


@pytest.mark.parametrize("ref", ["B2", "b2", " B 2 ", "B02"])
def test_an_action_is_found_by_its_ref_in_any_case(ref: str) -> None:
    assert find_action(with_forward(), ref).id == 2


def test_a_ref_that_is_none_names_those_of_its_letter_else_the_others() -> None:
    taker = Taker(with_forward())
    with pytest.raises(Refused, match="there are B1, B2, B3"):
        find_action(taker.meeting, "A1")
    taker.do("!one")
    with pytest.raises(Refused, match="there is only A1"):
        find_action(taker.meeting, "A2")


def test_actions_print_in_the_order_of_their_sections() -> None:
    taker = Taker(with_forward())
    taker.do("/go 3", "!last", "/go 1", "!first")
    assert [e.action.ref for e in actions_of(taker.meeting) if e.action] == ["A2", "B1", "B2", "B3", "A1"]


def test_a_ref_is_not_given_again_while_it_stands() -> None:
    taker = Taker(with_forward())
    taker.do("!one", "!two", "/drop A2")
    assert (next_ref(taker.meeting), next_ref(taker.meeting, "B")) == ("A3", "B4")


def test_a_settled_action_is_not_open_and_is_the_one_spoken_of() -> None:
    meeting = settle(with_forward(), "B2", Status.DONE)
    assert not is_open(meeting.entry(2))
    assert is_open(meeting.entry(1))
    assert spoken_of(meeting).id == 2


def test_an_action_cannot_replace_itself() -> None:
    with pytest.raises(Refused):
        supersede(with_forward(), "B1", "B1")


def test_an_action_may_be_dropped_after_it_was_done() -> None:
    meeting = settle(settle(with_forward(), "B1", Status.DONE), "B1", Status.DROPPED)
    assert "B1" not in [e.action.ref for e in actions_of(meeting) if e.action and is_open(e)]
    assert next(e.action.status for e in actions_of(meeting) if e.action) is Status.DROPPED
