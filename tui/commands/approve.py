"""Signing off: `approve`."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.closing import say_approvals
from tui.commands.keeping.records import offer_seal
from tui.commands.shared import now, opening, say, warn, with_book
from tui.errors import BadInput, MinutebookError

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.meeting.model import Meeting


@click.command()
@click.argument("meeting", required=False)
@click.option("--by", metavar="WHO", help="Who approved them; else the words of the line Chair:.")
@click.option("--date", "day", metavar="D", help="The day on which they did; else today.")
@click.option(
    "--correction", "corrections", metavar="WORDS", multiple=True, help="What is to be corrected; repeatable."
)
@click.option("--withdraw", is_flag=True, help="Make the notes a draft again.")
@with_book
def approve(
    book: Book, meeting: str | None, by: str | None, day: str | None, corrections: tuple[str, ...], withdraw: bool
) -> None:
    """Sign off the notes of a meeting; what is changed afterwards is printed as an amendment, with its date.

    A meeting that agrees the minutes of the last one, in a section whose heading speaks of them, approves those by
    itself.
    """
    if withdraw and (by is not None or day is not None or corrections):
        raise BadInput("--withdraw takes nothing else", hint="withdraw first, then approve anew")
    path = book.find(meeting)
    if withdraw:
        _withdraw(path)
    else:
        _approve(book, path, by, day, corrections)


def _approve(book: Book, path: Path, by: str | None, day: str | None, corrections: tuple[str, ...]) -> None:
    from tui.book.meeting_file import read_meeting
    from tui.meeting.approval import approving
    from tui.meeting.model import Approval
    from tui.use_cases.approve_previous import approve_missed

    say_approvals(approve_missed(book, path, now()))
    with opening(path) as opened:
        who = by if by is not None else approving.approver(opened.meeting)
        if not who.strip():
            raise BadInput("the meeting names no Chair", where=path, hint="say who approved the notes: --by WHO")
        approval = Approval(by=who, at=_moment(opened.meeting, day), corrections=corrections)
        opened.take(approving.approve(opened.journal, approval, now()))
    # What a later meeting said of them before they were approved is heard now.
    say_approvals(approve_missed(book, path, now()))
    approved = read_meeting(path)
    assert approved.approval is not None, "it was approved just now"
    _warn_of_open(book, approved)
    say(f"{path}: the notes are {approving.said_approval(approved.approval)}")
    offer_seal(book, path)


def _withdraw(path: Path) -> None:
    from tui.meeting.approval import approving

    with opening(path) as opened:
        opened.take(approving.withdraw(opened.journal, now()))
    say(f"{path}: the notes are a draft again")


def _moment(meeting: Meeting, words: str | None) -> datetime:
    """Return the moment of an approval: now, else noon of the day, which no change of clocks moves to another day."""
    from tui.meeting.dates.written_dates import read_date, said_date

    if words is None:
        return now()
    written = read_date(words, near=meeting.date)
    if written is None:
        raise BadInput(f"“{words}” is not a date", hint="write it as 2019-09-24 or 24 September 2019")
    day = written.date
    if day > now().date():
        raise BadInput(f"{said_date(day)} has not come yet", hint="give the day on which the notes were approved")
    if day < meeting.date:
        raise BadInput(
            f"{said_date(day)} was before the meeting of {said_date(meeting.date)}",
            hint="write the day first: 28/3/2017",
        )
    return datetime.combine(day, time(12)).astimezone()


def _warn_of_open(book: Book, meeting: Meeting) -> None:
    """Say how much `check` finds, which keeps nobody from approving; a bad house style list is told, no more."""
    from tui.book.house_style import house_style_of
    from tui.book.series import numbered_with
    from tui.meeting.checking.check import check

    try:
        count = len(check(meeting, house_style_of(book.folder), series=numbered_with(book, meeting)))
    except MinutebookError as problem:
        warn(f"minutebook: {problem}")
        return
    if count:
        things = "1 thing is" if count == 1 else f"{count} things are"
        warn(f"minutebook: {things} still open in the notes; minutebook check lists them")
