"""The line at the top: what meeting this is, where it stands, the clock, and whether all is on the disk."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.meeting.history.durations import clock_of, clock_words, elapsed, gone_on_words
from tui.meeting.history.journal import Journal
from tui.meeting.text.sanitizing import showable

Saving = Literal["saved", "saving", "failed"]

_STYLES: dict[Saving, str] = {"saved": "$text-success", "saving": "$text-muted", "failed": "$text-error bold"}
_ROOM_FOR_BOTH = 36
"""Cells that title and section need to stand side by side whatever they are; with less, the section comes first."""
APPROVED = "approved"
"""What stands before the title of a meeting whose notes are approved; alone where there is no room for both."""
_BETWEEN = "  ›  "
_ROOM_FOR_CLOCK = 50
_LEAST_ROOM = 12
"""Cells kept for title or section before a clock is shown."""


class TopLine(Widget):
    """Title and section on the left, clock and saved state on the right; what is saved is cut last."""

    DEFAULT_CSS = """
    TopLine { height: 1; width: 1fr; padding: 0 1; }
    """

    title: reactive[str] = reactive("")
    section: reactive[str] = reactive("")
    clock: reactive[str] = reactive("")
    spent: reactive[str] = reactive("")
    """How long the section has taken: `8/10 min`."""
    over: reactive[bool] = reactive(False)
    """Whether that is longer than it was given."""
    saving: reactive[Saving] = reactive[Saving]("saved")
    state: reactive[str] = reactive("")
    """`saved 10:42:08`, `saving`, or what failed."""

    _clocked: tuple[Journal, datetime] | None = None
    """What the clocks were last reckoned for: the meeting as it stood, and the minute."""

    def show_clocks(self, journal: Journal, now: datetime) -> None:
        """Show the time, how long the meeting has gone on and the section has taken; reckoned once a minute."""
        minute = now.replace(second=0, microsecond=0)
        if self._clocked is not None and self._clocked[0] is journal and self._clocked[1] == minute:
            return
        self._clocked = (journal, minute)
        gone = gone_on_words(elapsed(journal, now))
        self.clock = f"{now:%H:%M}{f'  {gone}' if gone else ''}"
        section = journal.meeting.current
        clock = clock_of(journal, section, now) if section else None
        self.spent = clock_words(journal.meeting, section, clock) if section and clock else ""
        self.over = clock is not None and clock.over

    def render(self) -> Content:
        """Lay the parts out on the width there is."""
        width = max(1, self.content_size.width)
        right = self._right(width)
        room = width - right.cell_length - 2
        if room < 4:
            return right
        left = self._left(room)
        return Content.assemble(left, " " * (width - left.cell_length - right.cell_length), right)

    def _right(self, width: int) -> Content:
        right = Content.styled(showable(self.state), _STYLES[self.saving])
        spent_style = "$text-warning bold" if self.over else "$text-muted"
        for words, style in ((self.clock, "$text-muted"), (self.spent, spent_style)):
            longer = Content.assemble((showable(words), style), "  ", right)
            if words and width >= _ROOM_FOR_CLOCK and longer.cell_length + _LEAST_ROOM < width:
                right = longer
        return right.truncate(width, ellipsis=True)

    def _left(self, room: int) -> Content:
        title, section = Content.styled(showable(self.title), "bold"), Content(showable(self.section))
        if not self.section:
            return title.truncate(room, ellipsis=True)
        beside = room - section.cell_length - len(_BETWEEN)
        if room < _ROOM_FOR_BOTH and beside < _LEAST_ROOM:
            if not self.title.startswith(APPROVED):
                return section.truncate(room, ellipsis=True)
            title = Content.styled(APPROVED, "bold")
        elif title.cell_length > beside:
            title = title.truncate(max(room // 3, beside), ellipsis=True)
        return Content.assemble(title, (_BETWEEN, "$text-muted"), section).truncate(room, ellipsis=True)
