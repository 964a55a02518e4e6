"""What commands say where something crosses meetings: of a meeting that was closed, and of minutes it approved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.commands.shared import now, say, warn

if TYPE_CHECKING:
    from pathlib import Path

    from tui.book.opened import OpenMeeting
    from tui.use_cases.after_closing import Closed
    from tui.use_cases.approve_previous import AutoApproval


def finish(closed: OpenMeeting, *, elsewhere: bool = False) -> None:
    """Do what follows when a meeting has been closed, and say what came of it.

    `elsewhere` says whether it is written to another file than the one that was opened.
    """
    from tui.use_cases.after_closing import after_closing

    done = after_closing(closed, now())
    if elsewhere:
        say(f"The meeting is written to {done.path}")
    say_closed(done, done.path if elsewhere else closed.path)


def say_closed(done: Closed, before: Path) -> None:
    """Say what followed from closing a meeting whose file had a name before."""
    say_approvals(done.approvals)
    if done.problem:
        warn(f"minutebook: {done.problem}")
    if done.path != before:
        say(f"The meeting's file is now called {done.path.name}")


def say_approvals(found: Iterable[AutoApproval]) -> None:
    """Say what came of approving earlier meetings' minutes; on standard error, which is no command's own answer."""
    for one in found:
        warn(f"minutebook: {one.words}.")
