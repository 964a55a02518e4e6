"""A first frame, painted before Textual is imported: the program answers at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tui.meeting.showable import showable

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H", "\x1b[?25h\x1b[?1049l"


@contextmanager
def first_frame(words: str) -> Iterator[None]:
    """Show a line on the alternate screen while the app is being made; take it away if that fails.

    Windows consoles are left alone: they may not read escape sequences before Textual has asked them to.
    """
    if sys.platform == "win32" or not sys.stdout.isatty():
        yield
        return
    try:
        width = os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        width = 80
    _write(f"{_ENTER} {showable(words)[: width - 2]}")
    try:
        yield
    except BaseException:
        _write(_LEAVE)
        raise


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
