"""Leaving the live screen approves the minutes that were agreed there, and only those that still are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA, minutebook, new_meeting
from tests.terminal.harness import Terminal
from tui.book.meeting_file import read_meeting
from tui.book.opened import open_meeting

JUNE = AGENDA.replace("7 May 2024", "4 June 2024").replace("May", "June").replace("Matters arising", "Last minutes")
CTRL_Q, CTRL_Z = b"\x11", b"\x1a"


@pytest.mark.parametrize(("keys", "approved"), [(b"=Agreed\r+More\r", True), (b"=Agreed\r" + CTRL_Z, False)])
def test_leaving_approves_by_the_decisions_that_stand(tmp_path: Path, keys: bytes, approved: bool) -> None:
    book = tmp_path / "book"
    may = new_meeting(book, AGENDA)
    june = new_meeting(book, JUNE)
    command = [sys.executable, "-m", "tui", "--book", str(book), "open", june.stem]
    with Terminal(command, home=tmp_path, columns=120) as terminal:
        terminal.wait_for("Last minutes")
        terminal.send(keys + CTRL_Q)
        if approved:
            says = b"The minutes of 7 May 2024 are approved by the meeting of 4 June 2024"
            terminal.wait_for(lambda: says in terminal.output)
        assert terminal.wait_for_end() == 0
    assert (read_meeting(may).approval is not None) is approved


def test_what_could_not_be_approved_is_approved_on_leaving_the_review(tmp_path: Path) -> None:
    book = tmp_path / "book"
    may = new_meeting(book, AGENDA)
    june = new_meeting(book, JUNE)
    with open_meeting(may):
        done = minutebook(book, "capture", june.stem, stdin="=Agreed\n!HM to mend the slip\n")
        assert "it is tried again when this meeting is next left" in done.err
    with Terminal([sys.executable, "-m", "tui", "--book", str(book), "review", june.stem], home=tmp_path) as terminal:
        terminal.wait_for("1 left")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
        assert b"The minutes of 7 May 2024 are approved" in terminal.output
    assert read_meeting(may).approval is not None
