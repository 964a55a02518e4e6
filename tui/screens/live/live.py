"""The live screen: every desk of the meeting that is going on."""

from __future__ import annotations

from tui.screens.live.agenda_desk import AgendaDesk
from tui.screens.live.approval import SigningOff
from tui.screens.live.attendance import Attending
from tui.screens.live.checking import Checking
from tui.screens.live.first_run import FirstRun
from tui.screens.live.log_keys import LogKeys
from tui.screens.live.pasting import Pasting
from tui.screens.live.previewing import Previewing
from tui.screens.live.reviewing import Reviewing
from tui.screens.live.searching import Searching
from tui.widgets.bindings import bindings_of


class LiveScreen(
    AgendaDesk, Searching, Pasting, Checking, Previewing, LogKeys, Reviewing, Attending, SigningOff, FirstRun
):
    """Capture a meeting as it happens. Every change goes through one pure function and comes back as the new state.

    A dialog's module is imported when the dialog opens, so that starting does not wait for it.
    """

    BINDINGS = bindings_of("live")
    AUTO_FOCUS = "#line"
