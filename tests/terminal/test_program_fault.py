"""When the program itself fails, its user reads one calm line, and the meeting is as it was stored."""

from __future__ import annotations

import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tests.terminal.failing_screen import screens
from tests.terminal.harness import Terminal
from tui.book.meeting_file import read_meeting

FAILING = [sys.executable, "-m", "tests.terminal.failing"]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    new_meeting(tmp_path / "book")
    return tmp_path / "book"


def test_a_failing_screen_ends_with_one_line_and_a_status_and_the_meeting_is_on_the_disk(
    book: Path, tmp_path: Path
) -> None:
    with Terminal([*FAILING, "--book", str(book), "open"], home=tmp_path) as terminal:
        terminal.wait_for("Matters arising")
        terminal.type("%the SECRET grievance\rFAIL NOW\r")
        assert terminal.wait_for_end() == 4
        terminal.wait_for("minutebook.log")
        left = terminal.output[terminal.output.rfind(b"\x1b[?1049l") :].decode()
    assert "something went wrong in the program itself (RuntimeError)" in left
    assert "all that was saved is on the disk" in left
    assert "SECRET" not in left
    assert left.count("\n") <= 2
    stored = [entry.text for entry in read_meeting(next(book.glob("*.json"))).entries]
    assert stored == ["the SECRET grievance", "FAIL NOW"]
    log = next(tmp_path.rglob("minutebook.log")).read_text("utf-8")
    assert "MinutebookApp on xterm-256color, 80 by 24" in log
    assert "builtins.RuntimeError" in log
    assert " in _failing" in log
    assert "SECRET" not in log


@pytest.mark.long
@pytest.mark.parametrize("when", ["laid-out", "later"])
@pytest.mark.parametrize("kind", sorted(screens()))
def test_whatever_screen_fails_nothing_is_lost_or_told_and_the_terminal_is_as_it_was(
    book: Path, tmp_path: Path, kind: str, when: str
) -> None:
    program = [sys.executable, "-m", "tests.terminal.failing_screen", kind, when]
    with Terminal([*program, "--book", str(book), "open"], home=tmp_path) as terminal:
        terminal.wait_for("Matters arising")
        terminal.type("%the SECRET grievance\rFAIL NOW\r")
        assert terminal.wait_for_end() == 4
        terminal.wait_for("minutebook.log")
        modes = termios.tcgetattr(terminal._master)
        assert modes[3] & termios.ECHO
        assert modes[3] & termios.ICANON
        after = terminal.output.decode()
        for mode in ("1000", "1002", "1003", "1004", "1006", "1049", "2004"):
            assert after.rfind(f"\x1b[?{mode}h") <= after.rfind(f"\x1b[?{mode}l"), f"mode {mode} was left on"
        assert after.rfind("\x1b[?25l") < after.rfind("\x1b[?25h"), "the cursor was left hidden"
        left = after[after.rfind("\x1b[?1049l") :]
        assert "something went wrong in the program itself" in left
        assert "SECRET" not in left
        assert left.count("\n") <= 2
    stored = [entry.text for entry in read_meeting(next(book.glob("*.json"))).entries]
    assert stored[:2] == ["the SECRET grievance", "FAIL NOW"]
    log = next(tmp_path.rglob("minutebook.log")).read_text("utf-8")
    assert " ERROR " in log
    assert "SECRET" not in log


def test_a_command_that_fails_in_itself_says_so_in_one_line(book: Path) -> None:
    program = (
        "import tui.commands.meetings as meetings\n"
        "def fail(*_, **__): raise ZeroDivisionError('SECRET')\n"
        "meetings.list_meetings.callback = fail\n"
        "from tui.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--book", str(book), "list"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 4
    assert done.stderr == (
        "minutebook: something went wrong in the program itself (ZeroDivisionError); "
        "all that was saved is on the disk\n"
    )


def test_the_help_says_where_the_log_is(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_LOG", str(tmp_path / "own.log"))
    assert str(tmp_path / "own.log") in "".join(minutebook(book, "--help").out.split("\n  "))
