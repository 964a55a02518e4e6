"""A whole meeting of mixed work, keyed at a real terminal without waiting for it, gives the notes that its script says.

The same meeting goes through `capture` as the script a careful minute-taker would have written; the notes must be
equal, byte for byte.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.commands.command_line import minutebook, new_meeting
from tests.terminal.harness import Terminal

AGENDA = """# Harbour Board June 2024

Date: 4 June 2024 10:00
Quorum: 2
Repeats: first Tuesday of the month

## Attendance
- Edith Marlowe, Harbour Master (HM)
- Owen Price, Treasurer (TR)

## Apologies
- Wren Castell, Pilot (PI)

## Agenda
1. Matters arising
2. Dredging
3. Moorings
4. Any other business
"""
SCRIPT = """?HM: is the channel deep enough for the summer boats
>TR: the survey of May says so, with half a metre to spare
!Buoy 9 lies two boat lengths too far south @HM ^Friday
/arrive Wren Castell
/next
/defer
+The swinging moorings were lifted in April.
-Two chains were worn through
+Thirty of forty are let
!TR to send out the bills by 1 July
/go 2
=Agreed to dredge in October; proposed by HM, seconded by TR, 3 for, 0 against
/go 4
+No items
"""
CTRL_G, CTRL_K, CTRL_N, CTRL_Q, CTRL_Y, CTRL_Z = b"\x07", b"\x0b", b"\x0e", b"\x11", b"\x19", b"\x1a"
ENTER, F7, LEFT, RIGHT, BACKSPACE = b"\r", b"\x1b[18~", b"\x1b[D", b"\x1b[C", b"\x7f"
PASTE = b"\x1b[200~%b\x1b[201~"

KEYS = (
    b"?HM: is the chanel deep enough" + LEFT * 14 + b"n" + RIGHT * 14 + b" for the summer boats" + ENTER,
    b">TR: the survey of May says so, with halff" + BACKSPACE + b" a metre to spare" + ENTER,
    b"Buoy 7 lies two boat lengths too far south" + ENTER,
    *(CTRL_K, b"!"),
    *(CTRL_K, b"o", b"hm" + ENTER),
    *(CTRL_K, b"u", b"fri" + ENTER),
    b"s/Buoy 7/Buoy 9/" + ENTER,
    F7 + b"wr" + ENTER + ENTER,
    CTRL_N,
    b"/defer" + ENTER,
    b"The swinging moorings were lifted in April." + ENTER,
    PASTE % b"-Two chains were worn through\n+Thirty of forty are let\n!TR to send out the bills by 1 July",
    ENTER,
    CTRL_G + b"2" + ENTER,
    b"=Agreed to dredge in October; proposed by HM, seconded by TR, 3 for, 0 against" + ENTER,
    CTRL_G + b"4" + ENTER,
    CTRL_Z + CTRL_Y,
    b"+No items" + ENTER,
)


def test_a_meeting_of_mixed_work_gives_the_notes_its_script_says(tmp_path: Path) -> None:
    keyed, captured = tmp_path / "keyed", tmp_path / "captured"
    for book in (keyed, captured):
        new_meeting(book, AGENDA)
    assert minutebook(captured, "capture", stdin=SCRIPT).status == 0
    command = [sys.executable, "-m", "tui", "--book", str(keyed), "open"]
    with Terminal(command, home=tmp_path, columns=110, rows=32) as terminal:
        terminal.wait_for("saved")
        terminal.press(KEYS)
        terminal.wait_for("No items")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    for style in ("narrative", "findings"):
        for fmt in ("txt", "md"):
            said = minutebook(captured, "render", "--style", style, "--format", fmt).out
            assert minutebook(keyed, "render", "--style", style, "--format", fmt).out == said
            assert "Buoy 9" in said
