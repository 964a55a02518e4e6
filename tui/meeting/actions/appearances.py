"""An action in each of the meetings it stands in: which action it is, where it stands now, what each meeting heard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from itertools import takewhile
from typing import NamedTuple

from msgspec.structs import replace

from tui.meeting.actions.latest_status import latest_status
from tui.meeting.history.since import as_it_stands
from tui.meeting.model import (
    Action,
    Due,
    EarlierUpdate,
    Entry,
    FollowUp,
    Kind,
    Meeting,
    NamedMeeting,
    Origin,
    Replaced,
    Source,
    Status,
)
from tui.meeting.outline.outline import is_restricted, path_of
from tui.meeting.redaction.public_version import named_elsewhere
from tui.meeting.text.brackets import wholly_restricted

Identity = tuple[str, int]
"""What identifies an action however many meetings it stands in: the first meeting's id and its entry there."""


class Appearance(NamedTuple):
    """An action in one of its meetings."""

    meeting: Meeting
    entry: Entry

    @property
    def action(self) -> Action:
        """What the entry has as an action."""
        assert self.entry.action is not None, "only actions go on from meeting to meeting"
        return self.entry.action

    @property
    def status(self) -> Status:
        """How the action stands here."""
        return self.action.status

    @property
    def spoken_of(self) -> bool:
        """Whether the meeting said anything of it; always, where it arose here."""
        return is_spoken_of(self.meeting, self.entry)

    @property
    def hidden(self) -> bool:
        """Whether the whole of it is restricted here, by itself or by its section."""
        return self.entry.restricted or is_restricted(self.meeting, self.meeting.section(self.entry.section))


def identity_of(meeting: Meeting, entry: Entry) -> Identity:
    """Return an action's identity through all the meetings in which it stands."""
    assert entry.action is not None, "only actions go on from meeting to meeting"
    origin = entry.action.origin
    return (origin.meeting.id, origin.entry) if origin else (meeting.id, entry.id)


def source_of(meeting: Meeting) -> Source:
    """Return a meeting as another one refers to it."""
    return Source(id=meeting.id, title=meeting.title, date=meeting.date)


def origin_of(appearance: Appearance) -> Origin:
    """Return where an action first stood, as later meetings refer to it."""
    meeting, entry = appearance
    return appearance.action.origin or Origin(
        meeting=source_of(meeting), entry=entry.id, topic=topic_of(meeting, entry)
    )


def topic_of(meeting: Meeting, entry: Entry) -> str:
    """Return what an action first stood under: the subheading above it, else its section's heading.

    Among actions brought forward, where there is no heading, an action that replaces one of them has its topic.
    """
    assert entry.action is not None, "only actions have a topic"
    if entry.action.origin is not None:
        return entry.action.origin.topic
    above = list(takewhile(lambda other: other.id != entry.id, meeting.entries_of(entry.section)))
    for earlier in reversed(above):
        if earlier.kind.row.heads:
            return wholly_restricted(earlier.text) if earlier.restricted else earlier.text
    section = meeting.section(entry.section)
    if not section.heading:
        for other in meeting.entries:
            if other.action and other.action.origin and other.action.replaced_by == entry.action.ref:
                return other.action.origin.topic
        section = next((s for s in reversed(path_of(meeting, section)) if s.heading), section)
    return wholly_restricted(section.heading) if is_restricted(meeting, section) else section.heading


def appearances_in(meetings: Iterable[Meeting]) -> dict[Identity, list[Appearance]]:
    """Return every action of the meetings with its appearances there, the earliest meeting first."""
    once = {meeting.id: meeting for meeting in meetings}.values()
    in_order = sorted(once, key=lambda m: (m.date, m.start or time.min))
    stood = [
        Appearance(meeting, as_it_stands(entry))
        for meeting in in_order
        for entry in meeting.entries
        if entry.action is not None
    ]
    found: dict[Identity, list[Appearance]] = {}
    # On one day, where times may be missing, an action stands latest where it was brought forward.
    for appearance in sorted(stood, key=lambda one: (one.meeting.date, one.action.origin is not None)):
        found.setdefault(identity_of(*appearance), []).append(appearance)
    return found


def is_spoken_of(meeting: Meeting, entry: Entry) -> bool:
    """Whether a meeting said anything of an action that was brought forward to it; always, where it arose there."""
    action = entry.action
    if action is None or action.origin is None or action.status is not Status.OPEN or action.agreed:
        return True
    return is_mentioned(meeting, entry)


def is_mentioned(meeting: Meeting, entry: Entry) -> bool:
    """Whether a meeting settled or updated an action that was brought forward to it, however it stands now."""
    return entry.id in meeting.touched or any(other.about == entry.id for other in meeting.entries)


def earlier_updates(appearances: Sequence[Appearance]) -> tuple[EarlierUpdate, ...]:
    """Return what the meetings of these appearances, in order, heard of the action and changed in it, the oldest first.

    What they themselves were told of meetings that are not among them is kept.
    """
    heard: dict[str, list[EarlierUpdate]] = {}
    for appearance in appearances:
        told: dict[str, list[EarlierUpdate]] = {}
        for update in appearance.action.earlier:
            told.setdefault(update.meeting.id, []).append(update)
        heard.update(told)
    before: Appearance | None = None
    for appearance in appearances:
        heard[appearance.meeting.id] = [*updates_in(appearance), *_changes(before, appearance), *_followed(appearance)]
        before = appearance
    return tuple(
        sorted((one for found in heard.values() for one in found), key=lambda update: update.day or update.meeting.date)
    )


def updates_in(appearance: Appearance) -> Iterator[EarlierUpdate]:
    """Yield one meeting's updates on an action, each with the points under it."""
    meeting, action = appearance
    hidden, source, on_it, below_hidden = appearance.hidden, source_of(meeting), False, False
    for entry in meeting.entries_of(action.section):
        if entry.kind is Kind.UPDATE:
            on_it, below_hidden = entry.about == action.id, entry.restricted
        elif entry.kind.row.points != "pass it by" or (entry.action and entry.action.origin):
            on_it = False
        if on_it and entry.kind in (Kind.UPDATE, Kind.POINT):
            yield EarlierUpdate(
                meeting=source,
                text=entry.text,
                speakers=() if entry.speakers_in_text else named_elsewhere(meeting, entry.speakers),
                restricted=hidden or below_hidden or entry.restricted,
            )


def _changes(before: Appearance | None, appearance: Appearance) -> Iterator[EarlierUpdate]:
    """Yield what one meeting made of the words, the owners and the due that an action came to it with."""
    if before is None:
        return
    was, now = before.action, appearance.action
    since = now.since
    hidden, source = appearance.hidden or before.hidden, source_of(appearance.meeting)
    if appearance.entry.text != before.entry.text and not any(one.text for one in since):
        yield EarlierUpdate(meeting=source, text=appearance.entry.text, restricted=hidden, change="words")
    owners = named_elsewhere(appearance.meeting, now.owners)
    if owners != named_elsewhere(before.meeting, was.owners) and all(one.owners is None for one in since):
        yield EarlierUpdate(meeting=source, text=", ".join(owners), restricted=hidden, change="owners")
    if _meant(now.due) != _meant(was.due) and not (now.due and now.due.in_text) and not any(map(_is_of_due, since)):
        words = now.due.words if now.due else ""
        yield EarlierUpdate(meeting=source, text=words, restricted=hidden, change="due")


def _followed(appearance: Appearance) -> Iterator[EarlierUpdate]:
    """Yield what became of an action after the meeting, as the register was told, with the reason."""
    for one in appearance.action.since:
        told: list[tuple[str, str]] = []
        if one.status is not None:
            told.append((one.status.value, one.reason))
        if _is_of_due(one):
            told.append(("due", one.due.words if one.due else ""))
        if one.owners is not None:
            told.append(("owners", ", ".join(named_elsewhere(appearance.meeting, one.owners))))
        for change, text in told:
            yield EarlierUpdate(
                meeting=source_of(appearance.meeting),
                text=text,
                restricted=appearance.hidden,
                change=change,
                day=one.at.date(),
            )


def _is_of_due(one: FollowUp) -> bool:
    return one.undue or one.due is not None


def _meant(due: Due | None) -> tuple[str, NamedMeeting | None] | None:
    """Return what was said of a due, without the date, which moves with the meeting that was named."""
    return (due.words, due.meeting) if due else None


def replaced_before(appearances: Sequence[Appearance]) -> tuple[Replaced, ...]:
    """Return the actions in whose place one stands, from its appearances in order; the oldest first."""
    found: dict[Identity, Replaced] = {}
    for appearance in appearances:
        for one in (*appearance.action.replaces, *replaced_in(appearance)):
            found.setdefault((one.origin.meeting.id, one.origin.entry), one)
    return tuple(found.values())


def replaced_in(appearance: Appearance, seen: frozenset[str] = frozenset()) -> Iterator[Replaced]:
    """Yield the actions that one meeting put an action in the place of, and those that these had replaced.

    `seen` holds refs that are not looked at again: corrections can make two actions replace each other.
    """
    meeting, seen = appearance.meeting, seen | {appearance.action.ref}
    for entry in meeting.entries:
        action = entry.action
        if action is not None and action.replaced_by == appearance.action.ref and action.ref not in seen:
            other = Appearance(meeting, entry)
            yield from action.replaces
            yield from replaced_in(other, seen)
            yield Replaced(origin=origin_of(other), text=entry.text, restricted=other.hidden)


def carry_forward(appearances: Sequence[Appearance]) -> Appearance:
    """Return an action as it goes on from the meetings it stands in: its latest words, and the chain behind it."""
    word, (meeting, entry) = latest_status(appearances), appearances[-1]
    origin = origin_of(appearances[-1])
    action = replace(
        appearances[-1].action,
        origin=origin,
        owners=named_elsewhere(meeting, appearances[-1].action.owners),
        status=word.action.status,
        replaced_by="",
        earlier=earlier_updates(appearances),
        replaces=replaced_before(appearances),
        agreed=False,
        since=(),
    )
    return Appearance(meeting, replace(entry, action=action, restricted=appearances[-1].hidden))
