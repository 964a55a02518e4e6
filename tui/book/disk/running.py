"""Who runs this program, and whether another still runs that left its number behind."""

from __future__ import annotations

import os
import sys
from contextlib import suppress


def runs(pid: int) -> bool:
    """Return whether a program of that number runs; True where that cannot be told."""
    if sys.platform == "win32":
        # There, signal 0 ends the program.
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        pass
    return True


def this_user() -> str:
    """Return the name of whoever runs the program; empty for somebody whom the machine has no name for."""
    with suppress(OSError, KeyError, ImportError):
        import getpass

        return getpass.getuser()
    return ""
