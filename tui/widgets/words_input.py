"""The one-line field of every dialog."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.widgets import Input

from tui.meeting.text.sanitizing import clean, lines_of, showable

_LONGEST = 2_000
"""Characters that a field takes; more can't be a name, a date or a path."""


class WordsInput(Input):
    """A one-line field whose words are drawn literally, whatever was pasted into it."""

    @property
    def _value(self) -> Text:
        return Text(showable(self.value), no_wrap=True, overflow="ignore", end="")

    def insert(self, text: str, index: int) -> None:
        """Insert a text made one clean line."""
        room = max(0, _LONGEST - len(self.value))
        super().insert(" ".join(clean(line) for line in lines_of(text))[:room], index)

    def _on_paste(self, event: events.Paste) -> None:
        """Take a paste whole, in place of its first line alone."""
        event.stop()
        event.prevent_default()
        if not self.selection.is_empty:
            self.delete_selection()
        self.insert_text_at_cursor(event.text)
