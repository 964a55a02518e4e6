"""Signing off, taking it back, and the approval that a later meeting gives."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.meeting.room import AT, parish
from tui.errors import Refused
from tui.meeting.approval.amendments import amendments
from tui.meeting.approval.approving import agree, approve, approver, said_approval, withdraw
from tui.meeting.history.journal import Journal, redo, undo
from tui.meeting.model import Approval, Confirmation, corrections_of

JUNE = "the meeting of 14 June 2022"
LATER = datetime(2022, 6, 14, 19, 10)


def approval(by: str = "Cllr Maureen Tidy", *corrections: str) -> Approval:
    return Approval(by=by, at=AT, corrections=corrections)


def test_approving_records_who_and_when_and_stands_in_the_history() -> None:
    journal = approve(Journal(meeting=parish()), approval(), LATER)
    assert journal.meeting.approval == approval()
    assert [(change.what, change.at) for change in journal.history] == [("approve", LATER)]


def test_a_second_approval_is_refused_with_what_stands() -> None:
    journal = approve(Journal(meeting=parish()), approval(), AT)
    with pytest.raises(Refused, match="approved by Cllr Maureen Tidy on 10 May 2022 already"):
        approve(journal, approval("Gwen Pike"), LATER)


def test_an_approval_by_nobody_is_refused() -> None:
    with pytest.raises(Refused, match="nobody is named"):
        approve(Journal(meeting=parish()), approval(" \n\t"), AT)


def test_a_withdrawn_approval_leaves_a_draft_that_cannot_be_withdrawn_again() -> None:
    journal = withdraw(approve(Journal(meeting=parish()), approval(), AT), LATER)
    assert journal.meeting.approval is None
    with pytest.raises(Refused, match="draft"):
        withdraw(journal, LATER)


def test_undo_takes_an_approval_back_and_redo_gives_it_again() -> None:
    journal = undo(approve(Journal(meeting=parish()), approval(), AT), LATER)
    assert journal.meeting.approval is None
    assert redo(journal, LATER).meeting.approval == approval()


def test_who_approves_is_the_chair_of_the_header() -> None:
    assert approver(parish()) == "Cllr Maureen Tidy"
    assert approver(parish(header=())) == ""


def test_names_and_corrections_are_kept_as_one_clean_line_each_and_once() -> None:
    messy = approval("Gwen\n\x1b Pike", "ten\tfor\r\ntwelve", "", "ten for twelve")
    journal = approve(Journal(meeting=parish()), messy, AT)
    assert journal.meeting.approval == approval("Gwen Pike", "ten for twelve")
    assert said_approval(approval("Gwen Pike")) == "approved by Gwen Pike on 10 May 2022"


def test_a_later_meetings_approval_is_given_once_and_follows_its_corrections() -> None:
    once = agree(Journal(meeting=parish()), JUNE, approval(JUNE), LATER)
    assert once.meeting.approval == approval(JUNE)
    assert agree(once, JUNE, approval(JUNE), LATER) is once
    corrected = agree(once, JUNE, approval(JUNE, "ten for twelve"), LATER)
    assert corrected.meeting.approval == approval(JUNE, "ten for twelve")


def test_a_later_meetings_approval_goes_with_its_decision() -> None:
    given = agree(Journal(meeting=parish()), JUNE, approval(JUNE), LATER)
    gone = agree(given, JUNE, None, LATER)
    assert gone.meeting.approval is None
    assert agree(gone, JUNE, None, LATER) is gone
    assert agree(gone, JUNE, approval(JUNE), LATER).meeting.approval == approval(JUNE)


def test_a_later_meeting_confirms_what_was_approved_by_hand_with_its_corrections() -> None:
    by_hand = approve(Journal(meeting=parish()), approval("Gwen Pike", "nine for ten"), AT)
    confirmed = agree(by_hand, JUNE, approval(JUNE, "ten for twelve"), LATER)
    stands = confirmed.meeting.approval
    assert stands is not None
    assert (stands.by, stands.at) == ("Gwen Pike", AT)
    assert stands.confirmed == Confirmation(by=JUNE, at=AT, corrections=("ten for twelve",))
    assert corrections_of(stands) == ("nine for ten", "ten for twelve")
    assert said_approval(stands) == f"approved by Gwen Pike on 10 May 2022, confirmed by {JUNE}"
    assert agree(confirmed, JUNE, approval(JUNE, "ten for twelve"), LATER) is confirmed
    assert agree(confirmed, "the meeting of 12 July 2022", approval(JUNE), LATER) is confirmed
    assert agree(confirmed, JUNE, None, LATER).meeting.approval == by_hand.meeting.approval
    assert amendments(confirmed) == ()


def test_a_later_meeting_takes_nothing_back_that_was_approved_by_hand() -> None:
    named_alike = approve(Journal(meeting=parish()), approval(JUNE), AT)
    assert agree(named_alike, JUNE, None, LATER) is named_alike


@pytest.mark.parametrize("take_back", [withdraw, undo])
def test_what_somebody_withdrew_does_not_come_back_by_itself(take_back: object) -> None:
    assert callable(take_back)
    given = agree(Journal(meeting=parish()), JUNE, approval(JUNE), LATER)
    withdrawn = take_back(given, LATER)
    assert agree(withdrawn, JUNE, approval(JUNE), LATER) is withdrawn
