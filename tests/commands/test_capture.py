"""`capture`, whatever becomes of its output and of the disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tui.book.meeting_file import read_meeting

LINES = "".join(f"line {number}\n" for number in range(400))
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a shell's redirections")


def in_shell(book: Path, words: str) -> subprocess.CompletedProcess[str]:
    """Run `capture` with its output as a shell makes it."""
    script = f'"{sys.executable}" -m tui --book "{book}" capture 2024 "{book}.txt" {words}'
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, timeout=60)


@POSIX
@pytest.mark.parametrize(
    ("words", "said", "status"),
    [
        ("| true; exit ${PIPESTATUS[0]}", "lines 1 to 400 are on the disk", 0),
        (">&-", "lines 1 to 400 are on the disk", 0),
        ("> /dev/full", "the disk is full; lines 1 to 400 are on the disk", 3),
    ],
)
def test_every_line_is_stored_whatever_becomes_of_the_output(
    tmp_path: Path, words: str, said: str, status: int
) -> None:
    book = tmp_path / "book"
    path = new_meeting(book)
    (tmp_path / "book.txt").write_text(LINES, encoding="utf-8")
    done = in_shell(book, words)
    assert [entry.text for entry in read_meeting(path).entries] == LINES.splitlines()
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.returncode == status


def test_standard_input_that_is_not_utf_8_is_refused_as_a_file_is(tmp_path: Path) -> None:
    book = tmp_path / "book"
    path = new_meeting(book)
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--book", book, "capture"],
        input="one\n-naïve café\n".encode("cp1252"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"<stdin>:2: this is not UTF-8 text; save it as UTF-8" in done.stderr
    assert read_meeting(path).entries == ()


@POSIX
@pytest.mark.parametrize("command", [("render",), ("list",), ("actions",), ("check",), ("search", "line")])
def test_output_on_a_full_disk_is_one_line_and_a_status(tmp_path: Path, command: tuple[str, ...]) -> None:
    book = tmp_path / "book"
    new_meeting(book)
    minutebook(book, "capture", stdin="line\n")
    words = f'"{sys.executable}" -m tui --book "{book}" {" ".join(command)} > /dev/full'
    done = subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == "minutebook: what is to be printed cannot be written: the disk is full\n"
    assert done.returncode == 3


def test_rows_that_were_pasted_into_a_script_are_one_table(tmp_path: Path) -> None:
    book = tmp_path / "book"
    name = new_meeting(book).name
    done = minutebook(
        book, "capture", name, stdin="Payee\tNet\nDew & Co\t£90.00\nObi Lamb\t£1.50\n+Left alone\tas it is\n"
    )
    assert done.status == 0
    page = minutebook(book, "render", name, "--style", "formal", "--format", "md").out
    assert "| Obi Lamb | £1.50 |" in page
    assert "Left alone as it is" in page
