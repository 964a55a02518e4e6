"""What is keyed at the live screen is what `capture` stores: every entry, every character, in order.

The same script goes through a real pseudo-terminal in every way a person or a paste may send it, and through
`minutebook capture`; the two meetings must be equal but for ids and times.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.harness import Terminal
from tui.book.meeting_file import read_meeting
from tui.meeting.model import Meeting

AGENDA = """# Harbour Board June 2024

Date: 4 June 2024 10:00
Repeats: first Tuesday of the month

## Attendance
- Edith Marlowe, Harbour Master (HM)
- Owen Price, Treasurer (TR)

## Agenda
1. Matters arising
2. Dredging
3. Any other business
"""
SCRIPT = [
    "?HM: is the channel deep enough for the summer boats",
    ">TR: the survey of May says so, with half a metre to spare",
    "-Buoy 7 lies two boat lengths too far south",
    "It will be moved before the regatta",
    "",
    "!HM to move buoy 7 by Friday",
    "/next",
    "Café chairs & <b>bold</b> [red]words[/] stay as they are – “quoted”, 5 × 3",
    "!Write to the dredging company @TR ^the July meeting",
    "=Agreed to dredge in autumn; proposed by HM, seconded by TR, 2 for, 0 against",
    "s/autumn/October/",
    "~no action came forward, so this is refused and stays in the line",
    "/next",
    "+The next regatta is on 6 July.",
]
REFUSED = 11
"""The line that is refused: it stays in the capture line, so the keyed script clears it with Ctrl+U."""
LEFT, RIGHT, BACKSPACE, ENTER, CTRL_U, CTRL_Q = b"\x1b[D", b"\x1b[C", b"\x7f", b"\r", b"\x15", b"\x11"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Make a book with the meeting twice: one to key in, one for `capture`."""
    (tmp_path / "agenda.md").write_text(AGENDA, encoding="utf-8")
    for name in ("keyed", "captured"):
        minutebook(tmp_path / name, "new", "--agenda", str(tmp_path / "agenda.md"))
    minutebook(tmp_path / "captured", "capture", stdin="\n".join(SCRIPT) + "\n", status=1)
    return tmp_path


def minutebook(book: Path, *arguments: str, stdin: str = "", status: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--book", str(book), *arguments],
        input=stdin,
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=60,
    )
    assert done.returncode == status, done.stderr
    return done.stdout


def the_meeting(book: Path) -> Meeting:
    return read_meeting(next(book.glob("*.json")))


def words_of(meeting: Meeting) -> list[tuple[Any, ...]]:
    """Give all that must be equal: each entry with its section, but no ids and no times."""
    headings = {section.id: section.heading for section in meeting.sections}
    return [
        (headings[e.section], e.kind, e.text, e.speakers, e.restricted, e.action, e.decision) for e in meeting.entries
    ]


@pytest.fixture
def live(book: Path) -> Iterator[Terminal]:
    """Open the live screen, without waiting for it."""
    with open_live(book) as terminal:
        yield terminal


def open_live(book: Path, *wrapper: str, home: Path | None = None) -> Terminal:
    command: list[str | Path] = [sys.executable, *(wrapper or ("-m", "tui")), "--book", book / "keyed", "open"]
    # What is typed while the program is being imported is kept too.
    return Terminal(command, home=home or book, columns=100, rows=30, anew=True)


def keys_of(line: str) -> bytes:
    """Type a line with slips that are mended: wrong letters taken back, a word put in by going back to its place."""
    words = line.split(" ")
    typed = b""
    for place, word in enumerate(words):
        letters = word.encode()
        if place % 3 == 1:
            typed += b"xyz" + BACKSPACE * 3 + letters
        elif place % 3 == 2 and len(word) > 2:
            missing, rest = word[0].encode(), word[1:]
            typed += rest.encode() + LEFT * len(rest) + missing + RIGHT * len(rest)
        else:
            typed += letters
        typed += b" " if place < len(words) - 1 else b""
    return typed


def keyed(slips: bool = False) -> list[bytes]:
    """Give the script as keys, a line each."""
    lines = [keys_of(line) if slips else line.encode() for line in SCRIPT]
    return [line + ENTER + (CTRL_U if place == REFUSED else b"") for place, line in enumerate(lines)]


def finish(terminal: Terminal, book: Path) -> None:
    """Quit, and hold the keyed meeting against the captured one."""
    terminal.send(CTRL_Q)
    assert terminal.wait_for_end() == 0
    assert words_of(the_meeting(book / "keyed")) == words_of(the_meeting(book / "captured"))
    assert len(the_meeting(book / "keyed").entries) == 9


def test_a_burst_with_no_gaps_is_stored_whole(live: Terminal, book: Path) -> None:
    live.wait_for("saved")
    live.send(b"".join(keyed()))
    finish(live, book)


@pytest.mark.long
def test_fifteen_characters_a_second_are_stored_whole(live: Terminal, book: Path) -> None:
    live.wait_for("saved")
    for line in keyed():
        live.type(line.decode(), per_second=15 if line == keyed()[0] else 150)
    finish(live, book)


@pytest.mark.long
def test_backspaces_and_arrows_within_words_come_where_they_were_typed(live: Terminal, book: Path) -> None:
    live.wait_for("saved")
    live.send(b"".join(keyed(slips=True)))
    finish(live, book)


def test_keys_typed_from_the_moment_the_process_starts_are_stored(live: Terminal, book: Path) -> None:
    # Until the program runs, the terminal itself reads Ctrl+U and Ctrl+Q: nobody can type those at it.
    live.send(b"".join(line for place, line in enumerate(keyed()) if place != REFUSED))
    # The terminal's own echo shows the words too, but no top line.
    live.wait_for(lambda: "3. Any other" in live.lines[0] and "saved" in live.lines[0] and "regatta is" in live.text)
    finish(live, book)


@pytest.mark.long
def test_stalls_of_400_ms_do_not_reorder_keys(book: Path) -> None:
    stalling = str(Path(__file__).with_name("stalling.py"))
    with open_live(book, stalling) as live:
        live.wait_for("saved")
        live.send(b"".join(keyed(slips=True)))
        finish(live, book)


@pytest.mark.long
def test_invalid_bytes_between_lines_do_not_end_the_program(live: Terminal, book: Path) -> None:
    live.wait_for("saved")
    noise = (b"\x1b[1114112u", b"\x1b[1:2;5A", b"\x1b[999999999999;1R")
    for place, line in enumerate(keyed()):
        live.send(line + noise[place % len(noise)])
    finish(live, book)


def test_a_paste_of_one_line_split_anywhere_is_one_piece_of_text(live: Terminal, book: Path) -> None:
    live.wait_for("saved")
    lines = keyed()
    pasted = b"\x1b[200~" + SCRIPT[0].encode() + b"\x1b[201~"
    for byte in pasted:
        live.send(bytes([byte]))
    live.send(ENTER + b"".join(lines[1:]))
    finish(live, book)


def test_the_line_being_typed_comes_back_after_a_kill(live: Terminal, book: Path) -> None:
    live.wait_for("saved")
    live.send(b"".join(keyed()) + b"half a sentence about the slipway")
    live.wait_for("half a sentence about the slipway")
    draft = book / "keyed" / f".{next((book / 'keyed').glob('*.json')).name}.draft.json"
    live.wait_for(lambda: draft.exists() and "slipway" in draft.read_text(encoding="utf-8"))
    live.kill()
    with open_live(book) as again:
        again.wait_for("half a sentence about the slipway")
        again.send(CTRL_U)
        finish(again, book)
