"""How an action stands that stands in several meetings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from tui.meeting.states import Status


class Appears(Protocol):
    """An action as it stands in one of its meetings, however that is kept."""

    @property
    def spoken_of(self) -> bool:
        """Whether the meeting said anything of it."""

    @property
    def status(self) -> Status:
        """How it stands there."""


One = TypeVar("One", bound=Appears)


def latest_status(appearances: Sequence[One]) -> One:
    """Return the appearance that says how an action stands, of all of them in order: the one place it can be open.

    That is the latest. But where a meeting was made ahead and nothing was said of the action there, an earlier
    meeting that has settled it since has the last word.
    """
    at = len(appearances) - 1
    while at > 0 and not appearances[at].spoken_of:
        at -= 1
    return appearances[-1] if appearances[at].status is Status.OPEN else appearances[at]
