"""Running the real command line in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO, NamedTuple

from tests.forking import CAN_FORK, forker

_PATIENCE = 60.0
"""Seconds after which a command is given up."""

AGENDA = """# Quay Committee May 2024

Date: Tuesday 7 May 2024 18:30
Chair: Edith Marlowe
Repeats: first Tuesday of the month

## Attendance
- Edith Marlowe, Harbour Master (HM)
- Owen Price, Treasurer (TR)

## Agenda
1. Matters arising
2. Moorings
3. Any other business
"""


class Done(NamedTuple):
    """What a command came to."""

    status: int
    out: str
    err: str


def minutebook(book: Path | str, *arguments: str | Path, stdin: str = "", folder: Path | None = None) -> Done:
    """Run `minutebook --book BOOK …` without a terminal, in a folder; one with a program of its own runs that."""
    words = ["--book", str(book), *map(str, arguments)]
    if CAN_FORK and not (folder and (folder / "tui").is_dir()):
        return _forked(words, stdin, folder)
    done = subprocess.run(
        [sys.executable, "-m", "tui", *words],
        input=stdin,
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=_PATIENCE,
        cwd=folder,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def _forked(words: list[str], stdin: str, folder: Path | None) -> Done:
    with _file(stdin) as given, _file() as out, _file() as err:
        descriptors = [given.fileno(), out.fileno(), err.fileno()]
        started = forker("commands").start(words, descriptors, environment=os.environ, folder=folder)
        status = started.wait(_PATIENCE)
        return Done(status, _words_of(out), _words_of(err))


def _file(words: str = "") -> BinaryIO:
    """Return a file that is on no disk."""
    file = os.fdopen(os.memfd_create("words"), "w+b")
    file.write(words.encode())
    file.seek(0)
    return file


def _words_of(file: BinaryIO) -> str:
    file.seek(0)
    return file.read().decode().replace("\r\n", "\n")


def new_meeting(book: Path, agenda: str = AGENDA) -> Path:
    """Make a meeting from an agenda's text and give its file."""
    book.mkdir(exist_ok=True)
    source = book.parent / "agenda.md"
    source.write_text(agenda, encoding="utf-8")
    before = set(book.glob("*.json"))
    done = minutebook(book, "new", "--agenda", source)
    assert done.status == 0, done.err
    return next(iter(set(book.glob("*.json")) - before))
