"""How actions stand in the meetings that have them, from the few words that the index keeps of that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, time
from typing import NamedTuple

from tui.book.register.indexed_meeting import IndexedMeeting
from tui.book.register.summary_rows import MEETING, StandingAction
from tui.meeting.actions.latest_status import latest_status
from tui.meeting.states import Status


class StandingAppearance(NamedTuple):
    """An action in one of its meetings."""

    meeting: IndexedMeeting
    action: StandingAction

    @property
    def spoken_of(self) -> bool:
        """Whether that meeting said anything of it."""
        return self.action.spoken_of

    @property
    def status(self) -> Status:
        """How it stands there."""
        return self.action.status


def standing(meetings: Iterable[IndexedMeeting], statuses: Collection[Status]) -> Iterator[StandingAppearance]:
    """Yield the actions that are of one of some statuses by now, each where it has the last word on it.

    `meetings` hold each action once, and have the rows of `MEETING`. Most actions of a book were settled long ago in
    the only meeting that has them, and cost no more than a look.
    """
    rows = [(one, MEETING.of(one)[0].actions) for one in meetings]
    likely = {action.uid for _, actions in rows for action in actions if action.status in statuses}
    chains: dict[str, list[StandingAppearance]] = {}
    for meeting, actions in rows:
        for action in actions:
            if action.uid in likely:
                chains.setdefault(action.uid, []).append(StandingAppearance(meeting, action))
    for chain in chains.values():
        if len(chain) > 1:
            chain.sort(key=_order)
        latest = latest_status(chain)
        if latest.status in statuses:
            yield latest


def needed_of(meetings: Collection[IndexedMeeting], statuses: Collection[Status]) -> frozenset[str] | None:
    """Return the actions of some statuses, what they replaced and what replaced them; None where all are needed.

    In a book of many years these are few. What copies of a meeting add is found out among all of its actions.
    """
    if len({one.meeting for one in meetings}) < len(meetings):
        return None
    uids = {one.action.uid for one in standing(meetings, statuses)}
    rows = (action for one in meetings for action in MEETING.of(one)[0].actions if action.replaced_by)
    return frozenset(uids.union(*(pair for row in rows if not uids.isdisjoint(pair := (row.uid, row.replaced_by)))))


def holding(meetings: Iterable[IndexedMeeting], uids: Collection[str]) -> Iterator[IndexedMeeting]:
    """Yield the meetings that have any of some actions."""
    return (one for one in meetings if any(action.uid in uids for action in MEETING.of(one)[0].actions))


def _order(one: StandingAppearance) -> tuple[date, bool, time, str]:
    """Return an action's place among its meetings; on one day, brought forward comes after arisen."""
    meeting = one.meeting
    return meeting.date, one.action.brought, meeting.start or time.min, meeting.name
