"""Sealing approved minutes: what was corrected, deleted or undone on the way to them is given up for good.

What the minutes say stays, with what became of their actions; that they were sealed stands in the file's chain. The
history keeps the approval alone, so that what is changed from then on is still an amendment.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from tui.book.disk.atomic_write import in_words, remove_leftovers, replace_file
from tui.book.disk.lock import lock_meeting
from tui.book.disk.storage import encode_tables
from tui.book.draft import draft_path
from tui.book.keeping.holding import standing
from tui.book.meeting_file import Stored, damage_words, read_meeting, read_stored, tables_of
from tui.book.register.index_file import forget_index
from tui.book.rescue.elsewhere import places_elsewhere
from tui.errors import BookError, Refused
from tui.meeting.approval.amendments import amendments, approved_at
from tui.meeting.dates.written_dates import said_date
from tui.meeting.history.journal import Journal


def seal(path: Path, by: str, at: datetime) -> tuple[Path, ...]:
    """Seal a meeting, and return the files that were removed beside it.

    Raises Refused where it is not approved, was amended since, or is held; MeetingHeld where another program has it
    open; BookError.
    """
    lock = lock_meeting(path)
    try:
        stored = read_stored(path)
        kept = _kept(path, stored)
        sealed = f"on {said_date(at.date())} by {by}"
        try:
            replace_file(path, encode_tables(tables_of(kept, stored.others), sealed))
            removed = tuple(_remove(path, kept.meeting.id))
            remove_leftovers(path)
            forget_index(path.parent)
        except OSError as error:
            raise BookError(f"the meeting cannot be sealed: {in_words(error)}", where=path) from None
    finally:
        lock.release()
    return removed


def _kept(path: Path, stored: Stored) -> Journal:
    """Return the meeting with what of its history stays. Raises Refused."""
    journal = stored.journal
    if stored.hurt:
        raise Refused(damage_words(stored))
    if (hold := standing(path)) is not None:
        reason = f": {hold.reason}" if hold.reason else ""
        raise Refused(f"{hold.by} put a hold on the meeting on {said_date(hold.at.date())}{reason}")
    given = approved_at(journal)
    if given is None:
        raise Refused("the minutes are not approved", hint="only approved minutes are sealed")
    if amendments(journal):
        hint = "withdraw the approval, and approve them as they stand now"
        raise Refused("the minutes were amended after they were approved, and say what they were", hint=hint)
    approval = replace(journal.history[given - 1], id=1, stepping=True, undoes=None, redoes=None)
    return replace(journal, history=(approval,))


def _remove(path: Path, meeting: str) -> Iterator[Path]:
    """Remove the draft, the list of what was withheld, and each copy of the meeting; the holds stay."""
    beside = [draft_path(path), path.with_name(f"{path.stem}.withheld.txt")]
    found = [copy for folder in places_elsewhere(path) for copy in _copies(folder, path, meeting)]
    for file in (*beside, *found, *(draft_path(copy) for copy in found)):
        with suppress(FileNotFoundError):
            file.unlink()
            yield file


def _copies(folder: Path, path: Path, meeting: str) -> Iterator[Path]:
    with suppress(OSError):
        for file in sorted(folder.glob("*.json")):
            if file.resolve() != path.resolve() and (_is_kept_aside(file, path) or _is_version(file, meeting)):
                yield file


def _is_kept_aside(file: Path, path: Path) -> bool:
    return file.name.startswith(tuple(f"{path.stem}.{what}-" for what in ("damaged", "other", "unsaved")))


def _is_version(file: Path, meeting: str) -> bool:
    try:
        return read_meeting(file).id == meeting
    except BookError:
        return False
