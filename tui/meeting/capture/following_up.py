"""Following an action up after its meeting: what the register makes of it.

In a draft the action itself is changed. Notes that are approved stay what was signed: what became of an action since
stands beside it, for the register and for the meetings to come, and is no amendment.
"""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.actions.actions import change_entry
from tui.meeting.actions.updating import ActionUpdate
from tui.meeting.capture.agreeing_words import with_due, with_owners
from tui.meeting.capture.prompt_choices import choose_names
from tui.meeting.dates.due import due_of, say_due
from tui.meeting.dates.written_dates import said_date
from tui.meeting.history.journal import Journal, commit
from tui.meeting.history.since import as_it_stands
from tui.meeting.model import Action, Due, Entry, FollowUp, Meeting
from tui.meeting.text.sanitizing import clean, lines_of


def apply_update(journal: Journal, entry_id: int, update: ActionUpdate, at: datetime) -> Journal:
    """Change an action's status, due or owners; due words count from the day of `at`, as whoever types them means them.

    Raises Refused where nothing is to change, where the action stands so already, and KeyError where there is no such
    entry.
    """
    meeting = journal.meeting
    entry = meeting.entry(entry_id)
    if entry.action is None:
        raise Refused("this is no action")
    if update.status is None and update.due is None and update.owners is None:
        hint = "say whether it is done, dropped or open, when it is due, or whose it is"
        raise Refused("nothing is to change", hint=hint)
    now = as_it_stands(entry)
    then = _changed(meeting, now, update, at)
    if then == now:
        raise Refused(f"{entry.action.ref} {_stands(_action(now), update)} already")
    reason = " ".join(" ".join(clean(line) for line in lines_of(update.reason)).split())
    made = _follow_up(now, then, at, reason, apart=meeting.approval is not None)
    entry = entry if made.apart else then
    changed = change_entry(
        meeting,
        entry_id,
        text=entry.text,
        action=replace(_action(entry), since=(*_action(entry).since, made)),
    )
    return commit(journal, changed, _what(_action(now), update), at, reason=reason)


def _action(entry: Entry) -> Action:
    assert entry.action is not None, "only actions are followed up"
    return entry.action


def _changed(meeting: Meeting, entry: Entry, update: ActionUpdate, at: datetime) -> Entry:
    """Return an action as the update makes it."""
    action = _action(entry)
    if update.status is not None and update.status is not action.status:
        entry = replace(entry, action=replace(action, status=update.status, replaced_by=""))
    if update.due is not None and (due := _due(meeting, update.due, at)) != action.due:
        entry = with_due(meeting, entry, due)
    if update.owners is not None:
        owners = choose_names(meeting, update.owners, owners=True).names
        if owners != action.owners:
            entry = with_owners(meeting, entry, owners)
    return entry


def _follow_up(now: Entry, then: Entry, at: datetime, reason: str, *, apart: bool) -> FollowUp:
    was, became = _action(now), _action(then)
    return FollowUp(
        at=at,
        status=became.status if became.status is not was.status else None,
        due=became.due if became.due != was.due else None,
        undue=was.due is not None and became.due is None,
        owners=became.owners if became.owners != was.owners else None,
        text=then.text if then.text != now.text else "",
        reason=reason,
        apart=apart,
    )


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
    parts += ["due"] if update.due is not None else []
    parts += ["owner"] if update.owners is not None else []
    return f"{action.ref} {' and '.join(parts)}"


def _stands(action: Action, update: ActionUpdate) -> str:
    if update.owners is not None:
        return f"is {', '.join(action.owners)}’s" if action.owners else "has no owner"
    if update.due is None:
        return f"is {action.status}"
    return f"is due {say_due(action.due)}" if action.due else "has no due date"
