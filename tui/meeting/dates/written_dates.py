"""Dates as people write them, day first, and as the notes print them."""

from __future__ import annotations

import calendar
import re
from datetime import date, time, timedelta

from tui.errors import BadInput
from tui.meeting.dates.written_times import find_time
from tui.meeting.model import Value
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.plain_text import plain

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""A pattern of a month's name, whole or short; it captures nothing. Use it with IGNORECASE."""
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
"""A pattern of a weekday's name, whole or short; it captures nothing. Use it with IGNORECASE."""

_BEFORE = r"(?<![0-9A-Za-z./:])"
_ON_WEEKDAY = rf"(?:(?:next|this|coming)\s{{1,9}})?(?P<weekday>{WEEKDAY})\b\.?,?\s{{1,9}}"
_OPENING = rf"{_BEFORE}(?:{_ON_WEEKDAY})?(?:the\s{{1,9}})?"
_SUFFIX = r"(?:\s?(?:st|nd|rd|th))?"
_DAY = rf"(?P<day>[0-9]{{1,2}}){_SUFFIX}"
# What follows tells a short year from an hour ("28 March 10.30", "28 March 10 am") and from a count of something.
_FULL_YEAR = r"[0-9]{4}(?![0-9])(?!\s{0,2}h(?:(?:ou)?rs?)?\b)(?!-[0-9]{4}\b)"
_SHORT_YEAR = (
    r"[0-9]{2}(?![0-9]|\s{0,2}[:.][0-9]|\s{0,2}(?:[ap]\.?m|h(?:(?:ou)?rs?)?|noon|o'?clock)\b"
    r"|\s{0,2}(?:-|to\b|until\b)\s{0,2}[0-9]|\s{1,3}(?!(?:at|from|on|by|to|until|noon|midday)\b)[A-Za-z])"
)
_YEAR = rf"(?:[\s,-]{{0,3}}'?(?P<year>{_FULL_YEAR}|{_SHORT_YEAR}))?"

_ISO = r"(?P<year>[0-9]{4})(?P<sep>[-./])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})(?![0-9])"
_NUMERIC = (
    r"(?P<day>[0-9]{1,2})\s?(?P<sep>[./-])\s?(?P<month>[0-9]{1,2})\s?(?P=sep)\s?"
    r"(?P<year>[0-9]{4}|(?<![.])[0-9]{2})(?![0-9]|[./][0-9])"
)
_DAY_MONTH = rf"{_DAY}[\s,.-]{{0,3}}(?:of\s{{1,9}})?(?P<month>{MONTH})\b\.?{_YEAR}"
_MONTH_DAY = rf"(?P<month>{MONTH})\b\.?\s{{1,9}}(?:the\s{{1,9}})?{_DAY}(?![0-9A-Za-z:]|\.[0-9]){_YEAR}"
_ENDS = r"(?=\s{0,9}(?:$|[.,;:)]|(?:at|and|to|for|with)\b))"
_SHORT = rf"(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}}){_ENDS}"
# Beside a weekday it is a day wherever it stands, and neither a fraction nor an hour.
_SHORT_ON_WEEKDAY = (
    rf"{_BEFORE}{_ON_WEEKDAY}(?P<day>0?[1-9]|[12][0-9]|3[01])(?:/|\.\s?(?=[0-9]{{1,2}}\.))(?P<month>0?[1-9]|1[0-2])"
    r"(?:(?<=[0-9])\.(?!\s?[0-9])|(?![0-9/.-]|\s?/))"
)

_FLAGS = re.ASCII | re.IGNORECASE
_FORMS = (
    *(Pattern(_OPENING + form, _FLAGS) for form in (_ISO, _NUMERIC, _DAY_MONTH, _MONTH_DAY)),
    Pattern(_SHORT_ON_WEEKDAY, _FLAGS),
)
_SHORT_FORM = Pattern(_OPENING + _SHORT, _FLAGS)
_SHORT_YEAR_FORM = Pattern(
    _OPENING + r"(?P<day>[0-9]{1,2})\.\s?(?P<month>[0-9]{1,2})\.\s?(?P<year>[0-9]{2})(?![0-9/]|\.[0-9])", _FLAGS
)
"""`21.5.24`, which may number a section where no day is looked for."""


class WrittenDate(Value, frozen=True, kw_only=True):
    """A date found in a text."""

    date: date
    span: tuple[int, int]
    """Where it stands in the text, with its weekday."""
    weekday: int | None = None
    """The weekday written beside it, Monday 0; None where none was."""

    @property
    def weekday_fits(self) -> bool:
        """Whether the date falls on the weekday written beside it; true where none was."""
        return self.weekday is None or self.weekday == self.date.weekday()


class When(Value, frozen=True, kw_only=True):
    """What a `Date:` line says."""

    date: date
    start: time | None = None
    end: time | None = None
    weekday: int | None = None
    """The weekday written beside the date, Monday 0; None where none was."""

    @property
    def weekday_fits(self) -> bool:
        """Whether the date falls on the weekday written beside it; true where none was."""
        return self.weekday is None or self.weekday == self.date.weekday()


def month_number(name: str) -> int:
    """Return the month, January 1, of a name that `MONTH` matches."""
    return next(number for number, month in enumerate(MONTHS, start=1) if month[:3].lower() == name[:3].lower())


def weekday_number(name: str) -> int:
    """Return the weekday, Monday 0, of a name that `WEEKDAY` matches."""
    return next(number for number, weekday in enumerate(WEEKDAYS) if weekday[:3].lower() == name[:3].lower())


def find_date(text: str, *, near: date | None = None) -> WrittenDate | None:
    """Find the first date in a text; where no year is written, the first such day on or after `near`.

    Without `near`, a day and month alone are no date. Raises BadInput for an impossible date.
    """
    levelled = plain(text)
    matches = [match for form in _FORMS if (match := _first(form, levelled, near)) is not None]
    first = min(matches, key=lambda match: match.start(), default=None)
    if first is None:
        return None
    later = next((one for one in matches if first.start() < one.start() < first.end()), first)
    return _written(later if len(_year_of(first) or "") < len(_year_of(later) or "") else first, near)


def date_at(text: str, place: int, *, near: date | None = None) -> WrittenDate | None:
    """Read the date that begins at a place in a text that `plain` has levelled, `25/4` and `21.5.24` included.

    Raises BadInput for an impossible date.
    """
    for form in (*_FORMS, _SHORT_FORM, _SHORT_YEAR_FORM):
        match = form.match(text, place)
        if match is not None and (near is not None or _year_of(match)):
            return _written(match, near)
    return None


def read_date(text: str, *, near: date | None = None) -> WrittenDate | None:
    """Read a text that is a date and nothing else. Raises BadInput for an impossible date."""
    levelled = plain(text)
    found = date_at(levelled, len(levelled) - len(levelled.lstrip()), near=near)
    if found is None or levelled[found.span[1] :].strip(" \t\r\n.,"):
        return None
    return found


def read_when(text: str, *, near: date | None = None) -> When | None:
    """Read the date and the time of an agenda's `Date:` line; None where there is no date.

    Raises BadInput for an impossible date or time.
    """
    levelled = plain(text)
    found = find_date(levelled, near=near)
    if found is None:
        return None
    before, after = levelled[: found.span[0]], levelled[found.span[1] :]
    if re.match(r"T[0-9]", after):
        after = after[1:]
    hours = find_time(after) or find_time(before)
    return When(
        date=found.date,
        start=hours.start if hours else None,
        end=hours.end if hours else None,
        weekday=found.weekday,
    )


def said_date(day: date) -> str:
    """Print a date as it is said: `25 April 2017`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long_date(day: date) -> str:
    """Print a date with its weekday: `Tuesday 25th April 2017`."""
    suffix = "th" if day.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{WEEKDAYS[day.weekday()]} {day.day}{suffix} {MONTHS[day.month - 1]} {day.year}"


def months_on(day: date, months: int) -> date | None:
    """Go so many months on, to the same day or to the month's last where it is shorter; None beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def days_on(day: date, days: int) -> date | None:
    """Go so many days on; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def working_days_on(day: date, days: int) -> date | None:
    """Go so many days on, or back where the count is negative, from Monday to Friday; None beyond the calendar."""
    step = 1 if days > 0 else -1
    weeks, rest = divmod(abs(days), 5)
    weekend = day.weekday() > 4
    nearest = (4 if days > 0 else 7) - day.weekday() if weekend else 0
    found = days_on(day, nearest + step * 7 * weeks)
    while rest and found is not None:
        found = days_on(found, step)
        rest -= found is not None and found.weekday() < 5
    return found


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month."""
    return calendar.monthrange(year, month)[1]


def _first(form: Pattern, text: str, near: date | None) -> re.Match[str] | None:
    if near is not None:
        return form.search(text)
    return next((match for match in form.finditer(text) if _year_of(match)), None)


def _year_of(match: re.Match[str]) -> str | None:
    return match.groupdict().get("year")


def _written(match: re.Match[str], near: date | None) -> WrittenDate:
    day, year = int(match["day"]), _year_of(match)
    month = int(match["month"]) if match["month"].isdigit() else month_number(match["month"])
    if not 1 <= month <= 12:
        raise BadInput(
            f"{_one_line(match)} is not a date: there is no month {month}", hint="write the day first: 28/3/2017"
        )
    chosen = _full_year(year) if year else _next_year(day, month, near or date.min, _one_line(match))
    try:
        found = date(chosen, month, day)
    except ValueError:
        raise BadInput(
            f"{_one_line(match)} is not a date: {_why_not(chosen, month)}", hint="write it as 28 March 2017"
        ) from None
    return WrittenDate(
        date=found,
        span=match.span(),
        weekday=weekday_number(match["weekday"]) if match["weekday"] else None,
    )


def _full_year(year: str) -> int:
    """Two digits mean 1969 to 2068, as POSIX has it."""
    if len(year) == 4:
        return int(year)
    return int(year) + (1900 if int(year) >= 69 else 2000)


def _next_year(day: int, month: int, near: date, words: str) -> int:
    """Find the first year with that day on or after `near`; 29 February takes up to eight years to come round."""
    for year in range(near.year, min(near.year + 9, date.max.year + 1)):
        if 1 <= day <= days_in_month(year, month) and date(year, month, day) >= near:
            return year
    raise BadInput(f"{words} is not a date: {_why_not(near.year, month)}", hint="write it as 28 March 2017")


def _why_not(year: int, month: int) -> str:
    if year < 1:
        return "there is no year 0"
    return f"{MONTHS[month - 1]} {year} has {days_in_month(year, month)} days"


def _one_line(match: re.Match[str]) -> str:
    return " ".join(match[0].split())
