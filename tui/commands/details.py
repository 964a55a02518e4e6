"""A meeting's details, and meetings put away and brought back: `details`, `delete`, `bin`, `restore-deleted`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.commands.shared import now, say, warn, with_book
from tui.errors import BadInput
from tui.meeting.text.sanitizing import escaped_json

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.book.shelf.notice import NoticeDay
    from tui.meeting.history.journal import Journal
    from tui.meeting.model import Meeting


@click.command()
@click.argument("meeting", required=False)
@click.option("--title", metavar="WORDS", help="The meeting's title.")
@click.option("--date", "day", metavar="D", help="Its day, or a stretch of days; due days said relative to it follow.")
@click.option("--time", "hours", metavar="T", help="When it begins and ends: 18:30–20:00.")
@click.option("--venue", metavar="WORDS", help="Where it is.")
@click.option("--chair", metavar="NAME", help="Who chairs it.")
@click.option("--series", metavar="WORDS", help="The name shared by the meetings that it follows.")
@click.option("--set", "lines", metavar="KEY:WORDS", multiple=True, help="Any other line of its head; repeatable.")
@click.option(
    "--person",
    "people",
    metavar="OLD=NEW",
    multiple=True,
    help="Put a person right, also in what was captured: “Jon Holm = John Holm, Treasurer (JH)”; repeatable.",
)
@click.option("--members", is_flag=True, help="Add the standing members of its series that it does not name.")
@click.option("--json", "as_json", is_flag=True, help="Print the details as JSON, for programs.")
@with_book
def details(book: Book, /, **asked: Any) -> None:
    """Print a meeting's details, or change them; the file's name follows its date and series.

    What is changed can be undone in the meeting; where its notes are approved, it is printed as an amendment.
    """
    path, members, as_json = book.find(asked.pop("meeting")), asked.pop("members"), asked.pop("as_json")
    changes = _changes(asked)
    if changes or members:
        path = _change(book, path, changes, members=members)
    _print(book, path, as_json=as_json)


def _changes(asked: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what is asked for, as the commands of the capture language and their words."""
    commands = {"day": "date", "hours": "time", "lines": "details", "people": "person"}
    return [
        (commands.get(option, option), words)
        for option, given in asked.items()
        for words in ((given,) if isinstance(given, str) else given or ())
    ]


def _change(book: Book, path: Path, changes: list[tuple[str, str]], *, members: bool) -> Path:
    from tui.commands.closing import say_closed
    from tui.errors import Refused
    from tui.meeting.details.keyed import dues_told
    from tui.use_cases.change_details import change_details

    def change(meeting: Meeting) -> Meeting:
        meeting = _changed(meeting, changes)
        return _with_members(book, meeting) if members else meeting

    try:
        done = change_details(path, change, now())
    except Refused as refusal:
        raise BadInput(refusal.message, hint=refusal.hint) from None
    if told := dues_told(done.before, done.after):
        warn(f"minutebook: {told}")
    say_closed(done.closed, path.resolve())
    return done.closed.path


def _changed(meeting: Meeting, changes: list[tuple[str, str]]) -> Meeting:
    from tui.meeting.details.keyed import DETAIL_COMMANDS

    for command, words in changes:
        meeting = DETAIL_COMMANDS[command](meeting, words)
    return meeting


def _with_members(book: Book, meeting: Meeting) -> Meeting:
    from tui.book.shelf.standing import standing_members
    from tui.meeting.details.people import with_members

    return with_members(meeting, standing_members(book, meeting).people)


def _print(book: Book, path: Path, *, as_json: bool) -> None:
    from tui.book.meeting_file import read_journal
    from tui.book.shelf.notice import notice_of, said_notice

    journal = read_journal(path)
    meeting, notice = journal.meeting, notice_of(book.folder, journal.meeting)
    if as_json:
        _print_json(path, meeting, notice)
        return
    from tui.meeting.details.listing import detail_lines, said_person

    say(str(path))
    lines = detail_lines(meeting)
    width = max(len(key) for key, _ in lines) + 2
    for key, words in lines:
        say(f"  {f'{key}:':<{width}}{words or '–'}")
    for person in meeting.people:
        say(f"  {'' if person is not meeting.people[0] else 'People:':<{width}}{said_person(person)} – {person.group}")
    if notice is not None:
        say(f"  {said_notice(notice)}")
    _print_sent(journal)


def _print_sent(journal: Journal) -> None:
    """Say what was sent out of a meeting that still stands, and what was changed since."""
    from tui.meeting.approval.publications import changed_since, standing

    for one in standing(journal.meeting):
        changes = changed_since(journal, one)
        state = f"{len(changes)} changed since: minutebook published --changes" if changes else "nothing changed since"
        say(f"  Sent out on {one.at:%Y-%m-%d %H:%M} as {one.style} to {one.folder}; {state}")
        for change in changes:
            say(f"    {change.place + ': ' if change.place else ''}{change.subject} {change.what}")


def _print_json(path: Path, meeting: Meeting, notice: NoticeDay | None) -> None:
    import json

    from tui.meeting.details.listing import details_of

    found = {"path": str(path), **details_of(meeting), "notice_by": notice.date if notice else None}
    say(escaped_json(json.dumps(found, default=str, ensure_ascii=False)))


@click.command()
@click.argument("meeting")
@with_book
def delete(book: Book, meeting: str) -> None:
    """Put a meeting into the bin, with its paper; nothing is lost, and restore-deleted brings it back."""
    from tui.book.shelf.bin import delete_meeting

    path = book.find(meeting)
    delete_meeting(path, now())
    say(f"{path.name} is in the bin; minutebook restore-deleted {path.stem} brings it back")


@click.command("bin")
@with_book
def list_bin(book: Book) -> None:
    """List the meetings in the bin, the one deleted last first."""
    from tui.book.shelf.bin import deleted_meetings

    found = deleted_meetings(book)
    if not found:
        say("The bin is empty.")
    for one in found:
        when = f"deleted {one.at:%Y-%m-%d %H:%M}" if one.at else "deleted"
        say(f"{one.path.name}  {one.title}  ({when})")


@click.command("restore-deleted")
@click.argument("meeting", required=False)
@with_book
def restore_deleted(book: Book, meeting: str | None) -> None:
    """Bring a meeting back from the bin; without MEETING, the one deleted last."""
    from tui.book.shelf.bin import restore_deleted as restore

    say(f"{restore(book, meeting)}: the meeting is back in the book")
