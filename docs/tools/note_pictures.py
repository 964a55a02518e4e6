"""Make the pictures of the notes in the docs, which needs Chromium.

A sample meeting is printed as a web page in each style, and the page's beginning is the picture.
"""

from __future__ import annotations

import shutil
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


def own_style(styles_folder: Path) -> None:
    """Write the style that the page on a look of one's own makes, its logo beside it."""
    page = (FOLDER.parent / "look.md").read_text(encoding="utf-8")
    folder = styles_folder / "ours"
    folder.mkdir(parents=True)
    (folder / "style.toml").write_text(page.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    shutil.copyfile(FOLDER / "example-logo.png", folder / "logo.png")


def picture_of_own_style() -> None:
    """Make the picture of that style."""
    meeting = read_meeting(shipped("sample_meetings") / "2024-06-allotments.json")
    with tempfile.TemporaryDirectory() as scratch:
        own_style(Path(scratch) / "styles")
        page = Path(scratch) / "ours.html"
        page.write_text(render(meeting, style="ours", fmt="html", styles_folder=Path(scratch) / "styles"), "utf-8")
        picture(page, FOLDER / "notes-own-look.png", WIDTH, HEIGHT)


def main() -> None:
    """Make a picture of every style."""
    picture_of_own_style()
    for style, sample in SHOWN.items():
        meeting = read_meeting(shipped("sample_meetings") / f"{sample}.json")
        with tempfile.TemporaryDirectory() as scratch:
            page = Path(scratch) / f"{style}.html"
            page.write_text(render(meeting, style=style, fmt="html"), encoding="utf-8")
            picture(page, FOLDER / f"notes-{style}.png", WIDTH, HEIGHT)
