"""A meeting's own time zone, in which its times print wherever they are rendered."""

from __future__ import annotations

from datetime import datetime, tzinfo
from functools import lru_cache

from tui.meeting.model import Meeting

_KEYS = ("Time zone", "Timezone", "Zone")


@lru_cache(maxsize=16)
def zone_named(name: str) -> tzinfo | None:
    """Return the time zone of a name of the tz database, `Europe/London`; None where there is none of that name."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def zone_of(meeting: Meeting) -> tzinfo | None:
    """Return the meeting's time zone, by its header, else the one it was made in; None where neither is known."""
    for name in (*map(meeting.said, _KEYS), meeting.zone):
        if (zone := zone_named(name.strip())) is not None:
            return zone
    return None


def wall_clock(meeting: Meeting, moment: datetime) -> datetime:
    """Return a moment as the clock on the meeting's wall showed it; as it was noted, where no zone is known."""
    zone = zone_of(meeting) if moment.tzinfo is not None else None
    return moment.astimezone(zone) if zone is not None else moment
