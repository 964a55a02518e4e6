"""Capture without a screen: `capture`."""

from __future__ import annotations

import sys
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from tui.book.disk.atomic_write import in_words
from tui.commands.shared import now, opening, read_text, say, text_of, warn, with_book
from tui.errors import BadInput, BookError, Refused
from tui.given import MOST
from tui.terminal.standard_output import give_up_output, is_closed, is_lost

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.book.opened import OpenMeeting


@click.command()
@click.argument("meeting", required=False)
@click.argument("script", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--take-over", is_flag=True, help="Take over a meeting whose writer has not been heard of for minutes.")
@with_book
def capture(book: Book, meeting: str | None, script: Path | None, take_over: bool) -> None:
    """Enter lines from a SCRIPT or standard input, as if typed.

    Each line's outcome is printed once it is on the disk; one that cannot apply says why, and the rest go on. All of
    them are stored whatever becomes of what is printed.
    """
    from tui.commands.closing import finish

    path = book.find(meeting)
    where = str(script) if script and str(script) != "-" else "<stdin>"
    text = read_text(script) if where != "<stdin>" and script else text_of(_standard_input(), where)
    outcomes = _Outcomes(where)
    with opening(path, take_over=take_over) as opened:
        refused = _capture_lines(opened, text, outcomes)
        outcomes.end(opened)
    finish(opened)
    if outcomes.problem:
        warn(f"minutebook: {outcomes.problem}")
    if outcomes.failed:
        sys.exit(BookError.exit_status)
    if refused:
        sys.exit(1)


def _standard_input() -> bytes:
    """Return what standard input holds. Raises BadInput for what has no end."""
    raw = sys.stdin.buffer.read(MOST + 1)
    if len(raw) > MOST:
        raise BadInput(f"more than {MOST // 1_000_000} MB are no script", where="<stdin>", hint="give the lines alone")
    return raw


class _Outcome(NamedTuple):
    """What came of a line."""

    number: int
    words: str
    revision: int | None
    """The length of the history with which it is on the disk; None for a line that was refused."""


class _Outcomes:
    """Prints what came of each line, once it is on the disk, for as long as anything can be printed."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._waiting: deque[_Outcome] = deque()
        self._last = 0
        """The last line that is on the disk."""
        self.problem = ""
        """What is to be said at the end: that it could not be printed which lines are on the disk."""
        self.failed = False
        """Whether that was a failure, and not merely that nobody wanted to read on."""

    def add(self, outcome: _Outcome, saved: int) -> None:
        """Take what came of a line, and print what is on the disk by now."""
        self._waiting.append(outcome)
        while self._waiting and (self._waiting[0].revision or 0) <= saved:
            self._print(self._waiting.popleft())

    def end(self, opened: OpenMeeting) -> None:
        """Wait for the disk and print the rest. Raises BookError, which names the lines that are not on it."""
        done = opened.flush()
        saved = opened.saved_revision
        while self._waiting and (done or (self._waiting[0].revision or 0) <= saved):
            self._print(self._waiting.popleft())
        if not self._waiting:
            if self.problem:
                self.problem += f"; lines 1 to {self._last} are on the disk" if self._last else ""
            return
        first, last = self._waiting[0].number, self._waiting[-1].number
        before = f"lines 1 to {first - 1} are on the disk, " if first > 1 else ""
        lines = f"line {first} is" if first == last else f"lines {first} to {last} are"
        message = f"{before}{lines} not: {opened.failure or 'it does not answer'}"
        raise BookError(message, where=self._where, hint=f"{opened.keep_elsewhere()}make room, and enter those again")

    def _print(self, outcome: _Outcome) -> None:
        self._last = outcome.number
        if outcome.revision is None:
            warn(f"{self._where}:{outcome.number}: {outcome.words}")
        elif not self.problem:
            try:
                say(f"{outcome.number}: {outcome.words}")
            except OSError as error:
                give_up_output()
                self._told(error)
            else:
                self._told(BrokenPipeError() if is_lost() else None)

    def _told(self, error: OSError | None) -> None:
        """Note why nothing more can be printed, if that is so."""
        if isinstance(error, BrokenPipeError) or (error is not None and is_closed(error)):
            self.problem = "nobody reads on what came of each line"
        elif error is not None:
            self.failed = True
            self.problem = f"what came of each line cannot be printed: {in_words(error)}"


def _capture_lines(opened: OpenMeeting, text: str, outcomes: _Outcomes) -> int:
    """Enter the lines of a script; return how many were refused."""
    from tui.meeting.capture.capture import enter
    from tui.meeting.capture.line_reader import words_at
    from tui.meeting.capture.table_lines import with_bars
    from tui.meeting.text.brackets import carried

    refused = 0
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text else []
    # Nobody types a tab: rows with them were pasted into the script.
    for number, (line, fault) in enumerate(carried(with_bars(lines, spaced=False), words_at), 1):
        try:
            outcome = enter(opened.journal, line, now())
        except Refused as refusal:
            refused += 1
            outcomes.add(_Outcome(number, str(refusal), None), opened.saved_revision)
        else:
            opened.take(outcome.journal, line="")
            words = f"{outcome.message}; {fault}" if fault else outcome.message
            outcomes.add(_Outcome(number, words, opened.revision), opened.saved_revision)
    return refused
