"""Bringing an earlier state of a meeting back: `restore`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.commands.shared import now, say, with_book
from tui.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

    from tui.book.folder import Book
    from tui.book.rescue.restoring import EarlierState
    from tui.meeting.model import Meeting


@click.command()
@click.argument("meeting", required=False)
@click.option("--take", metavar="NUMBER", type=int, help="Bring this one back.")
@click.option("--yes", is_flag=True, help="Do not ask, for programs.")
@with_book
def restore(book: Book, /, meeting: str | None, take: int | None, yes: bool) -> None:
    """List the earlier states of a MEETING that are kept, or bring one back with --take.

    What a meeting's file held is kept as it is saved: every quarter of an hour for an hour, then one for a day, a
    week, a month, and one that is older. What is replaced is kept as well, and can be brought back in its turn.
    """
    from tui.book.rescue.restoring import bring_back, earlier_states, find_kept

    path = find_kept(book, meeting)
    states = earlier_states(path)
    if take is None:
        _list(path, states)
        return
    if not 1 <= take <= len(states):
        raise BadInput(f"there is no earlier state with the number {take}", hint="minutebook restore lists them")
    state = states[take - 1]
    if not yes:
        click.confirm(f"{path}: bring back what was saved at {_when(state)}?", abort=True, err=True)
    bring_back(path, state, now())
    say(f"{path}: as it was saved at {_when(state)}; what stood there is kept, see minutebook restore")


def _list(path: Path, states: list[EarlierState]) -> None:
    current = _current(path)
    for number, state in enumerate(states, 1):
        say(f"{number}. {_when(state)}: {_what(state.meeting, current)}")
    if not states:
        say(f"{path}: no earlier state is kept; one is when the meeting is saved the next time")
        sys.exit(1)


def _current(path: Path) -> Meeting | None:
    from tui.book.meeting_file import read_meeting
    from tui.errors import BookError

    try:
        return read_meeting(path)
    except BookError:
        return None


def _what(meeting: Meeting | None, current: Meeting | None) -> str:
    if meeting is None:
        return "cannot be read"
    count = len(meeting.entries)
    words = f"{count} {'entry' if count == 1 else 'entries'}"
    if current is None:
        return words
    if current.id != meeting.id:
        return f"{words}, of another meeting: {meeting.title}"
    if meeting == current:
        return f"{words}, as now"
    here = {entry.id: entry for entry in current.entries}
    there = {entry.id: entry for entry in meeting.entries}
    counts = {
        "not in it yet": len(here.keys() - there.keys()),
        "only in it": len(there.keys() - here.keys()),
        "with other words": sum(there[one].text != here[one].text for one in there.keys() & here.keys()),
    }
    return ", ".join([words, *(f"{number} {what}" for what, number in counts.items() if number)])


def _when(state: EarlierState) -> str:
    from tui.meeting.dates.written_dates import said_date

    at = state.at.astimezone()
    return f"{at:%H:%M:%S} on {said_date(at.date())}"
