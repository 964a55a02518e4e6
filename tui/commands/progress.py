"""How far a command is, on the terminal: drawn on standard error only, where nothing reads it but a person."""

from __future__ import annotations

import os
import sys
import time
from types import TracebackType
from typing import Self

from tui.terminal.first_frame import clear_first_frame

_PATIENCE = 0.3
"""Seconds before anything is drawn: what is over sooner needs no bar."""

_BETWEEN = 0.1
"""Seconds between two drawings."""

_WIDTH, _NARROWEST = 24, 8
"""Columns of the bar."""


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


class Progress:
    """A bar for a known number of steps; call it with how many are done, and how many there are."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._drawn = False
        self._next = time.monotonic() + _PATIENCE
        self._shown = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Draw the bar, now and then."""
        if not self._shown or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _BETWEEN
        clear_first_frame()
        sys.stderr.write(f"\r{self._line(done, total, _columns())}\x1b[K")
        sys.stderr.flush()
        self._drawn = True

    def _line(self, done: int, total: int, columns: int) -> str:
        """Say how far it is in a line that fits, with a bar where there is room for one."""
        words = f"{self._what} {done} of {total}"
        width = min(_WIDTH, columns - len(words) - 4)
        if width < _NARROWEST:
            return words[: columns - 1]
        full = done * width // max(total, 1)
        return f"{self._what} [{'#' * full}{'-' * (width - full)}] {done} of {total}"

    def __enter__(self) -> Self:
        """Return the bar."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Take the bar away."""
        self.clear()

    def clear(self) -> None:
        """Leave the line to other words; the next step draws the bar again."""
        if self._drawn:
            self._drawn = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
