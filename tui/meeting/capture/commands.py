"""The commands of the capture language: lines that begin with `/`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.actions.actions import settle
from tui.meeting.history import durations as clocks
from tui.meeting.history import journal
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting, Presence, SectionState, Status
from tui.meeting.outline import outline, reordering
from tui.meeting.outline.outline import current_section, number_within
from tui.meeting.people import attendance
from tui.meeting.text.matching import did_you_mean

Change = Callable[[Meeting, str, datetime], Meeting]
"""A change of the notes by a command: meeting, argument, time."""


def _start(meeting: Meeting, _: str, at: datetime) -> Meeting:
    if meeting.started and meeting.closed:
        return replace(meeting, closed=None)
    if meeting.closed:
        raise Refused(f"the meeting was closed at {meeting.closed:%H:%M}", hint="/undo takes that back, then /start")
    if meeting.started:
        raise Refused(f"the meeting started at {meeting.started:%H:%M} already")
    return replace(meeting, started=at)


def _close(meeting: Meeting, _: str, at: datetime) -> Meeting:
    if meeting.closed:
        raise Refused(f"the meeting was closed at {meeting.closed:%H:%M} already", hint="/start takes it up again")
    return replace(meeting, closed=at)


def _pass_over(meeting: Meeting, state: SectionState) -> Meeting:
    return reordering.pass_over_section(meeting, current_section(meeting).id, state)


STEPS: dict[str, Change] = {
    "next": lambda meeting, _, __: outline.step(meeting, 1),
    "prev": lambda meeting, _, __: outline.step(meeting, -1),
    "go": lambda meeting, wanted, _: outline.go_to(meeting, wanted),
}
"""The commands that move among the sections and change no notes; undo leaves them alone."""

CHANGES: dict[str, Change] = {
    "section": lambda meeting, words, _: reordering.enter_new_section(meeting, words),
    "subsection": lambda meeting, words, _: reordering.enter_new_section(meeting, words, below=True),
    "rename": lambda meeting, heading, _: reordering.rename_section(meeting, current_section(meeting).id, heading),
    "move": lambda meeting, way, _: reordering.move_by_word(meeting, current_section(meeting).id, way),
    "defer": lambda meeting, _, __: _pass_over(meeting, SectionState.DEFERRED),
    "skip": lambda meeting, _, __: _pass_over(meeting, SectionState.SKIPPED),
    "arrive": attendance.arrive,
    "leave": attendance.leave,
    "apologies": lambda meeting, name, _: attendance.mark_presence(meeting, name, Presence.APOLOGIES),
    "absent": lambda meeting, name, _: attendance.mark_presence(meeting, name, Presence.ABSENT),
    "done": lambda meeting, ref, _: settle(meeting, ref, Status.DONE),
    "drop": lambda meeting, ref, _: settle(meeting, ref, Status.DROPPED),
    "restrict": lambda meeting, _, __: reordering.restrict_section(meeting, current_section(meeting).id),
    "start": _start,
    "close": _close,
}
"""The commands that change the notes."""

WITHOUT_WORDS = frozenset({"next", "prev", "defer", "skip", "undo", "redo", "restrict", "start", "close"})
"""The commands that take nothing after their name, so that `/start of term` is not taken for one."""

NAMES = (*STEPS, *CHANGES, "undo", "redo")
"""Every command's name."""
_TEXT_TOO = "a line of text that begins with / needs \\ before it"


def run_command(book: Journal, name: str, argument: str, at: datetime) -> dict[str, Any]:
    """Run one command; give the fields of its outcome. Raises Refused where it cannot apply, with the reason."""
    if argument and name in WITHOUT_WORDS:
        raise Refused(f"/{name} takes no words after it", hint=_TEXT_TOO)
    if name in ("undo", "redo"):
        after = (journal.undo if name == "undo" else journal.redo)(book, at)
        return {"journal": after, "message": after.history[-1].what}
    change = STEPS.get(name) or CHANGES.get(name)
    if change is None:
        raise Refused(f"there is no command /{name}", hint=did_you_mean(name, NAMES, "/{}") or _TEXT_TOO)
    meeting = change(book.meeting, argument, at)
    stepping = name in STEPS
    after = journal.commit(book, meeting, f"/{name}", at, stepping=stepping)
    message = clocks.closed_words(after) if name == "close" else _message(meeting, name, argument)
    return {"journal": after, "message": message}


def _message(meeting: Meeting, name: str, argument: str) -> str:
    current = meeting.current
    if current and (name in STEPS or name in ("section", "subsection", "rename", "defer", "skip")):
        return " ".join(f"section {number_within(meeting, current)} {current.heading}".split())
    if current and name == "restrict":
        return "section restricted" if current.restricted else "section no longer restricted"
    return f"{name} {argument}".strip()
