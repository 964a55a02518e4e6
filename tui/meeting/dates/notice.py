"""The last day on which the notice of a meeting can be given, by a rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from tui.meeting.dates.written_dates import days_on
from tui.meeting.model import Plain, Value, Words
from tui.meeting.text.number_words import NUMBER, read_number

_SAID = re.compile(rf"\s*(?P<days>[0-9]{{1,3}}|{NUMBER})\s+(?P<clear>clear\s+)?days?\b.*", re.IGNORECASE)
_MOST = 1000
"""Days that are looked back."""


class NoticeRule(Value, frozen=True, kw_only=True):
    """How long before a meeting its notice has to be given."""

    words: Words
    days: int
    clear: bool = False
    """Whether neither the day of the notice nor that of the meeting counts."""
    without: tuple[int, ...] = ()
    """The weekdays that do not count, Monday 0."""
    holidays: Plain = ""
    """Whose public holidays do not count: `GB-ENG`; empty for nobody's."""
    dates: tuple[date, ...] = ()
    """Further days that do not count."""


def rule_said(words: str) -> NoticeRule | None:
    """Read a rule that an agenda says itself, `3 clear days`; None for other words."""
    found = _SAID.fullmatch(words)
    if found is None:
        return None
    days = int(found["days"]) if found["days"].isdecimal() else read_number(found["days"])
    return None if days is None else NoticeRule(words=words.strip(), days=days, clear=bool(found["clear"]))


def last_day_for(rule: NoticeRule, meeting: date, is_holiday: Callable[[date], bool]) -> date | None:
    """Return the last day for the notice of a meeting on a day; None where that is beyond the calendar.

    The notice is given on a day that counts, so that nobody has to on a Sunday.
    """

    def counts(day: date) -> bool:
        return day.weekday() not in rule.without and day not in rule.dates and not is_holiday(day)

    left = rule.days + 1 if rule.clear else max(rule.days, 1)
    for back in range(1, _MOST):
        day = days_on(meeting, -back)
        if day is None:
            return None
        left -= counts(day)
        if left == 0:
            return day
    return None
