"""Keys for the log and for the last entry come where they were meant, however fast they follow one another."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.commands.command_line import new_meeting
from tests.terminal.harness import AT_ANY_SPEED, Terminal
from tui.book.meeting_file import read_meeting
from tui.meeting.model import Kind

ENTER, TAB, UP, DELETE = b"\r", b"\t", b"\x1b[A", b"\x1b[3~"
CTRL_K, CTRL_Q, CTRL_T, CTRL_Z, CTRL_Y = b"\x0b", b"\x11", b"\x14", b"\x1a", b"\x19"
KEYS = (
    *(b"report on the standards", ENTER, b"and ", CTRL_K, b"o", b"t", TAB, b"f", ENTER, b"the next", ENTER),
    *(b"half", CTRL_K, b"!", CTRL_K, b"?", CTRL_K, b"s", b"h", ENTER, b" a line", ENTER),
    *(UP, DELETE, CTRL_Z, b"!", UP, UP, b"m", b"3", ENTER, UP, b" ", b"x", CTRL_T),
    *(b"The chain held", ENTER, CTRL_Z, CTRL_Y, b"last", ENTER),
)


@AT_ANY_SPEED
def test_marks_questions_and_the_log_take_their_keys_in_the_middle_of_lines(
    tmp_path: Path, program: tuple[str, ...]
) -> None:
    path = new_meeting(tmp_path / "book")
    command: list[str | Path] = [sys.executable, *program, "--book", tmp_path / "book", "open"]
    with Terminal(command, home=tmp_path, columns=100, rows=30) as terminal:
        terminal.wait_for("saved")
        terminal.press(KEYS)
        terminal.wait_for("last")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    meeting = read_meeting(path)
    assert [(e.section, e.kind, e.text, e.speakers, e.restricted) for e in meeting.entries] == [
        (1, Kind.QUESTION, "and the next", ("HM",), True),
        (1, Kind.ACTION, "half a line", (), False),
        (3, Kind.ACTION, "report on the standards", (), False),
        (1, Kind.RESPONSE, "The chain held", (), False),
        (1, Kind.RESPONSE, "last", (), False),
    ]
    action = meeting.entries[2].action
    assert action is not None
    assert (action.owners, action.due and action.due.words) == (("TR",), "Friday")
