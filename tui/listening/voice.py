"""Asking for a line and saying one: in a terminal, with the line's own editing where that is there, and in a pipe.

Nothing is ever drawn again: what was said stays said, as a screen reader, a braille line and a log need it.
"""

from __future__ import annotations

import os
import signal
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from types import FrameType
from typing import Any, NoReturn, Protocol

from tui.meeting.text.sanitizing import showable

LONGEST = 80
"""Characters of a line that is said."""

_TICK = 0.25
"""Seconds between two looks at what is being typed."""

_QUIET = ("set enable-bracketed-paste off", "set enable-meta-key off", "set enable-keypad off", "set bell-style none")
"""What keeps the line's own editing from switching the terminal over, which takes escape sequences."""

Meanwhile = Callable[[str], str]
"""Is given what is typed so far, now and then, and returns what is to be said at once; empty for nothing."""


class Left(Exception):
    """The user leaves: with /quit, Ctrl+C or Ctrl+D, or because the input or the terminal has ended."""

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self.typed = typed
        """What stood in the line and was not entered, as far as the terminal tells."""


class Voice(Protocol):
    """Whatever says lines and asks for them."""

    @property
    def terminal(self) -> bool:
        """Whether somebody sits there, who may be asked once more."""

    def ask(self, prompt: str, *, recall: str = "", meanwhile: Meanwhile | None = None) -> str:
        """Ask for a line; `recall` is what the key Up brings back. Raises Left."""

    def say(self, words: str) -> None:
        """Say something, in as many lines as it takes. Raises Left where nobody can hear it any more."""


def wrapped(words: str) -> list[str]:
    """Part words into lines that are said; control characters have their stand-ins."""
    return textwrap.wrap(showable(words), LONGEST, break_on_hyphens=False) or [""]


class Spoken:
    """The voice of this process: its standard input and output."""

    def __init__(self, *, prompts: bool | None = None) -> None:
        """Use prompts, or none; None leaves them out where nobody sits at a terminal."""
        self.terminal = sys.stdin.isatty() and sys.stdout.isatty()
        self._prompts = self.terminal if prompts is None else prompts
        self._editor = _line_editor() if self.terminal and os.environ.get("TERM") != "dumb" else None
        self._asking = False
        self._ended = False
        """Whether the terminal has gone, or somebody ends the program from outside."""
        self._interrupted = False
        """Whether Ctrl+C was pressed while a line was being answered."""
        self._looking = False
        """Whether what is being typed is looked at, just now."""
        self._left = False
        """Whether Ctrl+C was pressed meanwhile."""
        self._typed = ""
        """What stood in the line when it did."""
        for stream in (sys.stdin, sys.stdout):
            if isinstance(stream, TextIOWrapper):
                with suppress(ValueError):
                    stream.reconfigure(errors="replace")

    # Saying.

    def say(self, words: str) -> None:
        """Say something. Raises Left where nobody can hear it any more."""
        self._write("".join(f"{line}\n" for line in wrapped(words)))

    def _write(self, text: str) -> None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError:
            raise Left from None

    # Asking.

    def ask(self, prompt: str, *, recall: str = "", meanwhile: Meanwhile | None = None) -> str:
        """Ask for a line. Raises Left."""
        shown = showable(prompt) if self._prompts else ""
        if recall and self._editor is not None:
            self._editor.add_history(recall)
        try:
            with self._minded(shown, meanwhile):
                return self._read(shown)
        except (EOFError, KeyboardInterrupt, OSError):
            typed, self._typed = self._typed, ""
            if self.terminal:
                with suppress(Left):
                    self._write("\n")
            raise Left(typed) from None

    def _read(self, shown: str) -> str:
        if self._ended or self._interrupted:
            self._interrupted = False
            raise EOFError
        if self._editor is not None:
            return input(shown)
        if shown:
            self._write(shown)
        raw = sys.stdin.buffer.readline()
        if not raw:
            raise EOFError
        line = raw.decode("utf-8", errors="replace")
        if self.terminal and not line.endswith("\n"):
            self._typed = line
            raise EOFError
        return line.removesuffix("\n").removesuffix("\r")

    @contextmanager
    def _minded(self, shown: str, meanwhile: Meanwhile | None) -> Iterator[None]:
        """Look now and then at what is being typed, in this thread, where nothing else touches the line."""
        ticks = meanwhile is not None and self.terminal and hasattr(signal, "setitimer")

        def tick(_number: int, _frame: FrameType | None) -> None:
            self._looking = True
            try:
                typed = self._line_so_far()
                if meanwhile is not None and self._asking and (words := meanwhile(typed)):
                    lines = "\n".join(wrapped(words))
                    self._write(f"\n{lines}\n{shown}{showable(typed)}")
            finally:
                self._looking = False
            if self._left:
                self._leave()

        if ticks:
            signal.signal(signal.SIGALRM, tick)
            signal.setitimer(signal.ITIMER_REAL, _TICK, _TICK)
        self._asking = True
        try:
            yield
        finally:
            self._asking = False
            if ticks:
                signal.setitimer(signal.ITIMER_REAL, 0)

    def _leave(self) -> NoReturn:
        self._asking = self._left = False
        self._typed = self._line_so_far()
        raise KeyboardInterrupt

    def _line_so_far(self) -> str:
        return str(self._editor.get_line_buffer()) if self._editor is not None else ""

    # Ending.

    @contextmanager
    def heeding_signals(self) -> Iterator[None]:
        """Take Ctrl+C, and the end of the terminal, as the wish to leave: never in the middle of a change."""

        def end(number: int, _frame: FrameType | None) -> None:
            self._ended = self._ended or number != signal.SIGINT
            self._interrupted = not self._asking
            if self._asking and self._looking:
                # Raised in the middle of a look at the line, it would be a fault of whatever is called there.
                self._left = True
            elif self._asking:
                self._leave()

        before: list[tuple[int, Any]] = []
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                before.append((number, signal.signal(number, end)))
        try:
            yield
        finally:
            for number, handler in before:
                signal.signal(number, handler)


def _line_editor() -> Any:
    """Return Python's readline, told to leave the terminal as it is; None where there is none."""
    try:
        import readline
    except ImportError:
        return None
    if "libedit" not in (readline.__doc__ or ""):
        for setting in _QUIET:
            readline.parse_and_bind(setting)
    return readline
