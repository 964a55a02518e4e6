"""How long the meeting and its sections have taken: the history of changes says when each section was entered."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

from tui.meeting.history.journal import Journal
from tui.meeting.hours.moments import clock
from tui.meeting.model import Meeting, Section, Value
from tui.meeting.outline.outline import number_within, path_of, subtree

_LONGEST_SILENCE = timedelta(hours=3)
"""With nothing changed for longer than this the meeting was over, and nobody closed it."""

_LONGEST_MEETING = timedelta(days=1)
"""What seems to have gone on for longer was never closed, and something was changed in it on a later day."""

_MINUTE = timedelta(minutes=1)


class Clock(Value, frozen=True, kw_only=True):
    """The time taken by a section and those below it, against what it was given."""

    section: int
    """Id of the section the time is of: the one asked for, or the nearest above it that was given minutes."""
    minutes: int
    """Whole minutes taken."""
    allotted: int | None = None
    """Minutes given on the agenda; None where none were."""

    @property
    def over(self) -> bool:
        """Whether more minutes were taken than given."""
        return self.allotted is not None and self.minutes > self.allotted


def began(journal: Journal) -> datetime | None:
    """Return when the meeting began: at `/start`, else with the first thing captured; None before that."""
    if journal.meeting.started is not None:
        return journal.meeting.started
    for change in journal.history:
        if any(part.table == "entries" and part.id and part.before is None for part in change.parts):
            return change.at
    return None


def ended(journal: Journal, now: datetime) -> datetime:
    """Return when the meeting ended, `now` while it goes on; one that nobody closed ended with its last change."""
    if journal.meeting.closed is not None:
        return journal.meeting.closed
    last = journal.history[-1].at if journal.history else now
    return last if now - last > _LONGEST_SILENCE else now


def elapsed(journal: Journal, now: datetime) -> timedelta | None:
    """Return how long the meeting has gone on; None before it began, and where nothing tells when it ended."""
    since = began(journal)
    return None if since is None else gone_on(since, ended(journal, now))


def gone_on(since: datetime, until: datetime) -> timedelta | None:
    """Return how long a meeting went on from one moment to another; None where that is longer than meetings are."""
    span = max(timedelta(0), until - since)
    return span if span < _LONGEST_MEETING else None


def gone_on_words(span: timedelta | None) -> str:
    """Say how long a meeting has gone on, as the top line has it: `1:47 in`; empty for None."""
    return "" if span is None else f"{span // timedelta(hours=1)}:{span // _MINUTE % 60:02} in"


def time_taken(journal: Journal, now: datetime) -> dict[int, timedelta]:
    """Return the time that the meeting has stood in each section between its beginning and its end, by id."""
    begin, end = began(journal), ended(journal, now)
    taken: dict[int, timedelta] = {}
    if begin is None:
        return taken
    stops = [(change.at, change.section_after) for change in journal.history]
    for (since, section), (until, _) in pairwise([*stops, (now, None)]):
        if section is not None and until - since <= _LONGEST_SILENCE:
            stretch = min(until, end) - max(since, begin)
            if stretch > timedelta(0):
                taken[section] = taken.get(section, timedelta(0)) + stretch
    return taken


def clock_of(journal: Journal, section: Section, now: datetime) -> Clock | None:
    """Find a section's clock, or that of the nearest one above it that was given minutes; None before the beginning."""
    if began(journal) is None:
        return None
    meeting = journal.meeting
    timed = next((one for one in reversed(path_of(meeting, section)) if one.minutes is not None), section)
    taken = time_taken(journal, now)
    whole = sum((taken.get(one.id, timedelta(0)) for one in subtree(meeting, timed)), timedelta(0))
    return Clock(section=timed.id, minutes=whole // _MINUTE, allotted=timed.minutes)


def clock_words(meeting: Meeting, section: Section, clock: Clock) -> str:
    """Say a clock in a few words: `8 min`, `8/10 min`, `12/10 min over`, `2.1: 12/30 min` for one above."""
    against = "" if clock.allotted is None else f"/{clock.allotted}"
    words = f"{clock.minutes}{against} min{' over' if clock.over else ''}"
    number = (
        number_within(meeting, meeting.section(clock.section)).rstrip(".:) ") if clock.section != section.id else ""
    )
    return f"{number}: {words}" if number else words


def closed_words(journal: Journal) -> str:
    """Say when a closed meeting closed and how long it took: `closed at 20:31, after 1 h 47 min`."""
    closed = journal.meeting.closed
    assert closed is not None, "asked of a closed meeting"
    took = elapsed(journal, closed)
    shown = clock(journal.meeting, closed)
    # Keyed in afterwards, a meeting takes no time at all.
    said = "" if took is None or (took < _MINUTE and journal.meeting.started is None) else _span(took // _MINUTE)
    return "closed" + (f" at {shown}" if shown else "") + (f", after {said}" if said else "")


def _span(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"
