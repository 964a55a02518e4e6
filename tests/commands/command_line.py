"""Running the real command line in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

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


def minutebook(book: Path, *arguments: str | Path, stdin: str = "", folder: Path | None = None) -> Done:
    """Run `minutebook --book BOOK …` without a terminal, in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--book", str(book), *map(str, arguments)],
        input=stdin,
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=60,
        cwd=folder,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def new_meeting(book: Path, agenda: str = AGENDA) -> Path:
    """Make a meeting from an agenda's text and give its file."""
    book.mkdir(exist_ok=True)
    source = book.parent / "agenda.md"
    source.write_text(agenda, encoding="utf-8")
    before = set(book.glob("*.json"))
    done = minutebook(book, "new", "--agenda", source)
    assert done.status == 0, done.err
    return next(iter(set(book.glob("*.json")) - before))
