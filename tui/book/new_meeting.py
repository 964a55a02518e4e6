"""Adding a meeting to the book, read from a paper or after the meeting before it, with its series' open actions."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec.structs import replace

from tui.book.file_names import file_name, series_keys
from tui.book.folder import Book, Read
from tui.book.local_zone import local_zone
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.opened import create_meeting, open_meeting
from tui.book.rescue.copies import copy_words
from tui.book.series import read_series
from tui.errors import BadInput
from tui.meeting.actions.brought_forward import BROUGHT_FORWARD, bring_forward
from tui.meeting.agenda.next_agenda import NextDay, days_left, invited_again, is_next_day, next_agenda, next_day
from tui.meeting.agenda.page_numbers import pages_on
from tui.meeting.dates.written_dates import WEEKDAYS, said_date
from tui.meeting.decisions.resolution_numbers import resolutions_on
from tui.meeting.history.journal import Journal, commit
from tui.meeting.languages.header_words import number_line
from tui.meeting.model import Entry, Meeting, Status, Value, Words
from tui.meeting.outline.running_numbers import numbered_on

_LONGEST = 80
"""Characters of a line of the meeting's head that a message holds."""


class NoDay(BadInput):
    """Nothing tells when the next meeting of a series is: whoever asks for it has to say."""


class Made(Value, frozen=True, kw_only=True):
    """A meeting just made, or one that was there already."""

    path: Path
    summary: str
    """What was done, in words: `9 sections, 4 people, 1 action brought forward`."""
    warnings: tuple[str, ...] = ()
    new: bool = True
    """False where the meeting was there already, and only what it lacked was brought forward to it."""
    title: Words = ""
    """The meeting's title."""


class Before(Value, frozen=True, kw_only=True):
    """The meeting of the book that a new one follows."""

    name: str
    """As the person named it."""
    meeting: Meeting
    expected: date | None
    """The day on which the series meets next; None where nothing tells it."""


def meeting_before(book: Book, after: str) -> Before:
    """Read the meeting that a new one follows, with the rest of the book. Raises BadInput, BookError."""
    earlier = read_meeting(book.find(after))
    expected = next_day(earlier, _previous(read_series(book, earlier), earlier))
    return Before(name=after, meeting=earlier, expected=expected.date if expected else None)


def last_before(book: Book, meeting: Meeting) -> Before | None:
    """Find the meeting of its series that a new one follows; None where there is none, or one stands on its day.

    Raises BookError.
    """
    found = read_series(book, meeting)
    earlier = next(iter(_before(found, meeting)), None)
    if earlier is None or _already(book, found, meeting, earlier) is not None:
        return None
    return Before(name=said_date(earlier.date), meeting=earlier, expected=None)


def add_meeting(book: Book, meeting: Meeting, where: str, before: Before | None, at: datetime) -> Made:
    """Add a meeting that was read from a paper to the book; `where` names the paper in messages.

    Where the paper names nobody, as agendas sent out beforehand seldom do, those of the meeting before it are expected
    again; where it numbers nothing, numbers that run on in the series do so. If the series has a meeting on that day
    already, the actions that it lacks are brought forward to it.
    Raises BadInput for a meeting that is not after the one before it; BookError.
    """
    if before is None:
        summary = f"{_outline(meeting)}, {_count(0, 'action')} brought forward"
        return Made(path=_created(book, meeting), summary=summary)
    earlier = before.meeting
    if earlier.date > meeting.date:
        message = f"{before.name} was on {said_date(earlier.date)}, after this meeting of {said_date(meeting.date)}"
        raise BadInput(message, where=where, hint="correct the date, or name an earlier meeting")
    found = read_series(book, meeting, earlier)
    there = _already(book, found, meeting, earlier)
    if there is None:
        as_before = not meeting.people
        meeting = replace(meeting, people=invited_again(earlier)) if as_before else meeting
        if not any(section.number for section in meeting.sections):
            meeting = numbered_on(meeting, (earlier, *_before(found, earlier)))
        meeting = _counted_on(meeting, (earlier, *_before(found, earlier)), given=meeting)
        return _made(book, meeting, earlier, found, at, as_before=as_before)
    made = _brought_into(*there, earlier, found, at)
    return with_warnings(made, (f"{made.path.name} is there already: {where} was left aside",))


def next_meeting_after(book: Book, path: Path, *, day: date | None = None, at: datetime, dry: bool = False) -> Made:
    """Make the meeting that follows one of the book, with its agenda, on a day or when the series meets next.

    If it is there already, the actions that it lacks are brought forward to it; without a day, that is also a meeting
    that was made for another day than the series would say. With `dry` nothing is written, and what would be made is
    said. Raises NoDay where nothing tells the day, BadInput where it is not later; BookError.
    """
    earlier = read_meeting(path)
    if day is not None and day <= earlier.date:
        raise BadInput(f"{path.name} was on {said_date(earlier.date)}", hint="give a later date")
    found = read_series(book, earlier)
    expected = NextDay(date=day) if day else next_day(earlier, _previous(found, earlier))
    later = [(file, one) for file, one in _series(found, earlier) if one.date > earlier.date]
    there = next((pair for pair in later if _is_next(earlier, pair[1], expected, fixed=day is not None)), None)
    if there is not None:
        return _there(*there) if dry else _brought_into(*there, earlier, found, at)
    if expected is None:
        raise NoDay(f"nothing tells when the meeting after {path.name} is", hint=_why_no_day(earlier))
    meeting = next_agenda(earlier, expected.date, uuid.uuid4().hex, _before(found, earlier))
    meeting = _counted_on(meeting, (earlier, *_before(found, earlier)))
    if (there := _already(book, found, meeting, earlier)) is not None:
        return _there(*there) if dry else _brought_into(*there, earlier, found, at)
    visitors = len(earlier.people) - len(meeting.people)
    made = _made(book, meeting, earlier, found, at, by=expected.by, visitors=visitors, dry=dry)
    left = (f"check “{words}”: it tells a day gone by, as before" for words in days_left(earlier, meeting))
    return with_warnings(made, tuple(left))


def _counted_on(meeting: Meeting, series: Sequence[Meeting], given: Meeting | None = None) -> Meeting:
    """Return a meeting whose resolutions and pages go on from the series; what its own paper gives of them stays."""
    if given is None or not number_line(given, "resolution_keys")[1]:
        meeting = resolutions_on(meeting, series)
    return pages_on(meeting, series) if given is None or not number_line(given, "page_keys")[1] else meeting


def _there(path: Path, meeting: Meeting) -> Made:
    return Made(path=path, summary=f"{_day(meeting)}: the meeting is there already", new=False, title=meeting.title)


def _already(book: Book, found: Sequence[Read], meeting: Meeting, earlier: Meeting) -> tuple[Path, Meeting] | None:
    """Find the meeting of the book that a new one would be: of its series and on its day, or in a file of its name."""
    name = file_name(meeting)
    named = (book.read_file(read.path) for read in found if read.path.name == name and not read.copy_of)
    likely = (*_series(found, meeting), *((one.path, one.meeting) for one in named if one.meeting))
    return next((one for one in likely if one[1].date == meeting.date and one[1].id != earlier.id), None)


def _is_next(earlier: Meeting, meeting: Meeting, expected: NextDay | None, *, fixed: bool) -> bool:
    """Whether a later meeting of the series is the one that follows an earlier one."""
    if expected is None or meeting.date == expected.date:
        return True
    return not fixed and is_next_day(earlier, expected.date, meeting.date)


def _why_no_day(earlier: Meeting) -> str:
    if repeats := earlier.said("Repeats"):
        return f"“{repeats[:_LONGEST]}” does not tell; give --date"
    return "give --date; in an agenda, a line such as “Repeats: last Tuesday of the month” tells it"


def _series(found: Sequence[Read], meeting: Meeting) -> list[tuple[Path, Meeting]]:
    """Return the other meetings of a meeting's series, with their files, by date."""
    keys = series_keys(meeting)
    same = [
        (read.path, read.meeting)
        for read in found
        if read.meeting and not read.copy_of and read.meeting.id != meeting.id and keys & series_keys(read.meeting)
    ]
    return sorted(same, key=lambda one: (one[1].date, one[0].name))


def _before(found: Sequence[Read], meeting: Meeting) -> list[Meeting]:
    """Return the meetings of the series before another one, the last first."""
    return [one for _, one in _series(found, meeting) if one.date < meeting.date][::-1]


def _previous(found: Sequence[Read], meeting: Meeting) -> date | None:
    """Return the day of the meeting of the series before another one."""
    return next((one.date for one in _before(found, meeting)), None)


def _brought(
    meeting: Meeting, earlier: Meeting, found: Sequence[Read], at: datetime, changed: frozenset[int] = frozenset()
) -> Meeting:
    """Return a meeting with the open actions of its series, and of the meeting named as the one before it."""
    series = [one for _, one in _series(found, meeting) if one.id != earlier.id]
    before = [earlier, *(one for one in series if one.date < meeting.date)]
    later = [one for one in series if one.date >= meeting.date]
    return bring_forward(meeting, before, at, later=later, changed=changed)


def _made(
    book: Book,
    meeting: Meeting,
    earlier: Meeting,
    found: Sequence[Read],
    at: datetime,
    *,
    by: str = "",
    visitors: int = 0,
    as_before: bool = False,
    dry: bool = False,
) -> Made:
    """Write a new meeting with the actions brought forward to it, unless `dry`, and say what it holds.

    `by` are the words its date follows from, `visitors` are those of the earlier meeting who are not expected;
    `as_before` tells that the others are expected because the agenda names nobody.
    """
    meeting = _brought(meeting, earlier, found, at)
    when = _day(meeting) + (f", by “{by[:_LONGEST]}”" if by else "")
    outline = _outline(meeting) + (f" ({_count(visitors, 'visitor')} left out)" if visitors else "")
    outline += f" as on {said_date(earlier.date)}" if as_before and meeting.people else ""
    summary = f"{when}; {outline}, {_brought_words(meeting)}"
    path = book.folder / file_name(meeting) if dry else _created(book, meeting)
    return Made(path=path, summary=summary, warnings=_unread(found), title=meeting.title)


def _created(book: Book, meeting: Meeting) -> Path:
    return create_meeting(book.folder, replace(meeting, zone=meeting.zone or local_zone()))


def _brought_into(path: Path, meeting: Meeting, earlier: Meeting, found: Sequence[Read], at: datetime) -> Made:
    """Bring forward what a meeting that is there already lacks, and say what was done."""
    said = f"{_day(meeting)}: the meeting is there already"
    if meeting.closed or meeting.approval:
        ended = "its notes are approved" if meeting.approval else "it is closed"
        return Made(path=path, summary=f"{said} and {ended}; nothing was brought forward", new=False)
    before = read_journal(path)
    after = _caught_up(before, earlier, found, at)
    if after is not before:
        with open_meeting(path) as opened:
            # What it lacked was found without its lock; somebody may have changed it since.
            before = opened.journal
            after = _caught_up(before, earlier, found, at)
            opened.take(after)
    there, now = _brought_entries(before.meeting), _brought_entries(after.meeting)
    renewed = sum(1 for entry_id, entry in there.items() if entry != now[entry_id])
    counts = [f"{_count(len(now) - len(there), 'action')} brought forward ({len(there)} already there)"]
    if renewed:
        counts.append(f"{renewed} brought up to date")
    return Made(path=path, summary=f"{said}; {', '.join(counts)}", warnings=_unread(found), new=False)


def _caught_up(journal: Journal, earlier: Meeting, found: Sequence[Read], at: datetime) -> Journal:
    """Return a meeting's journal with what it lacked brought forward; the same journal where that is nothing."""
    changed = frozenset(
        part.id
        for change in journal.history
        if change.what != BROUGHT_FORWARD
        for part in change.parts
        if part.table == "entries" and part.before is not None and part.after is not None
    )
    meeting = _brought(journal.meeting, earlier, found, at, changed)
    return commit(journal, meeting, BROUGHT_FORWARD, at)


def _brought_words(meeting: Meeting) -> str:
    """Say how many actions were brought forward, and how many of those were settled since the last meeting."""
    brought = [one.action for one in _brought_entries(meeting).values() if one.action]
    left = sum(1 for action in brought if action.status is Status.OPEN)
    settled = f", {len(brought) - left} settled since" if left < len(brought) else ""
    return f"{_count(left, 'action')} brought forward{settled}"


def _brought_entries(meeting: Meeting) -> dict[int, Entry]:
    return {entry.id: entry for entry in meeting.entries if entry.action and entry.action.origin}


def with_warnings(made: Made, warnings: Sequence[str]) -> Made:
    """Return what was made with more warnings, before its own."""
    return replace(made, warnings=(*warnings, *made.warnings))


def _unread(found: Sequence[Read]) -> tuple[str, ...]:
    """Warn of the meetings whose actions may be missing: their files can't be read, or they are copies of others."""
    unread = (f"{read.error}; if it is of this series, its actions are missing" for read in found if read.error)
    copies = (copy_words(read.path.name, read.copy_of) for read in found if read.copy_of and not read.error)
    return (*unread, *(f"{words}; until then, its own actions are not brought forward" for words in copies))


def _day(meeting: Meeting) -> str:
    return f"{WEEKDAYS[meeting.date.weekday()]} {said_date(meeting.date)}"


def _outline(meeting: Meeting) -> str:
    people = "1 person" if len(meeting.people) == 1 else f"{len(meeting.people)} people"
    return f"{_count(len(meeting.sections), 'section')}, {people}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
