"""The commands of the capture language: lines that begin with `/`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from tui.errors import Refused
from tui.meeting.actions.actions import settle
from tui.meeting.capture.said_times import only_time, part_time, read_adjournment, read_resumption
from tui.meeting.details import keyed
from tui.meeting.history import durations as clocks
from tui.meeting.history import journal
from tui.meeting.history.journal import Journal
from tui.meeting.hours import sessions
from tui.meeting.model import Meeting, Presence, SectionState, Status
from tui.meeting.outline import outline, reordering
from tui.meeting.outline.outline import current_section, number_within
from tui.meeting.people import attendance, interests
from tui.meeting.text.matching import did_you_mean

Change = Callable[[Meeting, str, datetime], Meeting]
"""A change of the notes by a command: meeting, argument, time."""


def _adjourn(meeting: Meeting, words: str, at: datetime) -> Meeting:
    said = read_adjournment(meeting, words)
    return sessions.adjourn(meeting, said.time, at, words=said.words, day=said.day)


def _resume(meeting: Meeting, words: str, at: datetime) -> Meeting:
    said = read_resumption(meeting, words)
    return sessions.resume(meeting, said.time, at, chair=said.chair, day=said.day)


def _timed(words: str, at: datetime) -> tuple[str, datetime, time | None]:
    said = part_time(words)
    return said.words, at, said.time


def _pass_over(meeting: Meeting, state: SectionState) -> Meeting:
    return reordering.pass_over_section(meeting, current_section(meeting).id, state)


def _detail(change: keyed.DetailChange) -> Change:
    return lambda meeting, words, _: change(meeting, words)


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
    "arrive": lambda meeting, words, at: attendance.arrive(meeting, *_timed(words, at)),
    "leave": lambda meeting, words, at: attendance.leave(meeting, *_timed(words, at)),
    "out": lambda meeting, words, at: attendance.leave_for_item(meeting, *_timed(words, at)),
    "interest": interests.declare,
    "apologies": lambda meeting, name, _: attendance.mark_presence(meeting, name, Presence.APOLOGIES),
    "absent": lambda meeting, name, _: attendance.mark_presence(meeting, name, Presence.ABSENT),
    "done": lambda meeting, ref, _: settle(meeting, ref, Status.DONE),
    "drop": lambda meeting, ref, _: settle(meeting, ref, Status.DROPPED),
    "restrict": lambda meeting, _, __: reordering.restrict_section(meeting, current_section(meeting).id),
    "start": lambda meeting, words, at: sessions.start(meeting, only_time("start", words), at),
    "adjourn": _adjourn,
    "resume": _resume,
    "close": lambda meeting, words, at: sessions.close(meeting, only_time("close", words), at),
    **{name: _detail(change) for name, change in keyed.DETAIL_COMMANDS.items()},
}
"""The commands that change the notes."""

WITHOUT_WORDS = frozenset({"next", "prev", "defer", "skip", "undo", "redo", "restrict"})
"""The commands that take nothing after their name, so that `/next of kin` is not taken for one."""

NAMES = (*STEPS, *CHANGES, "undo", "redo")
"""Every command's name."""
TEXT_TOO = "a line of text that begins with / needs \\ before it"
"""What to do about a line of text that was taken for a command."""


def run_command(book: Journal, name: str, argument: str, at: datetime) -> dict[str, Any]:
    """Run one command; give the fields of its outcome. Raises Refused where it cannot apply, with the reason."""
    if argument and name in WITHOUT_WORDS:
        raise Refused(f"/{name} takes no words after it", hint=TEXT_TOO)
    if name in ("undo", "redo"):
        after = (journal.undo if name == "undo" else journal.redo)(book, at)
        return {"journal": after, "message": after.history[-1].what}
    change = STEPS.get(name) or CHANGES.get(name)
    if change is None:
        raise Refused(f"there is no command /{name}", hint=did_you_mean(name, NAMES, "/{}") or TEXT_TOO)
    meeting = change(book.meeting, argument, at)
    stepping = name in STEPS and not _takes_up(book.meeting, meeting)
    after = journal.commit(book, meeting, f"/{name}", at, stepping=stepping)
    if name in keyed.DETAIL_COMMANDS:
        return {"journal": after, "message": keyed.told(book.meeting, meeting, name)}
    message = clocks.closed_words(after) if name == "close" else _message(meeting, name, argument)
    return {"journal": after, "message": message}


def _takes_up(before: Meeting, after: Meeting) -> bool:
    """Whether a step enters what approved notes say was put off or left out: that changes them, and can be undone."""
    current = after.current
    left_out = (SectionState.DEFERRED, SectionState.SKIPPED)
    return before.approval is not None and current is not None and before.section(current.id).state in left_out


def _message(meeting: Meeting, name: str, argument: str) -> str:
    current = meeting.current
    if current and (name in STEPS or name in ("section", "subsection", "rename", "defer", "skip")):
        return " ".join(f"section {number_within(meeting, current)} {current.heading}".split())
    if current and name == "restrict":
        return "section restricted" if current.restricted else "section no longer restricted"
    return f"{name} {argument}".strip()
