"""Where what follows the close of a meeting begins: after `/close`, and by `/close` once more."""

from __future__ import annotations

from tui.meeting.history.durations import closed_words
from tui.screens.live.parts import Parts


def begin_closing(live: Parts, line: str = "") -> bool:
    """Lead through what follows the close; with a `line`, only where it asks to go on with it: `/close` once more."""
    if line and (live.screen.meeting.closed is None or line.strip().casefold() != "/close"):
        return False
    from tui.screens.live.closing import go_through

    go_through(live.screen, live, "" if line else closed_words(live.screen.journal))
    return True


def said_under_way(live: Parts) -> str:
    """Say how to go on, of a meeting whose close somebody followed up some of the way; else nothing."""
    if not live.screen.meeting.closing:
        return ""
    from tui.meeting.checking.closing import is_under_way

    words = "/close goes on with review, check, approval, publishing and mail"
    return words if is_under_way(live.screen.meeting) else ""
