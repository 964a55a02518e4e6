"""`kill -9` at random moments of a meeting being keyed: nothing that was shown as saved is missing.

One meeting is keyed on through all the kills, so every start also meets what the kill before it left behind. The
number of kills is MINUTEBOOK_KILLS, else 60.
"""

from __future__ import annotations

import os
import random
import re
import time
from pathlib import Path

import pytest

from tests.commands.command_line import new_meeting
from tests.terminal.harness import Terminal
from tests.terminal.test_live_keys import open_live
from tui.book.meeting_file import read_meeting

KILLS = int(os.environ.get("MINUTEBOOK_KILLS", "60"))
CTRL_U = b"\x15"


def shown_as_saved(terminal: Terminal) -> int:
    """Give the highest number in the log while the top line says that all is saved; 0 where it does not."""
    lines = terminal.lines
    log = "\n".join(lines[1:-4])
    if not re.search(r"\bsaved\b", lines[0]):
        return 0
    return max((int(number) for number in re.findall(r"entry-(\d{5})", log)), default=0)


def key_until(terminal: Terminal, number: int, end: float) -> tuple[int, int]:
    """Key numbered entries until a moment; give the last number sent and the highest seen as saved."""
    saved = 0
    while time.monotonic() < end:
        number += 1
        terminal.send(f"entry-{number:05} is a line about the harbour".encode() + b"\r")
        saved = max(saved, shown_as_saved(terminal))
        time.sleep(random.uniform(0, 0.03))
        saved = max(saved, shown_as_saved(terminal))
    return number, saved


@pytest.mark.long
def test_no_saved_entry_is_missing_after_kills_at_random_moments(tmp_path: Path) -> None:
    meeting = new_meeting(tmp_path / "keyed")
    random.seed(20240507)
    number, seen_saved = 0, 0
    for turn in range(KILLS):
        with open_live(tmp_path) as terminal:
            terminal.wait_for("saved")
            terminal.send(CTRL_U)
            number, saved = key_until(terminal, number, time.monotonic() + random.uniform(0.05, 0.9))
            terminal.kill()
            saved = max(saved, shown_as_saved(terminal))
        seen_saved += saved > 0
        stored = [int(re.findall(r"\d{5}", entry.text)[0]) for entry in read_meeting(meeting).entries]
        assert saved in (0, *stored), f"kill {turn}: entry {saved} was shown as saved and is missing"
        assert stored == sorted(set(stored)), f"kill {turn}: entries came twice or out of order"
        number = max([number, *stored])
    assert seen_saved >= KILLS // 2
