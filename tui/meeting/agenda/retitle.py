"""Titles and headings that tell a meeting's date, worded for another meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from tui.meeting.languages.language import Language, forms
from tui.meeting.languages.languages import READ
from tui.meeting.model import Value

_ENGLISH_SUFFIXES = ("st", "nd", "rd", "th")
_ORDINALS = ("first", "second", "third", "fourth")
_QUARTER = re.compile(
    r"\b(?:(?P<q>Q)(?P<number>[1-4])|(?P<nth>[1-4])(?:st|nd|rd|th)\s(?P<nth_of>quarter)"
    rf"|(?P<word>{'|'.join(_ORDINALS)})\s(?P<word_of>quarter)|(?P<fourth>[1-4])\.\s?(?P<fourth_of>Quartal))\b"
    r"(?P<gap>(?:[\s/,-]|of\s|FY\s?){0,4})(?P<year>(?:19|20)[0-9]{2})?(?![0-9])",
    re.IGNORECASE,
)


class ToldDay(Value, frozen=True, kw_only=True):
    """A day, or a month, that a text tells."""

    day: int | None
    """None where it tells the month alone."""
    month: int
    year: int | None

    def last_before(self, day: date) -> date | None:
        """Return the last such day before another one, the first of the month for a month; None where there is none."""
        before = day if self.day else day.replace(day=1)
        for year in (self.year,) if self.year else (day.year, day.year - 1):
            try:
                found = date(year, self.month, self.day or 1)
            except ValueError:
                continue
            if found < before:
                return found
        return None


def redated(text: str, days: Mapping[date, date], *, vague: bool = False, years: bool = True) -> str:
    """Put the new day for each old one wherever the text tells an old one, written as it was, in its language.

    With `vague`, as in a meeting's title, a month or a quarter alone tells the day too, `August 2019`, and with `years`
    a year alone.
    """
    quarters = False
    if vague:
        text, quarters = _in_new_quarters(text, days)
    year_too, code = years and not quarters, _language_of(text)
    return _written().sub(lambda found: _rewritten(found, days, code, vague=vague, year_too=year_too), text)


def days_told(text: str) -> tuple[ToldDay, ...]:
    """Return the days and months that a text tells, in order."""
    found = []
    for one in _written().finditer(text):
        if one["n_day"] or one["i_day"]:
            day, month, year = (int(one["n_" + part] or one["i_" + part]) for part in ("day", "month", "year"))
            found.append(ToldDay(day=day, month=month, year=year))
        elif one["month"] and _is_a_name(one):
            day_said, year_said = (int(one[part]) if one[part] else None for part in ("day", "year"))
            found.append(ToldDay(day=day_said, month=_place_of("months", one["month"])[1] + 1, year=year_said))
    return tuple(found)


@cache
def _written() -> re.Pattern[str]:
    """Make the pattern of every way in which a text tells a day, in any of the languages."""
    weekdays = _names("weekdays", shortest=2)
    months = _names("months", shortest=3)
    return re.compile(
        rf"\b(?:(?P<weekday>{weekdays})(?P<comma>\.?,?\s{{1,3}}(?:(?:the|den|le|el)\s)?))?"
        rf"(?:(?P<day>[0-9]{{1,2}})(?P<suffix>st|nd|rd|th|er|\.)?(?P<of>\s(?:(?:of|de)\s)?))?"
        rf"(?P<month>{months})\b(?:(?P<gap>[.,]{{0,2}}\s(?:de\s)?)(?P<year>[0-9]{{4}}))?(?![0-9])"
        rf"|(?<![0-9./-])(?P<n_day>[0-9]{{1,2}})(?P<n_sep>[./-])(?P<n_month>[0-9]{{1,2}})(?P=n_sep)"
        rf"(?P<n_year>[0-9]{{4}})(?![0-9]|[./-][0-9])"
        rf"|(?<![0-9./-])(?P<i_year>[0-9]{{4}})-(?P<i_month>[0-9]{{2}})-(?P<i_day>[0-9]{{2}})(?![0-9]|[./-][0-9])"
        rf"|(?<![0-9./-])(?P<only>[0-9]{{4}})(?![0-9]|[/-][0-9])",
        re.IGNORECASE,
    )


def _names(field: str, *, shortest: int) -> str:
    found = {form for language in READ for words in getattr(language, field) for form in forms(words)}
    return "|".join(sorted((re.escape(name) for name in found if len(name) >= shortest), key=len, reverse=True))


def _rewritten(found: re.Match[str], days: Mapping[date, date], code: str, *, vague: bool, year_too: bool) -> str:
    new = next((new for old, new in days.items() if _tells(found, old, vague=vague)), None)
    if new is None or (found["only"] and not year_too):
        return found[0]
    if found["only"]:
        return str(new.year)
    if found["i_day"]:
        return new.isoformat()
    if found["n_day"]:
        width, sep = len(found["n_month"]), found["n_sep"]
        return f"{new.day:0{len(found['n_day']) if width == 2 else 1}d}{sep}{new.month:0{width}d}{sep}{new.year}"
    written = _in_its_language("months", new.month - 1, found["month"], code)
    if found["day"]:
        written = f"{new.day}{_suffix(new.day, found['suffix'] or '')}{found['of']}{written}"
    if found["weekday"]:
        written = f"{_in_its_language('weekdays', new.weekday(), found['weekday'], code)}{found['comma']}{written}"
    return f"{written}{found['gap']}{new.year}" if found["year"] else written


def _tells(found: re.Match[str], day: date, *, vague: bool) -> bool:
    """Whether what was found in a text is that day, or with `vague` its month or year."""
    if found["only"]:
        return vague and int(found["only"]) == day.year
    for kind in ("n_", "i_"):
        if found[f"{kind}day"]:
            return (int(found[f"{kind}year"]), int(found[f"{kind}month"]), int(found[f"{kind}day"])) == (
                day.year,
                day.month,
                day.day,
            )
    if not _is_a_name(found) or _place_of("months", found["month"])[1] != day.month - 1:
        return False
    if found["year"] and int(found["year"]) != day.year:
        return False
    if found["day"]:
        return int(found["day"]) == day.day and (vague or bool(found["year"]))
    return vague and not found["weekday"]


def _is_a_name(found: re.Match[str]) -> bool:
    """Whether a month is meant, and not a word: `march` and `may` are, and `décembre` beside a figure is not."""
    if found["month"][0].isupper():
        return True
    english = _place_of("months", found["month"])[0].code == "en"
    return not english and bool(found["day"] or found["year"])


@cache
def _place_of(field: str, name: str, code: str = "en") -> tuple[Language, int, int]:
    """Return the language of a name of the calendar, its place in the year or the week, and which form of it it is.

    `code` is the language that is likeliest where several have the name.
    """
    wanted = name.casefold()
    return next(
        (language, place, forms(words).index(wanted))
        for language in sorted(READ, key=lambda one: one.code != code)
        for place, words in enumerate(getattr(language, field))
        if wanted in forms(words)
    )


def _language_of(text: str) -> str:
    """Return the code of the language in which a title or a heading is likeliest written."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    counts = {language.code: sum(word in _usual(language) for word in words) for language in READ}
    return max(counts, key=lambda code: counts[code])


@cache
def _usual(language: Language) -> frozenset[str]:
    fields = (language.meets, language.bodies, language.title_keys, language.minutes_keys, language.agenda)
    return frozenset(word for words in fields for form in forms(words) for word in form.split())


def _in_its_language(field: str, place: int, like: str, code: str) -> str:
    """Write a name of the calendar in the language of another one, short or in capitals where that was."""
    language, _, form = _place_of(field, like, code)
    names = forms(getattr(language, field)[place])
    name = names[-1] if form else names[0]
    return name.upper() if like.isupper() else name.capitalize() if like[0].isupper() else name


def _suffix(day: int, like: str) -> str:
    if like.casefold() in _ENGLISH_SUFFIXES:
        return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    if like == "er":
        return "er" if day == 1 else ""
    return like


def _in_new_quarters(text: str, days: Mapping[date, date]) -> tuple[str, bool]:
    """Move the quarters that a text tells on by as many as lie between the old day and the new one.

    Return with it whether there was one: a year beside it is then no year of its own.
    """
    old, new = next(iter(days.items()))
    by = _quarter(new) - _quarter(old)

    def moved(found: re.Match[str]) -> str:
        figure = found["number"] or found["nth"] or found["fourth"]
        number = int(figure) if figure else _ORDINALS.index(found["word"].casefold()) + 1
        years, place = divmod(number - 1 + by, 4)
        year = f"{found['gap']}{int(found['year']) + years}" if found["year"] else found["gap"]
        return _quarter_like(found, place + 1) + year

    return _QUARTER.sub(moved, text), _QUARTER.search(text) is not None


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3


def _quarter_like(found: re.Match[str], number: int) -> str:
    if found["q"]:
        return f"{found['q']}{number}"
    if found["nth"]:
        return f"{number}{_suffix(number, 'th')} {found['nth_of']}"
    if found["fourth"]:
        return f"{number}. {found['fourth_of']}"
    word = _ORDINALS[number - 1]
    written = word.upper() if found["word"].isupper() else word.capitalize() if found["word"][0].isupper() else word
    return f"{written} {found['word_of']}"
