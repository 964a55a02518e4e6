"""A first frame, painted before anything slow is imported: the program answers at once.

It stands on the alternate screen, where Textual paints over it; whatever ends the program before that takes it away.
"""

from __future__ import annotations

import os
import sys

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H", "\x1b[?25h\x1b[?1049l"
_LINE_FROM_FOOT, _LINE_COLUMN = 2, 15
_shown: list[bool] = []


def show_first_frame(words: str) -> None:
    """Paint a line of our own words.

    Windows consoles are left alone: they may not read escape sequences before Textual has asked them to.
    """
    if sys.platform != "win32":
        _shown.append(True)
        # The terminal's own cursor stands where the line will be: an input method draws there what is composed.
        rows = _rows()
        _write(f"{_ENTER} {words}\x1b[{max(1, rows - _LINE_FROM_FOOT)};{_LINE_COLUMN}H")


def _rows() -> int:
    """Return the terminal's height, as `shutil` does, which takes longer to import than all of this to run."""
    given = os.environ.get("LINES", "")
    try:
        return int(given) if given.isdecimal() and int(given) else os.get_terminal_size().lines
    except OSError:
        return 24


def clear_first_frame() -> None:
    """Return the terminal back as it was, where the first frame still stands."""
    if _shown:
        _shown.clear()
        _write(_LEAVE)


def end_first_frame() -> None:
    """Give the terminal back, whoever had it, for a program that is told to end before the app answers to that."""
    _shown.clear()
    # Past Python's own buffer, which may be in the middle of a write when the signal comes.
    os.write(1, _LEAVE.encode())


def hand_over_first_frame() -> None:
    """Leave the alternate screen to the app, which gives the terminal back itself."""
    _shown.clear()


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
