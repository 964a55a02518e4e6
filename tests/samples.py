"""Key the sample meetings in: `python -m docs.tools samples` writes their finished meetings and notes anew.

The clock stands at the meeting's start and goes on by 40 seconds a line, and ids follow from the names, so that
the files change only when the program or a script does.
"""

from __future__ import annotations

import shutil
import tempfile
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from tui.book.meeting_file import read_meeting
from tui.demo import key_sample
from tui.notes.render import render
from tui.resources import shipped

FOLDER = shipped("sample_meetings")


class Sample(NamedTuple):
    """One sample meeting: its name, the one before it, and the style it suits."""

    name: str
    earlier: str | None
    style: str
    at: datetime
    """When its last line is keyed."""


SAMPLES = (
    Sample("2024-02-assurance", None, "findings", datetime(2024, 2, 27, 11, 30, tzinfo=UTC)),
    Sample("2024-03-assurance", "2024-02-assurance", "findings", datetime(2024, 3, 26, 12, 30, tzinfo=UTC)),
    Sample("2024-05-workforce", None, "narrative", datetime(2024, 5, 28, 11, 0, tzinfo=UTC)),
    Sample("2024-08-workforce", "2024-05-workforce", "narrative", datetime(2024, 8, 27, 12, 0, tzinfo=UTC)),
    Sample("2024-06-allotments", None, "narrative", datetime(2024, 6, 13, 20, 30, tzinfo=UTC)),
    Sample("2026-03-rowing-club", None, "formal", datetime(2026, 3, 10, 20, 52, tzinfo=UTC)),
    Sample("2026-04-parish", None, "formal", datetime(2026, 4, 16, 20, 14, tzinfo=UTC)),
    Sample("2026-05-library-board", None, "formal", datetime(2026, 5, 12, 19, 5, tzinfo=UTC)),
    Sample("2026-06-betriebsrat", None, "formal", datetime(2026, 6, 10, 10, 12, tzinfo=UTC)),
    Sample("2026-07-cyngor-cymuned", None, "formal", datetime(2026, 7, 14, 19, 58, tzinfo=UTC)),
)


def key_in(folder: Path, sample: Sample) -> Path:
    """Key a sample in, in a book that holds the one before it; give its file."""
    if sample.earlier:
        key_in(folder, next(one for one in SAMPLES if one.name == sample.earlier))
    given = uuid.uuid5(uuid.NAMESPACE_URL, f"minutebook:{sample.name}")
    named = patch("tui.papers.agenda.uuid.uuid4", return_value=given)
    with named, patch("tui.book.new_meeting.local_zone", return_value="Etc/UTC"):
        return key_sample(folder, sample.name, at=sample.at, after=sample.earlier)


def notes_of(path: Path, sample: Sample) -> str:
    """Give the finished notes, as plain text in the style the sample suits."""
    return render(read_meeting(path), style=sample.style, fmt="txt")


def main() -> None:
    """Write every finished meeting and its notes beside its script."""
    for sample in SAMPLES:
        folder = Path(tempfile.mkdtemp())
        path = key_in(folder, sample)
        shutil.copyfile(path, FOLDER / f"{sample.name}.json")
        (FOLDER / f"{sample.name}.notes.txt").write_text(notes_of(path, sample), encoding="utf-8")
        shutil.rmtree(folder)
