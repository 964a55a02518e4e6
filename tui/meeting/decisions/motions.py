"""Motions, their amendments and what became the substantive motion: which decisions belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from tui.meeting.decisions.outcomes import is_about_a_motion, is_about_an_amendment, speaks_of_the_substantive
from tui.meeting.model import DecisionOutcome, Entry, Meeting
from tui.meeting.text.inline_markup import masked

Role = Literal["motion", "amendment", "substantive"]


class MotionPart(NamedTuple):
    """A decision's part in a motion's way."""

    role: Role
    motion: int
    """The id of the entry in which it was moved."""
    amended: bool
    """Whether an amendment to it was carried by then."""


def motion_parts(meeting: Meeting) -> dict[int, MotionPart]:
    """Return the part of each decision that belongs to a motion with others, by the entry's id.

    A motion that stands alone is none: it says all of itself. An amendment that was carried changes the motion, and
    what is decided then is the substantive motion.
    """
    decided = [entry for entry in meeting.entries if entry.decision is not None]
    found: dict[int, MotionPart] = {}
    for _, group in groupby(sorted(decided, key=lambda one: one.section), key=lambda one: one.section):
        found.update(parts_in(list(group)))
    return found


def parts_in(entries: list[Entry]) -> dict[int, MotionPart]:
    """Return the same of the entries of one section."""
    return dict(_parts([entry for entry in entries if entry.decision is not None]))


def _parts(entries: list[Entry]) -> Iterator[tuple[int, MotionPart]]:
    open_motion: int | None = None
    parts = 0
    amended = False
    for entry in entries:
        words = masked(entry.text)
        outcome = entry.decision.outcome if entry.decision else DecisionOutcome.UNSAID
        if is_about_an_amendment(words):
            if open_motion is None:
                continue
            if not parts:
                yield open_motion, MotionPart("motion", open_motion, amended)
            parts += 1
            amended = amended or outcome is DecisionOutcome.CARRIED
            yield entry.id, MotionPart("amendment", open_motion, amended)
        elif open_motion is not None and (parts or speaks_of_the_substantive(words)) and outcome:
            if not parts:
                yield open_motion, MotionPart("motion", open_motion, amended)
            yield entry.id, MotionPart("substantive", open_motion, amended)
            open_motion, parts, amended = None, 0, False
        else:
            moved = entry.decision is not None and bool(entry.decision.mover) and not outcome
            open_motion = entry.id if moved or (is_about_a_motion(words) and not outcome) else None
            parts, amended = 0, False


def replaced_motion(entries: Iterable[Entry], parts: dict[int, MotionPart], entry_id: int) -> Entry | None:
    """Return the motion in whose place a substantive motion stands, because an amendment to it was carried."""
    part = parts.get(entry_id)
    if part is None or part.role != "substantive" or not part.amended:
        return None
    return next((entry for entry in entries if entry.id == part.motion), None)


def replacing_motion(entries: Iterable[Entry], parts: dict[int, MotionPart], entry_id: int) -> Entry | None:
    """Return the substantive motion that stands in a motion's place, because an amendment to it was carried."""
    substantive = ((other, part) for other, part in parts.items() if part.role == "substantive" and part.amended)
    made = next((other for other, part in substantive if part.motion == entry_id), None)
    return next((entry for entry in entries if entry.id == made), None)
