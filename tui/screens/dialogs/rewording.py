"""Editing the words of the action that is being settled, in a line of their own."""

from __future__ import annotations

from textual import on

from tui.meeting.capture.capture import edit
from tui.meeting.capture.line_reader import typed_words
from tui.meeting.model import Entry, Kind
from tui.meeting.outline.labels import shortened
from tui.screens.live.prompt_dialog import Asking
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.edit_line import WordsLine


class Rewording(Asking):
    """Take an action's words into a line, as they could be typed again, and keep them or leave them as they were."""

    @property
    def entry(self) -> Entry:
        """The action that is being settled."""
        raise NotImplementedError

    def show_action(self) -> None:
        """Return the focus back to the action, with its keys."""
        raise NotImplementedError

    def show_keys(self) -> None:
        """Show the keys that hold now."""
        raise NotImplementedError

    @property
    def rewording(self) -> bool:
        """Whether an action's words are being edited."""
        return self.has_class("-rewording")

    @property
    def words_line(self) -> WordsLine:
        """The line in which they are."""
        return self.query_one(WordsLine)

    def action_reword(self) -> None:
        """Take the action's words into the line."""
        self.words_line.load_line(typed_words(self.meeting, self.entry))
        self.add_class("-rewording")
        self.set_focus(self.words_line)
        self.say("")
        self.show_keys()

    @on(CaptureLine.Submitted)
    def action_keep_words(self) -> None:
        """Keep the words; owners and due are read from them as from a line that is typed."""
        entry_id, line = self.entry.id, f"{Kind.ACTION.row.mark}{self.words_line.line}"
        if self.change(lambda: edit(self.journal, entry_id, line, self.now())):
            self.action_leave_words()
            entry = self.entry
            self.say(f"{entry.action.ref if entry.action else ''}: “{shortened(entry.text)}”")

    @on(CaptureLine.Pasted)
    def take_paste(self, event: CaptureLine.Pasted) -> None:
        """Take a paste of several lines as one."""
        self.words_line.insert_words(event.text)

    def action_leave_words(self) -> None:
        """Go back to the action."""
        self.remove_class("-rewording")
        self.say("")
        self.show_action()

    def action_undo_words(self) -> None:
        """Undo typing."""
        self.words_line.undo_typing()

    def action_redo_words(self) -> None:
        """Redo typing."""
        self.words_line.redo_typing()
