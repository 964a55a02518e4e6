"""The desk of undo and redo: taking changes back, and showing where they were."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.content import Content
from textual.widgets import Static

from tui.book.opened import OpenMeeting
from tui.meeting.capture.capture import Outcome
from tui.meeting.history.undo_report import Undone, undone_last
from tui.meeting.model import Section
from tui.meeting.text.sanitizing import showable
from tui.screens.live.capturing import Capturing
from tui.widgets.live.section_names import name_of_section


class Undoing(Capturing):
    """Undo and redo; the log shows the section in which that was, and the meeting stays where it is.

    What is captured goes to the current section as before, and brings it back into the log.
    """

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self._elsewhere: int | None = None
        """Id of the section in the log, where that is not the current one."""
        self._shown_revision = opened.revision

    @property
    def shown_section(self) -> Section | None:
        """The section where something was undone, else the current one."""
        elsewhere = next((s for s in self.meeting.sections if s.id == self._elsewhere), None)
        return elsewhere or super().shown_section

    @property
    def in_the_log(self) -> bool:
        """Whether the log is being worked on."""
        return self.log_view.has_focus

    def change(self, change: Callable[[], Outcome], *, line: str | None = None) -> bool:
        """Make a change; where it is an undo or redo, say what it came to and where."""
        before = self.opened.revision
        if not super().change(change, line=line):
            return False
        if self.opened.revision != before and (undone := undone_last(self.journal)) is not None:
            section = next((s for s in self.meeting.sections if s.id == self._elsewhere), None)
            self.tell(f"{undone.message}{f', in {name_of_section(section)}' if section else ''}")
        return True

    def show_meeting(self) -> None:
        """Show the state; after an undo or redo, the section where that was, until the next change from the line."""
        changed = self.opened.revision != self._shown_revision
        self._shown_revision = self.opened.revision
        undone = undone_last(self.journal) if changed else None
        if undone is not None:
            self._look_at(undone.section)
        elif changed and not self.in_the_log:
            self._look_at(None)
            self.log_view.let_go()
        if self.editing and not self.is_editing_one_of(self.meeting):
            self.stop_editing()
        super().show_meeting()
        self._show_where()
        if undone is not None:
            self._show_what(undone)

    def come_back(self) -> None:
        """Show the current section again."""
        if self._elsewhere is not None:
            self._look_at(None)
            self.show_meeting()

    def look_at_section(self, section_id: int) -> None:
        """Show a section; the meeting stays in its current one."""
        self._look_at(section_id)
        self.show_meeting()

    def _look_at(self, section_id: int | None) -> None:
        current = self.meeting.current
        self._elsewhere = section_id if current is None or section_id != current.id else None
        if not self.agenda.has_focus:
            self.agenda.choose(self._elsewhere)

    def _show_where(self) -> None:
        """Say above the log that it shows another section than the current one."""
        section, current = self.shown_section, self.meeting.current
        words = ""
        if section is not None and current is not None and section.id != current.id:
            words = f"Looking at {name_of_section(section)} · you are in {name_of_section(current)}"
        self.query_one("#elsewhere", Static).update(Content(showable(words)))
        self.set_class(bool(words), "-elsewhere")

    def _show_what(self, undone: Undone) -> None:
        """Bring what an undo or redo touched into sight, and select it where the log is being worked on."""
        section = self.shown_section
        if undone.entries and section is not None and self.meeting.entry(undone.entries[0]).section == section.id:
            if self.in_the_log:
                self.log_view.selected = undone.entries[0]
            self.log_view.bring_into_sight(undone.entries[-1])
            self.log_view.bring_into_sight(undone.entries[0])

    def action_undo(self) -> None:
        """Undo the typing in the line first, then changes to the meeting; in the log, those alone."""
        if self.in_the_log or not self.line.undo_typing():
            self.enter_command("/undo")

    def action_redo(self) -> None:
        """Redo typing first, then changes; in the log, those alone."""
        if self.in_the_log or not self.line.redo_typing():
            self.enter_command("/redo")
