"""What a test may touch on the disk: it reads the checkout, Python and the system, and writes in its own folders.

An audit hook cannot be removed, so there is one for the process, which does nothing unless a test is watched. What
other programs do that a test starts is not seen; they get an empty home and folders of their own (`surroundings`).
"""

# ruff: noqa: PTH100, PTH119, PTH120 (it runs at every opened file, where a Path is slow)

from __future__ import annotations

import os
import sys
import sysconfig
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.places import ROOT

_READS = {"os.listdir": 1, "os.scandir": 1, "os.chdir": 1, "glob.glob": 1}
"""Events that read, and how many of their first arguments are paths."""
_WRITES = {
    "os.mkdir": 1,
    "os.rmdir": 1,
    "os.remove": 1,
    "os.truncate": 1,
    "os.chmod": 1,
    "os.chown": 1,
    "os.utime": 1,
    "os.rename": 2,
    "os.link": 2,
    "sqlite3.connect": 1,
}
_FOLDERS_GIVEN = {
    "os.mkdir": 1,
    "os.rmdir": 1,
    "os.remove": 1,
    "os.chmod": 1,
    "os.utime": 1,
    "os.rename": 2,
    "os.link": 2,
}
"""Events whose last arguments are descriptors of the folders that the paths are relative to, -1 for none."""
_MAY_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/proc", "/sys", "/dev", "/var/cache/fontconfig")
_FILES_OF_THE_SYSTEM = (
    *("/etc/localtime", "/etc/timezone", "/etc/mime.types", "/etc/passwd", "/etc/group", "/etc/nsswitch.conf"),
    *("/etc/terminfo", "/lib/terminfo", "/etc/os-release", "/etc/fonts", "/etc/hosts", "/etc/resolv.conf"),
    *("/etc/apache2/mime.types", "/etc/httpd", "/etc/ssl"),
)


def _real(path: str | Path) -> str:
    return os.path.realpath(path)


class _Boundary:
    """Where the tests of this process may read and write, and what they did elsewhere."""

    def __init__(self) -> None:
        self.watches = False
        self.readable: tuple[str, ...] = ()
        self.writable: tuple[str, ...] = ()
        self.crossed: list[str] = []

    def begin(self, temporary: Path) -> None:
        python: set[str] = {sys.prefix, sys.base_prefix, sys.exec_prefix, *sysconfig.get_paths().values(), *sys.path}
        # The working folder would let everything below it through, were it a home.
        places: list[str] = [str(ROOT), *(one for one in python if one), *_SYSTEM, *_FILES_OF_THE_SYSTEM]
        self.readable = tuple({form for one in places for form in (os.path.abspath(one), _real(one))})
        self.writable = tuple({os.path.abspath(temporary), _real(temporary), "/dev/null", "/dev/tty", "/dev/ptmx"})

    def look(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note what an event touches that it should not."""
        if event == "open":
            flags = arguments[2]
            self._judge(event, arguments[0], writes=isinstance(flags, int) and bool(flags & _MAY_WRITE))
        elif event in _READS or event in _WRITES:
            if any(
                isinstance(one, int) and one >= 0 for one in arguments[len(arguments) - _FOLDERS_GIVEN.get(event, 0) :]
            ):
                return  # relative to a folder that was opened before
            for path in arguments[: _READS.get(event) or _WRITES[event]]:
                self._judge(event, path, writes=event in _WRITES)

    def _judge(self, event: str, path: Any, *, writes: bool) -> None:
        if not isinstance(path, str | bytes | os.PathLike) or not path:
            return  # a descriptor was opened before, and was looked at then
        whole = os.path.abspath(os.fsdecode(path))
        if self._is_within(whole, self.writable) or "/dev/pts/" in whole:
            return
        if writes:
            # Python keeps what it compiled beside a module, wherever it is first imported.
            if "__pycache__" not in (os.path.basename(whole), os.path.basename(os.path.dirname(whole))):
                self._note(event, whole, "writes")
        elif not self._is_within(whole, self.readable):
            self._note(event, whole, "reads")

    @staticmethod
    def _is_within(path: str, places: tuple[str, ...]) -> bool:
        return any(path == place or path.startswith(f"{place}{os.sep}") for place in places)

    def _note(self, event: str, path: str, does: str) -> None:
        self.watches = False  # what is asked here for the note is no test's doing
        try:
            if not self._is_within(_real(path), self.writable):
                lines = [f"{one.filename}:{one.lineno}" for one in traceback.extract_stack(limit=12)[:-3]]
                ours = [line for line in lines if line.startswith(str(ROOT)) and f"{os.sep}.venv" not in line]
                self.crossed.append(f"{does} {path} ({event}), from {' < '.join(reversed(ours[-3:]))}")
        finally:
            self.watches = True


_boundary = _Boundary()


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _boundary.watches:
        _boundary.look(event, arguments)


def begin(temporary: Path) -> None:
    """Set the hook up, once a process; tests may write below a folder and nowhere else."""
    _boundary.begin(temporary)
    sys.addaudithook(_hook)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Watch what is done meanwhile; the list says what crossed the boundary."""
    _boundary.crossed = []
    _boundary.watches = True
    try:
        yield _boundary.crossed
    finally:
        _boundary.watches = False
