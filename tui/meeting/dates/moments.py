"""Days and hours as people write them in several languages, one or many in a line."""

from __future__ import annotations

import re
from datetime import date, time
from functools import cache, lru_cache

from tui.errors import BadInput
from tui.meeting.dates.month_first import MonthFirst, month_first, month_first_of_week
from tui.meeting.dates.written_dates import MONTH, MONTHS, WEEKDAY, WEEKDAYS, find_date
from tui.meeting.dates.written_times import WrittenTime, find_time
from tui.meeting.languages.languages import counted
from tui.meeting.model import Value
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.plain_text import plain

_LONGEST = 600
"""Characters of a line that are looked at."""
_FAR, _CLOSE = 20, 5
"""Characters between a day and an hour that may be another meeting's, and between one and the hour right before it."""
_MOST = 12
"""Days of a line that are read."""
_SUFFIX = r"(?:\s?(?:st|nd|rd|th)|er|eg|fed|ed|ain|ydd|af|il|[ºª.])?"
_TO = r"\s*(?:-|to|and|&|/|bis(?:\s+zum)?|und|au|et|al|y|a|tot|en)\s*(?:the\s+|den\s+|le\s+|el\s+)?"
_OF_WEEK = rf"(?:{WEEKDAY},?\s+)?"
_RANGE = Pattern(
    rf"(?<![\w.:/-])(?<!\bday )(?<!\btag )(?P<first>\d{{1,2}}){_SUFFIX}(?:,\s?\d{{1,2}}{_SUFFIX}){{0,4}}"
    rf"{_TO}(?P<of_week>{_OF_WEEK})(?P<last>\d{{1,2}}){_SUFFIX}(?P<rest>,?\s*(?:of\s+)?{MONTH}\b\.?,?\s+\d{{4}})"
    rf"|(?<!\w)(?P<month>{MONTH})\.?\s+(?P<first_us>\d{{1,2}}){_SUFFIX}{_TO}(?P<last_us>\d{{1,2}}){_SUFFIX},?\s+(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(rf"{WEEKDAY}\.?,?\s+(?:the\s+|den\s+|le\s+|el\s+)?$", re.IGNORECASE)
"""A weekday before the first day of a stretch whose last has one: `Room 2 – Tuesday, 4 June 2024` is no stretch."""
_BETWEEN = re.compile(
    r"\s*,?\s*(?:-|to|until|till|bis(?:\s+zum)?|au|al|tot|hasta|tan)\s*(?:the\s+|den\s+|le\s+|el\s+)?", re.IGNORECASE
)
_AND = re.compile(r"\s*[,;]?\s*(?:[,;/&]|and|und|et|y|a|ac)\s*", re.IGNORECASE)
_LONG, _SHORT = 14, 3
"""Days that a meeting lasts at most that is said with the hours of its first day: from one to another, or on both."""
_UNTIL_DAY = Pattern(
    rf"(?P<first>\d{{1,2}}){_SUFFIX}\s+(?:of\s+)?(?P<month>{MONTH})\b\.?"
    r"(?P<hours>,?\s*(?:at\s+)?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m)?(?:\s*-\s*\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m)?)?)?"
    r"\s*(?:-|to|bis|au|al)\s*\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b\d{4}\b|['/. -]\d{2}$")
_ABOUT = re.compile(
    r"\b(?:ca\.?|circa|approx\.?|approximately|about|etwa|gegen|environ)\s+(?=\d{1,2}[.:h ]?\d?)", re.IGNORECASE
)
_DAY_OF = re.compile(r"\b(\d{1,2}(?:st|nd|rd|th)?)\s+day\s+of\s+(?=[A-Z])")
_UNTIL_HOUR = re.compile(
    r"(?:(?<=\d\d)(?P<unit>\s*(?:uhr|uur|h|hs|horas)?)\s+(?:a|à|bis|au|tot)\s+(?:las\s+)?(?=\d{1,2}[:.]\d\d)"
    r"|(?<=\d)(?P<hour>\s?h)\s+(?:a|à|au)\s+(?=\d{1,2}\s?h\b))",
    re.IGNORECASE,
)
_AN_HOUR = r"\d{1,2}(?:[:.h]\d\d)?(?:\s?[ap]\.?m\b\.?|\s?uhr\b)?"
_GATHERING = Pattern(
    rf"(?<![\d.:/-]){_AN_HOUR}\s+(?:for\s+)?(?:an?\s+)?(?:coffee|tea|drinks|refreshments|arrivals?|registration|doors|lunch"
    r"|breakfast|kaffee|einlass|café|accueil)\b[^\d;.]{0,24}?(?=\d{1,2}[:.h]?\d\d)"
    rf"|\b(?:coffee|tea|drinks|refreshments|arrivals?|registration|doors|kaffee|einlass|accueil)\s+(?:open\s+)?(?:from|at|ab|um)?\s*"
    rf"{_AN_HOUR},?\s[^\d;.]{{0,24}}?(?=\d{{1,2}}[:.h]?\d\d)"
    rf"|(?<![\d.:/-]){_AN_HOUR}\s+for\s+(?=\d{{1,2}}(?:[:.]\d\d|\s?[ap]\.?m\b))",
    re.IGNORECASE,
)
"""When people come together before the hour of the meeting: `10:30 for coffee, 11:00 start`."""
_APOSTROPHE = re.compile(r"(?<=\d)\s?['`´’]\s?(?=\d\d\s*(?:h|hs|hrs|horas)\b)", re.IGNORECASE)
_OFFSET = re.compile(r"(?<=T)(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:[+-]\d\d:?\d\d|Z)?(?!\d)")
_BEFORE_DAY = (
    *("on ", "am ", "den ", "dem ", "vom ", "zum ", "le ", "du ", "el ", "date: ", "datum: ", "termin: "),
    *("tagesordnung ", "sitzung ", "treffen ", "protokoll ", "agenda ", "meeting ", "réunion ", "vergadering "),
    *(f"{one[:3].lower()}{mark} " for one in WEEKDAYS for mark in ("", ",", ".", ".,")),
)
_SHORT_YEAR = Pattern(
    rf"(?:{'|'.join(rf'(?<={chr(92)}b{word})' for word in _BEFORE_DAY)}|(?<=day )|(?<=(?:day|tag), )|(?<=tag, den )"
    r"|^\s*(?=[\d.\s]{6,12}(?:$|,|\s+(?:at|um|von|from|ab|-)\s)))"
    r"(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>\d\d)(?![\d./])",
    re.IGNORECASE,
)
"""`24.09.15` where nothing but a day can stand; elsewhere it may number a section."""


class Moment(Value, frozen=True, kw_only=True):
    """A day, with its hours where they stand beside it."""

    last: date | None = None
    """The last day of a stretch of days."""
    date: date
    span: tuple[int, int]
    """Where the day stands in the text, with its weekday."""
    start: time | None = None
    end: time | None = None
    weekday: int | None = None
    """The weekday written beside it, Monday 0."""
    year_said: bool = True
    swapped: bool = False
    """True where the month was written first, in figures."""

    @property
    def weekday_fits(self) -> bool:
        """Whether the day falls on the weekday written beside it; true where none was."""
        return self.weekday is None or self.weekday == self.date.weekday()


class _English(Value, frozen=True, kw_only=True):
    """A text with its days and hours put into English, and where each character came from."""

    text: str
    origin: list[int]

    def back(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return where words stand in the text as it was."""
        return self.origin[span[0]], self.origin[span[1]]


@cache
def _foreign() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    months = sorted((word for word in counted("months")), key=len, reverse=True)
    weekdays = sorted((word for word in counted("weekdays")), key=len, reverse=True)
    month, weekday = "|".join(map(re.escape, months)), "|".join(map(re.escape, weekdays))
    dated = re.compile(
        rf"(?<![\w.])(?P<day>\d{{1,2}}){_SUFFIX}\s{{0,3}}(?:(?:de|of|d')\s+)?(?P<month>{month})\b(?:\.(?=\s*\d))?(?P<de>\s+(?:de|del|o)\s+(?=\d{{4}}))?",
        re.IGNORECASE,
    )
    week = re.compile(
        rf"(?<![\w.])(?P<weekday>{weekday})\b\.?(?P<gap>\s*,?\s*(?:,\s*)?(?:(?:den|dem|le|el|the|y|ar|yr)\s+)?)(?=\d)",
        re.IGNORECASE,
    )
    hours = re.compile(
        r"(?<![\w.,:/])(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minute>\d\d))?"
        r"(?:\s*o['’`]?r gloch\b,?(?=\s+(?:yr hwyr|y prynhawn|y bore)\b))?"
        r"(?P<said>\s*(?:uhr\b|uur\b|h(?:eures?|oras?|rs?)?\b|hs\b|y\.?\s?h\b\.?|y\.?\s?p\b\.?|y\.?\s?b\b\.?|yr hwyr\b"
        r"|y prynhawn\b|y bore\b"
        r"|de la tarde\b|de la noche\b|de la mañana\b|du soir\b|du matin\b|o'?clock\b))",
        re.IGNORECASE,
    )
    return dated, week, hours


_EVENING = ("yh", "yp", "yrhwyr", "yprynhawn", "delatarde", "delanoche", "dusoir")
_MORNING = ("yb", "ybore", "delamañana", "dumatin")


def _hour_in_english(found: re.Match[str]) -> str:
    said = re.sub(r"[\s.]", "", found["said"].casefold())
    hour, minute = int(found["hour"]), found["minute"] or "00"
    if said.startswith(("hour", "hr")) and not found["minute"]:
        return found[0]
    half = " pm" if said in _EVENING and hour < 13 else " am" if said in _MORNING and hour < 13 else ""
    return f"{hour}:{minute}{half}" if hour < 25 else found[0]


_SAID_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_SAID_CLOCK = Pattern(
    rf"\b(?P<part>half|quarter)\s+(?P<way>past|to)\s+(?P<hour>{'|'.join(_SAID_HOURS)}|\d{{1,2}})\b"
    r"(?:\s+(?:in\s+the\s+|this\s+)?(?P<half>morning|afternoon|evening)\b|\s*(?P<mark>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
"""`half past seven in the evening`."""


def _clock_in_figures(found: re.Match[str]) -> str:
    said = found["hour"].casefold()
    hour = _SAID_HOURS.index(said) + 1 if said in _SAID_HOURS else int(said)
    to = found["way"].casefold() == "to"
    if not 1 <= hour <= 12 or (to and found["part"].casefold() == "half"):
        return found[0]
    hour, minute = (hour - 1 or 12, 45) if to else (hour, 30 if found["part"].casefold() == "half" else 15)
    half = (found["half"] or found["mark"] or "").casefold()
    return f"{hour}:{minute}{' am' if half in ('morning', 'a') else ' pm' if half else ''}"


def _with_century(found: re.Match[str]) -> str:
    return f"{found['day']}.{found['month']}.20{found['year']}"


_YEAR_FIRST = re.compile(
    rf"\b(?P<year>(?:19|20)\d\d)(?P<joint>[-/. ])(?P<month>{'|'.join(f'{m[:3]}(?:{m[3:]})?' for m in MONTHS)})\.?"
    r"(?P=joint)(?P<day>\d{1,2})(?![\d:.]\d)(?!\d)",
    re.IGNORECASE,
)
"""`2016-Apr-21`."""


def _day_first(found: re.Match[str]) -> str:
    return f"{found['day']} {found['month']} {found['year']}"


def _in_english(text: str) -> _English:
    """Put the names of months and weekdays, and the marks of hours, into English."""
    levelled = plain(text[:_LONGEST])
    english = _English(text=levelled, origin=[*range(len(levelled) + 1)])
    dated, week, hours = _foreign()
    english = _replaced(english, _ABOUT, lambda _: "")
    english = _replaced(english, _GATHERING, lambda _: "")
    english = _replaced(english, _SHORT_YEAR, _with_century)
    english = _replaced(english, _YEAR_FIRST, _day_first)
    english = _replaced(english, _DAY_OF, lambda found: f"{found[1]} ")
    english = _replaced(english, re.compile(r"(?<=\d)\s?h(?:eures?)?\s?(?=\d\d\b)", re.IGNORECASE), lambda _: ":")
    if "past" in levelled.casefold() or "quarter to" in levelled.casefold():
        english = _replaced(english, _SAID_CLOCK, _clock_in_figures)
    english = _replaced(english, _APOSTROPHE, lambda _: ":")
    english = _replaced(english, _UNTIL_HOUR, lambda found: f"{found['unit'] or found['hour'] or ''} to ")
    months = counted("months")
    english = _replaced(
        english, dated, lambda f: f"{f['day']} {MONTHS[months[f['month'].casefold()] - 1]}{' ' if f['de'] else ''}"
    )
    days = counted("weekdays")
    english = _replaced(english, week, lambda f: f"{WEEKDAYS[days[f['weekday'].casefold()]]} ")
    english = _replaced(english, _SHORT_YEAR, _with_century)
    english = _replaced(english, hours, _hour_in_english)
    return _replaced(english, _OFFSET, lambda f: f[1])


def _replaced(english: _English, pattern: Pattern | re.Pattern[str], new: object) -> _English:
    assert callable(new)
    pieces: list[str] = []
    origin: list[int] = []
    at = 0
    for found in pattern.finditer(english.text):
        words = new(found)
        if words == found[0]:
            continue
        pieces += [english.text[at : found.start()], words]
        origin += english.origin[at : found.start()]
        size = found.end() - found.start()
        origin += [english.origin[found.start() + min(place, size - 1)] for place in range(len(words))]
        at = found.end()
    if not pieces:
        return english
    pieces.append(english.text[at:])
    origin += english.origin[at:]
    return _English(text="".join(pieces), origin=origin)


@lru_cache(maxsize=2048)
def moments_in(text: str, *, near: date | None = None) -> tuple[Moment, ...]:
    """Find the days in a text, in order; with `near` also those without a year, the first such day on or after it.

    A day that no calendar has is none. The hours beside a day belong to it, up to the next one.
    """
    if not any(character.isdigit() for character in text[:_LONGEST]):
        return ()
    english = _in_english(text)
    found: list[Moment] = []
    rest = english.text
    while len(found) < _MOST and (one := _first_day(rest, near)) is not None:
        found.append(one)
        start, end = one.span
        rest = f"{rest[:start]}{'§' * (end - start)}{rest[end:]}"
    found = _stretches(sorted(found, key=lambda one: one.span), english.text, near)
    return tuple(_with_hours(one, at, found, english) for at, one in enumerate(found))


def hours_in(text: str) -> WrittenTime | None:
    """Find the first time of day, or stretch of time, in a text. Raises BadInput for an impossible one."""
    english = _in_english(text)
    found = find_time(english.text)
    if found is None:
        return None
    return WrittenTime(start=found.start, end=found.end, span=english.back(found.span))


def _first_day(text: str, near: date | None) -> Moment | None:
    """Find the first day in a text of which the days before it are crossed out."""
    if (stretch := _RANGE.search(text)) is not None and (moment := _of_stretch(stretch)) is not None:
        return moment
    try:
        written = find_date(text, near=near)
    except BadInput:
        return _with_month_first(month_first(text))
    if written is None:
        return _with_month_first(month_first_of_week(text, near))
    year_said = _YEAR.search(text[slice(*written.span)]) is not None
    if written.weekday is not None and written.weekday != written.date.weekday():
        said = text[slice(*written.span)]
        whole, yearless = month_first(said), month_first_of_week(said, near)
        other = whole or yearless
        if other is not None and other.date.weekday() == written.weekday:
            said_year, span, weekday = whole is not None, written.span, written.weekday
            return Moment(date=other.date, span=span, weekday=weekday, year_said=said_year, swapped=True)
    return Moment(date=written.date, span=written.span, weekday=written.weekday, year_said=year_said)


def _with_month_first(found: MonthFirst | None) -> Moment | None:
    if found is None:
        return None
    return Moment(
        date=found.date, span=found.span, weekday=found.weekday, year_said=found.weekday is None, swapped=True
    )


def _of_stretch(found: re.Match[str]) -> Moment | None:
    before = found.string[: found.start()]
    if found["of_week"] and before.rstrip()[-1:].isalpha() and not _WEEKDAY_BEFORE.search(before):
        return None
    if found["first"]:
        words = (f"{found['first']}{found['rest']}", f"{found['last']}{found['rest']}")
    else:
        words = (
            f"{found['first_us']} {found['month']} {found['year']}",
            f"{found['last_us']} {found['month']} {found['year']}",
        )
    try:
        first, last = (find_date(one) for one in words)
    except BadInput:
        return None
    if first is None or last is None or last.date <= first.date:
        return None
    return Moment(date=first.date, last=last.date, span=found.span())


def _stretches(found: list[Moment], text: str, near: date | None) -> list[Moment]:
    """Join two days with `to` between them: `30 April – 2 May 2024`, the first of which may leave its year out."""
    joined: list[Moment] = []
    for one in found:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.last is None
            and before.date < one.date
            and _BETWEEN.fullmatch(text[before.span[1] : one.span[0]])
        ):
            joined[-1] = Moment(
                date=before.date, last=one.date, span=(before.span[0], one.span[1]), weekday=before.weekday
            )
            continue
        if before is not None and (hours := _hours_of_first(before, one, text)):
            joined[-1] = Moment(
                date=before.date,
                last=one.date,
                span=(before.span[0], one.span[1]),
                weekday=before.weekday,
                start=hours.start,
            )
            continue
        if near is None and one.last is None and (opening := _UNTIL_DAY.search(text[: one.span[0]])):
            first = find_date_or_none(f"{opening['first']} {opening['month']} {one.date.year}")
            if first is not None and first < one.date:
                hours = _hours(opening["hours"] or "")
                start = hours.start if hours else None
                joined.append(Moment(date=first, last=one.date, span=(opening.start(), one.span[1]), start=start))
                continue
        joined.append(one)
    return joined


def _hours_of_first(before: Moment, one: Moment, text: str) -> WrittenTime | None:
    """Return the hours of the first of two days that make one meeting: `Friday 10 May 19:00 – Saturday 11 May`."""
    between = text[before.span[1] : one.span[0]]
    hours = _hours(between)
    days = (one.date - before.date).days
    if hours is None or before.last or one.last or not 0 < days <= _LONG:
        return None
    led, rest = between[: hours.span[0]].strip(" ,@").casefold(), between[hours.span[1] :]
    joined = _BETWEEN.fullmatch(rest) or (days <= _SHORT and _AND.fullmatch(rest))
    return (
        hours
        if joined and led in ("", "at", "from", "um", "von", "ab", "a", "à", "de", "a las", "am", "o", "i")
        else None
    )


def find_date_or_none(text: str) -> date | None:
    """Find the first date in a text; None for an impossible one too."""
    try:
        found = find_date(text)
    except BadInput:
        return None
    return found.date if found else None


def _with_hours(one: Moment, at: int, found: list[Moment], english: _English) -> Moment:
    end = found[at + 1].span[0] if at + 1 < len(found) else len(english.text)
    start = found[at - 1].span[1] if at else 0
    after, before = english.text[one.span[1] : end], english.text[start : one.span[0]]
    if re.match(r"T[0-9]", after):
        after = after[1:]
    hours, earlier = _hours(after), None if at else _hours(before)
    if earlier and (not hours or (hours.span[0] > _FAR and len(before) - earlier.span[1] <= _CLOSE)):
        hours = earlier
    return Moment(
        date=one.date,
        last=one.last,
        span=english.back(one.span),
        start=one.start or (hours.start if hours else None),
        end=hours.end if hours and one.start is None else None,
        weekday=one.weekday,
        year_said=one.year_said,
        swapped=one.swapped,
    )


def _hours(text: str) -> WrittenTime | None:
    try:
        return find_time(text)
    except BadInput:
        return None
