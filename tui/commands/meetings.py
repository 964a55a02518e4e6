"""Making, importing and listing meetings: `new`, `import` and `list`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.shared import now, read_day, read_text, say, warn, with_book
from tui.errors import BadInput, BookError

if TYPE_CHECKING:
    from tui.book.folder import Book


@click.command()
@click.option("--agenda", type=click.Path(path_type=Path), help="The agenda, a Markdown file.")
@click.option("--after", metavar="MEETING", help="The meeting before it: its series' open actions are brought forward.")
@click.option("--date", "day", metavar="D", help="The meeting's date, instead of the one the agenda or series tells.")
@with_book
def new(book: Book, agenda: Path | None, after: str | None, day: str | None) -> None:
    """Make a meeting from an agenda, or after another one.

    Without --agenda, it takes over the agenda, the people and the header lines of the meeting before it, and the date
    that its “Repeats:” or “Next:” tells; with an agenda that names nobody, the people. Run again, it brings forward
    what has been added since, and nothing twice.
    """
    from tui.book.new_meeting import new_meeting, next_meeting_after

    if agenda is not None:
        made = new_meeting(book, read_text(agenda), str(agenda), after=after, day=read_day(day), at=now())
    elif after is not None:
        made = next_meeting_after(book, book.find(after), day=read_day(day), at=now())
    else:
        raise BadInput("a meeting needs an agenda", hint="give --agenda FILE, or --after MEETING to take over its own")
    for warning in made.warnings:
        warn(warning)
    say(f"{made.path}: {made.summary}")


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@with_book
def import_meetings(book: Book, files: tuple[Path, ...]) -> None:
    """Copy meeting files into the book, with their history; the first that cannot be copied ends it."""
    from tui.book.import_meeting import import_meeting

    for given in files:
        say(f"{import_meeting(book, given)}: imported from {given}")


@click.command("list")
@with_book
def list_meetings(book: Book) -> None:
    """List the meetings of the book."""
    meetings = book.meetings()
    if not meetings:
        say(f"There are no meetings in {book.folder}. Make one: minutebook new --agenda FILE")
    unreadable = 0
    for one in meetings:
        if one.error:
            unreadable += 1
            warn(str(one.error))
            continue
        entries = f"{one.entries} {'entry' if one.entries == 1 else 'entries'}"
        say(f"{one.date}  {one.title}  ({entries}, {one.open_actions} open)  {one.path.name}")
    if unreadable:
        sys.exit(BookError.exit_status)
