"""Make the pictures of the notes in the docs, which needs Chromium.

A sample meeting is printed as a web page in each style, and the page's beginning is the picture.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.notes.chromium import picture
from tui.book.meeting_file import read_meeting
from tui.notes.render import render
from tui.resources import shipped

FOLDER = Path(__file__).parents[1] / "pictures"
WIDTH, HEIGHT = 820, 1250
SHOWN = {
    "narrative": "2024-08-workforce",
    "findings": "2024-03-assurance",
    "formal": "2024-06-allotments",
    "summary": "2024-06-allotments",
    "actions": "2024-08-workforce",
}
"""The sample meeting that shows each style."""


def main() -> None:
    """Make a picture of every style."""
    for style, sample in SHOWN.items():
        meeting = read_meeting(shipped("sample_meetings") / f"{sample}.json")
        with tempfile.TemporaryDirectory() as scratch:
            page = Path(scratch) / f"{style}.html"
            page.write_text(render(meeting, style=style, fmt="html"), encoding="utf-8")
            picture(page, FOLDER / f"notes-{style}.png", WIDTH, HEIGHT)
