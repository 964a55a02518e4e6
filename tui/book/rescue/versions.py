"""The other versions of a meeting that stand beside its file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.rescue.copies import bare_stem
from tui.errors import BookError
from tui.meeting.model import Meeting


class OtherVersion(NamedTuple):
    """A file that is another version of a meeting."""

    path: Path
    meeting: Meeting


def other_versions(path: Path, meeting_id: str) -> tuple[OtherVersion, ...]:
    """Return the versions of a meeting that its file's name tells of, the one written last first. Raises BookError.

    Only those are read, whatever else the book holds; one that cannot be read is passed over.
    """
    own = bare_stem(path.stem)
    # OneDrive puts a computer's name behind the file's own.
    named = [one for one in Book(path.parent).files() if one != path and bare_stem(one.stem).startswith(own)]
    found: list[tuple[int, OtherVersion]] = []
    for one in named:
        try:
            meeting = read_meeting(one)
            if meeting.id == meeting_id:
                found.append((one.stat().st_mtime_ns, OtherVersion(one, meeting)))
        except (BookError, OSError):
            continue
    return tuple(version for _, version in sorted(found, key=lambda one: one[0], reverse=True))
