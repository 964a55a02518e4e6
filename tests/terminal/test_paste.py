"""Pastes of many lines at a real terminal: nothing freezes, nothing is lost, keys find their place."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA
from tests.screens.live_app import AT
from tests.terminal.harness import Terminal
from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.meeting.model import Kind, Meeting
from tui.use_cases.making import new_meeting

ENTER, TAB, CTRL_F, CTRL_Q, CTRL_T, CTRL_U, CTRL_Z = b"\r", b"\t", b"\x06", b"\x11", b"\x14", b"\x15", b"\x1a"
MANY = [f"line {number:04} of a long letter about the moorings, word for word" for number in range(2_000)]
HOSTILE = b"[/] [red]x[/] \x1b[31mred\x1b]0;title\x07 \xe2\x80\xaeback \x9b2J \x00 {{ 7*7 }} \xff"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_meeting(Book(tmp_path / "book"), AGENDA, "agenda.md", after=None, day=None, at=AT).path


@pytest.fixture
def live(path: Path, tmp_path: Path) -> Iterator[Terminal]:
    with open_live(path, tmp_path) as terminal:
        terminal.wait_for("saved")
        yield terminal


def open_live(path: Path, home: Path, columns: int = 80, rows: int = 24) -> Terminal:
    command: list[str | Path] = [sys.executable, "-m", "tui", "--book", path.parent, "open"]
    return Terminal(command, home=home, columns=columns, rows=rows)


def finish(terminal: Terminal, path: Path) -> Meeting:
    terminal.send(CTRL_Q)
    assert terminal.wait_for_end() == 0
    return read_meeting(path)


@pytest.mark.long
def test_a_hundred_kilobytes_of_lines_and_the_keys_typed_at_once_are_all_stored(live: Terminal, path: Path) -> None:
    text = "\r".join(MANY)
    assert len(text) > 100_000
    live.send(b"before \x1b[200~" + text.encode() + b"\x1b[201~" + ENTER + b"and after" + ENTER + b"!TR to answer")
    live.send(ENTER)
    live.wait_for("TR to answer")
    entries = finish(live, path).entries
    assert [e.text for e in entries[:-2]] == MANY
    assert [(e.kind, e.text) for e in entries[-2:]] == [
        (Kind.NOTE, "before and after"),
        (Kind.ACTION, "TR to answer"),
    ]


def test_words_typed_before_the_question_is_answered_go_to_the_line_in_order(live: Terminal, path: Path) -> None:
    live.send(b"One: \x1b[200~two\nthree\x1b[201~ four\x7f\x7fve" + TAB + b"!" + ENTER)
    live.wait_for("fove!")
    assert [e.text for e in finish(live, path).entries] == ["One: two three fove!"]


def test_one_undo_takes_a_paste_back(live: Terminal, path: Path) -> None:
    live.send(b"Kept" + ENTER + b"\x1b[200~" + "\n".join(MANY[:300]).encode() + b"\x1b[201~" + ENTER)
    live.wait_for("300 entries pasted")
    live.send(CTRL_Z + b"Last" + ENTER)
    live.wait_for("Last")
    assert [e.text for e in finish(live, path).entries] == ["Kept", "Last"]


def test_search_and_the_log_s_keys_follow_one_another(live: Terminal, path: Path) -> None:
    live.send(b"The first buoy" + ENTER + b"/next" + ENTER + b"Another" + ENTER + b"half")
    live.send(CTRL_F + b"bouy" + CTRL_U + b"buoy" + ENTER)
    live.wait_for("▲")
    live.press([b"e"])
    live.wait_for("✎")
    live.send(b"s" + ENTER + b" a line" + ENTER)
    live.wait_for("half a line")
    meeting = finish(live, path)
    assert [e.text for e in meeting.entries] == ["The first buoys", "Another", "half a line"]
    assert [e.section for e in meeting.entries] == [1, 2, 1]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 15)])
def test_hostile_lines_reach_the_terminal_as_words_alone(path: Path, tmp_path: Path, columns: int, rows: int) -> None:
    with open_live(path, tmp_path, columns, rows) as live:
        live.wait_for("saved")
        quiet = len(live.output)
        live.paste(HOSTILE + b"\n!TR to " + HOSTILE + b"\nthird")
        live.wait_for("You pasted 3 lines")
        live.send(ENTER)
        live.wait_for("3 entries pasted")
        live.send(CTRL_F)
        live.paste(b"[red]" + HOSTILE[:20] + b"\nsecond")
        live.wait_for("gaps")
        live.send(CTRL_F + CTRL_F + b"third" + ENTER)
        live.wait_for(lambda: "gaps" not in live.text)
        written = bytes(live.output[quiet:])
        assert b"\x1b]0;title" not in written
        assert "\u202e".encode() not in written
        assert b"\x1b[31mred" not in written
        live.send(CTRL_T + b"typed on" + ENTER)
        live.wait_for("typed on")
        assert len(finish(live, path).entries) == 4
