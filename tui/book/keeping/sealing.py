"""Sealing approved minutes: what was corrected, deleted or undone on the way to them is given up for good.

What the minutes say stays, with what became of their actions; that they were sealed stands in the file's chain. The
history keeps the approval alone, so that what is changed from then on is still an amendment. The paper from which the
meeting was made goes as well: it has the words that were put right on the way.
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
from tui.book.file_names import BIN, PAPERS
from tui.book.folder import Book
from tui.book.house_style import house_style_of
from tui.book.keeping.attesting import attested, changed_words
from tui.book.keeping.holding import standing
from tui.book.meeting_file import damage_words, read_bytes, read_meeting, read_stored, tables_of
from tui.book.recovery import recover
from tui.book.register.index_file import forget_index
from tui.book.rescue.copies import bare_stem
from tui.book.rescue.elsewhere import places_elsewhere
from tui.book.series import numbered_with
from tui.errors import BookError, Refused
from tui.meeting.approval.amendments import amendments, approved_at
from tui.meeting.checking.check import examine
from tui.meeting.dates.written_dates import said_date
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting

_KEPT_ASIDE = re.compile(r"\.(?:damaged|other|unsaved)-\d{8}-\d{6}(?:-\d+)?$")
"""What the program itself adds to the name of a version that it keeps."""


def beside(path: Path) -> tuple[Path, ...]:
    """Return what a seal removes: the draft, the tail, the list of what was withheld, the paper, and each copy.

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
    named = [path, *copies, *(folder / path.name for folder in folders)]
    papers = [paper for file in named for paper in sorted(file.with_name(PAPERS).glob(f"{escape(file.stem)}.*"))]
    withheld = [file.with_name(f"{file.stem}.withheld.txt") for file in named]
    found = [*hidden, *withheld, *papers, *copies]
    return tuple(dict.fromkeys(file for file in found if file.is_file()))


def seal(path: Path, by: str, at: datetime) -> None:
    """Seal a meeting, and remove what stands `beside` it.

    Raises Refused where it is not approved, was amended since, or is held; MeetingHeld where another program has it
    open; BookError.
    """
    path = path.resolve()
    lock = lock_meeting(path)
    try:
        seal_held(path, by, at)
    finally:
        lock.release()


def seal_held(path: Path, by: str, at: datetime) -> None:
    """Seal a meeting whose lock the program has, and that nobody is writing. Raises Refused, BookError."""
    stored = read_stored(path)
    if stored.hurt:
        raise Refused(damage_words(stored))
    if (refusal := why_not(path, stored.journal)) is not None:
        raise refusal
    kept = _kept(stored.journal, path.parent)
    if changed_words(stored):
        stored = attested(stored, at.date())
    sealed = f"on {said_date(at.date())}{f' by {by}' if by else ''}"
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


def why_not(path: Path, journal: Journal) -> Refused | None:
    """Return why a meeting may not be sealed: held, not approved, or amended since; None where it may.

    Raises BookError where the holds on it cannot be read.
    """
    if approved_at(journal) is None:
        return Refused("the minutes are not approved", hint="only approved minutes are sealed")
    if (hold := standing(path)) is not None:
        reason = f": {hold.reason}" if hold.reason else ""
        return Refused(f"{hold.by or 'somebody'} put a hold on the meeting on {said_date(hold.at.date())}{reason}")
    if amendments(journal):
        hint = "withdraw the approval, and approve them as they stand now"
        return Refused("the minutes were amended after they were approved, and say what they were", hint=hint)
    return None


def _kept(journal: Journal, folder: Path) -> Journal:
    """Return approved minutes of a book with what of their history stays. Raises BadInput, BookError."""
    given = approved_at(journal)
    assert given is not None, "only approved minutes are sealed"
    approval = replace(journal.history[given - 1], id=1, stepping=True, undoes=None, redoes=None)
    return replace(journal, meeting=_without_idle_waivers(journal.meeting, folder), history=(approval,))


def _without_idle_waivers(meeting: Meeting, folder: Path) -> Meeting:
    """Return a meeting without the reasons that were given for words which no longer stand there."""
    if not meeting.waivers:
        return meeting
    found = examine(meeting, house_style_of(folder), series=numbered_with(Book(folder), meeting))
    names = {one.name for one in found}
    return replace(meeting, waivers=tuple(one for one in meeting.waivers if one.finding in names))


def _copies(folder: Path, path: Path, meeting: str) -> Iterator[Path]:
    for file in sorted(folder.glob("*.json")):
        if file.resolve() != path.resolve() and not file.name.startswith(".") and _is_version(file, path, meeting):
            yield file


def _last_good(folder: Path, path: Path, meeting: str) -> Iterator[Path]:
    """Return the copies that were kept as the meeting was saved, under whatever name it had then. Raises OSError."""
    own = copies_folder(path).name
    for file in sorted((folder / COPIES).glob("*/*")):
        if file.is_file() and _is_of(file, meeting, named=file.parent.name == own):
            yield file


def _is_version(file: Path, path: Path, meeting: str) -> bool:
    """Whether a file is a version of the meeting, under whatever name."""
    return _is_of(file, meeting, named=bare_stem(_KEPT_ASIDE.sub("", file.stem)) == path.stem)


def _is_of(file: Path, meeting: str, *, named: bool) -> bool:
    """Whether a file is of the meeting: by its id; one that cannot be read, by its name or by what is left of it."""
    try:
        # Most are of other meetings, and need not be taken apart.
        if not named and msgspec.json.encode(meeting) not in read_bytes(file):
            return False
        return read_meeting(file).id == meeting
    except BookError:
        return named or _id_left_in(file) == meeting


def _id_left_in(file: Path) -> str:
    try:
        found = recover(file)
    except BookError:
        return ""
    return found.journal.meeting.id if found else ""
