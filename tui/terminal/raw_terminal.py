"""The terminal made ready for keys before Textual is imported, so that the first keys arrive as they were typed.

Until a program asks for raw keys, the terminal edits lines itself: Enter becomes a newline, and a backspace typed
after an arrow key eats a byte of the arrow's escape sequence. Importing Textual takes hundreds of milliseconds, in
which a quick typist is well into the first line. Nothing but the standard library is imported here.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import sys
from types import FrameType
from typing import Any, Final, NoReturn

from tui.terminal.first_frame import end_first_frame

_modes_before: Final[list[list[Any]]] = []


def has_screen() -> bool:
    """Return whether there is a terminal that shows a screen, and nobody asks for plain lines instead."""
    return sys.stdin.isatty() and sys.stdout.isatty() and not listens()


def listens() -> bool:
    """Return whether plain lines are wanted: ACCESSIBLE says so, or TERM=dumb of a terminal, as an Emacs shell has."""
    if os.environ.get("ACCESSIBLE", "0") not in ("", "0"):
        return True
    return os.environ.get("TERM") == "dumb" and sys.stdin.isatty() and sys.stdout.isatty()


def take_terminal() -> None:
    """Make standard input deliver raw keys without echo, until the app takes over or the program ends.

    Does nothing where standard input is no POSIX terminal. Call it first thing, and only to open a screen.
    """
    if sys.platform == "win32" or _modes_before or sys.__stdin__ is None:
        return
    import termios

    with contextlib.suppress(termios.error, OSError, ValueError):
        fileno = sys.__stdin__.fileno()
        _modes_before.append(termios.tcgetattr(fileno))
        modes = termios.tcgetattr(fileno)
        modes[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        modes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        modes[6][termios.VMIN], modes[6][termios.VTIME] = 1, 0
        # TCSANOW: what was typed already stays in the terminal's queue.
        termios.tcsetattr(fileno, termios.TCSANOW, modes)
        atexit.register(_give_back, fileno)
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
            # A program started with nohup keeps ignoring it; signals are the main thread's.
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _end)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    """End before the app has opened, with the terminal as it was found; nothing has been changed yet."""
    with contextlib.suppress(OSError, ValueError):
        end_first_frame()
    if _modes_before and sys.__stdin__ is not None:
        with contextlib.suppress(OSError, ValueError):
            _give_back(sys.__stdin__.fileno())
    os._exit(128 + number)


def modes_before() -> list[Any] | None:
    """Return the terminal's modes as they were before `take_terminal`, or None if it has not been taken."""
    return _modes_before[0] if _modes_before else None


def _give_back(fileno: int) -> None:
    """Restore the modes, for a program that ends before or without opening a screen."""
    if sys.platform == "win32":
        return
    import termios

    with contextlib.suppress(termios.error, OSError):
        termios.tcsetattr(fileno, termios.TCSANOW, _modes_before[0])
