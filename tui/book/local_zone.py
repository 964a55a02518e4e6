"""The time zone of this machine, which a meeting made on it keeps."""

from __future__ import annotations

import os
from pathlib import Path

from tui.meeting.hours.zone import zone_named

_LINK = Path("/etc/localtime")
_FOLDER = "zoneinfo/"


def local_zone() -> str:
    """Return the machine's time zone by its name in the tz database; empty where nothing tells it."""
    names = [os.environ.get("TZ", "").removeprefix(":")]
    if not names[0]:
        try:
            names.append(str(_LINK.resolve()).partition(_FOLDER)[2])
        except OSError:
            return ""
    return next((name for name in names if name and zone_named(name) is not None), "")
