"""Copying a book to another place, between folders and PostgreSQL, history and all: what is there already stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tui.book.draft import draft_path, read_draft
from tui.book.meeting_file import read_journal
from tui.book.shelf.bin import deleted_meetings
from tui.book.store.store import KeptMeeting, Store
from tui.errors import BadInput, BookError, MeetingHeld


class CopiedBook(NamedTuple):
    """What came of it."""

    copied: list[str]
    """The meetings that were put there, by their files' names."""
    there: list[str]
    """Those that were there already, byte for byte."""
    files: int
    """How many other files were put there."""
    problems: list[str]
    """What could not be copied, and why."""
    stays: list[str]
    """What the book has that is no part of it, and stays where it is."""


def copy_book(source: Store, target: Store, heard: Callable[[str], object]) -> CopiedBook:
    """Copy each meeting that the target lacks, or has an earlier state of, then read all of them back and compare.

    One that went on in both places is left as it is, and told. Cut off, it goes on where it stood the next time.
    `heard` is called with each name. Raises BookError where the target cannot be written, or lacks what was put there.
    """
    done = CopiedBook([], [], 0, [], _staying(source))
    there = {one.id: one for one in target.meetings()}
    put: dict[str, bytes] = {}
    for one in source.meetings():
        heard(one.name)
        try:
            content = source.read(one.name)
            if _put(target, one, content, there.get(one.id)):
                done.copied.append(one.name)
            else:
                done.there.append(one.name)
        except (BadInput, MeetingHeld) as error:
            done.problems.append(str(error))
        else:
            put[one.name] = content
    unread = [read.error for read in source.book.read() if read.meeting is None]
    files = _copy_settings(source, target, done.problems)
    target.settle()
    for name, content in put.items():
        if target.kept(name) != content:
            raise BookError("what was copied is not what was read", where=name, hint="copy it again")
    return done._replace(files=files, problems=[*done.problems, *unread])


def _put(target: Store, one: KeptMeeting, content: bytes, there: KeptMeeting | None) -> bool:
    """Put a meeting there; False where it is there already. Raises BadInput where it went on there too."""
    if there is None:
        target.put(one.name, content)
        return True
    before = target.read(there.name)
    if before == content:
        return False
    if there.name != one.name or not _follows(content, before):
        hint = f"join the two: minutebook join {Path(there.name).stem} FILE"
        raise BadInput("the meeting has another state there", where=one.name, hint=hint)
    target.put(one.name, content, instead_of=before)
    return True


def _staying(source: Store) -> list[str]:
    """Name what a book has beside its meetings that may hold words which are nowhere else."""
    all_read = source.book.read_all()
    said = [f"{read.path.name}, another version of {read.copy_of}" for read in all_read if read.copy_of]
    for read in all_read:
        if not read.copy_of and read.meeting is not None and draft_path(read.path).exists():
            draft = read_draft(read.path, read_journal(read.path))
            said += [f"a line of {read.path.name} that was typed and not stored"] if draft else []
    if deleted := len(deleted_meetings(source.book)):
        said.append(f"{deleted} deleted meeting{'s' if deleted > 1 else ''}")
    return said


def _follows(later: bytes, earlier: bytes) -> bool:
    """Return whether one state of a meeting has all that the other has, and more."""
    with TemporaryDirectory() as folder:
        histories = []
        for name, content in (("later", later), ("earlier", earlier)):
            path = Path(folder) / name
            path.write_bytes(content)
            histories.append(read_journal(path).history)
    return histories[0][: len(histories[1])] == histories[1] and len(histories[0]) > len(histories[1])


def _copy_settings(source: Store, target: Store, problems: list[str]) -> int:
    there, count = target.settings(), 0
    for path, content in source.settings().items():
        if path not in there:
            target.set(path, content)
            count += 1
        elif there[path] != content:
            problems.append(f"{path}: the other book has another one, which stays")
    return count
