"""The program's own log: when it ran, on what, and where it failed; never a word of a meeting.

It stands in the user's log folder, 256 KB and one older file at most. MINUTEBOOK_LOG names another file; set to
nothing, there is no log. Where it can't be written, the program goes on without.

An error's own text may quote a meeting, and so may the values of its variables: the log has neither. It names the
error's type, and the file, line and function of each step that led to it.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final

from tui import __version__
from tui.config.log_place import log_path
from tui.errors import ProgramFault

_MOST_BYTES = 256 * 1024
"""What one file of the log may hold."""
_MOST_STEPS = 40
"""How many steps to an error are told: a recursion without end has a thousand, all alike."""

_log = logging.getLogger("tui")
_opened: Final[list[logging.Handler]] = []
"""The one handler, once the log is open; it writes nothing where there is no file."""


def open_log() -> Path | None:
    """Send what the modules log to the file, from now on; return where that is, or None if nothing can be written."""
    if not _opened:
        path = log_path()
        # Without any handler, logging would write to standard error, which is the screen.
        _opened.append((path and _file_handler(path)) or logging.NullHandler())
        _log.addHandler(_opened[0])
        _log.propagate = False
        _log.setLevel(logging.INFO)
        _log.info("minutebook %s, Python %s, %s", __version__, sys.version.split()[0], sys.platform)
    return Path(_opened[0].baseFilename) if isinstance(_opened[0], logging.FileHandler) else None


def report_fault(error: BaseException) -> ProgramFault:
    """Write to the log where the program failed, and return what to tell the user."""
    path = open_log()
    _log.error("the program failed", exc_info=error)
    safe = "all that was saved is on the disk"
    return ProgramFault(
        f"something went wrong in the program itself ({type(error).__name__})",
        hint=f"{safe}; the log says where: {path}" if path else safe,
    )


def _file_handler(path: Path) -> logging.Handler | None:
    """Open the file, and its folder if need be; None if that can't be done."""
    from logging.handlers import RotatingFileHandler

    class Silent(RotatingFileHandler):
        """A log whose troubles are no concern of the user's."""

        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the standard library's name
            """Lose the line: logging itself would print to the screen."""

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = Silent(path, maxBytes=_MOST_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(_Wordless("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
    return handler


class _Wordless(logging.Formatter):
    """Write an error as its type and the steps that led to it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines of a record; what another handler made of its error is not used."""
        record.exc_text = None
        return super().format(record)

    def formatException(  # noqa: N802 - the standard library's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """Return the lines of an error."""
        return "\n".join(_steps_to(ei[1]))


def _steps_to(error: BaseException | None) -> Iterator[str]:
    """Yield a line for an error and each step to it, then the same for the error it arose from."""
    told: set[int] = set()
    while error is not None and id(error) not in told:
        told.add(id(error))
        yield f"  {type(error).__module__}.{type(error).__qualname__}"
        steps = traceback.walk_tb(error.__traceback__)
        # Without the source lines: those of a style's template are the user's words.
        for step in traceback.StackSummary.extract(steps, limit=-_MOST_STEPS, lookup_lines=False):
            yield f"    {_short(step.filename)}:{step.lineno} in {step.name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _short(filename: str) -> str:
    """Return a file's path as its package knows it, which says nothing about the user's folders."""
    path = Path(filename)
    for folder in map(Path, sys.path):
        if folder.is_absolute() and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name
