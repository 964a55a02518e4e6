"""Every command where a shell has closed one of the standard streams before it began."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.command_line import new_meeting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell's redirections")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_meeting(tmp_path_factory.mktemp("streams") / "book").parent


def in_shell(book: Path, words: str) -> subprocess.CompletedProcess[str]:
    command = f'exec "{sys.executable}" -m tui --book "{book}" {words}'
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("words", ["list", "check", "render --format docx", "--help"])
def test_what_cannot_be_printed_because_output_is_closed_is_said(book: Path, words: str) -> None:
    done = in_shell(book, f"{words} >&-")
    assert done.stderr == "minutebook: what is to be printed cannot be written: standard output is closed\n"
    assert done.returncode == 3


@pytest.mark.parametrize("where", ["/dev/full", "&-"])
def test_a_version_that_cannot_be_printed_is_one_line_and_a_status(where: str) -> None:
    command = f'"{sys.executable}" -m tui --version >{where}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr.startswith("minutebook: what is to be printed cannot be written: ")
    assert (done.stderr.count("\n"), done.returncode) == (1, 3)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("capture", 0, ""),
        ("open", 2, "needs a terminal"),
        ("review", 2, "needs a terminal"),
        ("open --line", 0, ""),
        ("", 0, ""),
    ],
)
def test_standard_input_that_is_closed_is_an_empty_one(book: Path, words: str, status: int, said: str) -> None:
    done = in_shell(book, f"{words} <&-")
    assert done.returncode == status
    assert said in done.stderr
    assert done.stderr.count("\n") == (1 if said else 0)


def test_no_file_takes_the_place_of_a_closed_stream(book: Path) -> None:
    before = {path: path.read_bytes() for path in book.glob("*.json")}
    done = in_shell(book, "check >&- 2>&- <&-")
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "")
    assert {path: path.read_bytes() for path in book.glob("*.json")} == before
