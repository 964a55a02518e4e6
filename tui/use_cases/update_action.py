"""Updating an action of the register in place: in the latest meeting that has it, under that meeting's lock."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.opened import OpenMeeting, open_meeting
from tui.book.register.index import filings
from tui.book.register.indexed_meeting import IndexedAction
from tui.book.register.indexing import uid_of
from tui.book.register.register import Stand, standing_now
from tui.errors import BadInput, MeetingHeld, Refused
from tui.meeting.actions.actions import find_action
from tui.meeting.actions.updating import ActionUpdate, apply_update, say_standing
from tui.meeting.dates.written_dates import said_date
from tui.meeting.model import Status, Value

PATIENCE = 2.0
"""Seconds for which another command may hold the meeting; a live screen holds it longer."""

_BETWEEN = 0.05
_TRIES = 5


class Updated(Value, frozen=True, kw_only=True):
    """An action that was updated."""

    path: Path
    """The meeting's file."""
    ref: str
    """The action's ref there."""
    message: str
    """In words: `A1: done (in the meeting of 27 August 2019)`."""
    notice: str = ""
    """What the user should hear besides: that the file was damaged, and what came back; else empty."""


def update_action(
    book: Book,
    uid: str,
    wish: ActionUpdate,
    at: datetime,
    *,
    opened: OpenMeeting | None = None,
    patience: float = PATIENCE,
) -> Updated:
    """Change an action's status or due where it stands now, and give where that was.

    `opened` is the meeting that this program has open for writing itself, if any: an action that stands there is
    changed there. Raises Refused where the action stands so already; MeetingHeld where another program goes on
    writing to the meeting; BadInput where no meeting has the action any more; BookError.
    """
    for _ in range(_TRIES):
        place = _place(book, uid)
        path = book.folder / place[0].name
        if opened is not None and opened.writable and opened.path == path.resolve():
            return _update(opened, place[1].entry, wish, at)
        with _held(path, _how(place[1], wish), patience) as meeting:
            # Until it was held, another program may have changed it, or made a later meeting that has the action.
            standing = _place(book, uid)
            if standing[0].name == path.name and _has(meeting, uid, standing[1].entry):
                return _update(meeting, standing[1].entry, wish, at)
    raise BadInput("the meetings change too fast to say where the action stands", hint="try again")


def find_uid(path: Path, ref: str) -> str:
    """Return the `uid` of the action that a meeting knows by a ref. Raises Refused, BookError."""
    meeting = read_meeting(path)
    try:
        return uid_of(meeting, find_action(meeting, ref))
    except Refused as refused:
        raise Refused(refused.message, where=path.name, hint=refused.hint) from None


def where_it_stands(book: Book, uid: str) -> tuple[Path, int]:
    """Find the file of the latest meeting that has an action, and its entry's id there. Raises BadInput, BookError."""
    file, standing = _place(book, uid)
    return book.folder / file.name, standing.entry


def _place(book: Book, uid: str) -> Stand:
    found = standing_now(filings(book).files, uid)
    if found is None:
        raise BadInput("no meeting of the book has this action any more", hint="`minutebook actions` lists those there")
    return found


def _has(opened: OpenMeeting, uid: str, entry: int) -> bool:
    """Return whether the meeting that is now held has the action where the index says."""
    meeting = opened.meeting
    return any(one.id == entry and one.action and uid_of(meeting, one) == uid for one in meeting.entries)


def _update(opened: OpenMeeting, entry_id: int, wish: ActionUpdate, at: datetime) -> Updated:
    opened.take(apply_update(opened.journal, entry_id, wish, at))
    action = opened.meeting.entry(entry_id).action
    assert action is not None, "an action that was settled is one still"
    message = f"{say_standing(action)} (in the meeting of {said_date(opened.meeting.date)})"
    return Updated(path=opened.path, ref=action.ref, message=message, notice=opened.notice)


def _held(path: Path, how: str, patience: float) -> OpenMeeting:
    """Open the meeting for writing, waiting a little for a command that has it. Raises MeetingHeld, BookError."""
    give_up = time.monotonic() + patience
    while True:
        try:
            return open_meeting(path)
        except MeetingHeld as held:
            if time.monotonic() >= give_up:
                raise MeetingHeld(held.message, where=path, hint=how) from None
        time.sleep(_BETWEEN)


def _how(standing: IndexedAction, wish: ActionUpdate) -> str:
    """Say what whoever has the meeting open can do instead."""
    typed = {Status.DONE: f"type /done {standing.ref} there", Status.DROPPED: f"type /drop {standing.ref} there"}
    instead = typed.get(wish.status, "change it there") if wish.status and wish.due is None else "change it there"
    return f"{instead}, or try again once it is closed"
