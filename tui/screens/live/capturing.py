"""The desk of the capture line: kinds, storing, editing, completing, undoing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.content import Content
from textual.widgets import Static

from tui.book.opened import OpenMeeting
from tui.errors import Refused
from tui.meeting.capture.capture import Outcome, edit, enter
from tui.meeting.capture.describe_line import describe_line, kind_of_line
from tui.meeting.capture.line_reader import typed_words
from tui.meeting.history.journal import Journal
from tui.meeting.kinds import KINDS
from tui.meeting.marks import MARKS
from tui.meeting.model import Kind, Meeting
from tui.screens.live.meeting_screen import MeetingScreen
from tui.widgets.live.capture_line import CaptureLine

_READ_AS_MORE = frozenset({*MARKS, "/", "\\", "%", "s"})
"""First characters with which words in the capture line would be read as something else without their mark."""


class Capturing(MeetingScreen):
    """Type a line, store it, or change one stored before."""

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self._kind: Kind | None = None
        """The kind set for the line being typed; None where the current kind holds."""
        self._editing: int | None = None
        """Id of the entry whose words stand in the capture line."""
        self._set_aside = ""
        """What was being typed when an entry was taken into the capture line."""
        self._told: tuple[Journal, str, str] | None = None
        """What was said of the last change, with the meeting and the line for which it holds."""

    def on_mount(self) -> None:
        """Bring back the line that was not stored when the meeting was last open."""
        if draft := self.opened.draft:
            self._kind = draft.kind if draft.kind is not self.meeting.current_kind else None
            self.line.load_line(draft.line)

    @property
    def editing(self) -> bool:
        """Whether the capture line holds an entry stored before."""
        return self._editing is not None

    def is_editing_one_of(self, meeting: Meeting) -> bool:
        """Whether the entry in the capture line is one of a meeting's."""
        return any(entry.id == self._editing for entry in meeting.entries)

    def show_line(self) -> None:
        """Show the kind the line would take, and what Enter would do."""
        line = self.line.line
        kind = kind_of_line(self.meeting, line, self._kind_of_line())
        self.query_one("#kind", Static).update(Content(f"{'✎ ' if self.editing else ''}{kind.value}"))
        if self._told is not None and self._told[0] is self.journal and self._told[1] == line:
            self.say(self._told[2])
            return
        try:
            self.say(describe_line(self.meeting, line, self._kind_of_line()))
        except Refused as refusal:
            self.say(str(refusal))

    def _kind_of_line(self) -> Kind | None:
        if self._editing is not None:
            return self.meeting.entry(self._editing).kind
        return self._kind

    @on(CaptureLine.Submitted)
    def store_line(self, event: CaptureLine.Submitted) -> None:
        """Store the line, or the entry being edited; a line that can't apply stays, with the reason."""
        editing, kind, journal = self._editing, self._kind, self.journal
        outcome: Outcome | None = None

        def change() -> Outcome:
            nonlocal outcome
            line, at = event.line, self.now()
            outcome = enter(journal, line, at, kind) if editing is None else edit(journal, editing, line, at)
            return outcome

        left, self._editing, self._kind = (self._set_aside if editing is not None else ""), None, None
        if self.change(change, line=left):
            self._set_aside = ""
            if editing is None and outcome is not None:
                self._show_correction(journal, outcome)
        else:
            self._editing, self._kind = editing, kind

    def _show_correction(self, before: Journal, outcome: Outcome) -> None:
        """Say which entry a correction changed, and bring it into sight where it stands in this section."""
        corrected = next((e.id for e in before.meeting.entries if e.id == outcome.entry), None)
        if corrected is not None:
            self.log_view.bring_into_sight(corrected)
            self.tell(outcome.message)

    def tell(self, words: str) -> None:
        """Say what came of the last change, until the line or the meeting changes."""
        self._told = (self.journal, self.line.line, words)
        self.say(words)

    @on(CaptureLine.Changed)
    def read_line(self) -> None:
        """Read the line as it is typed, keep it as the draft, and offer what may follow."""
        line = self.line
        if not line.line and not self.editing:
            self._kind = None
        self.show_line()
        if not self.editing:
            self.opened.keep_draft(line.line, self._kind or self.meeting.current_kind)
        kind = self._kind_of_line() or self.meeting.current_kind
        line.suggestion = self.suggesting.after(line.line, line.cursor_location[1], kind)

    def action_set_kind(self, kind: str) -> None:
        """Set the kind of the line being typed; the same key again goes back to the current kind."""
        chosen = KINDS[kind]
        if self.editing:
            line = self.line.line
            self.line.load_line(f"{chosen.row.mark}{line[1:] if line[:1] in MARKS else line}")
        else:
            self._kind = None if self._kind is chosen else chosen
            self.opened.keep_draft(self.line.line, self._kind or self.meeting.current_kind)
        self.show_line()

    def action_undo(self) -> None:
        """Undo the typing in the line first, then changes to the meeting."""
        if not self.line.undo_typing():
            self.enter_command("/undo")

    def action_redo(self) -> None:
        """Redo typing first, then changes."""
        if not self.line.redo_typing():
            self.enter_command("/redo")

    def action_complete(self) -> None:
        """Accept the completion shown."""
        if self.line.suggestion:
            self.line.insert_words(self.line.suggestion)

    def edit_entry(self, entry_id: int) -> None:
        """Take an entry into the capture line, its kind and words as they were."""
        entry = self.meeting.entry(entry_id)
        if not self.editing:
            self._set_aside = self.line.line
        self._editing = entry_id
        typed = typed_words(self.meeting, entry)
        mark = f"{'%' if entry.restricted else ''}{entry.kind.row.mark}"
        self.line.load_line(f"{mark}{typed}" if typed[:1] in _READ_AS_MORE or entry.restricted else typed)
        self.line.focus()
        self.show_line()

    def stop_editing(self) -> None:
        """Leave the entry as it was, and bring back what was being typed."""
        self._editing = None
        self.line.load_line(self._set_aside)
        self._set_aside = ""
        self.show_line()
