"""The line below an action in which its words are put right, it is split, or another one is added after it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from tui.errors import Refused
from tui.meeting.capture.capture import Outcome, edit
from tui.meeting.capture.dividing import add_after, split
from tui.meeting.capture.line_reader import typed_words
from tui.meeting.history.journal import Journal
from tui.meeting.model import Entry, Kind, Meeting
from tui.widgets.live.capture_pane import after_first_sentence
from tui.widgets.live.edit_line import WordsLine

Doing = Literal["edit", "split", "add"]
"""What Enter does: gives the action these words, makes two of it, or puts an action with these words after it."""

_ASKED: dict[Doing, str] = {"edit": "words", "split": "split", "add": "new action"}


class ActionWords(Horizontal):
    """An action's words as they could be typed again; owners and due are read from them as from any line."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.line = WordsLine(id="words")
        self.doing: Doing = "edit"
        self.made: Outcome
        """What came of the line last."""

    def compose(self) -> ComposeResult:
        """Lay out what is asked, and the line."""
        yield Static("words", id="asked", markup=False)
        yield self.line

    def load(self, meeting: Meeting, entry: Entry, doing: Doing) -> None:
        """Take the words of an action into the line, or none for another one; to be split, the cursor as in the log."""
        self.doing = doing
        self.query_one("#asked", Static).update(_ASKED[doing])
        self.line.load_line("" if doing == "add" else typed_words(meeting, entry))
        if doing == "split":
            self.line.move_cursor((0, after_first_sentence(self.line.line)))

    def outcome(self, journal: Journal, entry_id: int, at: datetime) -> Outcome:
        """Do what the line is for, with the words in it. Raises Refused where they are none of an action."""
        self.made = self._outcome(journal, entry_id, at)
        return self.made

    def _outcome(self, journal: Journal, entry_id: int, at: datetime) -> Outcome:
        mark = Kind.ACTION.row.mark
        line = f"{mark}{self.line.line}"
        if self.doing == "split":
            return split(journal, entry_id, line, len(mark) + self.line.cursor_location[1], at)
        if self.doing == "edit":
            return edit(journal, entry_id, line, at)
        if not self.line.line.strip():
            raise Refused("an action needs words", hint="Esc leaves all as it was")
        return add_after(journal, entry_id, line, at)
