"""The desk of the log: selecting what was captured, and changing it."""

from __future__ import annotations

from textual import on

from tui.screens.capturing import Capturing
from tui.widgets.capture_line import CaptureLine
from tui.widgets.log_view import LogView


class LogKeys(Capturing):
    """Go up to the log, select entries, change them, and come back."""

    @on(CaptureLine.LeftUpward)
    def action_to_log(self) -> None:
        """Go up to the log, its last entry selected; while an entry is being edited, leave it as it was."""
        if self.editing:
            self.stop_editing()
        elif not self.meeting.current or not self.meeting.entries_of(self.meeting.current.id):
            self.say("nothing is captured in this section yet")
        else:
            self.log_view.focus()
            self.log_view.select_last()

    @on(LogView.LeftDownward)
    def action_back(self) -> None:
        """Go back to the capture line."""
        self.line.focus()

    def action_select(self, by: int) -> None:
        """Move the selection in the log."""
        self.log_view.select_by(by)

    def action_edit(self) -> None:
        """Take the selected entry into the capture line, its words as they were."""
        if self.log_view.selected is not None:
            self.edit_entry(self.log_view.selected)
