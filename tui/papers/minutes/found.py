"""What was read of a paper: each thing with the words it was read from, and how sure that is."""

from __future__ import annotations

from tui.meeting.kinds import Kind
from tui.meeting.model import Action, Decision, Happening, Status, Value
from tui.papers.minutes.page.passages import Passage


class Said(Value, frozen=True, kw_only=True):
    """One entry on its way: its kind, its words, and where they stand."""

    kind: Kind
    text: str
    first: int
    last: int
    sure: int = 90
    speakers: tuple[str, ...] = ()
    in_text: bool = False
    inner: bool = False
    action: Action | None = None
    decision: Decision | None = None
    person: int | None = None
    happening: Happening = Happening.NONE
    on_action: bool = False
    """For an update: whether it is on the action before it."""
    earlier: bool = False
    """For an action: whether it is an earlier meeting's."""
    section: int = 0


class Doubt(Value, frozen=True, kw_only=True):
    """Something that a person may want to look at."""

    place: int
    text: str
    """The words of the paper."""
    why: str
    person: int = 0
    """Of somebody who may be one whom another meeting calls otherwise: the id."""
    same: str = ""
    """What that meeting calls them."""


def said_from(passage: Passage, kind: Kind, text: str, *, sure: int = 90) -> Said:
    """Return an entry read from a passage."""
    return Said(kind=kind, text=text, first=passage.first, last=passage.last, sure=sure)


OPEN = Status.OPEN
