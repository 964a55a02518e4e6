"""Machines on which somebody works with one book: each has a mirror of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.commands.command_line import AGENDA, Done, minutebook
from tui.book.meeting_file import read_meeting
from tui.book.office.office import Office


class Machine:
    """One of them."""

    def __init__(self, state: Path, address: str) -> None:
        self.state = state
        self.address = address

    def run(self, *arguments: str | Path, stdin: str = "") -> Done:
        """Run a command there."""
        with self._there():
            return minutebook(self.address, *arguments, stdin=stdin)

    @contextmanager
    def _there(self) -> Iterator[None]:
        before = os.environ.get("MINUTEBOOK_STATE", "")
        os.environ["MINUTEBOOK_STATE"] = str(self.state)
        try:
            yield
        finally:
            os.environ["MINUTEBOOK_STATE"] = before

    def done(self, *arguments: str | Path, stdin: str = "") -> str:
        """Run a command there that succeeds without a word of complaint, and return what it printed."""
        done = self.run(*arguments, stdin=stdin)
        assert (done.status, done.err) == (0, ""), done
        return done.out

    def new(self, agenda: str = AGENDA) -> None:
        """Make a meeting."""
        self.state.mkdir(parents=True, exist_ok=True)
        source = self.state / "agenda.md"
        source.write_text(agenda, encoding="utf-8")
        self.done("new", "--agenda", source)

    @property
    def folder(self) -> Path:
        """Where the book is mirrored."""
        return next(one for one in (self.state / "office").iterdir() if ".before-" not in one.name)

    @property
    def meeting(self) -> Path:
        """The one meeting."""
        (only,) = self.files()
        return only

    def files(self) -> list[Path]:
        """The meetings' files, and other versions of them."""
        return sorted(one for one in self.folder.glob("*.json") if not one.name.startswith("."))

    def texts(self) -> list[str]:
        """The words of the one meeting's entries."""
        return [entry.text for entry in read_meeting(self.meeting).entries]

    @contextmanager
    def open(self) -> Iterator[Office]:
        """Have the book open within this process."""
        with self._there():
            office = Office.open(self.address)
        try:
            yield office
        finally:
            office.close()
