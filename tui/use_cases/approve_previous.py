"""Approval across meetings: a meeting that agreed the minutes of an earlier one approves them in that one's file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from tui.book.file_names import series_keys
from tui.book.folder import Book
from tui.book.house import ASK, house_choice
from tui.book.keeping.holding import standing
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.opened import open_meeting
from tui.errors import MeetingHeld, MinutebookError
from tui.meeting.approval.agreed_minutes import Agreed, minutes_agreed, name_of_meeting, speaks_of_minutes
from tui.meeting.approval.approving import agree
from tui.meeting.dates.written_dates import said_date
from tui.meeting.model import Approval, Meeting, Value


class AutoApproval(Value, frozen=True, kw_only=True):
    """What came of approving an earlier meeting's minutes."""

    words: str
    """For the user: `The minutes of 27 August 2019 are approved by the meeting of 24 September 2019`."""
    done: bool
    """False where it could not be done now and is tried again next time."""


class _EarlierMinutes(Value, frozen=True, kw_only=True):
    """An earlier meeting, and what this one says of its minutes."""

    path: Path
    meeting: Meeting
    approval: Approval | None


def approve_previous(book: Book, meeting: Meeting, at: datetime) -> tuple[AutoApproval, ...]:
    """Approve the minutes that a meeting agreed, and withdraw what it no longer agrees; repeating it changes nothing.

    It reads the book only for a meeting whose agenda speaks of the last minutes. What another program has open, or
    what can't be written, stays as it is and is reported. Raises BookError where the book can't be read.
    """
    if not speaks_of_minutes(meeting):
        return ()
    by = name_of_meeting(meeting)
    found: list[AutoApproval] = []
    for wanted in _wanted(book, meeting, by):
        try:
            # Most often there is nothing to do, and then nobody needs to be asked for the file.
            if agree(journal := read_journal(wanted.path), by, wanted.approval, at) is journal:
                continue
            with open_meeting(wanted.path) as opened:
                opened.take(agree(opened.journal, by, wanted.approval, at))
        except MinutebookError as error:
            found.append(AutoApproval(words=_not_done(wanted, error), done=False))
        else:
            found.append(AutoApproval(words=f"{_done(wanted, by)}{_sealing_asked(book, wanted)}", done=True))
    return (*found, *_missing(book, meeting))


def approve_missed(book: Book, path: Path, at: datetime) -> tuple[AutoApproval, ...]:
    """Do what is left to do for a meeting about to be approved or published: its own decision, and later meetings'.

    Raises BookError where the meeting or the book cannot be read.
    """
    meeting = read_meeting(path)
    found = list(approve_previous(book, meeting, at))
    for read in book.read():
        later = read.meeting
        if later is None or read.path.resolve() == path.resolve() or not _is_before(meeting, later):
            continue
        if minutes_agreed(later):
            found.extend(approve_previous(book, later, at))
    return tuple(dict.fromkeys(found))


def _wanted(book: Book, meeting: Meeting, by: str) -> Iterator[_EarlierMinutes]:
    """Return the earlier meetings whose approval this one has, or had, a say in."""
    earlier = _earlier(book, meeting)
    agreed = _by_date(minutes_agreed(meeting), earlier)
    for path, one in earlier:
        if one.date in agreed:
            said = agreed[one.date]
            approval = Approval(by=by, at=said.at, corrections=said.corrections)
            if one.approval != approval:
                yield _EarlierMinutes(path=path, meeting=one, approval=approval)
        elif one.approval is not None and by in (one.approval.by, one.approval.confirmed and one.approval.confirmed.by):
            yield _EarlierMinutes(path=path, meeting=one, approval=None)


def _by_date(found: tuple[Agreed, ...], earlier: list[tuple[Path, Meeting]]) -> dict[date, Agreed]:
    """Say which day's minutes each decision agrees; the first that agrees a day's counts."""
    agreed: dict[date, Agreed] = {}
    for one in found:
        for day in one.dates or (meeting.date for _, meeting in earlier[-1:]):
            agreed.setdefault(day, one)
    return agreed


def _missing(book: Book, meeting: Meeting) -> tuple[AutoApproval, ...]:
    days = {one.date for _, one in _earlier(book, meeting)}
    named = dict.fromkeys(day for one in minutes_agreed(meeting) for day in one.dates if day not in days)
    return tuple(
        AutoApproval(
            words=f"The minutes of {said_date(day)} were agreed, but that meeting is not in the book", done=False
        )
        for day in named
    )


def _earlier(book: Book, meeting: Meeting) -> list[tuple[Path, Meeting]]:
    """Return the series' meetings before this one with their files, oldest first."""
    found = [(read.path, read.meeting) for read in book.read() if read.meeting and _is_before(read.meeting, meeting)]
    return sorted(found, key=lambda pair: (pair[1].date, pair[1].title, pair[1].id))


def _is_before(one: Meeting, other: Meeting) -> bool:
    return one.date < other.date and one.id != other.id and bool(series_keys(one) & series_keys(other))


def _done(wanted: _EarlierMinutes, by: str) -> str:
    minutes = f"The minutes of {said_date(wanted.meeting.date)}"
    stands = wanted.meeting.approval
    if stands is not None and stands.by != by:
        return _confirmed(minutes, stands, by, wanted.approval)
    if wanted.approval is None:
        return f"{minutes} are a draft again: {by} agrees them no more"
    return f"{minutes} are approved by {by}{_with_corrections(wanted.approval)}"


def _sealing_asked(book: Book, wanted: _EarlierMinutes) -> str:
    """Say how the minutes are sealed, if they were just approved and the house asks after that; else nothing."""
    if wanted.approval is None:
        return ""
    try:
        asks = house_choice(book.folder, wanted.meeting).sealing == ASK and standing(wanted.path) is None
    except MinutebookError:
        # They are approved all the same, and who asks for the house's choice is told what is wrong with it.
        return ""
    return f"; the house asks whether to seal them: minutebook seal {wanted.path.stem}" if asks else ""


def _confirmed(minutes: str, stands: Approval, by: str, approval: Approval | None) -> str:
    """Say what a later meeting made of minutes that somebody had approved before it."""
    before = f"{minutes}, approved by {stands.by}, are"
    if approval is None:
        return f"{before} no longer confirmed by {by}"
    return f"{before} confirmed by {by}{_with_corrections(approval)}"


def _with_corrections(approval: Approval) -> str:
    count = len(approval.corrections)
    return f", with {count} correction{'' if count == 1 else 's'}" if count else ""


def _not_done(wanted: _EarlierMinutes, error: MinutebookError) -> str:
    again = "it is tried again when this meeting is next left, captured, approved or published"
    why = error.message if isinstance(error, MeetingHeld) else str(error)
    state = "a draft again" if wanted.approval is None else "approved"
    return f"The minutes of {said_date(wanted.meeting.date)} could not be made {state}: {why}; {again}"
