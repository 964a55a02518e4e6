"""Meetings of any size for the benchmarks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.commands.command_line import AGENDA
from tui.book.opened import create_meeting, open_meeting
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal
from tui.papers.agenda import read_agenda

AT = datetime(2024, 5, 7, 18, 42, 8, tzinfo=UTC)
LINES = (
    "?HM: how many berths are let for the winter, and at what price",
    ">TR: thirty of the forty, at the price agreed in March",
    "-The rest are kept for visiting boats and for the lifeboat",
    "+The harbour office will be shut for the first week of January.",
    "!TR to report on unpaid dues ^the June meeting",
)


def make_journal(entries: int, lines: Sequence[str] = LINES) -> Journal:
    """Make a meeting of so many entries, with its history."""
    journal = Journal(meeting=read_agenda(AGENDA, "agenda.md").meeting)
    for place in range(entries):
        journal = enter(journal, f"{lines[place % len(lines)]} ({place})", AT).journal
    return journal


def make_meeting(folder: Path, entries: int) -> Path:
    """Make a meeting file of so many entries."""
    folder.mkdir(parents=True, exist_ok=True)
    journal = make_journal(entries)
    path = create_meeting(folder, read_agenda(AGENDA, "agenda.md").meeting)
    with open_meeting(path) as opened:
        opened.take(journal, line="")
    return path
