"""A board's meeting, and what its screen says of entries and questions."""

from __future__ import annotations

from tests.screens.live_app import Live
from tui.meeting.model import Action
from tui.widgets.prompt import Prompt

BOARD = """# Board May 2024

Date: Tuesday 7 May 2024 10:00
Repeats: first Tuesday of the month

## Attendance
- Ann Peel, Police and Crime Commissioner (PCC)
- Carl Ode, Chief Constable (CC)
- Rob Dean, Deputy Chief Constable (DCC)

## Apologies
- Di Moss, Deputy Commissioner (DPCC)

## Agenda
1. Matters arising
2. Holding to account
3. Any other business
"""


def texts(live: Live) -> list[str]:
    """Give the words of every entry."""
    return [e.text for e in live.entries]


def action_of(live: Live, place: int = -1) -> Action:
    """Give what an entry has as an action."""
    action = live.entries[place].action
    assert action is not None
    return action


def due_of(live: Live, place: int = -1) -> tuple[str, str] | None:
    """Give an action's due words and date; None without a due."""
    due = action_of(live, place).due
    return (due.words, due.date.isoformat() if due.date else "") if due else None


def prompt(live: Live) -> str:
    """What the question in one line shows: what is asked, typed and meant."""
    asked = live.screen.query_one(Prompt)
    shown = " ".join(str(asked.query_one(part).render()).strip() for part in (".asked", ".match"))
    return shown if asked.is_open else ""
