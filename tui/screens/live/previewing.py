"""The desk of the preview: from an entry to its place in the notes, and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.book.opened import OpenMeeting
from tui.screens.live.log_keys import LogKeys

if TYPE_CHECKING:
    from tui.screens.review.preview import Looked


class Previewing(LogKeys):
    """Open the preview where it was left, or at the entry selected in the log; the line being typed stays."""

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self._looked: Looked | None = None

    def action_preview(self) -> None:
        """Show the notes as they would print now."""
        from tui.screens.review.preview import Looked, PreviewScreen

        looked = self._looked or Looked()
        selected = self.log_view.selected if self.log_view.has_focus else None
        if selected is not None:
            looked = replace(looked, entry=selected)
        preview = PreviewScreen(self.opened, self.now, looked)
        preview.saved_at = self.saved_at

        def go_on(_: None) -> None:
            self._looked = preview.looked
            self.show_saving()
            if preview.going_to:
                self.select_entry(preview.going_to)

        self.app.push_screen(preview, go_on)
