"""The log with what stands above it: that another section is looked at than the current one."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.meeting.history.undo_report import Undone
from tui.meeting.model import Meeting, Section
from tui.meeting.people.attendance import absent_owners
from tui.meeting.text.sanitizing import showable
from tui.widgets.live.log_view import LogView
from tui.widgets.live.section_names import name_of_section


class LogPane(Vertical):
    """Show the entries of one section: the one looked at, else the current one."""

    DEFAULT_CSS = """
    LogPane { height: 1fr; }
    """

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.view = LogView(id="log")
        self._meeting = meeting
        self._elsewhere: int | None = None

    def compose(self) -> ComposeResult:
        """Lay out the words above the log, and the log."""
        yield Static(id="elsewhere", markup=False)
        yield self.view

    @property
    def elsewhere(self) -> int | None:
        """Id of the section looked at, where that is not the current one."""
        return self._elsewhere

    @property
    def section(self) -> Section | None:
        """The section whose entries stand in the log."""
        return next((s for s in self._meeting.sections if s.id == self._elsewhere), None) or self._meeting.current

    @property
    def is_empty(self) -> bool:
        """Whether nothing is captured in that section."""
        section = self.section
        return section is None or not self._meeting.entries_of(section.id)

    def look_at(self, section_id: int | None) -> None:
        """Look at a section, or at the current one; it is shown with the next state."""
        current = self._meeting.current
        self._elsewhere = section_id if current is None or section_id != current.id else None

    def take(self, meeting: Meeting) -> None:
        """Take the meeting's new state, which `show` shows."""
        self._meeting = meeting

    def show(self, welcome: tuple[Content, ...] = ()) -> None:
        """Show the section's entries, and say so where it is not the current one; `welcome` is for an empty log."""
        meeting, section = self._meeting, self.section
        entries = meeting.entries_of(section.id) if section else ()
        self.view.welcome = welcome
        self.view.show(entries, {e.id: away for e in entries if (away := absent_owners(meeting, e))})
        current, words = meeting.current, ""
        if section is not None and current is not None and section.id != current.id:
            words = f"Looking at {name_of_section(section)} · you are in {name_of_section(current)}"
        if words or self.has_class("-elsewhere"):
            self.query_one("#elsewhere", Static).update(Content(showable(words)))
        self.set_class(bool(words), "-elsewhere")

    def show_undone(self, undone: Undone, *, select: bool) -> None:
        """Bring what an undo or redo touched into sight, and select it where the log is being worked on."""
        section = self.section
        if undone.entries and section is not None and self._meeting.entry(undone.entries[0]).section == section.id:
            if select:
                self.view.selected = undone.entries[0]
            self.view.bring_into_sight(undone.entries[-1])
            self.view.bring_into_sight(undone.entries[0])
