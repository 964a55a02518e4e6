"""The day and the hours of a meeting, changed: what was said relative to the day is reckoned again."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from msgspec.structs import replace

from tui.errors import BadInput, Refused
from tui.meeting.agenda.header import with_date_line
from tui.meeting.dates.due import due_from_words, find_due
from tui.meeting.dates.moments import Moment, hours_in, moments_in
from tui.meeting.dates.written_dates import WEEKDAYS, days_on, find_date, said_date
from tui.meeting.hours.zone import wall_clock
from tui.meeting.languages.languages import words_of
from tui.meeting.model import Action, Break, Due, Entry, Meeting, Person
from tui.meeting.text.inline_markup import masked

_HALF_A_YEAR = timedelta(days=182)
_NO_TIME = frozenset({"", "-", "–", "none"})
_BARE_STRETCH = re.compile(r"(?P<first>\d{1,2})\s*(?:-|–|to)\s*(?P<last>\d{1,2})")


def set_date(meeting: Meeting, words: str) -> Meeting:
    """Put the meeting on another day, or on a stretch of days, with its hours where the words tell them.

    A day without a year is the nearest to the meeting's own. What was said relative to the day follows: the due days
    of the actions that arose in this meeting, and the times noted on the old day. Raises Refused for what is no day,
    or not the weekday it is said to be.
    """
    said = read_day_of(words, near=meeting.date)
    if said.date == meeting.date and said.last == meeting.last_date and not said.start:
        return meeting
    old = meeting.date
    moved = replace(meeting, date=said.date, last_date=said.last)
    if said.start is not None:
        moved = replace(moved, start=said.start, end=said.end)
    moved = with_date_line(_shifted(moved, old))
    return _due_again(moved) if said.date != old else moved


def read_day_of(words: str, *, near: date) -> Moment:
    """Read the day, or the stretch of days, that somebody gives a meeting; without a year, the nearest to another day.

    Raises Refused where it is no day, more than one, or another weekday than the one said.
    """
    try:
        found = moments_in(words, near=max(date.min + _HALF_A_YEAR, near) - _HALF_A_YEAR)
        if not found:
            find_date(words, near=near)
    except BadInput as error:
        raise Refused(error.message, hint=error.hint) from None
    if not found:
        raise Refused(f"“{words.strip()}” is no date" if words.strip() else "which day?", hint="27 August 2019")
    if len(found) > 1:
        days = " and ".join(said_date(one.date) for one in found[:2])
        raise Refused(f"two days are named: {days}", hint="give one, or a stretch of days: 8–9 December 2026")
    return fitting(found[0])


def read_day_alone(words: str, *, near: date) -> date:
    """Read words that are a day and nothing else; without a year, the first such day on or after another one.

    Raises Refused where they are not, and for another weekday than the one said.
    """
    try:
        found = moments_in(words, near=near)
        if not found:
            find_date(words, near=near)
    except BadInput as error:
        raise Refused(error.message, hint=error.hint) from None
    if not found:
        raise Refused(f"“{words.strip()}” is not a date", hint="write it as 2019-08-27 or 27 August 2019")
    one = fitting(found[0])
    beside = words[: one.span[0]] + words[one.span[1] :]
    if one.last is not None or any(character.isalnum() for character in beside):
        raise Refused(f"“{words.strip()}” is more than a day", hint="give the day alone: 27 August 2019")
    return one.date


def fitting(said: Moment) -> Moment:
    """Return a day that falls on the weekday written beside it. Raises Refused for one that does not."""
    if said.weekday_fits:
        return said
    day = said.date
    written = WEEKDAYS[said.weekday or 0]
    right = [days_on(day, step * way) for step in range(1, 4) for way in (-1, 1)]
    nearest = next((one for one in right if one and one.weekday() == said.weekday), None)
    hint = f"give the date alone, or {written} {said_date(nearest)}" if nearest else "give the date alone"
    raise Refused(f"{said_date(day)} is a {WEEKDAYS[day.weekday()]}, not a {written}", hint=hint)


def set_time(meeting: Meeting, words: str) -> Meeting:
    """Say when the meeting begins, and ends where that is said: `18:30`, `10–12`, `6.30 pm to 8 pm`; `none` for none.

    Raises Refused for what is no time of day.
    """
    start, end = _hours(words)
    header = tuple((key, said) for key, said in meeting.header if key.casefold() not in words_of("time_keys"))
    return with_date_line(replace(meeting, start=start, end=end, header=header))


def _hours(words: str) -> tuple[time | None, time | None]:
    said = words.strip()
    if said.casefold() in _NO_TIME:
        return None, None
    try:
        if (bare := _BARE_STRETCH.fullmatch(said)) is not None:
            said = f"{bare['first']}:00-{bare['last']}:00"
        elif said.isdecimal() and len(said) <= 2:
            said = f"{said}:00"
        found = hours_in(said)
    except BadInput as error:
        raise Refused(error.message, hint=error.hint) from None
    if found is None:
        raise Refused(f"“{words.strip()}” is no time of day", hint="18:30, 6.30 pm, or 18:30–20:00")
    return found.start, found.end


def _shifted(meeting: Meeting, old: date) -> Meeting:
    """Take what was noted on the old day along to the new one."""
    by = meeting.date - old

    def moved(moment: datetime | None) -> datetime | None:
        return moment + by if moment is not None and wall_clock(meeting, moment).date() == old else moment

    def person(one: Person) -> Person:
        return replace(one, arrived=moved(one.arrived), left=moved(one.left))

    def adjourned(one: Break) -> Break:
        return replace(one, adjourned=moved(one.adjourned), resumed=moved(one.resumed))

    return replace(
        meeting,
        started=moved(meeting.started),
        closed=moved(meeting.closed),
        people=tuple(map(person, meeting.people)),
        breaks=tuple(map(adjourned, meeting.breaks)),
    )


def _due_again(meeting: Meeting) -> Meeting:
    """Read again, for the new day, when this meeting's own actions are due."""

    def again(entry: Entry) -> Entry:
        action = entry.action
        if action is None or action.due is None or action.origin is not None:
            return entry
        due = _read_again(meeting, entry, action.due)
        return entry if due == action.due else replace(entry, action=_with_due(action, due))

    return replace(meeting, entries=tuple(map(again, meeting.entries)))


def _read_again(meeting: Meeting, entry: Entry, due: Due) -> Due:
    if not due.in_text:
        return due_from_words(meeting, due.words)
    found = find_due(meeting, masked(entry.text))
    return found if found is not None and found.words == due.words else due


def _with_due(action: Action, due: Due) -> Action:
    return replace(action, due=due)


def dues_moved(before: Meeting, after: Meeting) -> int:
    """Count the actions whose due day is another one since the meeting's day was changed."""
    days = {entry.id: entry.action.due.date for entry in before.entries if entry.action and entry.action.due}
    return sum(
        1
        for entry in after.entries
        if entry.action and entry.action.due and days.get(entry.id) != entry.action.due.date
    )
