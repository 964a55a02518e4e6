"""When the turn of each item comes, by the minutes allotted to those before it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from tui.meeting.model import Meeting, Section


def turns_of(meeting: Meeting) -> dict[int, time]:
    """Return the times of the items of the first level, by their ids, up to the first one whose length is not known."""
    found: dict[int, time] = {}
    if meeting.start is None or not any(section.minutes for section in meeting.sections):
        return found
    clock = datetime.combine(date.min, meeting.start)
    for item in _items(meeting):
        found[item[0].id] = clock.time()
        minutes = _minutes(item)
        if minutes is None:
            break
        clock += timedelta(minutes=minutes)
    return found


def _items(meeting: Meeting) -> list[list[Section]]:
    """Return each item of the first level with those below it; what was brought forward is allotted nothing."""
    items: list[list[Section]] = []
    for section in meeting.sections:
        if section.brought_from is not None:
            continue
        if section.level == 1 or not items:
            items.append([section])
        else:
            items[-1].append(section)
    return items


def _minutes(item: list[Section]) -> int | None:
    """Return how long an item takes: as allotted to it, else to all below it; None where that is not known."""
    first, *below = item
    if first.minutes is not None or not below:
        return first.minutes
    deepest = [
        one for one, after in zip(below, [*below[1:], None], strict=True) if not after or after.level <= one.level
    ]
    minutes = [one.minutes for one in deepest]
    return None if None in minutes else sum(one for one in minutes if one)
