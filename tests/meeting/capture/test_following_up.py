"""Following up what a signed record says: a fact of the register, and no amendment of the record."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from tests.meeting.room import AT, Taker, parish
from tui.meeting.actions.actions import find_action
from tui.meeting.actions.brought_forward import bring_forward
from tui.meeting.actions.review import toggle_struck
from tui.meeting.actions.updating import ActionUpdate
from tui.meeting.approval.amendments import amendments
from tui.meeting.approval.approving import approve
from tui.meeting.capture.following_up import apply_update
from tui.meeting.history.journal import Journal, undo
from tui.meeting.history.since import as_it_stands, followed_up, without_struck
from tui.meeting.model import Action, Approval, EarlierUpdate, Meeting, Status

LATER = AT + timedelta(days=5)


def signed(*lines: str) -> Journal:
    taker = Taker()
    taker.do(*lines)
    return approve(taker.journal, Approval(by="MT", at=AT), AT)


def action_of(meeting: Meeting, ref: str = "A1") -> Action:
    action = find_action(meeting, ref).action
    assert action is not None
    return action


def test_a_signed_record_stays_what_was_signed_and_the_register_knows_better() -> None:
    journal = signed("!MT to publish the accounts by 31 May")
    [entry] = journal.meeting.entries
    for update in (
        ActionUpdate(due="20 June 2022", reason="the auditor is ill"),
        ActionUpdate(owners="PJH"),
        ActionUpdate(status=Status.DONE),
    ):
        journal = apply_update(journal, 1, update, LATER)
    [now] = journal.meeting.entries
    assert (now.text, action_of(journal.meeting).status) == (entry.text, Status.OPEN)
    assert amendments(journal) == ()
    stands = as_it_stands(now)
    assert stands.text == "PJH to publish the accounts by 20 June 2022"
    assert stands.action is not None
    assert (stands.action.owners, stands.action.status) == (("PJH",), Status.DONE)
    assert stands.action.due is not None
    assert stands.action.due.date == date(2022, 6, 20)


def test_what_was_followed_up_can_be_undone_and_opened_again() -> None:
    journal = apply_update(signed("!MT to go"), 1, ActionUpdate(status=Status.DONE), LATER)
    assert followed_up(undo(journal, LATER).meeting).entries == signed("!MT to go").meeting.entries
    opened = apply_update(journal, 1, ActionUpdate(status=Status.OPEN), LATER)
    assert action_of(followed_up(opened.meeting)).status is Status.OPEN


def test_the_next_meeting_hears_what_was_settled_in_between_and_why() -> None:
    journal = apply_update(
        signed("!MT to go", "!NS to stay"), 1, ActionUpdate(status=Status.DONE, reason="seen"), LATER
    )
    june = parish(id="2" * 32, date=date(2022, 6, 14))
    made = bring_forward(june, [journal.meeting], LATER)
    gone, left = (entry.action for entry in made.entries)
    assert gone is not None
    assert left is not None
    assert (gone.status, left.status) == (Status.DONE, Status.OPEN)
    [told] = gone.earlier
    assert isinstance(told, EarlierUpdate)
    assert (told.change, told.text, told.day) == ("done", "seen", LATER.date())
    july = bring_forward(parish(id="3" * 32, date=date(2022, 7, 12)), [journal.meeting, made], LATER)
    assert [entry.text for entry in july.entries] == ["NS to stay"]


def test_what_was_settled_at_the_meeting_itself_is_not_brought_forward() -> None:
    journal = signed("!MT to go", "/done A1")
    assert bring_forward(parish(id="2" * 32, date=date(2022, 6, 14)), [journal.meeting], LATER).entries == ()


def test_what_is_struck_in_the_review_is_out_of_the_notes_until_it_is_taken_back() -> None:
    taker = Taker()
    taker.do("+One", "!MT to go", "!NS to stay")
    meeting = toggle_struck(taker.meeting, 2)
    assert [entry.text for entry in without_struck(meeting).entries] == ["One", "NS to stay"]
    assert without_struck(toggle_struck(meeting, 2)).entries == taker.meeting.entries
    dropped = replace(action_of(taker.meeting), status=Status.DROPPED)
    entries = tuple(replace(one, action=dropped) if one.id == 2 else one for one in taker.meeting.entries)
    assert without_struck(replace(taker.meeting, entries=entries)).entries == entries
