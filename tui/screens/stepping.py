"""The desk of the agenda: stepping through its sections and going to one of them."""

from __future__ import annotations

from textual import work

from tui.meeting.capture import Outcome
from tui.meeting.journal import commit
from tui.meeting.outline import stand_in
from tui.screens.go_to import GoTo
from tui.screens.meeting_screen import MeetingScreen


class Stepping(MeetingScreen):
    """Move the meeting from section to section; the line being typed stays."""

    def action_next_section(self) -> None:
        """Step to the next section."""
        self.enter_command("/next")

    def action_previous_section(self) -> None:
        """Step to the section before."""
        self.enter_command("/prev")

    @work
    async def action_go_to(self) -> None:
        """Ask for a section and go there."""
        section = await self.app.push_screen_wait(GoTo(self.meeting))
        if section is not None:
            self.go_to_section(section)

    def go_to_section(self, section_id: int) -> None:
        """Go to a section by its id."""

        def step() -> Outcome:
            meeting = stand_in(self.meeting, section_id)
            return Outcome(journal=commit(self.journal, meeting, "/go", self.now(), stepping=True), message="")

        self.change(step)
