"""A scripted meeting whose writes are taken down, and what must hold of all that a power cut can leave of it."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from unittest import mock

import msgspec

from tests.book.samples import PATIENCE, START, meeting
from tests.faults.crashes import Image, Recording, Told
from tests.faults.operations import SECTIONS, action, new, publish, sign_off
from tui.book.disk.tail import read_tail
from tui.book.folder import Book
from tui.book.meeting_file import read_journal
from tui.book.opened import OpenMeeting, create_meeting, open_meeting
from tui.book.published_folder import MANIFEST, Manifest
from tui.book.shelf.bin import delete_meeting, deleted_meetings, restore_deleted
from tui.meeting.capture.capture import enter
from tui.meeting.model import Kind

LINES = (
    "!PCC to see to it by Friday",
    "-a point [[and a secret]]",
    "/undo",
    "/redo",
    "/leave PCC at 10:20",
    "+the end",
)
FOLDED = LINES[3]
"""The line after which the clerk rests."""


def delete(path: Path) -> None:
    """Put the meeting that follows into the bin."""
    following = next(one for one in Book(path.parent).files() if one != path)
    delete_meeting(following, START)


def bring_back(path: Path) -> None:
    """Bring it back."""
    restore_deleted(Book(path.parent), None)


AFTERWARDS = (
    (action, False, 1),
    (sign_off, False, 1),
    (publish, True, 1),
    (new, True, 2),
    (delete, True, 2),
    (bring_back, True, 2),
)
"""What is done with the meeting that was keyed; whether it is published then, and how many meetings there are."""


def record(folder: Path) -> Recording:
    """Make a meeting, key it, sign it off and publish it, and take down each call that this makes."""
    folder.mkdir(exist_ok=True)
    recording = Recording(folder)
    with recording.within():
        path = create_meeting(folder / "book", meeting(sections=SECTIONS, header=(("Repeats", "last Tuesday"),)))
        recording.tell(Told(made=True))
        with open_meeting(path) as opened:
            for line in LINES:
                _key(opened, line, recording)
                if line == FOLDED:
                    _fold(opened, path)
        for operation, published, meetings in AFTERWARDS:
            operation(path)
            count = len(read_journal(path).history)
            recording.tell(Told(made=True, meetings=meetings, saved=count, published=published))
    return recording


def _fold(opened: OpenMeeting, path: Path) -> None:
    """Wait until the meeting's own file has all that was entered, and a tail stands ready for what comes."""
    deadline = time.monotonic() + PATIENCE
    while (tail := read_tail(path)) is None or tail.changes:
        assert opened.failure == ""
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert opened.flush()


def _key(opened: OpenMeeting, line: str, recording: Recording) -> None:
    """Type half a line, rest, and enter the whole."""
    half = line[: len(line) // 2]
    opened.keep_draft(half, Kind.NOTE)
    assert opened.flush()
    recording.tell(Told(made=True, saved=opened.saved_revision, draft=half))
    recording.tell(Told(made=True, saved=opened.saved_revision))
    opened.take(enter(opened.journal, line, START).journal, line="")
    assert opened.flush()
    recording.tell(Told(made=True, saved=opened.saved_revision))


def check(image: Image, folder: Path) -> None:
    """Open what a power cut has left. Raises AssertionError where something that was told is not there."""
    image.lay_out(folder)
    # What opening it writes need not survive another power cut.
    with mock.patch.object(os, "fsync", return_value=None):
        _check_all(image, folder)


def _check_all(image: Image, folder: Path) -> None:
    book = Book(folder / "book")
    for one in book.read_all():
        assert one.meeting is not None, one.error
    there = [*(one.path for one in book.read_all()), *(one.path for one in deleted_meetings(book))]
    assert len(there) >= image.told.meetings, "a meeting is gone"
    path = next((one.path for one in book.read_all() if one.meeting and one.meeting.id == "a" * 32), None)
    if path is None:
        assert not image.told.made, "the meeting is gone"
        return
    with open_meeting(path) as opened:
        assert opened.recovered is None, opened.notice
        assert len(opened.journal.history) >= image.told.saved
        line = opened.draft.line if opened.draft else ""
        assert line == image.told.draft or not image.told.draft, "the line being typed is gone"
        assert not line or any(one.startswith(line) for one in LINES)
    check_published(folder / "book" / "out", told=image.told.published)


def check_published(folder: Path, *, told: bool) -> None:
    """Check that a published folder is whole, or not there."""
    assert folder.is_dir() or not told, "the published notes are gone"
    if not folder.is_dir():
        return
    manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    for name, digest in manifest.files.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name
