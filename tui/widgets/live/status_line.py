"""The line below the capture line: what Enter would do, what came of the last change, or why it was refused."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from tui.meeting.text.sanitizing import showable

_INDENT = 14
"""Cells before the words, so that they stand below those that are typed."""


class ReadingLine(Static):
    """Says one thing at a time; a long one begins further left (`-long`), and a refusal may take a second row."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, markup=False)
        self._words = Content("")

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say something, in the colour of what went wrong where it was refused."""
        self._words = Content(showable(words))
        self.set_class(refused, "-refused")
        self._place()
        self.update(self._words)

    def on_resize(self) -> None:
        """Begin where there is room."""
        self._place()

    def _place(self) -> None:
        width = self.outer_size.width
        self.set_class(0 < width < self._words.cell_length + _INDENT, "-long")
