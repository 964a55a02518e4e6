"""What the index keeps of a meeting for the list of meetings."""

from __future__ import annotations

from msgspec import Struct
from msgspec.msgpack import Decoder

from tui.book.register.indexed_meeting import RowKind
from tui.meeting.states import Status


class StandingAction(Struct, frozen=True, array_like=True, gc=False):
    """Which action stands in a meeting, and how: what says in which of its meetings it is left open."""

    uid: str
    status: Status
    spoken_of: bool
    brought: bool
    replaced_by: str
    """The `uid` of the action that replaced it; empty where none did."""
    withheld: bool
    """Whether the public sees less of it than the internal version shows."""


class SummaryRow(Struct, frozen=True, array_like=True, gc=False):
    """What the index keeps of a meeting for the list of them; the one row of its kind."""

    title: str
    sections: int
    entries: int
    approved: bool
    actions: tuple[StandingAction, ...]


MEETING = RowKind("meeting", Decoder(tuple[SummaryRow, ...]))
