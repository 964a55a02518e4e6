"""Keys for the agenda come where they were meant, however fast they follow one another."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.commands.command_line import new_meeting
from tests.terminal.harness import AT_ANY_SPEED, Terminal
from tui.book.meeting_file import read_meeting

ENTER, DOWN, SHIFT_TAB, CTRL_BACKSLASH, CTRL_Q = b"\r", b"\x1b[B", b"\x1b[Z", b"\x1c", b"\x11"
KEYS = (
    *(b"half ", SHIFT_TAB, DOWN, b"a", b"Lamps", ENTER, b"J", b"A", b"Bulbs", ENTER, CTRL_BACKSLASH),
    *(b"a line", ENTER, CTRL_BACKSLASH, b"l", DOWN, ENTER, b"and another", ENTER),
)


@AT_ANY_SPEED
@pytest.mark.parametrize("columns", [pytest.param(100, marks=pytest.mark.long), 40])
def test_the_agenda_takes_its_keys_in_the_middle_of_lines(
    tmp_path: Path, program: tuple[str, ...], columns: int
) -> None:
    path = new_meeting(tmp_path / "book")
    command: list[str | Path] = [sys.executable, *program, "--book", tmp_path / "book", "open"]
    with Terminal(command, home=tmp_path, columns=columns, rows=30) as terminal:
        terminal.wait_for("saved")
        terminal.press(KEYS)
        terminal.wait_for("and another")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    meeting = read_meeting(path)
    headings = [(section.level, section.heading) for section in meeting.sections]
    assert headings[-2:] == [(1, "Lamps"), (2, "Bulbs")]
    assert meeting.sections[0].state == "deferred"
    assert [(e.text, meeting.section(e.section).heading) for e in meeting.entries] == [
        ("half a line", meeting.sections[0].heading),
        ("and another", meeting.sections[1].heading),
    ]
