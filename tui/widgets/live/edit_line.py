"""The editor of words that were captured before, which Enter keeps and Esc leaves as they were."""

from __future__ import annotations

from typing import ClassVar

from tui.widgets.bindings import CommandPart, Handlers, bindings_of
from tui.widgets.live.capture_line import CaptureLine


class WordsLine(CaptureLine, CommandPart):
    """A capture line with the keys of a rewording."""

    BINDINGS = bindings_of("review-words")
    HANDLERS: ClassVar[Handlers[WordsLine]] = {
        "review-words-undo-words": CaptureLine.undo_typing,
        "review-words-redo-words": CaptureLine.redo_typing,
    }
