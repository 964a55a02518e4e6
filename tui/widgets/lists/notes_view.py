"""Finished notes to be looked through: a line is chosen, and words that are searched stand out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive

from tui.meeting.text.normalizing import fold_words, places_of
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.lines import LinesView


class NotesView(LinesView):
    """The lines of the notes, wrapped where they are longer than the screen."""

    GUTTER: ClassVar[int] = 2

    at: reactive[int] = reactive(0)
    """The chosen line, from 0."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._notes: tuple[str, ...] = ()
        self._entries: tuple[int, ...] = ()
        self._sought = ""
        self._line_at: list[int] = []
        """Which of the notes' lines stands in each row."""
        self._row_of: list[int] = []
        """The first row of each of the notes' lines."""

    def show(self, notes: Sequence[str], entries: Sequence[int], at: int) -> None:
        """Show notes, with the entry that each line belongs to, a line chosen."""
        self._notes, self._entries = tuple(notes), tuple(entries)
        self.set_reactive(NotesView.at, self._within(at))
        self.remake()
        self._bring_into_sight()

    @property
    def entry(self) -> int:
        """The entry that the chosen line belongs to; 0 for none."""
        return self._entries[self.at] if self.at < len(self._entries) else 0

    @property
    def screenful(self) -> int:
        """The rows in sight, but for one that stays in sight on turning the page."""
        return max(1, self.size.height - 1)

    def choose_by(self, by: int) -> None:
        """Choose the line so many below, or above (below 0)."""
        self.at = self._within(self.at + by)

    def seek(self, words: str, by: int = 0) -> tuple[int, int]:
        """Mark words wherever they stand and choose the next line with them: this one or below, or from the next.

        `by` is 1 for the next, -1 for the one before, 0 to stay where they are. Returns which one it is, from 1, and
        how many there are; (0, 0) where there is none.
        """
        self._sought = fold_words(words)
        found = [line for line, text in enumerate(self._notes) if self._sought and self._sought in fold_words(text)]
        self.remake()
        if not found:
            return 0, 0
        below = [line for line in found if (line > self.at if by > 0 else line >= self.at)]
        above = [line for line in found if line < self.at]
        if by < 0:
            self.at = above[-1] if above else found[-1]
        else:
            self.at = below[0] if below else found[0]
        return found.index(self.at) + 1, len(found)

    def watch_at(self) -> None:
        """Bring the chosen line into sight."""
        self._bring_into_sight()
        self.refresh()

    def on_resize(self) -> None:
        """Wrap for the new width and keep the place."""
        super().on_resize()
        self._bring_into_sight()

    def _within(self, at: int) -> int:
        return max(0, min(len(self._notes) - 1, at))

    def _bring_into_sight(self) -> None:
        if self.at < len(self._row_of):
            last = self._row_of[self.at + 1] if self.at + 1 < len(self._row_of) else len(self._line_at)
            region = Region(0, self._row_of[self.at], 1, max(1, last - self._row_of[self.at]))
            self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def line_style(self, at: int) -> str:
        """Lay a colour under the chosen line."""
        return "on $primary 30%" if self._line_at[at] == self.at else ""

    def line_sign(self, at: int) -> str:
        """Point at the chosen line."""
        return "›" if self._line_at[at] == self.at and self._row_of[self.at] == at else ""

    def make_lines(self, width: int) -> list[Content]:
        """Wrap the lines of the notes that are too long."""
        rows: list[Content] = []
        self._line_at, self._row_of = [], []
        for number, text in enumerate(self._notes):
            self._row_of.append(len(rows))
            words = self._marked(showable(text))
            wrapped = [words] if words.cell_length <= width else words.wrap(max(10, width))
            rows.extend(wrapped)
            self._line_at.extend([number] * len(wrapped))
        return rows

    def _marked(self, text: str) -> Content:
        """Let the words that are searched stand out."""
        words = Content(text)
        for start, end in places_of(text, [self._sought]):
            words = words.stylize("$text-accent bold reverse", start, end)
        return words
