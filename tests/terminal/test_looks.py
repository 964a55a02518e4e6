"""What only a terminal shows: resizing, no colours, few colours, and that nothing moves by itself."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA, minutebook, new_meeting
from tests.terminal.harness import Terminal

WHEEL_UP = b"\x1b[<64;60;10M"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    book = tmp_path / "book"
    new_meeting(book, AGENDA)
    lines = "".join(f"+This is the entry with the number {number:02}\n" for number in range(1, 41))
    assert minutebook(book, "capture", stdin=lines).status == 0
    return book


def open_live(book: Path, columns: int = 100, rows: int = 30, environment: dict[str, str] | None = None) -> Terminal:
    return Terminal(
        [sys.executable, "-m", "tui", "--book", book, "open"],
        home=book.parent,
        columns=columns,
        rows=rows,
        environment=environment,
    )


def settled(terminal: Terminal) -> str:
    """Give the screen once nothing has been written for a while."""
    length, since = len(terminal.output), time.monotonic()

    def quiet() -> bool:
        nonlocal length, since
        if len(terminal.output) != length:
            length, since = len(terminal.output), time.monotonic()
        return time.monotonic() - since > 0.4

    terminal.wait_for(quiet)
    return terminal.text


def test_resizing_keeps_the_line_being_typed_and_the_end_of_the_log(book: Path) -> None:
    with open_live(book) as live:
        live.wait_for("number 40")
        live.type("?HM: half a line that goes on for a while")
        live.wait_for("goes on for a while")
        for columns, rows in ((40, 15), (120, 36), (60, 20), (100, 30)):
            live.resize(columns, rows)
            live.wait_for(lambda: "number 40" in live.text.replace("\n", " ") or "40" in live.text)
            text = " ".join(settled(live).split())
            assert "a while" in text
            assert "half a line" in text
        live.type(", and on")
        live.wait_for("goes on for a while, and on")


def test_resizing_keeps_the_selected_entry_in_sight(book: Path) -> None:
    with open_live(book) as live:
        live.wait_for("number 40")
        live.send(b"\x14")
        live.wait_for("› note")
        for place in range(39, 19, -1):
            live.send(b"k")
            live.wait_for(lambda: any("›" in row and f"{place:02}" in row for row in live.lines))  # noqa: B023
        for columns, rows in ((120, 40), (80, 20)):
            live.resize(columns, rows)
            assert any("› note" in row and "number 20" in row for row in settled(live).splitlines())


def test_resizing_keeps_the_place_that_the_wheel_was_turned_to(book: Path) -> None:
    with open_live(book) as live:
        live.wait_for("number 40")
        live.send(WHEEL_UP * 10)
        live.wait_for(lambda: "number 40" not in live.text)
        top = next(row for row in settled(live).splitlines() if "number" in row)[-2:]
        live.resize(90, 22)
        assert next(row for row in settled(live).splitlines() if "number" in row)[-2:] == top


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(b"", id="live"),
        pytest.param(b"\x07", marks=pytest.mark.long, id="go to"),
        pytest.param(b"\x10", marks=pytest.mark.long, id="palette"),
    ],
)
def test_nothing_is_written_while_nothing_happens(book: Path, keys: bytes) -> None:
    with open_live(book) as live:
        live.wait_for("number 40")
        live.send(keys)
        settled(live)
        if time.time() % 60 > 57:
            time.sleep(4)
        before = len(live.output)
        time.sleep(1.3)  # A cursor blinks every half second; the clock goes on once a minute.
        assert len(live.output) - before < 200


@pytest.mark.parametrize(
    "environment",
    [{"NO_COLOR": "1"}, {"TERM": "xterm", "COLORTERM": ""}, {"TEXTUAL_COLOR_SYSTEM": "standard"}],
    ids=["no colour", "xterm", "16 colours"],
)
@pytest.mark.parametrize("size", [(100, 30), (40, 15)])
def test_the_screen_makes_sense_without_its_colours(
    book: Path, environment: dict[str, str], size: tuple[int, int]
) -> None:
    with open_live(book, *size, environment) as live:
        live.wait_for("saved")
        live.send(b"\x14")
        live.wait_for("› note")
        if size[0] > 64:
            assert "▶ 1. Matters arising" in live.text
        live.send(b"\x14\x10")
        live.wait_for(lambda: any(row.lstrip(" │").startswith("› ") for row in live.lines))
        live.send(b"\x1b")
