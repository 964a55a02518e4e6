"""What carries out each command of the live screen, those aside that a pane carries out by itself."""

from __future__ import annotations

from functools import partial

from tui.keys.kinds import KEYED
from tui.meeting.model import Kind
from tui.screens.live.agenda_commands import AGENDA_HANDLERS
from tui.screens.live.entry_commands import ENTRY_HANDLERS
from tui.screens.live.navigation import ask_where_to_go, leave_edit, search, to_log
from tui.screens.live.openings import open_check, open_details, open_people, open_preview, open_review
from tui.screens.live.parts import Parts
from tui.widgets.bindings import Handlers


def set_kind(live: Parts, kind: Kind) -> None:
    """Set the kind of the line being typed, and keep it with the draft."""
    live.capture.set_kind(kind)
    live.keep_draft()


def undo(live: Parts) -> None:
    """Undo the typing in the line first, then changes to the meeting; in the log, those alone."""
    if live.in_the_log or not live.capture.line.undo_typing():
        live.enter_command("/undo")


def redo(live: Parts) -> None:
    """Redo typing first, then changes; in the log, those alone."""
    if live.in_the_log or not live.capture.line.redo_typing():
        live.enter_command("/redo")


LIVE_HANDLERS: Handlers[Parts] = {
    **{f"set-kind-{kind}": partial(set_kind, kind=kind) for kind in KEYED},
    "next-section": lambda live: live.enter_command("/next"),
    "previous-section": lambda live: live.enter_command("/prev"),
    "go-to": ask_where_to_go,
    "people": open_people,
    "review": open_review,
    "preview": open_preview,
    "check": open_check,
    "details": open_details,
    "search": search,
    "undo": undo,
    "redo": redo,
    "complete": lambda live: live.capture.complete(),
    "complete-second": lambda live: live.capture.complete_further(0),
    "complete-third": lambda live: live.capture.complete_further(1),
    "to-log": to_log,
    "leave-edit": leave_edit,
    **AGENDA_HANDLERS,
    **ENTRY_HANDLERS,
}
