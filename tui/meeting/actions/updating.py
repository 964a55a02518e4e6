"""What is to become of an action after its meeting: done, dropped, open again, due another day, somebody else's."""

from __future__ import annotations

from tui.meeting.dates.due import say_due
from tui.meeting.model import Action, Status, Value


class ActionUpdate(Value, frozen=True, kw_only=True):
    """What is to become of an action."""

    status: Status | None = None
    """The status it is to have; None leaves it."""
    due: str | None = None
    """When it is due from now on, in words; empty for no due, None leaves it."""
    owners: str | None = None
    """Whose it is from now on, as names are typed; None leaves it."""
    reason: str = ""
    """Why; it stands in the history beside the change."""


def status_words(action: Action) -> str:
    """Say how an action stands: `A1: done`, `B2: open, by Friday · Fri 6 Sep 2019`."""
    due = f", {say_due(action.due)}" if action.due and action.status is Status.OPEN else ""
    return f"{action.ref}: {action.status}{due}"
