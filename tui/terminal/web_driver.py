"""The driver of a session in a browser: its bytes are read as those of a terminal are, and its end is heeded."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Iterable
from threading import Event
from time import monotonic
from typing import Any

from textual.app import App
from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver
from textual.message import Message

from tui.terminal.input_decoder import InputDecoder


class SteadyWebDriver(WebDriver):
    """Display and input over pipes from textual-serve, whatever comes and however the browser goes away."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._end_asked = Event()
        self._write = self._write_if_heard  # type: ignore[assignment]

    def _write_if_heard(self, data: bytes) -> int:
        """Write to the server; where it has gone, to nobody."""
        with contextlib.suppress(OSError):
            while data:
                data = data[os.write(self.fileno, data) :]
        return 0

    def run_input_thread(self) -> None:
        """Read what the server sends, until the app ends, the browser goes away, or the server ends."""
        decoder, packets = InputDecoder(self._debug), ByteStream()
        for data in self._input_reader:
            for kind, payload in packets.feed(data) if data else ():
                if kind == "D":
                    self._send(decoder.feed(payload, monotonic()))
                else:
                    with contextlib.suppress(ValueError, KeyError, TypeError):
                        self._on_meta(kind, payload)
            self._send(decoder.tick(monotonic()))
            if self._end_asked.is_set():
                break
        self._input_reader.close()
        self._send(decoder.finish())
        if not self.exit_event.is_set():
            self._end_app()

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Take what the server says of the browser; that it has gone ends the app after the keys before that."""
        if packet_type in ("quit", "exit"):
            self._end_asked.set()
        else:
            super().on_meta(packet_type, payload)

    def _send(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _end_app(self) -> None:
        async def end() -> None:
            getattr(self._app, "hang_up", self._app.exit)()

        ending = end()
        try:
            asyncio.run_coroutine_threadsafe(ending, self._loop)
        except RuntimeError:
            # The app has ended already, and its loop is closed.
            ending.close()
