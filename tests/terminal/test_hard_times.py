"""The real program while its folder is moved away, its disk is slow, and its clock is set back."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tests.terminal.harness import Terminal
from tests.terminal.test_live_keys import open_live
from tui.book.meeting_file import read_meeting

ENTER, CTRL_Q = b"\r", b"\x11"
SLOW = str(Path(__file__).with_name("slow_disk.py"))


def texts(path: Path) -> list[str]:
    return [entry.text for entry in read_meeting(path).entries]


def enter(terminal: Terminal, line: str) -> None:
    terminal.type(line)
    terminal.send(ENTER)


@pytest.mark.long
def test_a_folder_that_is_moved_away_is_told_and_all_is_saved_once_it_is_back(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "keyed")
    with open_live(tmp_path) as terminal:
        terminal.wait_for("saved")
        enter(terminal, "before it went")
        terminal.wait_for(lambda: texts(path) == ["before it went"])
        shutil.move(path.parent, tmp_path / "away")
        enter(terminal, "while it was away")
        terminal.wait_for("NOT SAVED")
        terminal.wait_for("the folder is gone")
        enter(terminal, "and on")
        shutil.move(tmp_path / "away", path.parent)
        terminal.wait_for(lambda: "NOT SAVED" not in terminal.text)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert texts(path) == ["before it went", "while it was away", "and on"]


@pytest.mark.long
def test_a_disk_that_answers_after_five_seconds_holds_up_no_key_and_loses_nothing(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "keyed")
    with open_live(tmp_path, SLOW) as terminal:
        terminal.wait_for("saved")
        for number in range(4):
            began = time.monotonic()
            enter(terminal, f"line {number} of the harbour")
            terminal.wait_for(lambda number=number: f"line {number} of" in terminal.text)  # type: ignore[misc]
            assert time.monotonic() - began < 4
        assert len(texts(path)) < 4
        assert "saving" in terminal.lines[0]
        terminal.wait_for(lambda: len(texts(path)) == 4)
        terminal.wait_for(lambda: "saving" not in terminal.lines[0])
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert texts(path) == [f"line {number} of the harbour" for number in range(4)]


def test_what_is_captured_after_the_clock_was_set_back_stands_after_what_was_before(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    minutebook(path.parent, "capture", stdin="/start at 10:00\n+first\n/arrive Ann Lee, Guest (AL) at 10:30\n")
    content = path.read_text(encoding="utf-8")
    year = read_meeting(path).entries[0].captured.year
    # What was captured before lies in years to come.
    path.write_text(content.replace(f'"captured":"{year}', f'"captured":"{year + 5}'), encoding="utf-8")
    done = minutebook(path.parent, "capture", stdin="+second\n/undo\n/redo\n/close at 09:00\n/close\n")
    assert "Traceback" not in done.err
    assert [text for text in texts(path) if text in ("first", "second")] == ["first", "second"]
    assert minutebook(path.parent, "render", "--format", "txt").status == 0
    assert minutebook(path.parent, "check").status in (0, 1)
