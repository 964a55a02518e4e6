"""A process that has the program imported, and copies itself for each program that a test starts.

Half of what a test of a command or of a terminal takes is the start of Python. Descriptors, session, working folder,
environment and exit status are a program's own all the same. What it imports, when, and what is typed meanwhile is
tested in processes that are started anew, and where processes cannot be copied every one is.
"""

from __future__ import annotations

import atexit
import io
import json
import locale
import os
import pkgutil
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, NoReturn

from tests.places import ROOT

CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds") and sys.platform == "linux"
"""Whether processes are copied here."""

Part = Literal["commands", "screens"]
"""What is imported beforehand: never what only the other needs."""

_LONGEST = 1 << 20
_ROOMS: dict[Part, tuple[str, ...]] = {
    "commands": ("commands", "config", "meeting", "book", "notes", "papers", "use_cases"),
    "screens": ("apps", "screens", "widgets", "terminal", "commands", "config", "meeting", "book", "use_cases"),
}


class Forked:
    """A program that was copied, as `subprocess.Popen` has it."""

    def __init__(self, told: int) -> None:
        self._told = told
        self._words = b""
        self.returncode: int | None = None
        while b"\n" not in self._words:
            self._words += self._read()
        pid, _, self._words = self._words.partition(b"\n")
        self.pid = int(pid)

    def _read(self) -> bytes:
        words = os.read(self._told, 100)
        if not words:
            raise RuntimeError("the process that is copied has ended")
        return words

    def poll(self) -> int | None:
        """Return its exit status, the negative number of a signal, or None while it runs."""
        while b"\n" not in self._words and _says(self._told, 0):
            self._words += self._read()
        if self.returncode is None and b"\n" in self._words:
            self.returncode = int(self._words)
            os.close(self._told)
        return self.returncode

    def wait(self, timeout: float) -> int:
        """Wait for its end, and return its exit status."""
        end = time.monotonic() + timeout
        while (status := self.poll()) is None:
            left = end - time.monotonic()
            if left <= 0:
                raise subprocess.TimeoutExpired("minutebook", timeout)
            _says(self._told, left)
        return status

    def send_signal(self, number: int) -> None:
        """Send it a signal unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)


class Forker:
    """The process that is copied; it ends with the one that runs the tests."""

    def __init__(self, part: Part, environment: Mapping[str, str]) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.forking", part, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=dict(environment),
                cwd=ROOT,
            )
        self._socket = ours
        atexit.register(self._end)

    def start(
        self,
        arguments: Sequence[str],
        descriptors: Sequence[int],
        *,
        environment: Mapping[str, str],
        folder: Path | None,
        terminal: bool = False,
    ) -> Forked:
        """Start the program on three descriptors, which may be a terminal of its own."""
        task = {
            "arguments": list(arguments),
            "environment": dict(environment),
            "folder": str(folder or Path.cwd()),
            "terminal": terminal,
        }
        told, tell = os.pipe()
        socket.send_fds(self._socket, [json.dumps(task).encode()], [*descriptors, tell])
        os.close(tell)
        return Forked(told)

    def _end(self) -> None:
        self._socket.close()
        self._process.wait()


def _says(descriptor: int, seconds: float) -> bool:
    """Tell whether something can be read within so many seconds, however many files the process has open."""
    with selectors.DefaultSelector() as watching:
        watching.register(descriptor, selectors.EVENT_READ)
        return bool(watching.select(seconds))


@cache
def forker(part: Part) -> Forker:
    """Return the process of this one that has a part imported."""
    return Forker(part, os.environ | {"PYTHONUTF8": "1"})


def _serve(part: str, descriptor: int) -> None:
    """Copy this process for each program that is asked for, until nobody asks any more."""
    for room in _ROOMS[part]:  # type: ignore[index]
        for module in pkgutil.walk_packages(import_module(f"tui.{room}").__path__, f"tui.{room}."):
            import_module(module.name)
    asked = socket.socket(fileno=descriptor)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that wait
    while True:
        words, given, _, _ = socket.recv_fds(asked, _LONGEST, 4)
        if not words:
            return
        if os.fork() == 0:
            asked.close()
            _wait_for(json.loads(words), given)
        for one in given:
            os.close(one)


def _wait_for(task: dict[str, Any], given: list[int]) -> NoReturn:
    """Make the program's process, and tell how it ended."""
    *descriptors, tell = given
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    child = os.fork()
    if child == 0:
        _be_program(task, descriptors, tell)
    for one in descriptors:
        os.close(one)
    _, ended = os.waitpid(child, 0)
    with suppress(OSError):
        os.write(tell, b"%d\n" % os.waitstatus_to_exitcode(ended))
    os._exit(0)


def _be_program(task: dict[str, Any], descriptors: list[int], tell: int) -> NoReturn:
    """Be the program in this process, and end it."""
    status = 1
    try:
        for number, one in enumerate(descriptors):
            os.dup2(one, number)
        for one in descriptors:
            os.close(one)
        if task["terminal"]:
            os.setsid()
            take_controlling_terminal()
        os.chdir(task["folder"])
        os.environ.clear()
        os.environ.update(task["environment"])
        _look_around()
        os.write(tell, b"%d\n" % os.getpid())
        os.close(tell)
        from tui import __main__ as door

        sys.modules["__main__"], sys.argv = door, [door.__file__, *task["arguments"]]
        door.main()
        status = 0
    except SystemExit as leave:
        status = leave.code if isinstance(leave.code, int) else 0 if leave.code is None else 1
    except BaseException:
        traceback.print_exc()
    # As the interpreter does when it ends.
    with suppress(Exception):
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
        sys.stdout.flush()
    os._exit(status)


def _look_around() -> None:
    """Take over what Python looks at when it starts: streams, time zone, locale."""
    time.tzset()
    locale.setlocale(locale.LC_CTYPE, "")
    for name, number, mode, errors in (
        ("stdin", 0, "r", "surrogateescape"),
        ("stdout", 1, "w", "surrogateescape"),
        ("stderr", 2, "w", "backslashreplace"),
    ):
        stream = io.open(number, mode, encoding="utf-8", errors=errors, closefd=False)  # noqa: SIM115, UP020
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def take_controlling_terminal() -> None:
    """Make the terminal on standard input the new session's own, so that closing it sends SIGHUP."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    # Whoever runs the tests may ignore them, and a program of theirs would too.
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]))
