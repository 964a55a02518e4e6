"""The line below the capture line: what Enter would do, what came of the last change, or why it was refused."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from tui.meeting.text.sanitizing import showable

_INDENT = 14
"""Cells before the words, so that they stand below those that are typed."""

_GAP = 4
"""Cells between what is said and what is offered, at least."""


class ReadingLine(Static):
    """Says one thing at a time; a long one begins further left (`-long`), and a refusal may take a second row.

    At its right end stands what else is offered to complete the line, each with its key, where there is room.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, markup=False)
        self._words = Content("")
        self._offers: list[Content] = []
        self._shown = self._words

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.plain

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say something, in the colour of what went wrong where it was refused."""
        self._words = Content(showable(words))
        self.set_class(refused, "-refused")
        self._draw()

    def offer(self, offers: list[tuple[str, str]]) -> None:
        """Show what else may be accepted: pairs of a key and words."""
        shown = [Content.assemble((f"{key} ", "bold"), showable(words)) for key, words in offers]
        if shown != self._offers:
            self._offers = shown
            self._draw()

    def on_resize(self) -> None:
        """Begin where there is room."""
        self._draw()

    def _draw(self) -> None:
        width = self.outer_size.width
        self.set_class(0 < width < self._words.cell_length + _INDENT, "-long")
        room = width - _INDENT - self._words.cell_length - 2
        offers = list(self._offers)
        while offers and sum(offer.cell_length + _GAP for offer in offers) > room:
            offers.pop()
        right = Content(" " * _GAP).join(() if self.has_class("-refused") else offers)
        shown = Content.assemble(self._words, " " * (room - right.cell_length), right) if right else self._words
        # A layout of the whole screen for each key would draw more than the line, and take its time.
        if not shown.is_same(self._shown):
            self._shown = shown
            self.update(shown, layout=self.has_class("-refused"))
