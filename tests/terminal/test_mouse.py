"""What a mouse does in a real terminal: clicks, two at once, and words dragged over and copied."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.harness import Terminal
from tests.terminal.test_live_keys import AGENDA, minutebook, open_live

CTRL_C, CTRL_X = b"\x03", b"\x18"


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Terminal]:
    (tmp_path / "agenda.md").write_text(AGENDA, encoding="utf-8")
    minutebook(tmp_path / "keyed", "new", "--agenda", str(tmp_path / "agenda.md"))
    minutebook(tmp_path / "keyed", "capture", stdin="-the buoy lies too far south\n-the chain is sound\n")
    with open_live(tmp_path) as terminal:
        terminal.wait_for("the chain is sound")
        terminal.wait_for("saved")
        yield terminal


def place(live: Terminal, words: str) -> tuple[int, int]:
    """Return the column and row where words stand, counted from 1 as the mouse's reports do."""
    return next((row.index(words) + 1, at) for at, row in enumerate(live.lines, 1) if words in row)


def report(button: int, column: int, row: int, end: str = "M") -> bytes:
    return f"\x1b[<{button};{column};{row}{end}".encode()


def click(live: Terminal, words: str, times: int = 1) -> None:
    live.send((report(0, *place(live, words)) + report(0, *place(live, words), "m")) * times)


def drag(live: Terminal, words: str) -> None:
    column, row = place(live, words)
    for sent in (
        report(0, column, row),
        report(32, column + len(words), row),
        report(0, column + len(words), row, "m"),
    ):
        live.send(sent)


def copied(live: Terminal) -> list[str]:
    """Return what the program has put on the terminal's clipboard, each time."""
    found = re.findall(rb"\x1b\]52;c;([^\x07\x1b]*)", bytes(live.output))
    return [base64.b64decode(one).decode() for one in found]


def test_words_dragged_over_in_the_log_are_copied_and_it_says_so(live: Terminal) -> None:
    drag(live, "the buoy lies")
    live.send(CTRL_C)
    live.wait_for(lambda: [one.strip() for one in copied(live)] == ["the buoy lies"])
    live.wait_for("copied")


def test_where_nothing_is_selected_nothing_is_copied_and_nothing_cut(live: Terminal) -> None:
    live.send(b"half a sentence" + CTRL_C + CTRL_X)
    live.send(b" more")
    live.wait_for("half a sentence more")
    assert copied(live) == []


def test_words_dragged_over_in_the_line_are_cut(live: Terminal) -> None:
    live.send(b"half a sentence")
    live.wait_for("half a sentence")
    drag(live, "half a ")
    live.send(CTRL_X)
    live.wait_for(lambda: copied(live) == ["half a "])
    live.wait_for(lambda: any(re.search(r"point +sentence$", row) for row in live.lines))


def test_two_clicks_edit_an_entry_and_escape_leaves_it_as_it_was(live: Terminal) -> None:
    click(live, "the buoy lies", times=2)
    live.wait_for(lambda: live.text.count("the buoy lies too far south") == 2)
    live.send(b"\x1b")
    live.wait_for(lambda: live.text.count("the buoy lies too far south") == 1)


def test_a_key_at_the_foot_is_pressed_by_a_click(live: Terminal) -> None:
    assert "1. Matters arising" in live.lines[0]
    click(live, "Ctrl+N")
    live.wait_for(lambda: "2. Dredging" in live.lines[0])


def test_a_section_of_the_agenda_is_chosen_by_a_click(live: Terminal) -> None:
    click(live, "3. Any other business")
    live.send(b"\r")
    live.wait_for(lambda: "3. Any other" in live.lines[0])
