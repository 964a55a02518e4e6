"""The line below an action in which its words are put right."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from tui.meeting.capture.capture import Outcome, edit
from tui.meeting.capture.line_reader import typed_words
from tui.meeting.history.journal import Journal
from tui.meeting.model import Entry, Kind, Meeting
from tui.widgets.live.edit_line import WordsLine


class ActionWords(Horizontal):
    """An action's words as they could be typed again; owners and due are read from them as from any line."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.line = WordsLine(id="words")

    def compose(self) -> ComposeResult:
        """Lay out what is asked, and the line."""
        yield Static("words", id="asked", markup=False)
        yield self.line

    def load(self, meeting: Meeting, entry: Entry) -> None:
        """Take the words of an action into the line."""
        self.line.load_line(typed_words(meeting, entry))

    def outcome(self, journal: Journal, entry_id: int, at: datetime) -> Outcome:
        """Give an action the words of the line. Raises Refused where they are none of an action."""
        return edit(journal, entry_id, f"{Kind.ACTION.row.mark}{self.line.line}", at)
