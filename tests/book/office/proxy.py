"""A small proxy between a machine and its server, which can cut every line, now or after some more bytes."""

from __future__ import annotations

import socket
import struct
import threading
import time
from contextlib import suppress

_RESET = struct.pack("ii", 1, 0)


class Proxy:
    """Forward connections to a port of the loopback."""

    def __init__(self, target: int) -> None:
        self.target = target
        """The port that new lines lead to."""
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._lines: list[tuple[socket.socket, socket.socket]] = []
        self._guard = threading.Lock()
        self._refusing = False
        self._left: int | None = None
        self.delay = 0.0
        """Seconds that everything takes on its way, either way."""
        self.silent = False
        """Whether everything that is sent is taken and goes nowhere, either way."""
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Cut every line, and let no new one through."""
        with self._guard:
            self._refusing = True
            lines, self._lines = self._lines, []
        for pair in lines:
            for one in pair:
                _reset(one)

    def cut_after(self, count: int) -> None:
        """Cut the line once the server has answered so many bytes more: what it did is done, and nobody hears of it."""
        self._left = count

    def mend(self) -> None:
        """Let everything through again."""
        self._left = None
        self._refusing = False

    def close(self) -> None:
        """End for good."""
        self.cut()
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            if self._refusing:
                _reset(near)
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                _reset(near)
                continue
            for one in (near, far):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._guard:
                self._lines.append((near, far))
            threading.Thread(target=self._pump, args=(near, far, False), daemon=True).start()
            threading.Thread(target=self._pump, args=(far, near, True), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket, answers: bool) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if answers and self._left is not None:
                    self._left -= len(data)
                    if self._left < 0:
                        self.cut()
                        return
                if self.silent:
                    continue
                if self.delay:
                    time.sleep(self.delay)
                sink.sendall(data)
        for one in (source, sink):
            _reset(one)


def _reset(one: socket.socket) -> None:
    with suppress(OSError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        one.shutdown(socket.SHUT_RDWR)
    with suppress(OSError):
        one.close()
