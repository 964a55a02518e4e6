"""Which moments of a meeting were given: those on a day of the meeting; what was keyed in later gives none."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from tui.meeting.hours.zone import at_offset, wall_clock, zone_of
from tui.meeting.model import Meeting

_NIGHT = time(5)
"""Until then a meeting of the evening before may have gone on."""
_MOST = 31
"""Days that a meeting is held on at most."""
_EARLY = timedelta(hours=2)
"""How long before its beginning anything of a meeting may happen."""


def session_day(meeting: Meeting) -> date:
    """Return the day of the session that the meeting is in, or was in last."""
    return next((one.day for one in reversed(meeting.breaks) if one.over and one.day), meeting.date)


def given(meeting: Meeting, moment: datetime | None) -> datetime | None:
    """Return a moment by the meeting's clock; None for one on another day, when notes were keyed in and nobody met."""
    if moment is None:
        return None
    shown = wall_clock(meeting, moment)
    days = {meeting.date, *(one.day for one in meeting.breaks), *later_days(meeting)}
    night = shown.time() < _NIGHT and shown.date() - timedelta(days=1) in days
    return shown if night or shown.date() in days else None


def later_days(meeting: Meeting) -> tuple[date, ...]:
    """Return the days after its first one on which a meeting is held that is called for several."""
    last = meeting.last_date or meeting.date
    return tuple(meeting.date + timedelta(days=one) for one in range(1, min((last - meeting.date).days, _MOST) + 1))


def on_its_day(meeting: Meeting, moment: datetime) -> datetime:
    """Return when something of the meeting happened: as noted, or at noon of its day where that was keyed in later."""
    if given(meeting, moment) is not None:
        return moment
    return datetime.combine(
        session_day(meeting), time(12), zone_of(meeting) or moment.tzinfo if moment.tzinfo else None
    )


def clock(meeting: Meeting, moment: datetime | None) -> str:
    """Say a moment as `19:52`; empty for one that nobody gave."""
    shown = given(meeting, moment)
    return "" if shown is None else f"{shown:%H:%M}"


def goes_on(meeting: Meeting, at: datetime) -> bool:
    """Whether the meeting is held at a moment, and not keyed in afterwards."""
    adjourned = bool(meeting.breaks) and not meeting.breaks[-1].over
    return meeting.started is not None and not (meeting.closed or adjourned) and given(meeting, at) is not None


def moment_of(meeting: Meeting, said: time | None, at: datetime) -> datetime | None:
    """Return when something happened that is noted at `at`: at the time said, else now, while the meeting goes on."""
    if said is not None:
        return on_day(meeting, session_day(meeting), said, at)
    return at if goes_on(meeting, at) else None


def on_day(meeting: Meeting, day: date, said: time, at: datetime) -> datetime:
    """Return a time of a day of the meeting, in its zone, else that of `at`.

    `8.15` is in the evening of a meeting that begins at 19:30, and 0:20 in the night after it.
    """
    moment = datetime.combine(day, said, zone_of(meeting) or at.tzinfo if at.tzinfo else None)
    opening = given(meeting, meeting.started)
    begins = opening.time() if opening and opening.date() == day else meeting.start if day == meeting.date else None
    if begins is None:
        return at_offset(moment)
    earliest = datetime.combine(day, begins, moment.tzinfo) - _EARLY
    half = timedelta(hours=12)
    if moment < earliest and 1 <= said.hour < 12 and moment + half >= earliest:
        return at_offset(moment + half)
    return at_offset(moment + 2 * half if moment < earliest and said < _NIGHT else moment)
