"""The live screen: every desk of the meeting that is going on."""

from __future__ import annotations

from pathlib import Path

from textual import work

from tui.errors import MinutebookError
from tui.screens.agenda_desk import AgendaDesk
from tui.screens.attending import Attending
from tui.screens.first_run import FirstRun
from tui.screens.log_keys import LogKeys
from tui.screens.pasting import Pasting
from tui.screens.save_elsewhere import SaveElsewhere
from tui.screens.searching import Searching
from tui.widgets.bindings import bindings_of


class LiveScreen(AgendaDesk, Searching, Pasting, LogKeys, Attending, FirstRun):
    """Capture a meeting as it happens. Every change goes through one pure function and comes back as the new state."""

    CSS_PATH = "live.tcss"
    BINDINGS = bindings_of("live")
    AUTO_FOCUS = "#line"

    @work
    async def action_save_elsewhere(self) -> None:
        """Ask for another folder and write the meeting there from now on."""
        target: Path | None = await self.app.push_screen_wait(SaveElsewhere(self.opened.path))
        if target is None:
            return
        try:
            self.opened.save_elsewhere(target)
        except MinutebookError as error:
            self.say(str(error), refused=True)
        else:
            self.say(f"the meeting is written to {target} from now on")
