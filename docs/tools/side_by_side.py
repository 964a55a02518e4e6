"""The page that shows two published arrangements beside every style, and says what differs and why."""

from __future__ import annotations

from pathlib import Path

from tui.book.meeting_file import read_meeting
from tui.notes.render import render
from tui.notes.templates.styles import style_names
from tui.resources import shipped

ARRANGEMENTS = Path(__file__).parents[1] / "arrangements"
"""How each is arranged, by the name of the sample that retells it, and what differs."""
WIDTH = 60
"""Columns of our notes, so that both stand side by side."""
LINES = 46
"""How many of their lines are shown."""
TITLES = {"2024-08-workforce": "Told as a story", "2024-03-assurance": "By question"}


def page() -> str:
    """Write the page."""
    parts = [(ARRANGEMENTS / "differences.md").read_text(encoding="utf-8").replace("](../", "](")]
    for sample, title in TITLES.items():
        parts.append(f"## {title}\n")
        parts += [_beside(sample, style) for style in style_names()]
    return "\n".join(parts)


def _beside(sample: str, style: str) -> str:
    meeting = read_meeting(shipped("sample_meetings") / f"{sample}.json")
    ours = render(meeting, style=style, fmt="txt", width=WIDTH).splitlines()[:LINES]
    published = (ARRANGEMENTS / f"{sample}.txt").read_text(encoding="utf-8").splitlines()
    # Empty lines about the blocks keep them what they are within a table of HTML.
    cells = "".join(_cell("\n".join(lines).rstrip()) for lines in (published, ours))
    return (
        f"### Beside *{style}*\n\n<table>\n<tr><th>published</th><th>{style}</th></tr>\n<tr>\n{cells}</tr>\n</table>\n"
    )


def _cell(words: str) -> str:
    return f'<td valign="top">\n\n```text\n{words}\n```\n\n</td>\n'
