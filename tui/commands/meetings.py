"""Making, importing and listing meetings: `new`, `import` and `list`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.shared import now, read_day, say, warn, with_book
from tui.errors import BadInput, BookError

if TYPE_CHECKING:
    from datetime import date

    from tui.book.folder import Book


@click.command()
@click.argument("paper", metavar="[FILE]", required=False)
@click.option(
    "--agenda", metavar="FILE", help="The agenda: .docx, .odt, .pdf, .html, .eml, .md or .txt; - for standard input."
)
@click.option("--after", metavar="MEETING", help="The meeting before it: its series' open actions are brought forward.")
@click.option("--date", "words", metavar="D", help="The meeting's date, instead of the one the agenda or series tells.")
@click.option("--dry-run", is_flag=True, help="Show what would be made, and make nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print what was understood as JSON, for programs.")
@with_book
def new(
    book: Book,
    paper: str | None,
    agenda: str | None,
    after: str | None,
    words: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Make a meeting from an agenda as it comes, or after another one.

    FILE is the agenda, as --agenda FILE is. Without one, it takes over the agenda, the people and the header lines of
    the meeting before it, and the date that its “Repeats:” or “Next:” tells; with an agenda that names nobody, the
    people. Run again, it brings forward what has been added since, and nothing twice. The agenda's file is kept beside
    the meeting.
    """
    if paper is not None and agenda is not None:
        raise BadInput("a meeting is made from one agenda", where=f"{paper}, {agenda}")
    agenda = paper if agenda is None else agenda
    if agenda is not None:
        day = _day(book, words, after)
        _new_from_paper(book, agenda, after, day, dry_run=dry_run, as_json=as_json)
        return
    from tui.book.new_meeting import next_meeting_after

    if after is None:
        raise BadInput("a meeting needs an agenda", hint="give --agenda FILE, or --after MEETING to take over its own")
    if as_json:
        raise BadInput("--json shows what an agenda says", hint="give --agenda FILE as well")
    made = next_meeting_after(book, book.find(after), day=_day(book, words, after), at=now(), dry=dry_run)
    for warning in made.warnings:
        warn(warning)
    say(f"{made.path}: {made.summary}")


def _day(book: Book, words: str | None, after: str | None) -> date | None:
    """Read the day that was given; without a year it is the first such day after the meeting before."""
    from tui.book.meeting_file import read_meeting
    from tui.meeting.dates.written_dates import days_on

    if words is None:
        return None
    return read_day(words, near=days_on(read_meeting(book.find(after)).date, 1) if after is not None else None)


def _new_from_paper(
    book: Book, agenda: str, after: str | None, day: date | None, *, dry_run: bool, as_json: bool
) -> None:
    from tui.papers.draft import as_json as json_of
    from tui.papers.draft import doubts_of, shown, summary_of
    from tui.papers.reading.source import LARGEST, read_bytes, read_file
    from tui.use_cases.making import draft_meeting, make_meeting

    if agenda == "-":
        paper = read_bytes(sys.stdin.buffer.read(LARGEST + 1), "standard input")
    else:
        paper = read_file(Path(agenda))
    drafted = draft_meeting(book, paper, after=after, day=day)
    made = None if dry_run else make_meeting(book, paper, drafted, now())
    for warning in made.warnings if made else drafted.draft.warnings:
        warn(warning)
    if as_json:
        say(json_of(drafted.draft, str(made.path) if made else None))
    elif made is None:
        for line in shown(drafted.draft):
            say(line)
    else:
        say(f"{made.path}: {made.summary}")
        for line in (*summary_of(drafted.draft.meeting), *doubts_of(drafted.draft)) if made.new else ():
            say(f"  {line}")
        if made.new:
            _offer_members(book, made.path)


def _offer_members(book: Book, path: Path) -> None:
    """Say who of the series' standing members the new meeting does not name, and how they are added."""
    from tui.book.meeting_file import read_meeting
    from tui.book.shelf.standing import standing_members
    from tui.meeting.dates.written_dates import said_date

    standing = standing_members(book, read_meeting(path))
    if standing.held is None or not standing.people:
        return
    names = ", ".join(person.name for person in standing.people[:6])
    more = f" and {len(standing.people) - 6} more" if len(standing.people) > 6 else ""
    say(f"  not named, but there on {said_date(standing.held.date)}: {names}{more}")
    say(f"  minutebook details {path.stem} --members adds them")


@click.command("list")
@with_book
def list_meetings(book: Book) -> None:
    """List the meetings of the book."""
    from tui.book.register.summaries import summaries
    from tui.book.rescue.copies import copy_words
    from tui.commands.progress import Progress

    with Progress("Reading the meetings") as progress:
        meetings = summaries(book, progress)
    if not meetings:
        say(f"There are no meetings in {book.folder}. Make one: minutebook new --agenda FILE")
    unreadable = 0
    for one in meetings:
        if one.error:
            unreadable += 1
            warn(str(one.error))
            continue
        entries = f"{one.entries} {'entry' if one.entries == 1 else 'entries'}"
        counts = f"{entries}, a copy" if one.copy_of else f"{entries}, {one.open_actions} open"
        say(f"{one.date}  {one.title}  ({counts})  {one.path.name}")
    for one in meetings:
        if one.copy_of:
            warn(copy_words(one.path.name, one.copy_of))
    if unreadable:
        sys.exit(BookError.exit_status)
