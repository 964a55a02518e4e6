"""What the index keeps: a meeting file, and the rows of each kind that it has, its actions among them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.msgpack import Decoder

from tui.meeting.actions.register_filter import Owner
from tui.meeting.actions.register_row import Heard, Step
from tui.meeting.model import NamedMeeting, Status


class ActionFields(Struct, frozen=True, array_like=True, gc=False):
    """What one version shows of an action in one meeting."""

    text: str
    owners: tuple[str, ...]
    holders: tuple[str, ...]
    posts: tuple[str, ...]
    due: str
    due_date: date | None
    due_meeting: NamedMeeting | None
    """The meeting that the due words name, whose date may be known better by now."""
    updates: int
    title: str
    """The meeting's."""
    section: str
    topic: str
    origin_title: str
    heard: tuple[Heard, ...]
    """The updates of this meeting."""
    earlier: tuple[tuple[str, Heard], ...]
    """Those of the meetings before it that it brought along, with these meetings' ids."""
    steps: tuple[Step, ...]


class IndexedAction(Struct, frozen=True, array_like=True, gc=False):
    """An action in one of the meetings that have it."""

    uid: str
    """Which action it is, in every meeting that has it: `uid_of`."""
    arose: int
    """The entry's id in the meeting where it arose."""
    entry: int
    """The entry's id in this meeting."""
    captured: datetime
    """When it was captured here."""
    ref: str
    status: Status
    brought: bool
    """Whether an earlier meeting's."""
    spoken_of: bool
    """Whether this meeting said anything of it."""
    origin_date: date
    replaced_by: str
    """The `uid` of the action that replaced it; empty where none did."""
    hidden: bool
    """Whether the public sees nothing of it but that it is there."""
    restricted: bool
    """Whether anything of it is restricted."""
    revision: int
    changed: datetime
    internal: ActionFields
    """What the internal version shows."""
    public: ActionFields | None
    """What the public version shows; None where that is the same."""
    phrases: tuple[str, ...] = ()
    """What is restricted of it here, which no other meeting may say either."""

    def fields(self, *, public: bool) -> ActionFields:
        """Return what a version shows."""
        return self.public if public and self.public is not None else self.internal


State = tuple[int, int, int, int]
"""A file's times of change (of its bytes, and of anything about it), its size and its number on the disk."""


class IndexedMeeting(Struct, frozen=True, array_like=True, gc=False):
    """What the index keeps of one meeting file."""

    name: str
    state: State
    sure: bool
    """Whether a file in that state is bound to hold what was read; not so where it had only just changed."""
    meeting: str
    """The meeting's id."""
    date: date
    start: time | None
    shown_name: str
    """The file's name as the public may see it: it is made of the meeting's title or series."""
    series: str
    """As the public may see it."""
    keys: tuple[str, ...]
    """The words by which its series is known."""
    rows: dict[str, memoryview]
    """The rows of each kind by its name, as they are encoded: only those that are asked for are decoded."""


Row = TypeVar("Row")


class RowKind(NamedTuple, Generic[Row]):
    """One kind of the rows that the index keeps of each meeting; `tui.book.register.indexing` makes them."""

    name: str
    decoder: Decoder[tuple[Row, ...]]

    def of(self, meeting: IndexedMeeting) -> tuple[Row, ...]:
        """Return the rows that a meeting has of this kind."""
        return self.decoder.decode(meeting.rows[self.name])


ACTIONS = RowKind("actions", Decoder(tuple[IndexedAction, ...]))


class MeetingOwners(Struct, frozen=True, array_like=True, gc=False):
    """Who owns the actions of a meeting, each owner once, for how posts are abbreviated; the one row of its kind."""

    internal: tuple[Owner, ...]
    """As the internal version shows them."""
    public: tuple[Owner, ...]
    """As the public version does."""


OWNERS = RowKind("owners", Decoder(tuple[MeetingOwners, ...]))
