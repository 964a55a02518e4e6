"""The line at the top: what meeting this is, where it stands, the clock, and whether all is on the disk."""

from __future__ import annotations

from typing import Literal

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.meeting.showable import showable

Saving = Literal["saved", "saving", "failed", "reading"]


class TopLine(Widget):
    """Title and section on the left, clock and saved state on the right; the right side is never cut."""

    DEFAULT_CSS = """
    TopLine { height: 1; width: 1fr; padding: 0 1; }
    """

    title: reactive[str] = reactive("")
    section: reactive[str] = reactive("")
    clock: reactive[str] = reactive("")
    saving: reactive[Saving] = reactive[Saving]("saved")
    state: reactive[str] = reactive("")
    """`saved 10:42:08`, `saving`, or what failed."""

    def render(self) -> Content:
        """Lay the parts out on the width there is."""
        width = max(1, self.content_size.width)
        style = {"failed": "$text-error bold", "saving": "$text-muted", "reading": "$text-warning"}.get(self.saving, "$text-success")
        right = Content.assemble((showable(self.clock), "$text-muted"), "  " if self.clock else "", (showable(self.state), style))
        if right.cell_length > width - 10:
            right = Content.styled(showable(self.state), style).truncate(width, ellipsis=True)
        room = width - right.cell_length - 2
        title, section = Content(showable(self.title)), Content(showable(self.section))
        if room < 4:
            return right
        if title.cell_length + section.cell_length + 3 > room and self.section:
            title = title.truncate(max(12, room - section.cell_length - 3), ellipsis=True)
        left = Content.assemble(title.stylize("bold"), ("  ›  " if self.section else "", "$text-muted"), section)
        left = left.truncate(room, ellipsis=True)
        return Content.assemble(left, " " * (width - left.cell_length - right.cell_length), right)
