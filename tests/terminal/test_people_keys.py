"""Keys for the list of people come where they were meant, however fast they are typed while it opens and closes."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.commands.command_line import AGENDA, new_meeting
from tests.terminal.harness import AT_ANY_SPEED, Terminal
from tui.book.meeting_file import read_meeting
from tui.meeting.model import Presence

LATE = AGENDA.replace("## Agenda", "## Apologies\n- Tamsin Orchard, Pilot (PL)\n\n## Agenda")
ENTER, CTRL_D, F8, CTRL_Q, F3, F7 = b"\r", b"\x04", b"\x1b[19~", b"\x11", b"\x1bOR", b"\x1b[18~"
KEYS = (
    *(b"The tide turned", F7, b"or", ENTER, ENTER, b" at noon", ENTER),
    *(CTRL_D, b"ow", F3, ENTER, b"Lil Oddy, Warden", F8, ENTER, CTRL_D),
    *(b"The chain held", ENTER),
)


@AT_ANY_SPEED
def test_arrivals_in_the_middle_of_a_line_leave_the_line_as_it_was(tmp_path: Path, program: tuple[str, ...]) -> None:
    path = new_meeting(tmp_path / "book", LATE)
    command: list[str | Path] = [sys.executable, *program, "--book", tmp_path / "book", "open"]
    with Terminal(command, home=tmp_path, columns=100, rows=30) as terminal:
        terminal.wait_for("saved")
        terminal.press(KEYS)
        terminal.wait_for("The chain held")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    meeting = read_meeting(path)
    assert [entry.text for entry in meeting.entries] == [
        "Tamsin Orchard arrived (from item 1).",
        "The tide turned at noon",
        "Lil Oddy joined (for item 1).",
        "The chain held",
    ]
    assert {person.name: person.presence for person in meeting.people} == {
        "Edith Marlowe": Presence.PRESENT,
        "Owen Price": Presence.APOLOGIES,
        "Tamsin Orchard": Presence.PRESENT,
        "Lil Oddy": Presence.PRESENT,
    }
