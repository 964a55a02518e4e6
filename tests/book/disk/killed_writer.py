"""A program that keeps a meeting as a busy minute-taker would, until it is killed.

It prints `saved N` once N changes are reported as on the disk.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from tests.book.samples import entry
from tui.book.opened import open_meeting
from tui.book.writer import Writer, WriteResult
from tui.meeting.history.journal import commit
from tui.meeting.model import Kind


def line_of(number: int) -> str:
    return f"line {number}: " + "words and more words, " * (number % 7)


def main(path: Path) -> None:
    def saved(result: WriteResult) -> None:
        print("failed" if result.error else "saved", result.revision, flush=True)

    # Every other one is folded all the time.
    (Writer.__init__.__kwdefaults__ or {}).update(fold_pause=float(os.getpid() % 2))
    with open_meeting(path, on_saved=saved) as opened:
        print("open", opened.revision, flush=True)
        while True:
            number = len(opened.meeting.entries) + 1
            line = line_of(number)
            for length in range(1, len(line), 9):
                opened.keep_draft(line[:length], Kind.NOTE)
            at = datetime.now(UTC)
            # Stepping on with the line half typed.
            touched = replace(opened.meeting, touched=(*opened.meeting.touched[-2:], number))
            opened.take(commit(opened.journal, touched, "next", at, stepping=True))
            entries = (*opened.meeting.entries, entry(number, line))
            opened.take(commit(opened.journal, replace(opened.meeting, entries=entries), "note", at), line="")
            if number % 3 == 0:
                opened.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
