"""How actions stand in the meetings that have them, from the few words that the index keeps of that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import is_

from tui.book.register.action_at import ActionAt, order_of
from tui.book.register.indexed_meeting import IndexedMeeting
from tui.book.register.summary_rows import MEETING, StandingAction
from tui.meeting.actions.latest_status import latest_status
from tui.meeting.states import Status

MeetingActions = tuple[IndexedMeeting, tuple[StandingAction, ...]]
"""A meeting, and in a few words the actions that stand in it."""


def actions_in(meetings: Iterable[IndexedMeeting]) -> list[MeetingActions]:
    """Read what is kept in a few words of the actions of meetings, which have the rows of `MEETING`."""
    return [(one, MEETING.of(one)[0].actions) for one in meetings]


def standing(rows: Collection[MeetingActions], statuses: Collection[Status]) -> Iterator[ActionAt[StandingAction]]:
    """Yield the actions that are of one of some statuses by now, each where it has the last word on it.

    The meetings hold each action once. Most actions of a book were settled long ago in the only meeting that has them,
    and cost no more than a look.
    """
    likely = {action.uid for _, actions in rows for action in actions if action.status in statuses}
    chains: dict[str, list[ActionAt[StandingAction]]] = {}
    for meeting, actions in rows:
        for action in actions:
            if action.uid in likely:
                chains.setdefault(action.uid, []).append(ActionAt(meeting, action))
    for chain in chains.values():
        if len(chain) > 1:
            chain.sort(key=order_of)
        latest = latest_status(chain)
        if latest.status in statuses:
            yield latest


class NeededActions:
    """The actions that a list of some statuses needs of a book, and the meetings that have them."""

    def __init__(self, statuses: Collection[Status]) -> None:
        """Find them once a book is read; all are needed where there are no `statuses`."""
        self._statuses = statuses
        self._found: Sequence[IndexedMeeting] = ()
        self._uids: frozenset[str] | None = None
        self._holding: Sequence[IndexedMeeting] = ()

    def names(self, meetings: Sequence[IndexedMeeting]) -> frozenset[str]:
        """Return the names of the meetings that have any of them, of all that have the rows of `MEETING`."""
        return frozenset(one.name for one in self.of(meetings)[1])

    def of(self, meetings: Sequence[IndexedMeeting]) -> tuple[frozenset[str] | None, Sequence[IndexedMeeting]]:
        """Return the `uid`s, None for all of them, and the meetings that have any."""
        if not self._statuses:
            return None, meetings
        # The same meetings are asked for twice: when the index is read, and when the list is made.
        if len(meetings) != len(self._found) or not all(map(is_, meetings, self._found)):
            rows = actions_in(meetings)
            self._found, self._uids = meetings, _needed_of(rows, self._statuses)
            self._holding = meetings if self._uids is None else _holding(rows, self._uids)
        return self._uids, self._holding


def _needed_of(rows: Collection[MeetingActions], statuses: Collection[Status]) -> frozenset[str] | None:
    """Return the actions of some statuses, what they replaced and what replaced them; None where all are needed.

    In a book of many years these are few. What copies of a meeting add is found out among all of its actions.
    """
    if len({one.meeting for one, _ in rows}) < len(rows):
        return None
    uids = {one.action.uid for one in standing(rows, statuses)}
    replaced = ((one.uid, one.replaced_by) for _, actions in rows for one in actions if one.replaced_by)
    return frozenset(uids.union(*(pair for pair in replaced if not uids.isdisjoint(pair))))


def _holding(rows: Iterable[MeetingActions], uids: frozenset[str]) -> list[IndexedMeeting]:
    """Return the meetings that have any of some actions."""
    return [meeting for meeting, actions in rows if not uids.isdisjoint([one.uid for one in actions])]
