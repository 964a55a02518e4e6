"""Read when a series meets from words (`last Tuesday of the month`) or from an RFC 5545 rule."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from tui.meeting.dates import rrule as calendar_rule
from tui.meeting.dates.recurrence import Frequency, Recurrence, in_month, next_after
from tui.meeting.dates.written_dates import MONTH, WEEKDAY, month_number, weekday_number
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.number_words import NUMBER, ORDINAL, read_number, read_ordinal
from tui.meeting.text.plain_text import plain

__all__ = ["Frequency", "Recurrence", "in_month", "next_after", "read_recurrence"]

_LONGEST = 200
_WORKING_WEEK = tuple((day, 0) for day in range(5))

_COUNT = rf"(?P<count>other|alternate|{ORDINAL}|{NUMBER})"
_PERIOD = (
    rf"(?:(?P<adverb>daily|weekly|fortnightly|monthly|quarterly|yearly|annually|half yearly"
    rf"|(?:{NUMBER})[ -](?:weekly|monthly))"
    rf"|(?:(?:of|in) )?(?:(?:once )?(?:the|a|each|every|per|once every|once each) "
    rf"(?:calendar )?(?P<unit>week|fortnight|month|quarter|year)"
    rf"|(?:(?:once )?(?:every|each) {_COUNT}|(?P<alternate>alternate)) (?P<units>day|week|month|year)s?))"
)
_PERIOD_FIRST = Pattern(rf"(?:meets )?(?:on )?{_PERIOD}(?: (?:on )?(?P<rest>.+))?", re.ASCII)
_PERIOD_LAST = Pattern(rf"(?P<rest>.+?) {_PERIOD}", re.ASCII)

_PLACE = rf"(?:last|second last|(?:second to|next to) last|penultimate|last but one|{ORDINAL})"
_PLACES = rf"{_PLACE}(?: (?:and )?{_PLACE})*"
_DAYS = rf"{WEEKDAY}s?(?: (?:and )?{WEEKDAY}s?)*"
_PLACED = Pattern(rf"(?P<places>{_PLACES}) (?P<day>{WEEKDAY}s?|(?:working |week ?|business )day|day)", re.ASCII)
_TWO_PLACED = Pattern(rf"(?P<one>{_PLACES} {WEEKDAY}s?) (?:and )?(?:the )?(?P<other>{_PLACES} {WEEKDAY}s?)", re.ASCII)
_DAY_OF_MONTH = Pattern(rf"(?:day )?(?P<day>{ORDINAL}|[0-9]{{1,2}})(?: day)?", re.ASCII)
_ONLY_DAYS = Pattern(_DAYS, re.ASCII)
_EVERY = Pattern(rf"(?:every|each|alternate) (?:(?P<count>other|alternate|{ORDINAL}) )?(?P<days>{_DAYS})", re.ASCII)

_MONTH_LIST = rf"{MONTH}(?: (?:and )?{MONTH})*"
_ONLY_MONTHS = Pattern(rf"(?P<rest>.+?) (?:(?:of|in) )?(?:each |every )?(?P<months>{_MONTH_LIST})", re.ASCII)
_BUT_MONTHS = Pattern(
    rf"(?P<rest>.+?) (?:except|excepting|excluding|but not|not|apart from|other than)"
    rf"(?: (?:in|for))? (?P<months>{_MONTH_LIST})",
    re.ASCII,
)
_EVERY_YEAR = re.compile(r"^(?:yearly|annually|(?:once )?(?:a|every|each) year) (?:on |in )?")
_HOURS = Pattern(
    r" (?:at|from|@) ?[0-9][0-9:. apmhrsto-]*$| [0-9]{1,2}(?:[:.][0-9]{2}|(?:[:.][0-9]{2})? ?[ap]m)[0-9:. apmto-]*$"
)

_ADVERBS = {
    "daily": (Frequency.DAILY, 1),
    "weekly": (Frequency.WEEKLY, 1),
    "fortnightly": (Frequency.WEEKLY, 2),
    "monthly": (Frequency.MONTHLY, 1),
    "quarterly": (Frequency.MONTHLY, 3),
    "half yearly": (Frequency.MONTHLY, 6),
    "yearly": (Frequency.MONTHLY, 12),
    "annually": (Frequency.MONTHLY, 12),
}
_UNITS = {
    "day": _ADVERBS["daily"],
    "week": _ADVERBS["weekly"],
    "fortnight": _ADVERBS["fortnightly"],
    "month": _ADVERBS["monthly"],
    "quarter": _ADVERBS["quarterly"],
    "year": _ADVERBS["yearly"],
}


@lru_cache(maxsize=64)
def read_recurrence(words: str) -> Recurrence | None:
    """Read the words of a `Repeats:` line; None where they aren't understood, or name no day there is."""
    if len(words) > _LONGEST:
        return None
    if calendar_rule.is_rule(words):
        return calendar_rule.read_rule(words)
    said = _levelled(words)
    for months in (_BUT_MONTHS, _ONLY_MONTHS):
        if (match := months.fullmatch(said)) is not None:
            named = {month_number(name) for name in re.findall(rf"\b{MONTH}\b", match["months"])}
            kept = named if months is _ONLY_MONTHS else set(range(1, 13)) - named
            rest = _EVERY_YEAR.sub("", match["rest"])
            return _in_months(_read_said(rest) or _monthly_on(rest), kept)
    return _read_said(said)


def _levelled(words: str) -> str:
    """Lower the words, and take out what doesn't change them: punctuation, spaces, the hour."""
    said = re.sub(r"\b([ap])\.m\b\.?", r"\1m", plain(words).casefold())
    said = re.sub(
        r"(?<![0-9])\.|\.(?![0-9])|[,;()&/]|(?<=[a-z])-(?=[a-z])",
        lambda found: " and " if found[0] in "&/" else " ",
        said,
    )
    said = re.sub(r"\bof month\b", "of the month", re.sub(r"\s+", " ", said).strip())
    return _HOURS.sub("", said)


def _in_months(recurrence: Recurrence | None, months: set[int]) -> Recurrence | None:
    """Keep a monthly recurrence to some months; any other has no place for them."""
    if recurrence is None or recurrence.frequency is not Frequency.MONTHLY or recurrence.interval > 1 or not months:
        return None
    return Recurrence(
        frequency=Frequency.MONTHLY,
        weekdays=recurrence.weekdays,
        month_days=recurrence.month_days,
        positions=recurrence.positions,
        months=tuple(sorted(months)),
    )


def _read_said(said: str) -> Recurrence | None:
    for pattern in (_PERIOD_FIRST, _PERIOD_LAST):
        match = pattern.fullmatch(said)
        if match is not None:
            found = _on(match["rest"], *_period(match))
            if found is not None:
                return found
    return _every_weekday(said) or _weekday_of_the_month(said)


def _period(match: re.Match[str]) -> tuple[Frequency, int]:
    """Return the unit, and how many of them lie from one meeting to the next."""
    if adverb := match["adverb"]:
        count, _, unit = adverb.replace("-", " ").rpartition(" ")
        if count in ("", "half"):
            return _ADVERBS[adverb]
        return _ADVERBS[unit][0], read_number(count) or 0
    frequency, interval = _UNITS[match["unit"] or match["units"]]
    return frequency, interval * _counted(match["count"] or match["alternate"])


def _counted(count: str | None) -> int:
    if count is None:
        return 1
    if count in ("other", "alternate"):
        return 2
    return read_number(count) or read_ordinal(count) or 0


def _on(day: str | None, frequency: Frequency, interval: int) -> Recurrence | None:
    """Join a period and the day in it."""
    if not 1 <= interval <= 99:
        return None
    if day is None:
        return Recurrence(frequency=frequency, interval=interval)
    if frequency is Frequency.WEEKLY:
        weekdays = _weekdays(re.sub(r"^(?:every |on |a )+", "", day))
        return Recurrence(frequency=frequency, interval=interval, weekdays=weekdays) if weekdays else None
    if frequency is Frequency.MONTHLY:
        return _monthly_on(day, interval)
    return None


def _weekdays(said: str) -> tuple[tuple[int, int], ...]:
    """Read `Monday and Thursday`, `Tuesdays`; empty for anything else."""
    if not _ONLY_DAYS.fullmatch(said):
        return ()
    return tuple((day, 0) for day in sorted({weekday_number(name) for name in said.split() if name != "and"}))


def _monthly_on(said: str, interval: int = 1) -> Recurrence | None:
    """Read the day of a month: `the last Tuesday`, `the 15th`, `the last working day`."""
    said = re.sub(r"^(?:every |each |on |the )+", "", said)
    if (day := _DAY_OF_MONTH.fullmatch(said)) is not None:
        number = read_number(day["day"]) or read_ordinal(day["day"]) or 0
        return _on_day(number, interval)
    if (two := _TWO_PLACED.fullmatch(said)) is not None:
        one, other = (_monthly_on(two[name], interval) for name in ("one", "other"))
        return replace(one, weekdays=one.weekdays + other.weekdays) if one and other else None
    placed = _PLACED.fullmatch(said)
    if placed is None:
        return None
    places = tuple(_place(place) for place in re.findall(_PLACE, placed["places"]))
    if "day" in placed["day"] and not re.fullmatch(rf"{WEEKDAY}s?", placed["day"]):
        return _on_plain_day(places, interval, working=placed["day"] != "day")
    if not all(1 <= abs(place) <= 5 for place in places):
        return None
    weekday = weekday_number(placed["day"])
    return Recurrence(
        frequency=Frequency.MONTHLY, interval=interval, weekdays=tuple((weekday, place) for place in places)
    )


def _place(said: str) -> int:
    """`first` 1, `last` -1, `penultimate` -2."""
    if said == "last":
        return -1
    return read_ordinal(said) or -2


def _on_plain_day(places: tuple[int, ...], interval: int, *, working: bool) -> Recurrence | None:
    if working:
        if not all(1 <= abs(place) <= 20 for place in places):
            return None
        return Recurrence(frequency=Frequency.MONTHLY, interval=interval, weekdays=_WORKING_WEEK, positions=places)
    if len(places) == 1 and places[0] > 0:
        return _on_day(places[0], interval)
    return Recurrence(frequency=Frequency.MONTHLY, interval=interval, month_days=places) if places[-1] < 0 else None


def _on_day(number: int, interval: int) -> Recurrence | None:
    """Make that day of the month, or its last where it is shorter."""
    if not 1 <= number <= 31:
        return None
    days, positions = tuple(range(min(number, 28), number + 1)), (-1,) if number > 28 else ()
    return Recurrence(frequency=Frequency.MONTHLY, interval=interval, month_days=days, positions=positions)


def _every_weekday(said: str) -> Recurrence | None:
    """Read `every Tuesday`, `every second Thursday`, `alternate Mondays`, `Tuesdays`, `every working day`."""
    if re.fullmatch(r"(?:every|each) (?:working |week ?|business )day", said):
        return Recurrence(frequency=Frequency.WEEKLY, weekdays=_WORKING_WEEK)
    if (match := _EVERY.fullmatch(said)) is not None:
        weekdays = _weekdays(match["days"])
        if match["count"] in ("first", "1st"):
            return None  # the first of the month; "every second" is every other
        count = 2 if said.startswith("alternate ") else _counted(match["count"])
        return Recurrence(frequency=Frequency.WEEKLY, interval=count, weekdays=weekdays) if count else None
    weekdays = _weekdays(re.sub(r"^on ", "", said))
    plural = all(name == "and" or name.endswith("days") for name in said.removeprefix("on ").split())
    return Recurrence(frequency=Frequency.WEEKLY, weekdays=weekdays) if weekdays and plural else None


def _weekday_of_the_month(said: str) -> Recurrence | None:
    """Read `second and fourth Monday`, `every last Tuesday`: without a period, of the month is meant."""
    found = _monthly_on(said)
    return found if found is not None and found.weekdays else None
