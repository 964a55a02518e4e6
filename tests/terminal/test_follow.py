"""Two real programs in two terminals on one meeting: the second shows what the first saves, and only looks."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tests.terminal.harness import WRITER, Terminal
from tui.book.disk.lock import is_held
from tui.book.meeting_file import read_meeting

WRITE, CTRL_Q, LARGE, ENTER, UP = b"w", b"\x11", b"\x1b[15~", b"\r", b"\x1b[A"
"""Seconds from a save to its showing."""


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    return new_meeting(tmp_path / "book")


def opened(meeting: Path, *options: str, columns: int = 100, rows: int = 30) -> Terminal:
    command: list[str | Path] = [sys.executable, "-m", "tui", "--book", meeting.parent, "open", *options]
    return Terminal(command, home=meeting.parent.parent, columns=columns, rows=rows)


@pytest.fixture
def first(meeting: Path) -> Iterator[Terminal]:
    """The program that writes."""
    with opened(meeting) as terminal:
        terminal.wait_for("saved")
        yield terminal


@pytest.fixture
def second(meeting: Path, first: Terminal) -> Iterator[Terminal]:
    """The program that follows, since the first has the meeting open."""
    with opened(meeting) as terminal:
        terminal.wait_for("you are following")
        yield terminal


def save(terminal: Terminal, meeting: Path, line: str, stored: str) -> None:
    """Type a line and wait until it is on the disk."""
    terminal.send(line.encode() + ENTER)
    terminal.wait_for(lambda: stored.encode() in meeting.read_bytes())


def others(meeting: Path) -> list[tuple[str, int, int]]:
    """Give what stands in the book, with times and inodes."""
    found = [(one.name, one.stat()) for one in meeting.parent.iterdir()]
    return sorted((name, status.st_mtime_ns, status.st_ino) for name, status in found)


def test_what_the_first_saves_the_second_shows(meeting: Path, first: Terminal, second: Terminal) -> None:
    assert f"{WRITER} on {platform.node()} is writing" in second.text
    for number in range(5):
        words = f"line {number} about the harbour"
        save(first, meeting, f"+{words}", words)
        second.wait_for(words)
    first.send(b"/next" + ENTER)
    second.wait_for(lambda: "2. Moorings" in second.lines[0])


def test_the_second_writes_nothing_whatever_is_typed(meeting: Path, first: Terminal, second: Terminal) -> None:
    save(first, meeting, "+the only line", "the only line")
    second.wait_for("the only line")
    first.wait_for(lambda: not any("draft" in one.name for one in meeting.parent.iterdir()))
    before, bytes_before = others(meeting), meeting.read_bytes()
    second.type("+a line of the second's own\r/next\r!DCC to act\r")
    second.send(b"\x0f\x1a\x19\x13" + UP + b"\x1b[6~" + LARGE + LARGE)
    second.send(b"\x1b[200~pasted\nlines\x1b[201~")
    second.wait_for("the only line")
    second.send(CTRL_Q)
    assert second.wait_for_end() == 0
    assert (others(meeting), meeting.read_bytes()) == (before, bytes_before)
    assert is_held(meeting)
    save(first, meeting, "+and the first goes on", "and the first goes on")


def test_when_the_first_is_killed_the_second_offers_to_take_over(
    meeting: Path, first: Terminal, second: Terminal
) -> None:
    save(first, meeting, "+saved before the kill", "saved before the kill")
    first.kill()
    second.wait_for("the writer is gone; w opens the meeting for writing here")
    assert not is_held(meeting)
    second.press((WRITE, b"+written by the second" + ENTER))
    second.wait_for(lambda: "written by the second" in meeting.read_text(encoding="utf-8"))
    assert is_held(meeting)
    second.send(CTRL_Q)
    assert second.wait_for_end() == 0
    assert [entry.text for entry in read_meeting(meeting).entries] == [
        "saved before the kill",
        "written by the second",
    ]


@pytest.mark.parametrize("options", [(), pytest.param(("--projector",), marks=pytest.mark.long)])
def test_restricted_words_never_reach_the_second_terminal(
    meeting: Path, first: Terminal, options: tuple[str, ...]
) -> None:
    with opened(meeting, *options) as second:
        second.wait_for("Matters arising")
        save(first, meeting, "+open [[plover]] words", "plover")
        save(first, meeting, "%+all about the merlin", "merlin")
        save(first, meeting, "%!HM to count the dunlin by Friday", "dunlin")
        first.send(b"/next" + ENTER)
        second.wait_for("Moorings" if options else "▶ 2. Moorings")
        first.send(b"/restrict" + ENTER)
        second.wait_for("[Restricted item]")
        save(first, meeting, "+of godwits", "godwit")
        second.send(UP + LARGE + UP)
        first.send(b"/go 1" + ENTER)
        second.wait_for("open [restricted] words")
        second.send(LARGE)
        second.wait_for("open [restricted] words")
        for bird in (b"plover", b"merlin", b"dunlin", b"godwit"):
            assert bird not in second.output


def test_neither_the_writer_nor_who_follows_ever_gives_the_terminal_a_title(
    meeting: Path, first: Terminal, second: Terminal
) -> None:
    """A title stands in task bars, in other windows and in what a terminal keeps of a session."""
    save(first, meeting, "+open [[plover]] words", "plover")
    second.wait_for("open [restricted] words")
    for terminal in (first, second):
        assert not re.search(rb"\x1b\][012];|\x1b\][lL]|\x1bk", bytes(terminal.output))


def test_the_internal_version_is_shown_to_whoever_asks_for_it(meeting: Path, first: Terminal) -> None:
    save(first, meeting, "+open [[plover]] words", "plover")
    with opened(meeting, "--internal") as second:
        second.wait_for("plover")
        second.send(LARGE)
        second.wait_for("open [restricted] words")


def test_following_by_choice_takes_no_lock(meeting: Path) -> None:
    before = others(meeting)
    for option in ("--follow", "--projector"):
        with opened(meeting, option) as follower:
            follower.wait_for("nobody is writing")
            assert not is_held(meeting)
            follower.send(CTRL_Q)
            assert follower.wait_for_end() == 0
    assert others(meeting) == before


def test_a_projector_and_restricted_words_do_not_go_together(meeting: Path) -> None:
    with opened(meeting, "--projector", "--internal") as refused:
        assert refused.wait_for_end() == 2
        refused.wait_for("a projector never shows restricted words")


def test_the_help_of_open_says_how_to_follow(tmp_path: Path) -> None:
    done = minutebook(tmp_path, "open", "--help")
    assert done.status == 0
    for words in ("--follow", "--projector", "--internal", "restricted words"):
        assert words in done.out
