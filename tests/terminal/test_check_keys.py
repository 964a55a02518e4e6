"""Keys for the check come where they were meant, however fast they are typed while it opens and closes."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.commands.command_line import new_meeting
from tests.terminal.harness import AT_ANY_SPEED, Terminal
from tui.book.meeting_file import read_meeting

ENTER, CTRL_Q, CHECK, END, F10 = b"\r", b"\x11", b"\x1d", b"\x1b[F", b"\x1b[21~"
KEYS = (
    *(b"/go 3", ENTER, b"+The tide will turn", ENTER, b"+The chain will hold", ENTER, b"The moon"),
    *(CHECK, END, b"w", b"as it was sung", ENTER, END, b"f", CHECK),
    *(b" rose", ENTER),
    *(F10, b"j", b"q", b"The end", ENTER),
)


@AT_ANY_SPEED
def test_mending_and_waiving_in_the_middle_of_a_line_leave_the_line_as_it_was(
    tmp_path: Path, program: tuple[str, ...]
) -> None:
    path = new_meeting(tmp_path / "book")
    command: list[str | Path] = [sys.executable, *program, "--book", tmp_path / "book", "open"]
    with Terminal(command, home=tmp_path, columns=100, rows=30) as terminal:
        terminal.wait_for("saved")
        terminal.press(KEYS)
        terminal.wait_for("The end")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    meeting = read_meeting(path)
    assert [entry.text for entry in meeting.entries] == [
        "The tide would turn",
        "The chain will hold",
        "The moon rose",
        "The end",
    ]
    assert [waiver.reason for waiver in meeting.waivers] == ["as it was sung"]
