"""An action in one of the meetings of the book that have it, with as much of it as the index was asked for."""

from __future__ import annotations

from datetime import date, time
from typing import Generic, NamedTuple, Protocol, TypeVar

from tui.book.register.indexed_meeting import IndexedMeeting
from tui.meeting.states import Status


class KeptAction(Protocol):
    """What every form in which the index keeps an action says of it."""

    @property
    def uid(self) -> str:
        """Which action it is, in every meeting that has it."""

    @property
    def status(self) -> Status:
        """How it stands in the meeting."""

    @property
    def spoken_of(self) -> bool:
        """Whether the meeting said anything of it."""

    @property
    def brought(self) -> bool:
        """Whether it is an earlier meeting's."""


Kept = TypeVar("Kept", bound=KeptAction)


class ActionAt(NamedTuple, Generic[Kept]):
    """An action in one of its meetings."""

    meeting: IndexedMeeting
    action: Kept

    @property
    def spoken_of(self) -> bool:
        """Whether that meeting said anything of it."""
        return self.action.spoken_of

    @property
    def status(self) -> Status:
        """How it stands there."""
        return self.action.status


def order_of(one: ActionAt[Kept]) -> tuple[date, bool, time, str]:
    """Return an action's place among its meetings; on one day, brought forward comes after arisen."""
    meeting, action = one
    return meeting.date, action.brought, meeting.start or time.min, meeting.name
