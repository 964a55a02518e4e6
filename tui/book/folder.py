"""The book: a folder of meetings, and how one of them is found by name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from tui.book.disk.atomic_write import in_words, make_folder
from tui.book.disk.folder_look import FolderLook, changed_at, is_meeting, look_at
from tui.book.disk.tail_file import FileStamp, file_stamp
from tui.book.office.address import is_address, whole_address, without_password
from tui.book.rescue.copies import bare_stem, copies_among
from tui.errors import BadInput, BookError
from tui.home import own_folder, with_known_home
from tui.meeting.text.matching import nearest_first

if TYPE_CHECKING:
    from tui.meeting.model import Meeting

_MOST_CANDIDATES = 8
"""How many names a message lists."""


class Read(NamedTuple):
    """A meeting file as it was when it was last read."""

    path: Path
    meeting: Meeting | None
    error: str = ""
    copy_of: str = ""
    """The name of the file that it is a copy of; empty for a meeting's own file."""


class Book:
    """A folder of meetings. Files that have not changed since are read once."""

    def __init__(self, folder: Path, looked: FolderLook | None = None) -> None:
        """Take a folder; `looked` is a look that somebody has just had at it, for whoever looks first."""
        self.folder = folder
        self._looked = looked
        self._seen: dict[Path, tuple[FileStamp, Read]] = {}

    @classmethod
    def at(cls, folder: str | Path | None = None) -> Self:
        """Return the book in that folder, else in the one that `book_folder` chooses."""
        return cls(book_folder(folder))

    def make(self) -> Path:
        """Make the folder where there is none, for its owner only, and return it. Raises BookError."""
        try:
            make_folder(self.folder, 0o700)
        except OSError as error:
            hint = "choose another with --book or MINUTEBOOK_DIR"
            message = f"the book's folder cannot be made: {_why(error)}"
            raise BookError(message, where=self.folder, hint=hint) from None
        return self.folder

    def files(self) -> list[Path]:
        """List the meeting files by name; a folder that is not there yet has none. Raises BookError."""
        return [self.folder / name for name in self.names()]

    def names(self) -> list[str]:
        """Return the names of the meeting files, in order, as `files` lists them. Raises BookError."""
        try:
            with os.scandir(self.folder) as listed:
                # Paths compare part by part, which takes ten times as long as their names.
                return sorted(one.name for one in listed if is_meeting(one))
        except OSError as error:
            return self._none_of(error)

    def look(self) -> FolderLook:
        """Look at the meeting files, as `names` lists them; a look that was just had is used. Raises BookError."""
        before, self._looked = self._looked, None
        try:
            if before and before.changed_at is not None and before.changed_at == changed_at(self.folder):
                return before
            return look_at(self.folder)
        except OSError as error:
            return FolderLook(None, self._none_of(error), {}, {})

    def _none_of(self, error: OSError) -> list[str]:
        if isinstance(error, FileNotFoundError):
            return []
        message, hint = f"the book cannot be read: {_why(error)}", "choose another with --book or MINUTEBOOK_DIR"
        raise BookError(message, where=self.folder, hint=hint) from None

    def read(self) -> Iterator[Read]:
        """Read every meeting file, by name; one that can't be read comes with its error. Copies are left out."""
        return (read for read in self.read_all() if not read.copy_of)

    def read_all(self) -> list[Read]:
        """Read every meeting file, by name, copies of others too."""
        return _with_copies([self.read_file(path) for path in self.files()])

    def last_before(self, before: date, most: int) -> list[Meeting]:
        """Return the last meetings before a day, by date; files that are named after earlier days are not read.

        Raises BookError.
        """
        days = {path: day_in_name(path) for path in self.files()}
        undated = [path for path, day in days.items() if day is None]
        dated = [(day, path) for path, day in days.items() if day is not None and day < before]
        # Of two files of one meeting its own comes first.
        dated.sort(key=lambda one: (-one[0].toordinal(), bare_stem(one[1].stem) != one[1].stem, one[1]))
        latest: dict[str, Meeting] = {}
        for path in (one for _, one in dated):
            if len(latest) == most:
                break
            if (meeting := self.read_file(path).meeting) and meeting.date < before:
                latest.setdefault(meeting.id, meeting)
        for path in undated:
            if (meeting := self.read_file(path).meeting) and meeting.date < before:
                latest.setdefault(meeting.id, meeting)
        return sorted(latest.values(), key=lambda one: one.date)[-most:]

    def find(self, name: str | None = None) -> Path:
        """Find a meeting by path, by file name, or by the beginning of one; None for the latest.

        Raises BadInput where there is none or more than one, with the names there are.
        """
        if name is None:
            return self._latest()
        given = Path(name)
        if name and _is_file(given):
            return given
        if given.is_absolute() or len(given.parts) > 1:
            raise BadInput("there is no such meeting", where=name, hint=f"the book is {self.folder}")
        return self._named(name)

    def _named(self, name: str) -> Path:
        files = self.files()
        exact = [path for path in files if name in (path.name, path.stem)]
        started = [path for path in files if path.name.casefold().startswith(name.casefold())] if name else []
        candidates = exact or started
        if len(candidates) > 1:
            own = [
                read.path for read in _with_copies([self.read_file(path) for path in candidates]) if not read.copy_of
            ]
            candidates = own or candidates
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            raise BadInput(f"{name!r} begins more than one meeting", hint=f"say which: {_names(_stems(candidates))}")
        hint = f"there are: {_names(nearest_first(name, _stems(files)))}" if files else "make one with `minutebook new`"
        raise BadInput(f"no meeting in {self.folder} begins with {name!r}", hint=hint)

    def _latest(self) -> Path:
        files = self.files()
        if not files:
            raise BadInput(f"there is no meeting in {self.folder}", hint="make one with `minutebook new`")
        # A meeting's file is named after its day: the last of these are read, and files of other names.
        days = {path: day_in_name(path) for path in files}
        last = max((day for day in days.values() if day), default=date.min)
        found = self._last_of(path for path in files if days[path] in (None, last))
        return found[2] if found[0] >= last else self._last_of(files)[2]

    def _last_of(self, files: Iterable[Path]) -> tuple[date, int, Path]:
        # By name, a file that is damaged is the latest still, so that opening it says so instead of
        # passing over it in silence.
        found = [read for read in _with_copies([self.read_file(path) for path in files]) if not read.copy_of]
        return max((_date_of(read) or date.min, _modified(read.path), read.path) for read in found)

    def read_file(self, path: Path) -> Read:
        """Read one of its files, unless it is as it was when it was last read; whether it is a copy isn't asked."""
        # A book that has not changed is listed without it.
        from tui.book.meeting_file import read_meeting

        stamp = file_stamp(path)
        known = self._seen.get(path)
        if known and stamp and known[0] == stamp:
            return known[1]
        try:
            read = Read(path, read_meeting(path))
        except BookError as error:
            read = Read(path, None, str(error))
        if stamp:
            self._seen[path] = (stamp, read)
        return read


def book_folder(option: str | Path | None = None) -> Path:
    """Choose the book: the one asked for, else MINUTEBOOK_DIR, else a folder in the user's data directory.

    Raises BadInput for one that is no folder.
    """
    if chosen := option or os.environ.get("MINUTEBOOK_DIR"):
        if is_address(chosen):
            message = "this minutebook keeps books in folders, not in PostgreSQL"
            hint = "name a folder with --book or MINUTEBOOK_DIR"
            raise BadInput(message, where=without_password(whole_address(chosen)), hint=hint)
        try:
            return with_known_home(chosen)
        except RuntimeError as error:
            raise BadInput(str(error), where=chosen, hint="name another folder") from None
    if folder := own_folder("data"):
        return folder
    raise BadInput("you have no home folder for a book to be in", hint="name a folder with --book or MINUTEBOOK_DIR")


def _with_copies(found: list[Read]) -> list[Read]:
    """Say of each file which one it is a copy of, if of any."""
    names = {read.path.stem: read.path.name for read in found}
    copies = copies_among({read.path.stem: read.meeting.id if read.meeting else "" for read in found})
    return [
        read._replace(copy_of=names[copies[stem]]) if (stem := read.path.stem) in copies else read for read in found
    ]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # Longer than a name may be, or in a folder that may not be looked into.
        return False


def _date_of(read: Read) -> date | None:
    if read.meeting:
        return read.meeting.date
    return day_in_name(read.path)


def day_in_name(path: Path) -> date | None:
    """Return the day with which a file's name begins."""
    try:
        return date.fromisoformat(path.name[:10])
    except ValueError:
        return None


def _modified(path: Path) -> int:
    stamp = file_stamp(path)
    return stamp[0][0] if stamp else 0


def _stems(paths: list[Path]) -> list[str]:
    return [path.stem for path in paths]


def _names(stems: list[str]) -> str:
    names = ", ".join(stems[:_MOST_CANDIDATES])
    return f"{names} and {len(stems) - _MOST_CANDIDATES} more" if len(stems) > _MOST_CANDIDATES else names


def _why(error: OSError) -> str:
    if isinstance(error, NotADirectoryError | FileExistsError):
        return "it is not a folder"
    return "you have no access to it" if isinstance(error, PermissionError) else in_words(error)
