"""The standard streams as a program may find them: closed, full, broken off, of an encoding that lacks most letters.

Nothing but the standard library is imported here: it is made ready before anything else.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Final

_lost: Final[list[bool]] = []
"""Holds something once nobody reads what is printed."""


_PRINTERS: Final = frozenset({"click.utils", "click._compat", "tui.cli", "tui.commands.notes"})
"""The modules that write to standard output."""


def prepare_streams() -> None:
    """See to it that no letter is refused, and that no file takes the place of a stream that was closed.

    Where standard input was closed, there is nothing to read; where output was, writing to it fails, as on a full disk.
    """
    for name, flags, mode in (("stdin", os.O_RDONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w")):
        stream = getattr(sys, name)
        if stream is None:
            # The lowest number that is free is the stream's own, which is taken for good.
            stream = os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8")
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
        if mode == "w" and isinstance(stream, TextIOWrapper):
            with suppress(OSError, ValueError):
                stream.reconfigure(errors="replace")


def is_closed(error: OSError) -> bool:
    """Return whether an error is that standard output was closed before the program began."""
    return error.errno == errno.EBADF


def is_lost() -> bool:
    """Return whether nobody reads what is printed."""
    return bool(_lost)


def is_of_output(error: BaseException) -> bool:
    """Return whether an error is that what was printed cannot be written: it names no file, and came of printing."""
    if not isinstance(error, OSError) or error.filename is not None:
        return False
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return step is not None and step.tb_frame.f_globals.get("__name__") in _PRINTERS


def give_up_output() -> None:
    """Send to nowhere what is still to be printed, so that Python does not fail with it as it ends."""
    _lost.append(True)
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
