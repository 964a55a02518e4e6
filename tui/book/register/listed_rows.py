"""What the index keeps of a meeting for the registers beside the actions."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.msgpack import Decoder

from tui.book.register.indexed_meeting import RowKind
from tui.meeting.decisions.citations import Citation
from tui.meeting.states import Presence

Shown = Literal["both", "internal", "public"]
"""Which versions show a row; where they differ, each has its own."""


class ListedRow(Struct, frozen=True, array_like=True, gc=False, kw_only=True):
    """What every row of a register has: where it stands."""

    shown: Shown = "both"
    entry: int
    """The entry's id, by which the meeting is opened there."""
    item: str
    """The number and heading of the section."""
    meeting: str
    """Its title."""


class DecisionRow(ListedRow, frozen=True, array_like=True, gc=False, kw_only=True):
    """A decision, with its votes as far as they were said and the facts of that moment."""

    text: str
    outcome: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    abstained: int | None = None
    for_names: tuple[str, ...] = ()
    against_names: tuple[str, ...] = ()
    abstained_names: tuple[str, ...] = ()
    mover: str = ""
    seconder: str = ""
    present: int | None = None
    """How many members were in the room; None where the version does not show the decision."""
    entitled: int | None = None
    """How many of them might vote."""
    quorate: bool | None = None
    replaces: str = ""
    """Of a substantive motion: the words of the motion that was amended."""
    replaced_by: str = ""
    """Of a motion that was amended: the words of the substantive motion."""
    replaced_on: date | None = None
    """When that was."""
    number: str = ""
    """Its own number, where it has one: `24/117`."""
    minute: str = ""
    """The number of its section, as `core` writes it."""
    ends: tuple[Citation, ...] = ()
    """The earlier decisions to which it puts an end."""


class InterestRow(ListedRow, frozen=True, array_like=True, gc=False, kw_only=True):
    """An interest that somebody declared."""

    name: str
    kind: str = ""
    words: str = ""


class QuestionRow(ListedRow, frozen=True, array_like=True, gc=False, kw_only=True):
    """A question, and whether anything in its section answered it."""

    text: str
    speakers: tuple[str, ...] = ()
    answered: bool = False


class AttendanceRow(Struct, frozen=True, array_like=True, gc=False, kw_only=True):
    """A member of one meeting that took place."""

    shown: Shown = "both"
    name: str
    presence: Presence


DECISIONS = RowKind("decisions", Decoder(tuple[DecisionRow, ...]))
INTERESTS = RowKind("interests", Decoder(tuple[InterestRow, ...]))
QUESTIONS = RowKind("questions", Decoder(tuple[QuestionRow, ...]))
ATTENDANCE = RowKind("attendance", Decoder(tuple[AttendanceRow, ...]))
