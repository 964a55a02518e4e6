"""One action as the register of a book gives it: a plain value for tables, files and screens alike."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from tui.meeting.model import Status

# None of these values can hold itself: the collector of cycles has nothing to look for in the thousands of a book.


class Heard(Struct, frozen=True, kw_only=True, gc=False):
    """An update on an action, as one meeting heard it."""

    meeting: str
    """That meeting's title."""
    date: date
    text: str
    """Plain words; the stub for an update that is restricted."""
    speakers: tuple[str, ...] = ()


class Step(Struct, frozen=True, kw_only=True, gc=False):
    """A change of an action's status, of when it is due, or of whose it is."""

    at: datetime
    """In UTC."""
    day: date
    """The day where it was made."""
    status: Status | None = None
    """The status from then on; None where it did not change."""
    due: str | None = None
    """When it is due from then on, in words; empty for a due taken away, None where it did not change."""
    owners: tuple[str, ...] | None = None
    """Whose it is from then on; None where that did not change."""
    reason: str = ""
    """As given with the change."""
    meeting: str = ""
    """Title of the meeting in whose file the change stands."""


class Stood(Struct, frozen=True, kw_only=True, gc=False):
    """A meeting that has the action."""

    meeting: str
    """Its title."""
    date: date
    file: str
    """File name, in the book."""
    ref: str
    """The action's ref there."""
    status: Status
    """How the action stands there."""


class Related(Struct, frozen=True, kw_only=True, gc=False):
    """An action that replaces another one, or is replaced by it."""

    uid: str
    ref: str
    """Its ref in the meeting that has the last word on it."""
    meeting: str
    """That meeting's title."""
    date: date
    text: str


class RegisterRow(Struct, frozen=True, kw_only=True, gc=False):
    """One action, as it stands in the meeting that has the last word on it: nearly always the latest that has it."""

    uid: str
    """The id of the meeting it arose in, a hyphen, and its entry's id there: the same for ever."""
    ref: str
    """`A1`, `B2`: its ref in that meeting."""
    text: str
    """Plain words."""
    owners: tuple[str, ...] = ()
    """Posts by their abbreviations, names, groups or `ALL`, as they print."""
    holders: tuple[str, ...] = ()
    """For each owner, the full name of whoever it is in that meeting; empty where that names nobody."""
    posts: tuple[str, ...] = ()
    """For each owner, the capacity of that person; empty where none is known."""
    due: str = ""
    """The words as said."""
    due_date: date | None = None
    status: Status = Status.OPEN
    overdue: bool = False
    updates: int = 0
    """How many updates it has had in that meeting."""
    meeting: str = ""
    """That meeting's title."""
    meeting_date: date
    meeting_file: str
    """File name, in the book."""
    series: str = ""
    section: str = ""
    """Heading it stands under; for one brought forward, that of the section above."""
    topic: str = ""
    """Subheading, else heading, that it first stood under."""
    origin_title: str = ""
    origin_date: date
    restricted: bool = False
    """Whether anything of it is restricted."""
    heard: tuple[Heard, ...] = ()
    """Its updates from all its meetings, oldest first."""
    steps: tuple[Step, ...] = ()
    """How its status and its due have changed, oldest first."""
    stood: tuple[Stood, ...] = ()
    """The meetings that have it, oldest first."""
    replaced_by: Related | None = None
    """What replaced it; None where nothing did."""
    replaces: tuple[Related, ...] = ()
    """What it replaced."""
    revision: int = 0
    """Grows with every change of the action, and with every meeting it is brought forward to."""
    changed: datetime
    """When that was last, in UTC."""
