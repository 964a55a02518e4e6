"""The real program while its folder is moved away, its disk is full, read-only or slow, and its clock is set back."""

from __future__ import annotations

import re
import shutil
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tests.disks import ReadOnly
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


LONG = ("and a long line of it " * 60).strip()


def fill(ballast: Path) -> None:
    with suppress(OSError), ballast.open("ab", buffering=0) as file:
        while file.write(b"\0" * 512):
            pass


def enter_until_full(terminal: Terminal, path: Path, ballast: Path) -> int:
    """Fill the disk and enter long lines; return how many of them were stored before the one that was not.

    What the program was about to clear up may have left room for some.
    """
    stored, before = 0, len(texts(path))

    def is_told() -> bool:
        return "NOT SAVED" in terminal.text or len(texts(path)) > before + stored

    while True:
        fill(ballast)
        terminal.paste(LONG)
        terminal.send(ENTER)
        terminal.wait_for(is_told)
        if "NOT SAVED" in terminal.text:
            return stored
        stored += 1


@pytest.mark.long
def test_a_full_disk_is_told_and_all_is_saved_once_there_is_room(tmp_path: Path, small_disk: Path) -> None:
    path = new_meeting(small_disk / "keyed")
    ballast = small_disk / "ballast"
    with open_live(small_disk, home=tmp_path) as terminal:
        terminal.wait_for("saved")
        enter(terminal, "before it was full")
        terminal.wait_for(lambda: texts(path) == ["before it was full"])
        stored = enter_until_full(terminal, path, ballast)
        enter(terminal, "while it was full")
        terminal.wait_for("the disk is full")
        assert texts(path)[0] == "before it was full"
        ballast.unlink()
        terminal.wait_for(lambda: "NOT SAVED" not in terminal.text)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert texts(path) == ["before it was full", *[LONG] * (stored + 1), "while it was full"]


@pytest.mark.long
def test_what_a_disk_that_stays_full_does_not_take_is_kept_where_there_is_room_and_named(
    tmp_path: Path, small_disk: Path
) -> None:
    path = new_meeting(small_disk / "keyed")
    with open_live(small_disk, home=tmp_path) as terminal:
        terminal.wait_for("saved")
        stored = enter_until_full(terminal, path, small_disk / "ballast")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_for_end() != 0
        terminal.wait_for("is kept as")
    named = re.search(r"is kept as (\S+\.json)", "".join(terminal.lines).replace(" ", " "))
    assert named, terminal.text
    kept = Path(named[1])
    assert texts(kept) == [LONG] * (stored + 1)
    assert texts(path) == [LONG] * stored


@pytest.mark.long
def test_a_disk_that_becomes_read_only_is_told_and_all_is_saved_once_it_is_writable(
    tmp_path: Path, read_only: ReadOnly
) -> None:
    path = new_meeting(read_only.folder / "keyed")
    with open_live(read_only.folder, home=tmp_path) as terminal:
        terminal.wait_for("saved")
        read_only.begin()
        enter(terminal, "while it was read-only")
        terminal.wait_for("NOT SAVED")
        read_only.end()
        terminal.wait_for(lambda: "NOT SAVED" not in terminal.text)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert texts(path) == ["while it was read-only"]


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
