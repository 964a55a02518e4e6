"""The parts of the live screen that its commands work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.meeting.capture.capture import enter
from tui.screens.opened_screen import OpenedScreen
from tui.screens.spelling import Spelling
from tui.widgets.live.agenda_chooser import AgendaChooser
from tui.widgets.live.capture_pane import CapturePane
from tui.widgets.live.log_pane import LogPane

if TYPE_CHECKING:
    from tui.screens.review.looked import Looked
    from tui.screens.review.standing import Place


class Parts:
    """The panes, the screen that shows them the meeting, and where the screens above it were left."""

    def __init__(self, screen: OpenedScreen) -> None:
        self.screen = screen
        self.agenda = AgendaChooser(id="agenda")
        self.log = LogPane(screen.meeting)
        self.capture = CapturePane(screen.journal)
        self.spelling = Spelling(screen.opened)
        self.check_left_at = ""
        """Name of the finding that was gone to last."""
        self.preview_left_at: Looked | None = None
        self.review_left_at: Place | None = None

    @property
    def in_the_log(self) -> bool:
        """Whether the log is being worked on, with its keys or a question that one of them asked."""
        return self.log.view.has_focus or self.capture.asked_from(self.log.view)

    def enter_command(self, command: str) -> bool:
        """Enter a command of the capture language, as if typed; the line being typed stays."""
        screen = self.screen
        return screen.change(lambda: enter(screen.journal, command, screen.now()))

    def keep_draft(self) -> None:
        """Keep the line being typed, so that it comes back if the program ends."""
        if self.capture.keeps_draft:
            kind = self.capture.kind or self.screen.meeting.current_kind
            self.screen.opened.keep_draft(self.capture.line.line, kind)

    def look_at(self, section_id: int | None) -> None:
        """Look at a section in the log, or at the current one; the meeting stays where it is."""
        self.log.look_at(section_id)
        if not self.agenda.has_focus:
            self.agenda.choose(self.log.elsewhere)
