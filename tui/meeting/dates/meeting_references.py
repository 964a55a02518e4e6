"""Meetings as actions name them (`the April 2017 meeting`, `the next meeting`) and the dates that follow."""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.dates.day_reading import Reading
from tui.meeting.dates.other_languages import dates_in_english
from tui.meeting.dates.recurrence_words import in_month, next_after, read_recurrence
from tui.meeting.dates.weekdays import coming
from tui.meeting.dates.written_dates import (
    MONTH,
    WEEKDAY,
    date_at,
    days_on,
    find_date,
    month_number,
    months_on,
    weekday_number,
)
from tui.meeting.languages.header_words import said_under
from tui.meeting.model import Meeting, NamedMeeting, Value
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.plain_text import plain

_FLAGS = re.ASCII | re.IGNORECASE
_STOP = (
    r"(?!(?:a|an|the|to|at|for|by|in|on|with|from|of|or|before|after|into|about|that|this|these|which|who|whether|if|is|are|"
    r"be|was|will|has|have|had|as|it|them|him|her|there|meetings?|report|update|provide|discuss|review|present|bring)\b)"
)
_WORD = rf"{_STOP}[A-Za-z][A-Za-z0-9&'/-]{{0,39}}"
_DETERMINER = Pattern(r"(?P<word>the|our|its|their|this|a|an|any|some|each) ", _FLAGS)
_BEFORE = Pattern(rf"(?!and\b){_WORD} ", _FLAGS)
_OF_A_BODY = r"(?:of (?:the )?(?-i:[A-Z])[A-Za-z0-9&'/-]{0,39} )?"
_REST = Pattern(
    rf"(?P<kind>(?:(?:{_WORD}|&) ){{0,4}}?{_OF_A_BODY})(?:meeting|(?P<general>AGM|EGM|SGM))\b(?!['-])", _FLAGS
)
_GENERAL = Pattern(
    rf"(?:(?:next|coming) )?(?:{_WORD} ){{0,2}}?"
    rf"(?:(?:annual|extraordinary|special) general meeting|AGM|EGM|SGM)\b(?!['-])",
    _FLAGS,
)
_MEETING = Pattern(rf"(?P<kind>(?:{_WORD} ){{0,4}}?)meeting\b(?!['-])", _FLAGS)

_OWN = Pattern(
    rf"(?:(?P<ahead>next|this) (?P<unit>month|week|year)'s|(?:(?:next|this) )?(?P<weekday>{WEEKDAY})'s"
    rf"|(?P<tomorrow>tomorrow)'s) ",
    _FLAGS,
)
_MONTH = Pattern(rf"(?P<month>{MONTH})\b\.?(?:'s)?(?:,? (?P<year>[0-9]{{4}}))?(?![0-9'-])", _FLAGS)
_ORDER = Pattern(
    r"(?P<next>next|following)(?P<one> but one|-but-one)? "
    r"|(?:another|future|later|subsequent|forthcoming|upcoming|coming|autumn|spring|summer|winter|new year) ",
    _FLAGS,
)

_AFTER_NEXT = Pattern(r" (?:after (?:the )?next(?: one)?|but one)\b", _FLAGS)
_ON = Pattern(r",? (?:(?:to be )?held )?(?:(?:on|of) )?(?=[A-Za-z0-9])", _FLAGS)
_IN = Pattern(r" (?:in|of) (?=[A-Za-z])", _FLAGS)
_OF_OTHERS = Pattern(r" (?:of|with|between)(?: the)?(?: [A-Z][A-Za-z0-9&'/-]{0,39}){1,4}", re.ASCII)
_WITH_OTHERS = Pattern(r" (?:with|between)\b", _FLAGS)
_A_THING = Pattern(
    r" (?:minutes?|notes?|rooms?|papers?|packs?|reports?|dates?|times?|venues?|records?|schedules?"
    r"|invit\w{0,9}|links?|points?|space|place|structures?|cycles?|arrangements?|actions?|outcomes?|summary|attendance|attendees)\b",
    _FLAGS,
)
_CLAUSE_ENDS = Pattern(r"\s?(?:$|[^\sA-Za-z0-9]|(?:to|and|or|if|when|once|so|but|on|in|with|for|via|by)\b)", _FLAGS)
_USUAL = frozenset("regular scheduled ordinary full formal main usual normal own and &".split())


class _When(Value, frozen=True, kw_only=True):
    """Words that say when a meeting is, and its date if it is one of this series."""

    end: int
    date: date | None = None
    certain: bool = False
    """True where the date holds whatever body meets."""
    named: NamedMeeting | None = None
    """The meeting if it is one of this series; None where the words tell its date themselves."""


def read_meeting(
    text: str, place: int, meeting: Meeting, *, any_meeting: bool = False, bare: bool = False
) -> Reading | None:
    """Read a meeting that is to come, at a place in a levelled text.

    A meeting counts where its words say when (`the next`, `the April`, `a future`), and a general meeting always;
    with `any_meeting`, as after `by`, every named one does. `bare` reads `meeting on 25 April`, without an article.
    """
    article = _DETERMINER.match(text, place)
    start = article.end() if article else place
    found = _timed(text, start, meeting, most=4 if article else 1)
    if found is None and article and (general := _GENERAL.match(text, start)):
        found = _When(end=general.end()), "general"
    if found is None and (article or bare):
        found = _untimed(text, start, meeting, any_meeting=any_meeting)
    if found is None or _A_THING.match(text, found[0].end):
        return None
    when, others = found
    when = _followed(text, when.end, meeting) or when
    definite = article is None or article["word"].lower() not in ("a", "an", "any", "some", "each")
    body = _OF_OTHERS.match(text, when.end)
    ours = definite and not body and _ours(others, meeting) and not _WITH_OTHERS.match(text, when.end)
    return Reading(
        end=body.end() if body else when.end,
        date=when.date if ours or when.certain else None,
        meeting=when.named if ours else None,
    )


def next_meeting(meeting: Meeting) -> date | None:
    """Find the date of the next meeting: from `Next:`, else from the recurrence; None where neither tells."""
    try:
        written = find_date(dates_in_english(meeting.language, said_under(meeting, "Next")), near=meeting.date)
    except BadInput:
        written = None
    if written is not None and written.date > meeting.date:
        return written.date
    recurrence = read_recurrence(meeting.said("Repeats"))
    return next_after(recurrence, meeting.date) if recurrence else None


def meeting_in(meeting: Meeting, month: int, year: int | None = None) -> date | None:
    """Find the date of the series' coming meeting in a month; None where nothing tells which day it is."""
    following = next_meeting(meeting)
    if following is not None and following.month == month and year in (None, following.year):
        return following
    recurrence = read_recurrence(meeting.said("Repeats"))
    if recurrence is None or not recurrence.by_month:
        return None
    years = (year,) if year is not None else (meeting.date.year, meeting.date.year + 1)
    found = (in_month(recurrence, each, month, meeting.date) for each in years)
    return next((day for day in found if day is not None and day > meeting.date), None)


def _timed(text: str, start: int, meeting: Meeting, *, most: int) -> tuple[_When, str] | None:
    """Read words that say when, a few words in, and on to `meeting`; with them, the words that say what sort it is."""
    place = start
    for _ in range(most):
        when = _when(text, place, meeting)
        if when is not None and (rest := _REST.match(text, when.end)) is not None:
            others = text[start:place] + rest["kind"] + (rest["general"] or "")
            return replace(when, end=rest.end()), others
        step = _BEFORE.match(text, place)
        if step is None:
            break
        place = step.end()
    return None


def _untimed(text: str, start: int, meeting: Meeting, *, any_meeting: bool) -> tuple[_When, str] | None:
    """Read `meeting` after words that don't say when; it counts where words after it do, or any named one counts."""
    match = _MEETING.match(text, start)
    if match is None:
        return None
    when = _followed(text, match.end(), meeting)
    if when is None and any_meeting and match["kind"] and _CLAUSE_ENDS.match(text, match.end()):
        when = _When(end=match.end())
    return (when, match["kind"]) if when else None


def _when(text: str, place: int, meeting: Meeting) -> _When | None:
    """Read the words before `meeting` that say when it is."""
    if (own := _OWN.match(text, place)) is not None:
        return _owned(own, meeting)
    if (day := _day(text, place, meeting)) is not None and text[day.end : day.end + 1] == " ":
        return _When(end=day.end + 1, date=day.date, certain=True)
    if (month := _MONTH.match(text, place)) is not None and text[month.end() : month.end() + 1] == " ":
        return _month_named(month, meeting, end=month.end() + 1)
    if (order := _ORDER.match(text, place)) is None:
        return None
    if not order["next"]:
        return _When(end=order.end())
    return _ahead(meeting, 2 if order["one"] else 1, end=order.end())


def _owned(match: re.Match[str], meeting: Meeting) -> _When:
    """Find the date of `next month's`, `Tuesday's` or `tomorrow's` meeting."""
    if match["weekday"]:
        return _When(end=match.end(), date=coming(meeting.date, weekday_number(match["weekday"])), certain=True)
    if match["tomorrow"]:
        return _When(end=match.end(), date=days_on(meeting.date, 1), certain=True)
    unit, ahead = match["unit"].lower(), match["ahead"].lower() == "next"
    following = next_meeting(meeting)
    if unit == "month":
        month = months_on(meeting.date.replace(day=1), int(ahead))
        return _in_named_month(meeting, month.month, month.year, end=match.end()) if month else _When(end=match.end())
    if unit == "week" and following is not None:
        weeks = (following.toordinal() - 1) // 7 - (meeting.date.toordinal() - 1) // 7
        return _ahead(meeting, 1, end=match.end()) if weeks == ahead else _When(end=match.end())
    return _When(end=match.end())


def _followed(text: str, place: int, meeting: Meeting) -> _When | None:
    """Read the words after `meeting` that say when it is: `after next`, `on 25 April`, `in April 2017`."""
    if (after := _AFTER_NEXT.match(text, place)) is not None:
        return _ahead(meeting, 2, end=after.end())
    on = _ON.match(text, place)
    if on is not None and (day := _day(text, on.end(), meeting)) is not None:
        return _When(end=day.end, date=day.date, certain=True)
    within = _IN.match(text, place)
    month = _MONTH.match(text, within.end()) if within else None
    return _month_named(month, meeting, end=month.end()) if month else None


def _day(text: str, place: int, meeting: Meeting) -> Reading | None:
    try:
        found = date_at(text, place, near=meeting.date)
    except BadInput:
        return None
    return Reading(end=found.span[1], date=found.date) if found else None


def _month_named(match: re.Match[str], meeting: Meeting, *, end: int) -> _When:
    year = int(match["year"]) if match["year"] else None
    return _in_named_month(meeting, month_number(match["month"]), year, end=end)


def _in_named_month(meeting: Meeting, month: int, year: int | None, *, end: int) -> _When:
    named = NamedMeeting(said=meeting.date, month=month, year=year)
    return _When(end=end, date=meeting_in(meeting, month, year), named=named)


def _ahead(meeting: Meeting, ahead: int, *, end: int) -> _When:
    """Name the next meeting, or the one after it."""
    day = next_meeting(meeting) if ahead == 1 else _second_next(meeting)
    return _When(end=end, date=day, named=NamedMeeting(said=meeting.date, ahead=ahead))


def _second_next(meeting: Meeting) -> date | None:
    following, recurrence = next_meeting(meeting), read_recurrence(meeting.said("Repeats"))
    return next_after(recurrence, following) if following and recurrence else None


def _ours(others: str, meeting: Meeting) -> bool:
    """Whether words such as `regular` or `Committee` leave it a meeting of this series, not of another body."""
    known = set(_words(f"{meeting.title} {meeting.series} {meeting.said('Repeats')}")) | _USUAL
    recurrence = read_recurrence(meeting.said("Repeats"))
    if recurrence is not None and recurrence.monthly:
        known.add("monthly")
    return all(word in known for word in _words(others))


def _words(text: str) -> list[str]:
    return [word.removesuffix("'s") for word in re.findall(r"[a-z0-9&'/-]+", plain(text).casefold())]
