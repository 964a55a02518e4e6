"""What the capture line offers to complete, learnt from the meeting as it goes on."""

from __future__ import annotations

from tui.book.opened import OpenMeeting
from tui.meeting.completion import Vocabulary
from tui.meeting.model import Meeting


class Suggesting:
    """A vocabulary that learns the meeting's entries once each."""

    def __init__(self, opened: OpenMeeting) -> None:
        self._vocabulary = Vocabulary()
        self._vocabulary.learn_meeting(opened.meeting)
        self._learnt = max((entry.id for entry in opened.meeting.entries), default=0)

    def learn(self, meeting: Meeting) -> None:
        """Learn the entries captured since."""
        for entry in reversed(meeting.entries):
            if entry.id > self._learnt and not entry.restricted:
                self._vocabulary.learn(entry.text)
        self._learnt = max((entry.id for entry in meeting.entries), default=0)

    def after(self, line: str, cursor: int) -> str:
        """Offer what may follow a line whose cursor stands at its end; nothing elsewhere."""
        if cursor != len(line) or not line or len(line) > 2_000 or line.startswith(("/", "\\")):
            return ""
        return self._vocabulary.suggest(line)
