"""Files that people name or put into a book, whatever they turn out to be: pipes and devices too."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Final

MOST: Final = 100_000_000
"""Bytes of a file that is no meeting: more is no text, no paper and no list."""

_PATIENCE = 300
"""Milliseconds within which somebody has begun to write into a pipe."""


def is_folder(path: str | Path) -> bool:
    """Return whether there is a folder of that name; a name that is too long for the disk is that of none."""
    return os.path.isdir(path)  # noqa: PTH112 (a Path raises OSError where the name is too long)


def is_file(path: str | Path) -> bool:
    """Return whether there is a file of that name, as `is_folder` does."""
    return os.path.isfile(path)  # noqa: PTH113 (as above)


def read_given(path: str | Path, most: int = MOST) -> bytes:
    """Return the bytes of a file. A pipe that nobody writes into is empty, and what has no end is too large.

    Raises OSError, with EFBIG for what is larger than `most`.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(path, flags)
    try:
        file = os.fdopen(descriptor, "rb")
    except OSError:
        os.close(descriptor)
        raise
    with file:
        mode = os.fstat(file.fileno()).st_mode
        if sys.platform != "win32" and not stat.S_ISREG(mode):
            _wait_for_writer(file.fileno(), mode)
            os.set_blocking(file.fileno(), True)
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content


def _wait_for_writer(descriptor: int, mode: int) -> None:
    """Give whoever writes into a pipe the time to open it: without one, reading it would find its end."""
    import select

    if stat.S_ISFIFO(mode):
        waiting = select.poll()
        waiting.register(descriptor, select.POLLIN)
        waiting.poll(_PATIENCE)
