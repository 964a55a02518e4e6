"""minutebook with a live screen that stands still for 400 ms at every fortieth key, as a busy machine does."""

from __future__ import annotations

import itertools
import time

from tui.__main__ import main
from tui.widgets.live.capture_pane import CapturePane

_turns = itertools.count(1)
_note_typing = CapturePane.note_typing


def _stalling(pane: CapturePane) -> None:
    if next(_turns) % 40 == 0:
        time.sleep(0.4)
    _note_typing(pane)


CapturePane.note_typing = _stalling  # type: ignore[assignment,method-assign]
main()
