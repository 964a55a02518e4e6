"""Bringing an earlier state of a meeting back, from the copies that are kept as it is saved."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from tui.book.disk.atomic_write import create_file, in_words, private_mode, replace_file
from tui.book.disk.last_good import COPIES, keep_state, last_good
from tui.book.disk.lock import lock_meeting
from tui.book.disk.storage import encode_tables
from tui.book.folder import Book
from tui.book.meeting_file import DamagedMeeting, Stored, damage_words, read_meeting, read_stored, tables_of
from tui.book.opened import open_meeting
from tui.book.recovery import set_aside
from tui.errors import BadInput, BookError
from tui.meeting.history.journal import Change, Journal
from tui.meeting.model import Meeting


class EarlierState(NamedTuple):
    """A copy of a meeting as it stood."""

    path: Path
    at: datetime
    """When it was saved."""
    meeting: Meeting | None
    """None if the copy cannot be read."""


def earlier_states(path: Path) -> list[EarlierState]:
    """Return the earlier states of a meeting that are kept, the newest first. Raises BookError."""
    try:
        copies = last_good(path)
    except OSError as error:
        raise BookError(f"its copies cannot be read: {in_words(error)}", where=path.parent / COPIES) from None
    return [EarlierState(one.path, one.at, _read(one.path)) for one in copies]


def find_kept(book: Book, name: str | None) -> Path:
    """Find a meeting as `Book.find` does, also one whose file is gone while copies of it are there. Raises BadInput."""
    try:
        return book.find(name)
    except BadInput:
        kept = sorted(one.name for one in (book.folder / COPIES).glob("*") if any(one.glob("*.json")))
        wanted = (name or "").removesuffix(".json").casefold()
        gone = [one for one in kept if one.casefold().startswith(wanted)]
        if len(gone) != 1 or not name:
            raise
        return book.folder / f"{gone[0]}.json"


def bring_back(path: Path, state: EarlierState, at: datetime) -> None:
    """Put an earlier state in the place of a meeting; what stands there now is kept as a copy too.

    Raises MeetingHeld where another program has it open; BookError.
    """
    stored = read_stored(state.path)
    if stored.hurt:
        raise BookError(f"this copy is damaged: {damage_words(stored)}", where=state.path, hint="take another one")
    history = stored.journal.history
    change = Change(id=len(history) + 1, at=at, what="restored", stepping=True)
    restored = replace(stored, journal=replace(stored.journal, history=(*history, change)))
    if path.exists():
        try:
            _put_over(path, restored.journal, at)
        except DamagedMeeting:
            _put_in_place(path, restored, at)
    else:
        _put_in_place(path, restored, at)


def _put_over(path: Path, journal: Journal, at: datetime) -> None:
    """Make an earlier state the meeting's next one, so that a chain goes on."""
    with open_meeting(path) as opened:
        try:
            keep_state(path.resolve(), encode_tables(tables_of(opened.journal)), at)
        except OSError as error:
            message = f"what stands there now cannot be kept, so that nothing was changed: {in_words(error)}"
            raise BookError(message, where=path) from None
        opened.take(journal)


def _put_in_place(path: Path, stored: Stored, at: datetime) -> None:
    """Put an earlier state where there is no file, or one of which nothing can be read."""
    content = encode_tables(tables_of(stored.journal, stored.others))
    lock = lock_meeting(path)
    try:
        if path.exists():
            set_aside(path, at)
            replace_file(path.resolve(), content)
        else:
            create_file(path, content, private_mode(path.parent))
    except OSError as error:
        raise BookError(f"the meeting cannot be written: {in_words(error)}", where=path) from None
    finally:
        lock.release()


def _read(path: Path) -> Meeting | None:
    try:
        return read_meeting(path)
    except BookError:
        return None
