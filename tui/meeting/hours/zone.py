"""A meeting's own time zone, in which its times print wherever they are rendered."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from tui.meeting.languages.languages import words_of
from tui.meeting.model import Meeting
from tui.meeting.text.lazy_patterns import Pattern

_KEYS = ("Time zone", "Timezone", "Zone")
_ABBREVIATIONS = {
    "UTC": "UTC", "GMT": "UTC", "WET": "Europe/Lisbon", "WEST": "Europe/Lisbon", "BST": "Europe/London",
    "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin",
    "EET": "Europe/Athens", "EEST": "Europe/Athens", "MSK": "Europe/Moscow",
    "ET": "America/New_York", "EST": "America/New_York", "EDT": "America/New_York",
    "CT": "America/Chicago", "CST": "America/Chicago", "CDT": "America/Chicago",
    "MT": "America/Denver", "MST": "America/Denver", "MDT": "America/Denver",
    "PT": "America/Los_Angeles", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
    "AKST": "America/Anchorage", "AKDT": "America/Anchorage", "HST": "Pacific/Honolulu",
    "SAST": "Africa/Johannesburg", "WAT": "Africa/Lagos", "EAT": "Africa/Nairobi", "SGT": "Asia/Singapore",
    "HKT": "Asia/Hong_Kong", "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "AWST": "Australia/Perth",
    "ACST": "Australia/Adelaide", "ACDT": "Australia/Adelaide", "AEST": "Australia/Sydney",
    "AEDT": "Australia/Sydney", "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
}  # fmt: skip
"""What stands behind an hour for a zone, and the zone's name; some letters are used for others elsewhere."""
_LONG = {"Eastern": "ET", "Central": "CT", "Mountain": "MT", "Pacific": "PT"}
_OFFSET = r"\s?(?P<hours>[+−-]\s?[01]?[0-9])(?::?(?P<minutes>[0-5][0-9]))?(?![0-9:])"
_LETTERS = "|".join(sorted(_ABBREVIATIONS, key=len, reverse=True))
_AREAS = "Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific"
_SAID = Pattern(
    rf"(?<![^\W\d_])(?P<letters>{_LETTERS})(?![^\W_])(?:{_OFFSET})?"
    rf"|\b(?P<long>{'|'.join(_LONG)})\s(?:Standard\s|Daylight\s)?Time\b"
    r"|(?:(?<=T[0-9]{2}:[0-9]{2})|(?<=T[0-9]{2}:[0-9]{2}:[0-9]{2}))(?P<iso>Z|[+−-][01][0-9]:?[0-5][0-9])(?![\w])"
    rf"|(?<![\w/])(?P<place>(?:{_AREAS})/[A-Za-z_/]{{2,40}})"
)


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
    return _zone_by(meeting.header, meeting.zone)


@lru_cache(maxsize=16)
def _zone_by(header: tuple[tuple[str, str], ...], made_in: str) -> tzinfo | None:
    """Return the zone of a head; the notes ask for the same one with each entry."""
    for wanted in map(str.casefold, _KEYS):
        name = next((words for key, words in header if key.casefold() == wanted), "")
        if (zone := zone_named(name.strip())) is not None:
            return zone
    return _zone_of_words(_zone_in(header)) or zone_named(made_in.strip())


def zone_said(meeting: Meeting) -> str:
    """Return the zone that the line of the day, or of the hours, says: `UTC`, `EST`, `UTC+2`; empty where none does."""
    return _zone_in(meeting.header)


def _zone_in(header: tuple[tuple[str, str], ...]) -> str:
    keys = words_of("date_keys") | words_of("time_keys")
    lines = (words for key, words in header if key.casefold() in keys)
    return next((found[0].strip() for words in lines if (found := find_zone(words))), "")


def find_zone(words: str) -> re.Match[str] | None:
    """Find the words for a time zone in a line that tells an hour."""
    return _SAID.search(words) if any(character.isdigit() for character in words) else None


@lru_cache(maxsize=16)
def _zone_of_words(words: str) -> tzinfo | None:
    found = find_zone(f"T00:00{words}" if words[:1] in "Z+-−" else f"0 {words}") if words else None
    if found is None:
        return None
    if found["place"]:
        return zone_named(found["place"])
    if found["iso"] == "Z":
        return zone_named("UTC")
    if found["iso"]:
        return _ahead(found["iso"][:3], found["iso"][-2:])
    if found["hours"]:
        return _ahead(found["hours"], found["minutes"])
    return zone_named(_ABBREVIATIONS[found["letters"] or _LONG[found["long"]]])


def _ahead(hours: str, minutes: str | None) -> tzinfo:
    size = timedelta(hours=int(hours[1:].strip()), minutes=int(minutes or 0))
    return timezone(size if hours[0] == "+" else -size)


def wall_clock(meeting: Meeting, moment: datetime) -> datetime:
    """Return a moment as the clock on the meeting's wall showed it; as it was noted, where no zone is known."""
    zone = zone_of(meeting) if moment.tzinfo is not None else None
    return moment.astimezone(zone) if zone is not None else moment


def at_offset(moment: datetime) -> datetime:
    """Return a moment with the offset that its zone has then: what passes between two such counts the clocks' change.

    Python counts between two moments of one zone by the clock on the wall alone.
    """
    offset = moment.utcoffset()
    return moment if offset is None else moment.replace(tzinfo=timezone(offset), fold=0)
