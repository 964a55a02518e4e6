"""The line below the agenda: how many are here, and whether they are enough."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.meeting.people.quorum import Count, describe_count


class AttendanceLine(Widget):
    """Members and others in the room and the quorum, in as many words as there is room for."""

    DEFAULT_CSS = """
    AttendanceLine { height: 1; width: 1fr; color: $text-muted; }
    """

    count: reactive[Count | None] = reactive[Count | None](None)

    def render(self) -> Content:
        """Choose the longest wording that fits."""
        if self.count is None or not (self.count.all_members or self.count.others):
            return Content("")
        width = max(1, self.content_size.width)
        forms = [Content(words) for words in describe_count(self.count)]
        words = next((form for form in forms if form.cell_length <= width), forms[-1].truncate(width, ellipsis=True))
        return words if self.count.quorate else words.stylize("$text-warning")
