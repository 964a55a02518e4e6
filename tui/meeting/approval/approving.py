"""Signing the notes off, and taking that back: who approved them, when, and what is to be corrected."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.dates.written_dates import said_date
from tui.meeting.history.journal import Change, Journal, commit
from tui.meeting.history.row_changes import Fields
from tui.meeting.languages.header_words import said_under
from tui.meeting.model import Approval, Confirmation, Meeting
from tui.meeting.text.sanitizing import one_line

APPROVE = "approve"
"""What the history calls signing off."""

WITHDRAW = "withdraw approval"
"""What the history calls taking it back."""

AGREED = "approve at a later meeting"
"""What it calls the approval that a later meeting's decision gives."""

UNAGREED = "withdraw a later meeting's approval"
"""What it calls taking that back where the decision is gone."""

CONFIRM = "confirm at a later meeting"
"""What it calls that a later meeting agreed notes which somebody had signed off before, or takes that back."""


def is_draft(meeting: Meeting) -> bool:
    """Whether a meeting's notes are a draft still: nobody approved them, nor were they finished when imported."""
    return meeting.approval is None and not meeting.imported


def approve(journal: Journal, approval: Approval, at: datetime) -> Journal:
    """Sign the notes off; `at` is when that is noted, which may be later than the approval itself.

    Raises Refused, with what stands, where they are signed off already, and where nobody is named.
    """
    approved = journal.meeting.approval
    if approved is not None:
        raise Refused(f"the notes were {said_approval(approved)} already", hint="withdraw that first")
    tidied = _tidy(approval)
    if not tidied.by:
        raise Refused("nobody is named who approved the notes", hint="say who")
    return commit(journal, replace(journal.meeting, approval=tidied), APPROVE, at)


def withdraw(journal: Journal, at: datetime) -> Journal:
    """Make the notes a draft again. Raises Refused where they are one."""
    if journal.meeting.approval is None:
        raise Refused("the notes are a draft: nobody has approved them yet")
    return commit(journal, replace(journal.meeting, approval=None), WITHDRAW, at)


def agree(journal: Journal, by: str, agreed: Approval | None, at: datetime) -> Journal:
    """Bring the notes in step with what the later meeting `by` says of them; None if it no longer approves them.

    An approval given otherwise stays, and is confirmed by that meeting with its corrections; one that somebody withdrew
    by hand does not come back by itself.
    """
    approved, last = journal.meeting.approval, _last_said(journal)
    ours = approved is not None and approved.by == by and last is not None and last.what == AGREED
    if approved is not None and not ours:
        return _confirm(journal, approved, by, agreed, at)
    if agreed is None:
        if approved is None:
            return journal
        return commit(journal, replace(journal.meeting, approval=None), UNAGREED, at)
    if approved is None and last is not None and last.what != UNAGREED and _before(last).get("by") == by:
        return journal
    confirmed = approved.confirmed if approved is not None else None
    return commit(journal, replace(journal.meeting, approval=replace(_tidy(agreed), confirmed=confirmed)), AGREED, at)


def _confirm(journal: Journal, approved: Approval, by: str, agreed: Approval | None, at: datetime) -> Journal:
    """Note that the later meeting `by` agreed notes that were signed off before it, or that it no longer does."""
    if approved.confirmed is not None and approved.confirmed.by != by:
        return journal
    confirmed = Confirmation(by=agreed.by, at=agreed.at, corrections=_each_once(agreed.corrections)) if agreed else None
    if confirmed == approved.confirmed:
        return journal
    return commit(journal, replace(journal.meeting, approval=replace(approved, confirmed=confirmed)), CONFIRM, at)


def _last_said(journal: Journal) -> Change | None:
    """Return the change that last gave the approval or took it away."""
    for change in reversed(journal.history):
        if change.what != CONFIRM and any(
            part.table == "meeting" and "approval" in (part.after or {}) for part in change.parts
        ):
            return change
    return None


def _before(change: Change) -> Fields:
    """Return the approval that a change took away; empty where there was none."""
    found = (part.before or {} for part in change.parts if part.table == "meeting")
    return next((fields["approval"] for fields in found if fields.get("approval")), {})


def approver(meeting: Meeting) -> str:
    """Return who approves the notes unless somebody else is named: the words of the line `Chair:`."""
    return one_line(said_under(meeting, "Chair"))


def said_approval(approval: Approval) -> str:
    """Say who approved the notes and when: `approved by Jo Lee on 14 May 2024`, and which meeting confirmed them."""
    day = said_date(approval.at.date())
    said = f"approved by {approval.by}" + ("" if approval.by.endswith(f"meeting of {day}") else f" on {day}")
    return f"{said}, confirmed by {approval.confirmed.by}" if approval.confirmed else said


def _tidy(approval: Approval) -> Approval:
    return replace(approval, by=one_line(approval.by), corrections=_each_once(approval.corrections))


def _each_once(corrections: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for words in corrections if (line := one_line(words))))
