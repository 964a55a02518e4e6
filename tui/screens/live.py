"""The live screen: every desk of the meeting that is going on."""

from __future__ import annotations

from pathlib import Path

from textual import work

from tui.errors import MinutebookError
from tui.screens.help import KeysHelp
from tui.screens.log_keys import LogKeys
from tui.screens.save_elsewhere import SaveElsewhere
from tui.screens.stepping import Stepping
from tui.widgets.bindings import bindings_of


class LiveScreen(LogKeys, Stepping):
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

    def action_help(self) -> None:
        """Show this screen's keys."""
        self.app.push_screen(KeysHelp("live", "log"))
