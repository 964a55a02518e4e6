"""Leaving: by a slip in the middle of a line, from any dialog, and by a signal before the screen is there."""

from __future__ import annotations

import signal
import sys
import termios
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tests.terminal.harness import Terminal
from tui.book.draft import read_draft
from tui.book.meeting_file import read_journal, read_meeting

CTRL_Q, ENTER = b"\x11", b"\r"
DIALOGS = {
    "go to": b"\x07",
    "palette": b"\x10",
    "help": b"\x1bOP",
    "search": b"\x06",
    "paste": b"\x1b[200~a\nb\x1b[201~",
}


def live(book: Path, home: Path) -> Terminal:
    return Terminal([sys.executable, "-m", "tui", "--book", book, "open"], home=home)


def test_what_is_typed_on_after_a_slip_of_the_key_stays_in_the_line(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    with live(path.parent, tmp_path) as terminal:
        terminal.wait_for("saved")
        terminal.type("the budget", per_second=40)
        terminal.send(CTRL_Q)
        terminal.type(" was late", per_second=20)
        terminal.send(ENTER)
        terminal.wait_for(lambda: bool(read_meeting(path).entries))
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert [entry.text for entry in read_meeting(path).entries] == ["the budget was late"]


@pytest.mark.parametrize("keys", [CTRL_Q, CTRL_Q * 2])
def test_leaving_in_the_middle_of_a_line_keeps_the_line(tmp_path: Path, keys: bytes) -> None:
    path = new_meeting(tmp_path / "book")
    with live(path.parent, tmp_path) as terminal:
        terminal.wait_for("saved")
        terminal.type("half a line")
        terminal.wait_for("half a line")
        terminal.send(keys)
        assert terminal.wait_for_end() == 0
    draft = read_draft(path, read_journal(path))
    assert draft is not None
    assert draft.line == "half a line"


@pytest.mark.parametrize("opening", DIALOGS.values(), ids=DIALOGS)
def test_the_key_that_quits_works_in_every_dialog(tmp_path: Path, opening: bytes) -> None:
    path = new_meeting(tmp_path / "book")
    minutebook(path.parent, "capture", stdin="!HM to go\n")
    with live(path.parent, tmp_path) as terminal:
        terminal.wait_for("saved")
        before = terminal.text
        terminal.send(opening)
        terminal.wait_for(lambda: terminal.text != before)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_at_the_first_frame_gives_the_terminal_back(tmp_path: Path, number: signal.Signals) -> None:
    path = new_meeting(tmp_path / "book")
    with live(path.parent, tmp_path) as terminal:
        terminal.wait_for(lambda: b"?1049h" in terminal.output)
        terminal.process.send_signal(number)
        terminal.wait_for_end()
        terminal.wait_for(lambda: b"?1049l" in terminal.output)
        modes = termios.tcgetattr(terminal._master)
    assert modes[3] & termios.ECHO
    assert modes[3] & termios.ICANON
