"""The desk of the search: from words to the place where they were captured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.live.capturing import Capturing
from tui.screens.live.navigation import Stepping

if TYPE_CHECKING:
    from tui.meeting.search import SearchHit


class Searching(Capturing, Stepping):
    """Find an entry or a heading anywhere in the meeting and go there; the line being typed stays."""

    def action_search(self) -> None:
        """Ask for words and go to what holds them."""
        from tui.screens.dialogs.search import Search

        self.app.push_screen(Search(self.meeting), self._go_to_finding)

    def _go_to_finding(self, finding: SearchHit | None) -> None:
        if finding is None:
            return
        if self.meeting.current is None or self.meeting.current.id != finding.section.id:
            self.go_to_section(finding.section.id)
        if finding.entry is None:
            return
        if self.editing:
            # The log's keys would change entries under the one in the capture line.
            self.log_view.bring_into_sight(finding.entry.id)
        else:
            self.log_view.focus()
            self.log_view.selected = finding.entry.id
