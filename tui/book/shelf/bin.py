"""The bin of a book: meetings that were deleted, each with its paper, which can all be brought back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tui.book.disk.atomic_write import in_words, make_folder, sync_folder
from tui.book.file_names import BIN
from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.shelf.moving import move_meeting
from tui.errors import BadInput, BookError
from tui.meeting.dates.written_dates import said_date
from tui.meeting.model import Value

_STAMP = "%Y%m%d-%H%M%S"


class Deleted(Value, frozen=True, kw_only=True):
    """A meeting in the bin."""

    path: Path
    title: str
    """Its file's name where it cannot be read."""
    day: str
    at: datetime | None
    """When it was deleted; None where its folder does not tell."""


def delete_meeting(path: Path, at: datetime) -> Path:
    """Put a meeting into the bin and return where it is. Its notes must not be approved.

    Raises BadInput for approved notes, MeetingHeld where a program has it open, BookError.
    """
    if _is_approved(path):
        hint = f"make them a draft first: minutebook approve {path.stem} --withdraw"
        raise BadInput("the notes of this meeting are approved", where=path, hint=hint)
    folder = _new_folder(path.parent / BIN, at)
    try:
        move_meeting(path, folder / path.name)
    except BaseException:
        _remove_empty(folder)
        raise
    return folder / path.name


def deleted_meetings(book: Book) -> list[Deleted]:
    """List the meetings of the bin, the one deleted last first. Raises BookError."""
    try:
        folders = sorted((book.folder / BIN).iterdir(), reverse=True)
        files = [file for folder in folders if folder.is_dir() for file in sorted(folder.glob("*.json"))]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise BookError(f"the bin cannot be read: {in_words(error)}", where=book.folder / BIN) from None
    return [_listed(file) for file in files if not file.name.startswith(".")]


def find_deleted(book: Book, name: str | None) -> Deleted:
    """Find a meeting of the bin: the one whose file's name begins so, else the one deleted last.

    Raises BadInput where there is none, or several; BookError.
    """
    found = deleted_meetings(book)
    if not found:
        raise BadInput("the bin is empty", where=book.folder)
    if name is not None:
        wanted = name.casefold()
        exact = [one for one in found if wanted in (one.path.name.casefold(), one.path.stem.casefold())]
        found = exact or [one for one in found if one.path.name.casefold().startswith(wanted)]
    if not found:
        raise BadInput(f"no meeting in the bin begins with {name!r}", hint="minutebook bin lists them")
    if len({one.path.name for one in found}) > 1 and name is not None:
        raise BadInput(f"{name!r} begins more than one meeting of the bin", hint="minutebook bin lists them")
    return found[0]


def restore_deleted(book: Book, name: str | None) -> Path:
    """Bring a meeting back from the bin, found as `find_deleted` does.

    Raises BadInput also where the book has a meeting of that name; BookError.
    """
    path = find_deleted(book, name).path
    target = book.folder / path.name
    if target.exists():
        hint = "delete or rename that one first"
        raise BadInput("there is a meeting of that date and series already", where=target, hint=hint)
    move_meeting(path, target)
    _remove_empty(path.parent)
    return target


def _is_approved(path: Path) -> bool:
    try:
        return read_meeting(path).approval is not None
    except BookError:
        # One that cannot be read may be put out of the way.
        return False


def _new_folder(bin_folder: Path, at: datetime) -> Path:
    stamp = f"{at:{_STAMP}}"
    try:
        make_folder(bin_folder, 0o700)
        for number in range(1, 1000):
            folder = bin_folder / (stamp if number == 1 else f"{stamp}-{number}")
            try:
                folder.mkdir(mode=0o700)
            except FileExistsError:
                continue
            # Or a power cut might take the folder away, and the meeting with it.
            sync_folder(bin_folder)
            return folder
    except OSError as error:
        raise BookError(f"the meeting cannot be put into the bin: {in_words(error)}", where=bin_folder) from None
    raise BookError("the meeting cannot be put into the bin: too many were deleted at once", where=bin_folder)


def _listed(path: Path) -> Deleted:
    at = _moment(path.parent.name)
    try:
        meeting = read_meeting(path)
    except BookError:
        return Deleted(path=path, title=path.name, day="", at=at)
    return Deleted(path=path, title=meeting.title, day=said_date(meeting.date), at=at)


def _moment(folder: str) -> datetime | None:
    try:
        return datetime.strptime(folder[:15], _STAMP).astimezone()
    except ValueError:
        return None


def _remove_empty(folder: Path) -> None:
    """Remove a folder of the bin, with the empty one for papers in it, unless something is left there."""
    for one in (*(inner for inner in folder.glob("*") if inner.is_dir()), folder):
        try:
            one.rmdir()
        except OSError:
            return
