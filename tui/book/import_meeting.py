"""Bringing a meeting that stands elsewhere into the book: from a backup, another machine, or a colleague."""

from __future__ import annotations

from pathlib import Path

from tui.book.disk.atomic_write import create_file, in_words
from tui.book.file_names import file_name
from tui.book.folder import Book
from tui.book.meeting_file import read_bytes, read_stored
from tui.errors import BadInput, BookError


def import_meeting(book: Book, given: Path) -> Path:
    """Copy a meeting file into the book, byte for byte, and return its new path; the file given stays as it is.

    Raises BadInput where it is no meeting file, or where the book has that meeting, or one of its name, already;
    BookError where the book can't be written.
    """
    try:
        meeting = read_stored(given).journal.meeting
    except BookError as error:
        hint = "`minutebook new --agenda` reads agendas" if given.suffix.lower() in (".md", ".txt") else error.hint
        raise BadInput(error.message, where=error.where, hint=hint) from None
    for known in book.read():
        if known.meeting is not None and known.meeting.id == meeting.id:
            hint = "delete or rename that one first, if this one is to stand instead"
            raise BadInput("this meeting is in the book already", where=known.path, hint=hint)
    path = book.make() / file_name(meeting)
    try:
        create_file(path, read_bytes(given))
    except FileExistsError:
        hint = "rename that file first"
        raise BadInput("there is another meeting of that date and series", where=path, hint=hint) from None
    except OSError as error:
        hint = "choose a folder where you may write"
        raise BookError(f"the meeting cannot be written: {in_words(error)}", where=path, hint=hint) from None
    return path
