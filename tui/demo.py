"""The demo: a sample meeting in a scratch book, part of the way through, or keyed in to its end."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from tui.book.folder import Book
from tui.book.opened import open_meeting
from tui.meeting.capture.capture import enter
from tui.resources import shipped
from tui.use_cases.making import new_meeting

SAMPLE = "2024-06-allotments"
"""A meeting as most are: a plain agenda, people with posts, questions, votes and actions."""

_LINES_BEFORE = 40
"""How many of the sample's lines are keyed in before the live demo begins."""
_ENDED = datetime(2024, 6, 13, 20, 30)
"""When the sample meeting ended, by the clocks of its place."""
_LINE_TAKES = timedelta(seconds=40)


def make_demo(*, at: datetime, finished: bool) -> Path:
    """Make the scratch book and give the sample meeting's path, keyed in part of the way, or to its end on its day."""
    folder = Path(tempfile.mkdtemp(prefix="minutebook-demo-"))
    if finished:
        return key_sample(folder, SAMPLE, at=_ENDED.astimezone())
    return key_sample(folder, SAMPLE, at=at, lines=_LINES_BEFORE)


def key_sample(folder: Path, name: str, *, at: datetime, after: str | None = None, lines: int | None = None) -> Path:
    """Make a sample meeting in a folder and enter its script, or as many lines of it; give its path.

    `after` names a sample that stands in the folder already. `at` is the time of the last line.
    """
    samples = shipped("sample_meetings")
    agenda = samples / f"{name}.agenda.md"
    text = agenda.read_text(encoding="utf-8")
    earlier = after[:7] if after else None
    made = new_meeting(Book(folder), text, agenda.name, after=earlier, day=None, at=at)
    script = (samples / f"{name}.capture.txt").read_text(encoding="utf-8").splitlines()[:lines]
    with open_meeting(made.path) as opened:
        for place, line in enumerate(script):
            time = at - _LINE_TAKES * (len(script) - 1 - place)
            opened.take(enter(opened.journal, line, time).journal, line="")
    return made.path
