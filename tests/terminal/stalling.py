"""minutebook with a live screen that stands still for 400 ms at every fifth change, as a busy machine does."""

from __future__ import annotations

import itertools
import time

from tui.__main__ import main
from tui.screens.live import LiveScreen

_turns = itertools.count(1)
_read_line = LiveScreen.read_line


def _stalling(screen: LiveScreen) -> None:
    if next(_turns) % 40 == 0:
        time.sleep(0.4)
    _read_line(screen)


LiveScreen.read_line = _stalling  # type: ignore[method-assign]
LiveScreen._decorated_handlers = {  # noqa: SLF001
    message: [(_stalling if handler is _read_line else handler, selectors) for handler, selectors in handlers]
    for message, handlers in LiveScreen._decorated_handlers.items()  # noqa: SLF001
}
main()
