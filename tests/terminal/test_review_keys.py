"""Keys for the chair's review come where they were meant, however fast they are typed while it opens and closes."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.commands.command_line import AGENDA, minutebook, new_meeting
from tests.terminal.harness import AT_ANY_SPEED, Terminal
from tui.book.meeting_file import read_meeting
from tui.meeting.model import Action, Entry, Kind, Status

ENTER, TAB, CTRL_A, CTRL_Q, CTRL_R, F8 = b"\r", b"\t", b"\x01", b"\x11", b"\x12", b"\x1b[19~"
KEYS = (
    *(b"!HM to mend the slip", ENTER, b"!Paint the buoys", ENTER, b"!TR to pay ^Friday", ENTER, b"half a li"),
    *(
        F8,
        ENTER,
        b"u",
        b"fri",
        ENTER,
        ENTER,
        b"o",
        b"tr",
        TAB,
        b"next m",
        ENTER,
        b"e",
        CTRL_A,
        b"Please ",
        ENTER,
        b"y",
        b"x",
        b"b",
        b"n",
        CTRL_R,
    ),
    *(b"ne of words", ENTER, CTRL_R, ENTER, ENTER, b"q", b"and on", ENTER),
)


def action_of(entry: Entry) -> Action:
    assert entry.action is not None
    return entry.action


@AT_ANY_SPEED
def test_a_review_in_the_middle_of_a_line_leaves_the_line_as_it_was(tmp_path: Path, program: tuple[str, ...]) -> None:
    path = new_meeting(tmp_path / "book", AGENDA)
    command: list[str | Path] = [sys.executable, *program, "--book", tmp_path / "book", "open"]
    with Terminal(command, home=tmp_path, columns=100, rows=30) as terminal:
        terminal.wait_for("saved")
        terminal.press(KEYS)
        terminal.wait_for("and on", timeout=40)
        terminal.wait_for(lambda: "and on" in (read_meeting(path).entries[-1].text), timeout=40)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    meeting = read_meeting(path)
    slip, buoys, pay, *notes = meeting.entries
    assert [entry.text for entry in notes] == ["half a line of words", "and on"]
    assert {entry.kind for entry in notes} == {Kind.NOTE}
    assert (slip.text, buoys.text, pay.text) == ("HM to mend the slip", "Please Paint the buoys", "TR to pay")
    dues = [due.words if (due := action_of(entry).due) else "" for entry in (slip, buoys, pay)]
    assert dues == ["Friday", "next meeting", "Friday"]
    assert [action_of(entry).owners for entry in (slip, buoys, pay)] == [("HM",), ("TR",), ("TR",)]
    assert [action_of(entry).agreed for entry in (slip, buoys, pay)] == [True, True, False]
    assert action_of(pay).status is Status.DROPPED


def test_the_review_from_the_command_line_settles_and_quits(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book", AGENDA)
    assert minutebook(tmp_path / "book", "capture", stdin="!HM to mend the slip\n!Paint the buoys\n").status == 0
    command: list[str | Path] = [sys.executable, "-m", "tui", "--book", tmp_path / "book", "review"]
    with Terminal(command, home=tmp_path, columns=80, rows=24) as terminal:
        terminal.wait_for("2 left")
        terminal.press((ENTER, b"y", b"o", b"tr", ENTER, b"y", CTRL_R))
        assert terminal.wait_for_end() == 0
    assert [(action_of(e).agreed, action_of(e).owners) for e in read_meeting(path).entries] == [
        (True, ("HM",)),
        (True, ("TR",)),
    ]


def test_without_a_terminal_the_review_says_what_to_do_instead(tmp_path: Path) -> None:
    new_meeting(tmp_path / "book", AGENDA)
    done = minutebook(tmp_path / "book", "review")
    assert (done.status, done.out) == (2, "")
    assert "the review needs a terminal" in done.err
