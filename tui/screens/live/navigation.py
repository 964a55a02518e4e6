"""Stepping through the agenda: from section to section, how long each takes, and what is left open in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual import work

from tui.book.opened import OpenMeeting
from tui.meeting.capture.capture import Outcome
from tui.meeting.checking.open_items import left_words
from tui.meeting.history.durations import clock_of, clock_words, closed_words, elapsed, gone_on_words
from tui.meeting.history.journal import Journal, commit
from tui.meeting.outline.outline import stand_in
from tui.screens.live.meeting_screen import MeetingScreen
from tui.widgets.live.top_line import TopLine


class Stepping(MeetingScreen):
    """Move the meeting from section to section; the line being typed stays."""

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self._clocked: tuple[Journal, datetime] | None = None
        """What the clocks were last reckoned for: the meeting as it stood, and the minute."""

    def change(self, change: Callable[[], Outcome], *, line: str | None = None) -> bool:
        """Make a change; then say what is open in the section it left, and how long a meeting took that it closed."""
        before = self.meeting
        if not super().change(change, line=line):
            return False
        words = [left_words(before, self.meeting)]
        if self.meeting.closed and not before.closed:
            words.insert(0, closed_words(self.journal))
        if any(words):
            self.tell("; ".join(filter(None, words)))
        return True

    def show_clock(self) -> None:
        """Show the time, how long the meeting has gone on and the section has taken; reckoned once a minute."""
        now = self.now()
        minute = now.replace(second=0, microsecond=0)
        if self._clocked is not None and self._clocked[0] is self.journal and self._clocked[1] == minute:
            return
        super().show_clock()
        self._clocked = (self.journal, minute)
        top, section = self.query_one(TopLine), self.meeting.current
        if gone := gone_on_words(elapsed(self.journal, now)):
            top.clock = f"{top.clock}  {gone}"
        clock = clock_of(self.journal, section, now) if section else None
        top.spent = clock_words(self.meeting, section, clock) if section and clock else ""
        top.over = clock is not None and clock.over

    def action_next_section(self) -> None:
        """Step to the next section."""
        self.enter_command("/next")

    def action_previous_section(self) -> None:
        """Step to the section before."""
        self.enter_command("/prev")

    @work
    async def action_go_to(self) -> None:
        """Ask for a section and go there."""
        from tui.screens.dialogs.go_to import GoTo

        section = await self.app.push_screen_wait(GoTo(self.meeting))
        if section is not None:
            self.go_to_section(section)

    def go_to_section(self, section_id: int) -> None:
        """Go to a section by its id."""

        def step() -> Outcome:
            meeting = stand_in(self.meeting, section_id)
            return Outcome(journal=commit(self.journal, meeting, "/go", self.now(), stepping=True), message="")

        self.change(step)
