"""What somebody who runs the program for the first time is told, in the empty log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.content import Content

from tui.book.opened import OpenMeeting
from tui.config.state import recall, remember
from tui.keys.keymap import key_of
from tui.screens.live.meeting_screen import MeetingScreen


class FirstRun(MeetingScreen):
    """Show six lines of how to capture, once, until the first entry. Nothing has to be dismissed."""

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self._newcomer = not recall().welcomed
        self._known = len(self.meeting.entries)

    def show_meeting(self) -> None:
        """Show the meeting, and the lines where a newcomer has captured nothing yet."""
        if self._newcomer and len(self.meeting.entries) > self._known:
            self._newcomer = False
        self.log_view.welcome = how_to_capture() if self._newcomer else ()
        super().show_meeting()
        section = self.meeting.current
        if self._newcomer and not (section and self.meeting.entries_of(section.id)):
            self.call_after_refresh(remember, welcomed=True)


def how_to_capture() -> tuple[Content, ...]:
    """Return the six lines."""
    return tuple(
        Content.assemble(*parts)
        for parts in (
            ("Type what is said and press ", _key("Enter"), ": one line is one entry."),
            (
                "Begin it with ",
                _key("?"),
                " for a question, ",
                _key(">"),
                " for the response, ",
                _key("-"),
                " for a point.",
            ),
            (
                _key("!"),
                " makes an action: ",
                _key("!Ann to write to the owner ^Friday"),
                "; ",
                _key("="),
                " a decision.",
            ),
            (_key("Ann:"), " before the words says who spoke; ", _key("??"), " marks what you missed."),
            (
                _key(key_of("next-section")),
                " goes to the next section; ",
                _key(key_of("undo")),
                " takes back anything.",
            ),
            (_key(key_of("help")), " shows every key. Each line is saved as you press Enter."),
        )
    )


def _key(key: str) -> tuple[str, str]:
    return key, "bold $text-primary"
