"""The desk of the door: who is here, who comes and who goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tui.meeting.capture.capture import Outcome
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting
from tui.meeting.people.quorum import count_people
from tui.screens.live.meeting_screen import MeetingScreen
from tui.widgets.live.attendance_line import AttendanceLine


class Attending(MeetingScreen):
    """Keep the roll, and show how many are here; the line being typed stays."""

    def show_meeting(self) -> None:
        """Show the state, with the count of those here."""
        super().show_meeting()
        self.query_one(AttendanceLine).count = count_people(self.meeting)

    def action_people(self) -> None:
        """Open the list of people."""
        from tui.screens.dialogs.people import People

        self.app.push_screen(People(self.meeting, self.change_people))

    def change_people(self, make: Callable[[Journal, datetime], Outcome]) -> Meeting:
        """Make a change of the people; give the new state. Raises Refused, with the reason, where it can't be."""
        outcome = make(self.journal, self.now())
        self.change(lambda: outcome)
        return self.meeting
