"""A real pseudo-terminal for tests: a program at one end, a keyboard and a screen (pyte) at the other."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

# Sequences that pyte 0.8 would print instead of ignoring: kitty's key protocol and mode requests.
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$p")
_UNFINISHED = re.compile(rb"\x1b(\[[<>=?]?[0-9;]*\$?)?\Z")


class Terminal:
    """A program running in a pseudo-terminal of its own, with an empty home and a clean environment.

    It answers no queries, as the plainest terminals do. Use it in a `with` statement: the program is killed at the end.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        home: Path,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        """Start a command; `home` is an existing folder that becomes its home and holds its XDG folders."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._changed = threading.Condition()
        self._held = b""
        self.output = bytearray()
        """Every byte that the program has written."""
        self._master, slave = os.openpty()
        _set_size(slave, columns, rows)
        try:
            self.process = subprocess.Popen(
                [str(word) for word in command],
                stdin=slave,
                stdout=slave,
                stderr=slave,
                cwd=folder,
                env=clean_environment(home) | dict(environment or {}),
                start_new_session=True,
                preexec_fn=_take_controlling_terminal,
            )
        finally:
            os.close(slave)
        self._reader = threading.Thread(target=self._read, name="terminal-reader", daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def send(self, data: bytes) -> None:
        """Send bytes as one piece, as the terminal would for a key, a burst or a paste."""
        while data:
            data = data[os.write(self._master, data[:4096]) :]

    def type(self, text: str, per_second: float | None = None) -> None:
        """Type a text: all at once, or at so many characters a second."""
        if per_second is None:
            self.send(text.encode())
            return
        due = time.monotonic()
        for character in text:
            time.sleep(max(0.0, due - time.monotonic()))
            self.send(character.encode())
            due += 1 / per_second

    def paste(self, text: str | bytes) -> None:
        """Paste, in brackets."""
        self.send(b"\x1b[200~" + (text.encode() if isinstance(text, str) else text) + b"\x1b[201~")

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without trailing spaces."""
        with self._changed:
            return [row.rstrip() for row in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as one string, a line a row."""
        return "\n".join(self.lines)

    @property
    def cursor(self) -> tuple[int, int]:
        """The column and row of the terminal's cursor."""
        with self._changed:
            return self._screen.cursor.x, self._screen.cursor.y

    @property
    def alive(self) -> bool:
        """Is the program still running?"""
        return self.process.poll() is None

    def wait_for(self, what: str | Callable[[], bool], timeout: float = 15.0) -> None:
        """Wait until a text is on the screen or a condition holds; fail with the screen if it never does."""

        def shown() -> bool:
            return isinstance(what, str) and what in self.text

        holds: Callable[[], bool] = shown if isinstance(what, str) else what
        end = time.monotonic() + timeout
        while not holds():
            if time.monotonic() > end or (isinstance(what, str) and not self.alive and not self._reader.is_alive()):
                state = "running" if self.alive else f"ended with {self.process.returncode}"
                raise AssertionError(f"waited {timeout} s for {what!r}; the program is {state}; screen:\n{self.text}")
            # A condition may be about a file: then nothing tells of the change, and it is looked at 50 times a second.
            with self._changed:
                self._changed.wait(0.02)

    def wait_for_end(self, timeout: float = 15.0) -> int:
        """Wait until the program has ended, and return its exit status."""
        return self.process.wait(timeout)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and tell the program."""
        with self._changed:
            self._screen.resize(rows, columns)
        _set_size(self._master, columns, rows)

    def hang_up(self) -> None:
        """Close the terminal under the program, as a closed window or a lost connection does."""
        self._close_master()

    def kill(self) -> None:
        """Kill the program and what it started, as a power cut would."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def close(self) -> None:
        """Kill the program if it still runs, and close the terminal."""
        if self.alive:
            self.kill()
        self._close_master()
        self._reader.join(5)

    def _close_master(self) -> None:
        master, self._master = self._master, -1
        if master >= 0:
            os.close(master)

    def _read(self) -> None:
        """Feed the screen, in a thread of its own, until the terminal is closed."""
        master = self._master
        while True:
            try:
                data = os.read(master, 65536)
            except OSError:
                data = b""
            if not data:
                break
            with self._changed:
                self.output += data
                self._feed(data)
                self._changed.notify_all()
        with self._changed:
            self._changed.notify_all()

    def _feed(self, data: bytes) -> None:
        data = _UNKNOWN_TO_PYTE.sub(b"", self._held + data)
        unfinished = _UNFINISHED.search(data)
        cut = unfinished.start() if unfinished else len(data)
        data, self._held = data[:cut], data[cut:]
        self._stream.feed(data)


def clean_environment(home: Path) -> dict[str, str]:
    """Return an environment that holds nothing of the developer's own but the search path."""
    folders = {name: str(home / folder) for name, folder in _XDG.items()}
    return folders | {
        "HOME": str(home),
        "PATH": os.environ.get("PATH", os.defpath),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }


_XDG = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}


def _set_size(fileno: int, columns: int, rows: int) -> None:
    import fcntl
    import termios

    fcntl.ioctl(fileno, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _take_controlling_terminal() -> None:
    """Make the terminal on standard input the new session's own, so that closing it sends SIGHUP."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
