"""Updating an action of the register in place: in the latest meeting that has it, under that meeting's lock."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.opened import OpenMeeting, open_meeting
from tui.book.register.index import COPY_MARK, read_index, uid_in_copy
from tui.book.register.indexed_meeting import ACTIONS, IndexedAction
from tui.book.register.indexing import uid_of
from tui.book.register.register import IndexedAppearance, latest_appearance, latest_appearances
from tui.errors import BadInput, MeetingHeld, Refused
from tui.meeting.actions.actions import find_action, is_ref
from tui.meeting.actions.updating import ActionUpdate, status_words
from tui.meeting.capture.following_up import apply_update
from tui.meeting.dates.written_dates import said_date
from tui.meeting.history.since import as_it_stands
from tui.meeting.model import Status, Value
from tui.meeting.text.sanitizing import one_line

PATIENCE = 2.0
"""Seconds for which another command may hold the meeting; a live screen holds it longer."""

_BETWEEN = 0.05
_TRIES = 5
_MOST = 5
"""How many actions that a ref fits are named."""
_LONGEST = 100
"""Characters of an action's words that an answer repeats."""


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
    update: ActionUpdate,
    at: datetime,
    *,
    opened: OpenMeeting | None = None,
    patience: float = PATIENCE,
) -> Updated:
    """Change an action's status or due where it stands now, and return where that was.

    `opened` is the meeting that this program has open for writing itself, if any: an action that stands there is
    changed there. Raises Refused where the action stands so already; MeetingHeld where another program goes on
    writing to the meeting; BadInput where no meeting has the action any more; BookError.
    """
    for _ in range(_TRIES):
        place = _place(book, uid)
        path = book.folder / place.meeting.name
        if opened is not None and opened.writable and opened.path == path.resolve():
            return _update(opened, place.action.entry, update, at)
        with _held(path, _how(place.action, update), patience) as meeting:
            # Until it was held, another program may have changed it, or made a later meeting that has the action.
            now = _place(book, uid)
            if now.meeting.name == path.name and _has(meeting, uid, now.action.entry):
                return _update(meeting, now.action.entry, update, at)
    raise BadInput("the meetings change too fast to say where the action stands", hint="try again")


def uid_named(book: Book, ref: str, meeting: str | None, update: ActionUpdate) -> str:
    """Return the `uid` of the action that is meant by a ref, as the register lists it, of a meeting if one is named.

    Without a meeting, an action counts that the update can be for: nobody means one that is done when they say that it
    is. Raises Refused, which names them, where several are meant; BadInput, BookError.
    """
    if meeting is not None:
        return find_uid(book.find(meeting), ref)
    settled = update.status is Status.OPEN
    listed = latest_appearances(read_index(book, rows=[ACTIONS]).meetings)
    meant = [one for one in listed if is_ref(one.action.ref, ref)]
    if not meant and len({one.meeting.series for one in listed}) > 1:
        raise Refused(f"no action of the book is now {ref}", hint="`minutebook actions` lists them, of each series")
    meant = [one for one in meant if (one.status is not Status.OPEN) == settled] or meant
    if len(meant) > 1:
        named = "; ".join(_named(one) for one in meant[:_MOST])
        more = f"; and {len(meant) - _MOST} more" if len(meant) > _MOST else ""
        raise Refused(f"{ref} fits {len(meant)} actions", hint=f"name the meeting as well: {named}{more}")
    return meant[0].action.uid if meant else find_uid(book.find(None), ref)


def _named(one: IndexedAppearance) -> str:
    """Name an action by the meeting to be given with it, the series and its words: `2024-05-07-board (Board, “…”)`."""
    stem = one.meeting.name.removesuffix(".json")
    return f"{stem} ({one.meeting.series}: “{_short(one.action.internal.text)}”)"


def find_uid(path: Path, ref: str) -> str:
    """Return the `uid` of the action that a meeting knows by a ref. Raises Refused, BookError."""
    meeting = read_meeting(path)
    try:
        entry = find_action(meeting, ref)
    except Refused as refused:
        raise Refused(refused.message, where=path.name, hint=refused.hint) from None
    indexed = read_index(Book(path.parent), rows=[ACTIONS])
    return uid_in_copy(indexed.meetings, path.name, entry.id) or uid_of(meeting, entry)


def latest_place(book: Book, uid: str) -> tuple[Path, int]:
    """Find the file of the latest meeting that has an action, and its entry's id there. Raises BadInput, BookError."""
    place = _place(book, uid)
    return book.folder / place.meeting.name, place.action.entry


def _place(book: Book, uid: str) -> IndexedAppearance:
    found = latest_appearance(read_index(book, rows=[ACTIONS]).meetings, uid)
    if found is None:
        raise BadInput("no meeting of the book has this action any more", hint="`minutebook actions` lists those there")
    return found


def _has(opened: OpenMeeting, uid: str, entry: int) -> bool:
    """Return whether the meeting that is now held has the action where the index says."""
    meeting = opened.meeting
    known = uid.partition(COPY_MARK)[0]
    return any(one.id == entry and one.action and uid_of(meeting, one) == known for one in meeting.entries)


def _update(opened: OpenMeeting, entry_id: int, update: ActionUpdate, at: datetime) -> Updated:
    opened.take(apply_update(opened.journal, entry_id, update, at))
    entry = as_it_stands(opened.meeting.entry(entry_id))
    action = entry.action
    assert action is not None, "an action that was updated is one still"
    where = f"(in the meeting of {said_date(opened.meeting.date)})"
    message = f"{status_words(action)} {where}: “{_short(entry.text)}”, {one_line(opened.meeting.series)}"
    return Updated(path=opened.path, ref=action.ref, message=message, notice=opened.notice)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


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


def _how(action: IndexedAction, update: ActionUpdate) -> str:
    """Say what whoever has the meeting open can do instead."""
    typed = {Status.DONE: f"type /done {action.ref} there", Status.DROPPED: f"type /drop {action.ref} there"}
    instead = typed.get(update.status, "change it there") if update.status and update.due is None else "change it there"
    return f"{instead}, or try again once it is closed"
