"""What a line that tells the meeting's day says beside day, hours, zone and place."""

from __future__ import annotations

import re
from datetime import date

from tui.errors import BadInput
from tui.meeting.dates.moments import hours_in, moments_in
from tui.meeting.hours.zone import find_zone
from tui.meeting.languages.languages import words_of

_NOTHING_MORE = frozenset(
    """at from to until till on and the of in a am pm time times starting start starts begins commencing sharp prompt
    hours hrs hr h uhr uur om tot van um von bis ab den dem der am à de le la les du au el las los desde hasta a y yr ar
    am o    noon midday o clock date day both inclusive gmt utc""".split()
)
"""Words that only join what is read."""


def left_unread(said: str, near: date) -> str:
    """Return the words of a line that tells a day which say more than its days, hours and zone; empty for none."""
    rest = said
    for moment in moments_in(said, near=near):
        rest = _without(rest, moment.span)
    if (zone := find_zone(rest)) is not None:
        rest = _without(rest, zone.span())
    rest = re.sub(r"(?<![^\W_])T(?=[0-9])", " ", rest)
    try:
        hours = hours_in(rest)
    except BadInput:
        hours = None
    if hours is not None:
        rest = _without(rest, hours.span)
    words = [
        word for word in re.findall(r"[^\W_]+", rest) if word.casefold() not in _NOTHING_MORE | words_of("time_keys")
    ]
    return " ".join(rest.split()).strip(" ,;:.–—-()") if words else ""


def _without(text: str, span: tuple[int, int]) -> str:
    start, end = span
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"
