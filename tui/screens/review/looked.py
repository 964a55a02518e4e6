"""What is looked at in the preview, what it can be turned to, and the bytes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct

from tui.meeting.history.journal import Journal

Choice = Literal["style", "fmt", "version"]
VERSIONS = ("public", "internal")
TITLES: dict[Choice, str] = {"style": "Style", "fmt": "Format", "version": "Version"}


class Looked(Struct, frozen=True, kw_only=True):
    """What is looked at, and where; given back so that the preview opens there again."""

    style: str = ""
    """Empty for the one in which the meeting is printed unless another is asked for."""
    fmt: str = "txt"
    version: str = ""
    """Empty for the one that the house chose, else the public one."""
    entry: int = 0
    """The entry whose lines are in sight; 0 for none."""
    line: int = 0
    """The chosen line, for where there is no entry."""


def file_of(path: Path, journal: Journal, looked: Looked) -> bytes:
    """Print the notes of the meeting at `path` as a file; style and version are named. Raises BadInput, BookError."""
    from tui.book.amended import amended
    from tui.notes.render import render_file

    meeting, amendments = amended(path, journal)
    return render_file(
        meeting,
        style=looked.style,
        fmt=looked.fmt,
        version=looked.version,
        styles_folder=path.parent / "styles",
        amendments=amendments,
    )
