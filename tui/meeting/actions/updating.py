"""Updating an action after its meeting: done, dropped, open again, or due another day, with the reason why."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.actions.actions import change_action
from tui.meeting.dates.due import due_of, say_due
from tui.meeting.dates.written_dates import said_date
from tui.meeting.history.journal import Journal, commit
from tui.meeting.model import Action, Due, Meeting, Status, Value
from tui.meeting.text.sanitizing import clean, lines_of


class ActionUpdate(Value, frozen=True, kw_only=True):
    """What is to become of an action."""

    status: Status | None = None
    """The status it is to have; None leaves it."""
    due: str | None = None
    """When it is due from now on, in words; empty for no due, None leaves it."""
    reason: str = ""
    """Why; it stands in the history beside the change."""


def apply_update(journal: Journal, entry_id: int, update: ActionUpdate, at: datetime) -> Journal:
    """Change an action's status or due; due words count from the day of `at`, as whoever types them means them.

    Raises Refused where nothing is to change, where the action stands so already, and KeyError where there is no such
    entry.
    """
    meeting = journal.meeting
    entry = meeting.entry(entry_id)
    action = entry.action
    if action is None:
        raise Refused("this is no action")
    if update.status is None and update.due is None:
        raise Refused("nothing is to change", hint="say whether it is done, dropped or open, or when it is due")
    fields: dict[str, object] = {}
    if update.status is not None and update.status is not action.status:
        fields |= {"status": update.status, "replaced_by": ""}
    if update.due is not None and (due := _due(meeting, update.due, at)) != action.due:
        fields["due"] = due
    if not fields:
        raise Refused(f"{action.ref} {_stands(action, update)} already")
    reason = " ".join(" ".join(clean(line) for line in lines_of(update.reason)).split())
    return commit(journal, change_action(meeting, entry, **fields), _what(action, update), at, reason=reason)


def status_words(action: Action) -> str:
    """Say how an action stands: `A1: done`, `B2: open, by Friday · Fri 6 Sep 2019`."""
    due = f", {say_due(action.due)}" if action.due and action.status is Status.OPEN else ""
    return f"{action.ref}: {action.status}{due}"


def _due(meeting: Meeting, words: str, at: datetime) -> Due | None:
    """Read due words as said on the day of `at`.

    The notes are read as of their meeting's day: words that would mean another day there (`Friday`) are kept as the
    date that they mean.
    """
    now = due_of(replace(meeting, date=at.date()), words)
    then = due_of(meeting, words)
    if now is None or now.date is None or (then and then.date == now.date):
        return now
    return Due(words=said_date(now.date), date=now.date)


def _what(action: Action, update: ActionUpdate) -> str:
    """Name the change for the history: `A1 done`, `B2 due`."""
    parts = [update.status.value] if update.status else []
    return f"{action.ref} {' and '.join((*parts, 'due') if update.due is not None else parts)}"


def _stands(action: Action, update: ActionUpdate) -> str:
    if update.due is None:
        return f"is {action.status}"
    return f"is due {say_due(action.due)}" if action.due else "has no due date"
