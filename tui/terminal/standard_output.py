"""Standard output as a program may find it: closed, full, broken off, or of an encoding that lacks most letters.

Nothing but the standard library is imported here: it is made ready before anything else.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Final

_lost: Final[list[bool]] = []
"""Holds something once nobody reads what is printed."""


_PRINTERS: Final = frozenset({"click.utils", "click._compat", "tui.cli", "tui.commands.notes"})
"""The modules that write to standard output."""


def prepare_output() -> None:
    """See to it that no letter is refused, and that no file takes the place of a stream that was closed."""
    for descriptor, name in ((1, "stdout"), (2, "stderr")):
        stream = getattr(sys, name)
        if stream is None:
            if descriptor == 1:
                _lost.append(True)
            stream = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - a number's place is taken for good
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
        if isinstance(stream, TextIOWrapper):
            with suppress(OSError, ValueError):
                stream.reconfigure(errors="replace")


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
