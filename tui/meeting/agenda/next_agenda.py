"""The agenda of the next meeting of a series: what it takes over from the meeting before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.agenda.header import with_date_line
from tui.meeting.agenda.retitle import days_told, redated
from tui.meeting.dates.meeting_references import next_meeting
from tui.meeting.dates.recurrence_words import next_after, read_recurrence
from tui.meeting.dates.written_dates import find_date, months_on, read_when
from tui.meeting.model import Group, Meeting, Person, Presence, Section, SectionState, Value
from tui.meeting.outline.running_numbers import numbered_on
from tui.meeting.text.inline_markup import has_restricted

_OF_ONE_MEETING = frozenset(
    {
        "date", "next", "time", "start", "start time", "status", "version", "draft", "published", "issued", "reference",
        "ref", "papers", "apologies", "members of the public", "public", "attendance", "deadline", "recording",
    }
)  # fmt: skip
"""Header lines that hold for one meeting alone."""
_OF_THE_LAST = re.compile(
    r"\b(?:minutes|notes|(?:last|previous) meeting|protokoll|niederschrift|letzten sitzung|procès-verbal|compte rendu"
    r"|dernière réunion|acta|cofnodion)\b",
    re.IGNORECASE,
)
_EVERY_TIME = re.compile(
    r"\b(?:accounts?|payments?|reports?|statements?|figures|updates?|reviews?|performance|budgets?|finances?|financial"
    r"|bank|monitoring|returns?|actions|reconciliation|expenditure|receipts|invoices|sales|results|forecast|dashboard"
    r"|monthly|month|quarterly|bericht|zahlen|rapport|comptes|informe|cuentas|adroddiad|cyfrifon)\b",
    re.IGNORECASE,
)
"""What is about what comes up at every meeting, for its own month or quarter."""


class NextDay(Value, frozen=True, kw_only=True):
    """When the next meeting is, and what says so."""

    date: date
    by: str = ""
    """The words it follows from: `last Tuesday of the month`; empty where somebody gave it."""


def next_day(earlier: Meeting, previous: date | None = None) -> NextDay | None:
    """Find the day of the meeting after this one: from `Next:`, else from the recurrence; None where neither tells.

    `previous` is the day of the meeting before this one. Where this one has no regular day of its own after that, and
    is nearer to the coming one than to `previous`, it was that meeting held early.
    """
    day = next_meeting(earlier)
    if day is None:
        return None
    recurrence = read_recurrence(earlier.said("Repeats"))
    if recurrence is None or next_after(recurrence, earlier.date) != day:
        return NextDay(date=day, by=earlier.said("Next"))
    if (
        previous is not None
        and next_after(recurrence, previous) == day
        and day - earlier.date < earlier.date - previous
    ):
        day = next_after(recurrence, day) or day
    return NextDay(date=day, by=earlier.said("Repeats"))


def is_next_day(earlier: Meeting, expected: date, day: date) -> bool:
    """Whether a meeting held on a day is the one that was expected on another: held early, or late and then nearer.

    Held late, it is nearer to that day than to the day after it in the series.
    """
    if day <= expected:
        return True
    recurrence = read_recurrence(earlier.said("Repeats"))
    following = next_after(recurrence, expected) if recurrence else None
    return following is not None and day - expected < following - day


def next_agenda(earlier: Meeting, day: date, meeting_id: str, series: Sequence[Meeting] = ()) -> Meeting:
    """Make the meeting that follows an earlier one on a day, with its agenda, and standing in its first section.

    It takes over the sections in their order with number, heading, level, presenter, minutes and restriction, also
    those that were deferred or skipped; not their papers, nor the subsections of actions brought forward, which
    are made anew. Everybody is present again, but for guests who came for one section or unexpectedly, and the
    public. Header lines stay but for those that hold for one meeting alone, and title and headings tell the new date.
    Numbers that run on do so from the earlier meeting and those of the series before it, the last one first.
    """
    start, end = _times(earlier, day)
    made = Meeting(
        id=meeting_id,
        title=redated(earlier.title, {earlier.date: day}, vague=True),
        date=day,
        language=earlier.language,
        start=start,
        end=end,
        header=tuple(
            (key, redated(words, {earlier.date: day}, vague=True) if key.casefold() == "title" else words)
            for key, words in earlier.header
            if key == "Date" or _stays(key, words)
        ),
        people=invited_again(earlier),
        sections=_skeleton(earlier, day),
    )
    return numbered_on(with_date_line(made), (earlier, *series))


def invited_again(earlier: Meeting) -> tuple[Person, ...]:
    """Return those of an earlier meeting who are expected at the next one, all of them present."""
    invited = [person for person in earlier.people if not _was_visiting(person)]
    return tuple(_invited(person, number) for number, person in enumerate(invited, 1))


def _was_visiting(person: Person) -> bool:
    came = person.arrived is not None or person.arrived_in is not None
    return person.group is Group.PUBLIC or (person.group is Group.GUEST and (came or person.only_in is not None))


def _invited(person: Person, number: int) -> Person:
    return Person(
        id=number,
        name=person.name,
        capacity=person.capacity,
        abbreviation=person.abbreviation,
        email=person.email,
        group=person.group,
        presence=Presence.PRESENT,
    )


def _times(earlier: Meeting, day: date) -> tuple[time | None, time | None]:
    """Take the hours from the line `Next:` where it tells that day and them, else those of the earlier meeting."""
    if has_restricted(earlier.said("Date")):
        return None, None
    try:
        said = read_when(earlier.said("Next"), near=earlier.date)
    except BadInput:
        said = None
    if said is not None and said.date == day and said.start is not None:
        return said.start, said.end
    return earlier.start, earlier.end


def _stays(key: str, words: str) -> bool:
    """Whether a header line holds for the next meeting too; one that tells a date does not."""
    if key.casefold() in _OF_ONE_MEETING:
        return False
    if key.casefold() in ("title", "series", "repeats"):
        return True
    try:
        return find_date(words) is None
    except BadInput:
        return True


def _skeleton(earlier: Meeting, day: date) -> tuple[Section, ...]:
    made: list[Section] = []
    left_out: list[int] = []
    for section in earlier.sections:
        while left_out and left_out[-1] >= section.level:
            left_out.pop()
        if section.brought_from is not None:
            left_out.append(section.level)
            continue
        first = not made
        made.append(
            Section(
                id=len(made) + 1,
                heading=_heading(section.heading, earlier, day),
                number=section.number,
                level=section.level - len(left_out),
                presenter=section.presenter,
                minutes=section.minutes,
                state=SectionState.CURRENT if first else SectionState.UNREACHED,
                reached=1 if first else None,
                restricted=section.restricted,
            )
        )
    return tuple(made)


def _heading(heading: str, earlier: Meeting, day: date) -> str:
    """Word a heading for the new day: the minutes to agree are now those of the earlier meeting.

    Where it is about what comes every time, a month alone tells the day too: `Accounts for November 2026`.
    """
    last = _last_told(heading, earlier) if _OF_THE_LAST.search(heading) else None
    if last is not None:
        return redated(heading, {last: earlier.date}, vague=True, years=False)
    days = {earlier.date: day}
    following = next_meeting(replace(earlier, date=day, header=tuple(h for h in earlier.header if h[0] != "Next")))
    if following is not None:
        days[day] = following
    found = redated(heading, days)
    if found == heading and _EVERY_TIME.search(heading):
        return redated(heading, _months_on(earlier.date, day), vague=True, years=False)
    return found


def _last_told(heading: str, earlier: Meeting) -> date | None:
    """Return the day, or the first of the month, of the meeting before the earlier one, where a heading tells it."""
    return next((day for one in days_told(heading) if (day := one.last_before(earlier.date))), None)


def _months_on(earlier: date, day: date) -> dict[date, date]:
    """Return the months about a meeting, its own first, each with the one that takes its place at the next."""
    by = (day.year - earlier.year) * 12 + day.month - earlier.month
    reach = sorted(range(-abs(by), abs(by) + 1), key=abs)
    starts = (months_on(earlier.replace(day=1), ahead) for ahead in reach)
    return {start: moved for start in starts if start and (moved := months_on(start, by))}


def days_left(earlier: Meeting, made: Meeting) -> tuple[str, ...]:
    """Return the title and the headings of a new meeting that tell a day gone by, and are worded as before."""
    before = {earlier.title, *(section.heading for section in earlier.sections if section.brought_from is None)}
    words = (made.title, *(section.heading for section in made.sections))
    return tuple(one for one in words if one in before and _tells_what_is_past(one, made.date))


def _tells_what_is_past(words: str, day: date) -> bool:
    return any(one.last_before(day) is not None for one in days_told(words))
