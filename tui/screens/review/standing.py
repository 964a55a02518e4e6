"""Where a review is, and how it stands."""

from __future__ import annotations

from textual.content import Content

from tui.meeting.actions.review import Grouping, summary
from tui.meeting.model import Meeting, Value

_NARROW = 64
"""Cells below which only what is left and settled is said."""


class Place(Value, frozen=True, kw_only=True):
    """Where a review was left, so that it goes on from there."""

    grouping: Grouping = Grouping.SECTION
    action: int | None = None
    """Id of the action it had come to."""


def standing_of(meeting: Meeting, grouping: Grouping, *, ended: bool, width: int) -> Content:
    """Say how a review stands; once the walk has ended, that it has."""
    stands = summary(meeting) or "there are no actions"
    head = "End of the review: " if ended else ""
    how = "" if width < _NARROW else f"   by {grouping}"
    return Content.assemble((f"{head}{stands}", "bold"), (how, "$text-muted"))
