"""A meeting kept line by line in a real terminal: nothing but lines, the line's own editing, and nothing lost."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tests.terminal.harness import Terminal
from tui.book.draft import read_draft
from tui.book.meeting_file import read_journal, read_meeting

LINES = ("+The tide was high", ">HM: it is", "!TR to mend the chain ^Friday", "/where", "/review", "x", "", "/agenda")
ANSWERS = ("note", "response, HM", "action A1, TR, due 10 May 2024", "A1 struck", "1. Matters arising, here")
CTRL_C, CTRL_D, CTRL_A, UP = b"\x03", b"\x04", b"\x01", b"\x1b[A"


def opened(folder: Path, *more: str, **environment: str) -> Terminal:
    command = [sys.executable, "-m", "tui", "--book", str(folder / "book"), "open", *more]
    return Terminal(command, home=folder, environment=environment)


@pytest.mark.parametrize(
    ("more", "environment"),
    [
        (("--line",), {"TERM": "xterm-256color"}),
        (("--line",), {"TERM": "dumb"}),
        ((), {"TERM": "dumb"}),
        ((), {"ACCESSIBLE": "1"}),
    ],
)
def test_whole_lines_are_all_that_is_written(
    more: tuple[str, ...], environment: dict[str, str], tmp_path: Path
) -> None:
    path = new_meeting(tmp_path / "book")
    with opened(tmp_path, *more, **environment) as terminal:
        terminal.wait_for("note, 1:")
        for line in LINES:
            terminal.send(line.encode() + b"\r")
        terminal.send(b"/quit\r")
        assert terminal.wait_for_end() == 0
        output = bytes(terminal.output)
    assert b"\x1b" not in output
    assert b"\b" not in output
    assert output.count(b"\r") == output.count(b"\r\n")
    said = output.decode().replace("\r\n", "\n")
    assert [answer for answer in ANSWERS if answer not in said] == []
    assert [entry.text for entry in read_meeting(path).entries] == [
        "The tide was high",
        "it is",
        "TR to mend the chain",
    ]


def test_ctrl_c_leaves_with_the_half_typed_line_kept_and_it_is_offered_again(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    with opened(tmp_path, "--line") as terminal:
        terminal.wait_for("note, 1:")
        terminal.send(b"+one\r+the other h")
        terminal.wait_for(lambda: b"the other h" in terminal.output)
        terminal.send(CTRL_C)
        assert terminal.wait_for_end() == 0
    kept = read_draft(path, read_journal(path))
    assert kept is not None
    assert kept.line == "+the other h"
    with opened(tmp_path, "--line") as terminal:
        terminal.wait_for("not stored: “+the other h”")
        terminal.wait_for("note, 1:")
        terminal.send(UP + b"alf\r")
        terminal.wait_for("note, 1: +the other half")
        terminal.send(b"/draft drop\r/quit\r")
        assert terminal.wait_for_end() == 0
    assert [entry.text for entry in read_meeting(path).entries] == ["one", "the other half"]


PRESSED_WHILE_LOOKED_AT = """
import signal
from tui.listening.voice import Left, Spoken

class Editor:
    pressed = False

    def get_line_buffer(self):
        try:
            if not self.pressed:
                self.pressed = True
                signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt as error:
            raise SystemError("what is raised within a library in C is its own fault") from error
        return "the other h"

voice = Spoken()
voice._editor = Editor()
with voice.heeding_signals():
    try:
        voice.ask("note, 1: ", meanwhile=lambda _: "")
    except Left as left:
        print("left with", left.typed)
"""


def test_ctrl_c_while_the_line_is_looked_at_leaves_as_at_any_other_moment(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-c", PRESSED_WHILE_LOOKED_AT], home=tmp_path) as terminal:
        terminal.wait_for("left with the other h")
        assert terminal.wait_for_end() == 0


def test_ctrl_d_leaves(tmp_path: Path) -> None:
    new_meeting(tmp_path / "book")
    with opened(tmp_path, "--line") as terminal:
        terminal.wait_for("note, 1:")
        terminal.send(CTRL_D)
        assert terminal.wait_for_end() == 0
        terminal.wait_for("saved; ")


def test_a_kill_loses_no_answered_line_and_the_one_being_typed_comes_back(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    with opened(tmp_path, "--line") as terminal:
        terminal.wait_for("note, 1:")
        for number in range(20):
            terminal.send(f"+line {number}\r".encode())
        terminal.send(b"+a thought")
        terminal.wait_for(
            lambda: (kept := read_draft(path, read_journal(path))) is not None and kept.line == "+a thought"
        )
        terminal.kill()
    assert [entry.text for entry in read_meeting(path).entries] == [f"line {number}" for number in range(20)]


def test_the_end_of_the_terminal_leaves_safely(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    with opened(tmp_path, "--line") as terminal:
        terminal.wait_for("note, 1:")
        terminal.send(b"+one\r+two\r+half")
        terminal.wait_for(lambda: b"+half" in terminal.output)
        terminal.hang_up()
        terminal.wait_for_end()
    assert [entry.text for entry in read_meeting(path).entries] == ["one", "two"]


def test_without_prompts_only_answers_are_written(tmp_path: Path) -> None:
    new_meeting(tmp_path / "book")
    with opened(tmp_path, "--line", "--no-prompt") as terminal:
        terminal.wait_for("Now 1. Matters arising.")
        terminal.send(b"+one\r/quit\r")
        assert terminal.wait_for_end() == 0
        assert b"note, 1" not in terminal.output


def test_who_has_the_pen_is_said_in_the_words_of_the_program(tmp_path: Path) -> None:
    new_meeting(tmp_path / "book")
    with opened(tmp_path, "--line") as terminal:
        terminal.wait_for("note, 1:")
        done = minutebook(tmp_path / "book", "open", "--line", stdin="+stolen\n")
    assert done.status == 3
    assert "has it open for writing" in done.err
    assert done.out == ""


def test_answers_come_at_once_and_no_textual_is_imported(tmp_path: Path) -> None:
    new_meeting(tmp_path / "book")
    program = (
        "import sys, subprocess, time; from tui.cli import main\n"
        f"sys.argv = ['minutebook', '--book', {str(tmp_path / 'book')!r}, 'open', '--line']\n"
        "import atexit; atexit.register(lambda: print(*sorted({m.partition('.')[0] for m in sys.modules})))\n"
        "main()"
    )
    import subprocess

    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as it:
        assert it.stdin
        assert it.stdout
        took = []
        for line in ("/title Quay", *(f"+line {number}" for number in range(30))):
            if line == "/title Quay":
                while not it.stdout.readline().startswith("Now "):
                    pass
            began = time.monotonic()
            it.stdin.write(f"{line}\n")
            it.stdin.flush()
            assert it.stdout.readline()
            took.append(time.monotonic() - began)
        it.stdin.close()
        rest = it.stdout.read().split()
    assert "msgspec" in rest
    assert {"textual", "rich", "jinja2"} & set(rest) == set()
    assert sorted(took)[len(took) // 2] < 0.5
