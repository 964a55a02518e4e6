"""Settling an action after its meeting."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.book.samples import action, entry, meeting
from tui.errors import Refused
from tui.meeting.actions.updating import ActionUpdate, status_words
from tui.meeting.capture.following_up import apply_update
from tui.meeting.history.journal import Journal, undo
from tui.meeting.model import Action, Due, Status

AT = datetime(2019, 9, 2, 9, 30, tzinfo=UTC)
"""A Monday, six days after the meeting."""


def journal() -> Journal:
    open_one = action(1, "CC to report on it", "A1", due=Due(words="next week", date=date(2019, 9, 3)))
    replaced = action(2, "CC to wait", "A2", status=Status.REPLACED)
    return Journal(meeting=meeting(entries=(open_one, replaced, entry(3))))


def settled(update: ActionUpdate, entry_id: int = 1) -> Action:
    found = apply_update(journal(), entry_id, update, AT).meeting.entry(entry_id).action
    assert found
    return found


@pytest.mark.parametrize("status", [Status.DONE, Status.DROPPED])
def test_the_change_and_its_reason_stand_in_the_history_and_can_be_undone(status: Status) -> None:
    after = apply_update(journal(), 1, ActionUpdate(status=status, reason="  said so\nby letter\x1b[31m "), AT)
    change = after.history[-1]
    assert (change.what, change.at, change.reason) == (f"A1 {status.value}", AT, "said so by letter[31m")
    assert undo(after, AT).meeting.entries == journal().meeting.entries


def test_only_the_action_changes_and_not_what_the_meeting_is_speaking_of() -> None:
    after = apply_update(journal(), 1, ActionUpdate(status=Status.DONE), AT).meeting
    assert after.touched == ()
    assert after.entries[1:] == journal().meeting.entries[1:]


def test_an_action_can_be_opened_again() -> None:
    assert settled(ActionUpdate(status=Status.OPEN), 2).status is Status.OPEN


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Friday", Due(words="6 September 2019", date=date(2019, 9, 6))),
        ("in a week", Due(words="9 September 2019", date=date(2019, 9, 9))),
        ("by 1 October", Due(words="by 1 October", date=date(2019, 10, 1))),
        ("2019-12-24", Due(words="2019-12-24", date=date(2019, 12, 24))),
        ("when it rains", Due(words="when it rains")),
        ("^ 1 October 2019", Due(words="1 October 2019", date=date(2019, 10, 1))),
        ("", None),
        (" \n", None),
    ],
)
def test_due_words_count_from_the_day_they_are_typed_and_are_kept_where_the_notes_can_read_them(
    words: str, due: Due | None
) -> None:
    assert settled(ActionUpdate(due=words)).due == due


def test_status_and_due_change_in_one_step() -> None:
    after = apply_update(journal(), 2, ActionUpdate(status=Status.OPEN, due="1 October", reason="not done"), AT)
    assert [(change.what, change.reason) for change in after.history] == [("A2 open and due", "not done")]
    found = after.meeting.entry(2).action
    assert found
    assert (found.status, found.due) == (Status.OPEN, Due(words="1 October", date=date(2019, 10, 1)))


@pytest.mark.parametrize(
    ("entry_id", "update", "why"),
    [
        (
            1,
            ActionUpdate(),
            "nothing is to change; say whether it is done, dropped or open, when it is due, or whose it is",
        ),
        (1, ActionUpdate(reason="only this"), "nothing is to change"),
        (1, ActionUpdate(status=Status.OPEN), "A1 is open already"),
        (2, ActionUpdate(status=Status.REPLACED), "A2 is replaced already"),
        (3, ActionUpdate(status=Status.DONE), "this is no action"),
    ],
)
def test_what_changes_nothing_is_refused(entry_id: int, update: ActionUpdate, why: str) -> None:
    with pytest.raises(Refused) as refused:
        apply_update(journal(), entry_id, update, AT)
    assert why in str(refused.value)


def test_a_due_that_stands_so_is_refused_with_what_stands() -> None:
    once = apply_update(journal(), 1, ActionUpdate(due="1 October"), AT)
    with pytest.raises(Refused, match=r"A1 is due 1 October · Tue 1 Oct 2019 already"):
        apply_update(once, 1, ActionUpdate(due="1 October"), AT)
    never = apply_update(once, 1, ActionUpdate(due=""), AT)
    with pytest.raises(Refused, match="A1 has no due date already"):
        apply_update(never, 1, ActionUpdate(due=""), AT)


def test_how_an_action_stands_is_said_in_a_line() -> None:
    assert status_words(Action(ref="A1", status=Status.DONE, due=Due(words="Friday"))) == "A1: done"
    due = Due(words="by Friday", date=date(2019, 9, 6))
    assert status_words(Action(ref="B2", due=due)) == "B2: open, by Friday · Fri 6 Sep 2019"
