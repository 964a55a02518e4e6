"""Sealing approved minutes: what was corrected, deleted or undone on the way to them is given up for good.

What the minutes say stays, with what became of their actions; that they were sealed stands in the file's chain. The
history keeps the approval alone, so that what is changed from then on is still an amendment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from glob import escape
from pathlib import Path

import msgspec
from msgspec.structs import replace

from tui.book.disk.atomic_write import in_words, remove_leftovers, replace_file
from tui.book.disk.last_good import COPIES, copies_folder, forget_empty
from tui.book.disk.lock import lock_meeting
from tui.book.disk.storage import encode_tables
from tui.book.disk.tail_file import tail_path
from tui.book.draft import draft_path
from tui.book.keeping.attesting import attested, changed_words
from tui.book.keeping.holding import standing
from tui.book.meeting_file import Stored, damage_words, read_meeting, read_stored, tables_of
from tui.book.register.index_file import forget_index
from tui.book.rescue.copies import bare_stem
from tui.book.rescue.elsewhere import places_elsewhere
from tui.book.shelf.bin import BIN
from tui.errors import BookError, Refused
from tui.meeting.approval.amendments import amendments, approved_at
from tui.meeting.dates.written_dates import said_date
from tui.meeting.history.journal import Journal

_KEPT_ASIDE = re.compile(r"\.(?:damaged|other|unsaved)-\d{8}-\d{6}(?:-\d+)?$")
"""What the program itself adds to the name of a version that it keeps."""


def beside(path: Path) -> tuple[Path, ...]:
    """Return what a seal removes: the draft, the tail, the list of what was withheld, and each copy of the meeting.

    Copies are looked for in the book, its bin, among the last good ones of both, and by name where meetings are kept
    whose own disk takes no more.

    Raises BookError where the meeting cannot be read.
    """
    meeting = read_meeting(path).id
    folders = [path.parent, *sorted(one for one in (path.parent / BIN).glob("*") if one.is_dir())]
    copies = [copy for folder in folders for copy in _copies(folder, path, meeting)]
    copies += (copy for folder in folders for copy in _last_good(folder, path, meeting))
    elsewhere = (folder for folder in places_elsewhere(path) if folder != path.parent)
    copies += (file for folder in elsewhere for file in folder.glob(f"{escape(path.stem)}.unsaved-*.json"))
    hidden = [place(file) for file in (path, *copies) for place in (draft_path, tail_path)]
    hidden += sorted(path.parent.glob(f"{escape(path.stem)}.changes-*.txt"))
    found = [*hidden, path.with_name(f"{path.stem}.withheld.txt"), *copies]
    return tuple(dict.fromkeys(file for file in found if file.is_file()))


def seal(path: Path, by: str, at: datetime) -> None:
    """Seal a meeting, and remove what stands `beside` it.

    Raises Refused where it is not approved, was amended since, or is held; MeetingHeld where another program has it
    open; BookError.
    """
    path = path.resolve()
    lock = lock_meeting(path)
    try:
        stored = read_stored(path)
        kept = _kept(path, stored)
        if changed_words(stored):
            stored = attested(stored, at.date())
        sealed = f"on {said_date(at.date())} by {by}"
        try:
            copies = beside(path)
            replace_file(path, encode_tables(tables_of(kept, stored.others), sealed))
            for file in copies:
                file.unlink(missing_ok=True)
            for folder in {file.parent for file in copies if file.parent.parent.name == COPIES}:
                forget_empty(folder)
            remove_leftovers(path)
            forget_index(path.parent)
        except OSError as error:
            raise BookError(f"the meeting cannot be sealed: {in_words(error)}", where=path) from None
    finally:
        lock.release()


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


def _copies(folder: Path, path: Path, meeting: str) -> Iterator[Path]:
    for file in sorted(folder.glob("*.json")):
        if file.resolve() != path.resolve() and not file.name.startswith(".") and _is_version(file, path, meeting):
            yield file


def _last_good(folder: Path, path: Path, meeting: str) -> Iterator[Path]:
    """Return the copies that were kept as the meeting was saved, under whatever name it had then. Raises OSError."""
    own = copies_folder(path).name
    for file in sorted((folder / COPIES).glob("*/*")):
        # Most are of other meetings, and need not be taken apart.
        if not file.is_file() or (file.parent.name != own and msgspec.json.encode(meeting) not in file.read_bytes()):
            continue
        try:
            if read_meeting(file).id == meeting:
                yield file
        except BookError:
            if file.parent.name == own:
                yield file


def _is_version(file: Path, path: Path, meeting: str) -> bool:
    """Whether a file is a version of the meeting: by its id, or where it cannot be read, by its name."""
    try:
        return read_meeting(file).id == meeting
    except BookError:
        return bare_stem(_KEPT_ASIDE.sub("", file.stem)) == path.stem
