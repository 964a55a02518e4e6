"""The live screen: every desk of the meeting that is going on."""

from __future__ import annotations

from tui.screens.agenda_desk import AgendaDesk
from tui.screens.attending import Attending
from tui.screens.checking import Checking
from tui.screens.first_run import FirstRun
from tui.screens.log_keys import LogKeys
from tui.screens.pasting import Pasting
from tui.screens.previewing import Previewing
from tui.screens.reviewing import Reviewing
from tui.screens.searching import Searching
from tui.screens.signing_off import SigningOff
from tui.widgets.bindings import bindings_of


class LiveScreen(
    AgendaDesk, Searching, Pasting, Checking, Previewing, LogKeys, Reviewing, Attending, SigningOff, FirstRun
):
    """Capture a meeting as it happens. Every change goes through one pure function and comes back as the new state.

    A dialog's module is imported when the dialog opens, so that starting does not wait for it.
    """

    BINDINGS = bindings_of("live")
    AUTO_FOCUS = "#line"
