"""A Textual driver for Linux and macOS that no byte from the terminal can end, and that outlives its terminal.

Plain Textual ends the app on invalid UTF-8 and on some key reports, reads on for ever at the end of its input, and is
killed by a hang-up with whatever it still had to write. See `input_decoder` for the bytes; here are the thread that
reads them and the end of the terminal. It follows `LinuxDriver.run_input_thread` of textual 8.2.8, which is pinned.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import sys
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from textual.driver import Driver

READ_SIZE: Final = 64 * 1024
"""Bytes to read at a time: a burst or a paste in few reads."""


def driver_class() -> type[Driver] | None:
    """Return the driver to open an app with, or None to leave the choice to Textual.

    It is left to Textual on Windows, where standard input is no file of the system, and where the environment variable
    TEXTUAL_DRIVER names a driver.
    """
    if os.environ.get("TEXTUAL_DRIVER") or sys.platform == "win32" or sys.__stdin__ is None:
        return None
    try:
        sys.__stdin__.fileno()
    except (OSError, ValueError):
        return None
    return SteadyDriver


if sys.platform != "win32":
    import selectors
    from collections.abc import Iterable
    from threading import Event
    from time import monotonic
    from types import FrameType
    from typing import IO

    from textual.app import App
    from textual.drivers.linux_driver import LinuxDriver
    from textual.message import Message

    from tui.terminal.input_decoder import InputDecoder
    from tui.terminal.nearest_colours import NearestColours
    from tui.terminal.raw_terminal import modes_before

    _KITTY_KEYS = re.compile(r"\x1b\[>(\d+)u")
    _ALTERNATE_KEYS: Final = 4
    """Has a key of another alphabet come with the one that stands there on a plain keyboard: Ctrl+N on any layout."""

    class SteadyDriver(LinuxDriver):
        """Display and input on Linux and macOS, whatever bytes come and however the terminal ends."""

        def __init__(
            self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
        ) -> None:
            super().__init__(app, debug=debug, mouse=mouse, size=size)
            if (colours := app.console.color_system) in ("256", "standard"):
                app._filters.append(NearestColours(few=colours == "standard"))
            # Asked now, because a terminal that has gone no longer says that it was one.
            self._output_ttys = [fileno for fileno in (1, 2) if self.input_tty and os.isatty(fileno)]
            if self._file is not None:
                # Textual's writer thread asks no more of it than these three methods.
                self._file = _LostWrites(self._file)  # type: ignore[assignment]
            self._end_asked = Event()
            """Set by a signal; the input thread then sends what was typed before, and the end after it."""
            self._modes_before = modes_before()

        def start_application_mode(self) -> None:
            """Take the terminal over, and be told of its end."""
            # A terminal without its program sends SIGHUP; its default is death at once, with entries not yet written.
            for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
                # A program started with nohup keeps ignoring it; signals are the main thread's.
                with contextlib.suppress(ValueError):
                    if signal.getsignal(number) is not signal.SIG_IGN:
                        signal.signal(number, self._on_end_signal)
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if self._modes_before is not None and self.attrs_before is not None:
                self.attrs_before, self._modes_before = self._modes_before, None

        def run_input_thread(self) -> None:
            """Read the terminal and send events, until the app ends or the terminal does."""
            decoder = InputDecoder(self._debug)
            # A SelectSelector, as in LinuxDriver: macOS's kqueue does not take terminals.
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                at_end = False
                while not (at_end or self.exit_event.is_set() or self._end_asked.is_set()):
                    ready = selector.select(decoder.patience(0.1))
                    at_end = bool(ready) and not self._read(decoder)
                    self._send(decoder.tick(monotonic()))
                # What came while the app was ending: it may only be suspended, and go on later.
                while not at_end and selector.select(0):
                    at_end = not self._read(decoder)
            self._send(decoder.finish())
            if at_end:
                self._let_terminal_go()
            if at_end or self._end_asked.is_set():
                self._end_app()

        def write(self, data: str) -> None:
            """Write to the terminal; where keys are asked for by kitty's protocol, with the plain keyboard's too."""
            asked = _KITTY_KEYS.fullmatch(data)
            super().write(f"\x1b[>{int(asked[1]) | _ALTERNATE_KEYS}u" if asked else data)

        def _read(self, decoder: InputDecoder) -> bool:
            """Read once; return False at the end of the input, which a hung-up terminal reports as an error."""
            try:
                data = os.read(self.fileno, READ_SIZE)
            except BlockingIOError:
                return True
            except OSError:
                return False
            self._send(decoder.feed(data, monotonic()))
            return bool(data)

        def _send(self, messages: Iterable[Message]) -> None:
            """Send events to the app."""
            for message in messages:
                self.process_message(message)

        def _let_terminal_go(self) -> None:
            """Send to nowhere what is still to be written to a terminal that has gone.

            Otherwise any word printed after the app's end fails, and so does Python's own flush at exit.
            """
            if self._output_ttys:
                nowhere = os.open(os.devnull, os.O_WRONLY)
                for fileno in self._output_ttys:
                    os.dup2(nowhere, fileno)
                os.close(nowhere)

        def _on_end_signal(self, _number: int, _frame: FrameType | None) -> None:
            """Handle what asks the program to end."""
            self._end_asked.set()
            if self._key_thread is None or not self._key_thread.is_alive():
                self._end_app()

        def _sigcont_application(self, *arguments: Any) -> None:
            """Handle SIGCONT, which the system also sends with the SIGHUP of a terminal that goes away."""
            if self._end_asked.is_set():
                return
            if not self._must_signal_resume and self._key_thread is not None and self._key_thread.is_alive():
                # Stopped by SIGSTOP, which cannot be caught: there would be two threads reading the terminal.
                self.suspend_application_mode()
            super()._sigcont_application(*arguments)
            # The shell has written over the screen, of which otherwise only what changes would be drawn.
            asyncio.run_coroutine_threadsafe(self._draw_all(), self._loop)

        async def _draw_all(self) -> None:
            self._app.refresh(layout=True)
            for screen in self._app.screen_stack:
                screen.refresh(layout=True)

        def _end_app(self) -> None:
            """Ask the app, from whatever thread, to end in an orderly way, after the events sent so far."""

            async def end() -> None:
                # An app whose keys are queued says how to end after those that came before; others just exit.
                getattr(self._app, "hang_up", self._app.exit)()

            ending = end()
            try:
                asyncio.run_coroutine_threadsafe(ending, self._loop)
            except RuntimeError:
                # The app has ended already, and its loop is closed.
                ending.close()

    class _LostWrites:
        """A file whose writes are lost without a word once its terminal has gone.

        An error would end Textual's writer thread, and the app would then wait for ever on the writer's full queue.
        """

        def __init__(self, file: IO[str]) -> None:
            self._file = file

        def write(self, text: str) -> None:
            with contextlib.suppress(OSError):
                self._file.write(text)

        def flush(self) -> None:
            with contextlib.suppress(OSError):
                self._file.flush()

        def fileno(self) -> int:
            return self._file.fileno()
