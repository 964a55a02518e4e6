"""Dates that fall on another weekday than the one written beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from tui.meeting.dates.moments import moments_in
from tui.meeting.dates.written_dates import WEEKDAYS, said_date
from tui.meeting.languages.languages import counted
from tui.meeting.model import Value
from tui.meeting.text.plain_text import plain

_HALF_A_YEAR = timedelta(days=182)


class WeekdayDoubt(Value, frozen=True, kw_only=True):
    """A date of a text and the weekday that it does not fall on."""

    date: date
    weekday: int
    """The one written, Monday 0."""
    span: tuple[int, int]
    """Where it stands in the text, with its weekday."""

    @property
    def words(self) -> str:
        """What is wrong: `12 January 2027 is a Tuesday, not a Friday`."""
        return f"{said_date(self.date)} is a {WEEKDAYS[self.date.weekday()]}, not a {WEEKDAYS[self.weekday]}"


def weekday_doubts(text: str, near: date) -> Iterator[WeekdayDoubt]:
    """Find the dates of a text that do not fall on the weekday beside them.

    One without a year is doubted where it falls on that weekday neither before nor after `near`.
    """
    if _weekday_before_a_day().search(plain(text)) is None:
        return
    before = near - _HALF_A_YEAR if near - date.min > _HALF_A_YEAR else near
    others = {one.span: one for one in moments_in(text, near=before)}
    for one in moments_in(text, near=near):
        if one.weekday is None or one.weekday_fits:
            continue
        other = others.get(one.span)
        if one.year_said or other is None or not other.weekday_fits:
            yield WeekdayDoubt(date=one.date, weekday=one.weekday, span=one.span)


@cache
def _weekday_before_a_day() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, counted("weekdays")), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:{names})\b\.?,?\s{{1,3}}(?:[^\W\d_]{{2,9}}\.?,?\s{{1,3}}){{0,2}}[0-9]", re.IGNORECASE
    )
