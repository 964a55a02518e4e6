"""The editor of words that were captured before, which Enter keeps and Esc leaves as they were."""

from __future__ import annotations

from tui.widgets.bindings import bindings_of
from tui.widgets.live.capture_line import CaptureLine


class WordsLine(CaptureLine):
    """A capture line with the keys of a rewording."""

    BINDINGS = bindings_of("review-words")
