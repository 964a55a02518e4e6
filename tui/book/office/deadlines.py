"""What is to happen where an answer does not come in time, looked after by one thread for all that is asked."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_LOOK = 10.0
"""Seconds after which the thread looks again where nothing is asked; less than most questions are given."""
_LOOKS = 6
"""Looks at nothing after which it ends; the next question begins another."""


class Deadlines:
    """Call what was said to be called once its time is over, unless it was called off before."""

    def __init__(self) -> None:
        """Begin with none, and without a thread."""
        self._changed = threading.Condition()
        self._due: dict[int, tuple[float, Callable[[], object]]] = {}
        self._numbers = itertools.count()
        self._next = 0.0
        self._thread: threading.Thread | None = None

    @contextmanager
    def within(self, seconds: float, late: Callable[[], object]) -> Iterator[None]:
        """Call `late`, from another thread, where what is done meanwhile takes longer."""
        at, number = time.monotonic() + seconds, next(self._numbers)
        with self._changed:
            self._due[number] = at, late
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="minutebook deadlines", daemon=True)
                self._thread.start()
            elif at < self._next:
                self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._due.pop(number, None)

    def _run(self) -> None:
        looks = 0
        with self._changed:
            while self._due or looks < _LOOKS:
                now = time.monotonic()
                for number in [one for one, (at, _) in self._due.items() if at <= now]:
                    # With the lock held: whoever calls it off in this moment waits, and it is never called after that.
                    self._due.pop(number)[1]()
                looks = 0 if self._due else looks + 1
                # A question that is answered in time, as nearly all are, is to wake nobody.
                self._next = min((at for at, _ in self._due.values()), default=now + _LOOK)
                self._changed.wait(self._next - now)
            self._thread = None
