"""Capture without a screen: `capture`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.shared import now, read_text, say, warn, with_book
from tui.errors import Refused

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.book.opened import OpenMeeting


@click.command()
@click.argument("meeting", required=False)
@click.argument("script", required=False, type=click.Path(path_type=Path, allow_dash=True))
@with_book
def capture(book: Book, meeting: str | None, script: Path | None) -> None:
    """Enter lines from a SCRIPT or standard input, as if typed.

    Each line's outcome is printed; one that cannot apply says why, and the rest go on.
    """
    from tui.book.opened import open_meeting
    from tui.commands.closing import finish

    path = book.find(meeting)
    where = str(script) if script and str(script) != "-" else "<stdin>"
    text = read_text(script) if where != "<stdin>" and script else _standard_input()
    with open_meeting(path) as opened:
        if opened.recovered:
            warn(opened.recovered.message)
        refused = _capture_lines(opened, text, where)
    finish(opened)
    if refused:
        sys.exit(1)


def _standard_input() -> str:
    return sys.stdin.buffer.read().decode("utf-8", errors="replace").removeprefix("\ufeff")


def _capture_lines(opened: OpenMeeting, text: str, where: str) -> int:
    """Enter the lines of a script; return how many were refused."""
    from tui.meeting.capture.capture import enter
    from tui.meeting.capture.line_reader import words_at
    from tui.meeting.text.brackets import carried

    refused = 0
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text else []
    for number, (line, fault) in enumerate(carried(lines, words_at), 1):
        try:
            outcome = enter(opened.journal, line, now())
        except Refused as refusal:
            refused += 1
            warn(f"{where}:{number}: {refusal}")
        else:
            opened.take(outcome.journal, line="")
            say(f"{number}: {outcome.message}" + (f"; {fault}" if fault else ""))
    return refused
