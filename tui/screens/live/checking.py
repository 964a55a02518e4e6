"""The desk of the check: from what is still open to the place where it is mended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from tui.book.opened import OpenMeeting
from tui.errors import BadInput
from tui.meeting.text.sanitizing import showable
from tui.screens.live.attendance import Attending
from tui.screens.live.log_keys import LogKeys
from tui.screens.live.navigation import Stepping

if TYPE_CHECKING:
    from tui.meeting.checking.findings import Finding
    from tui.meeting.checking.house_style import HouseStyle


class Checking(LogKeys, Stepping, Attending):
    """Open the check, and go where it points; the line being typed stays, and the meeting stays where it is."""

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self._checked = ""
        """Name of the finding that was gone to last, so that the check opens there again."""

    def action_check(self) -> None:
        """List what is still open."""
        from tui.screens.review.check import CheckScreen

        # An entry being edited is stored already.
        draft = "" if self.editing else self.line.line
        check = CheckScreen(self.opened, self.now, self._house_style(), draft=draft, chosen=self._checked)
        check.saved_at = self.saved_at

        def go_on(_: None) -> None:
            self.show_saving()
            self.show_meeting()
            if check.going_to is not None:
                self._checked = check.going_to.name
                self._go_to_what_is_open(check.going_to)
                if check.asking is not None:
                    self.action_ask(check.asking)

        self.app.push_screen(check, go_on)

    def _house_style(self) -> HouseStyle:
        """Return the book's list; where it cannot be read, say so and go on with the one that travels along."""
        from tui.book.house_style import house_style_of, shipped_rules

        try:
            return house_style_of(self.opened.path.parent)
        except BadInput as error:
            self.notify(showable(str(error)), title="House style", severity="warning", timeout=20, markup=False)
            return shipped_rules()

    def _go_to_what_is_open(self, finding: Finding) -> None:
        """Show the place of a finding: a section not reached is entered, an entry selected, a person looked up."""
        from tui.meeting.checking.findings import FindingKind

        if finding.section is None:
            self.set_focus(self.line)
            if finding.kind is FindingKind.PERSON:
                self.action_people()
        elif finding.entry is None:
            self.go_to_section(finding.section)
            self.set_focus(self.line)
        else:
            self.select_entry(finding.entry)
