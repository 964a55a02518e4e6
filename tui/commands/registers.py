"""The registers beside the actions on the command line: decisions, attendance, interests and questions."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui import garbage
from tui.commands.shared import now, read_day, warn, with_book, write_output
from tui.errors import BookError
from tui.meeting.text.sanitizing import showable
from tui.notes.actions.files import file_bytes
from tui.notes.registers import REGISTER_FORMATS, register_page

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.book.register.listing import RegisterName

_OPTIONS = (
    click.option("--series", metavar="S", default="", help="Only those of the series with these words in its name."),
    click.option("--from", "since", metavar="D", help="Only those of meetings from a date on."),
    click.option("--to", "until", metavar="D", help="Only those of meetings up to a date."),
    click.option("--format", "fmt", type=click.Choice(REGISTER_FORMATS), default="table", show_default=True),
    click.option("--version", type=click.Choice(["public", "internal"]), default="public", show_default=True),
    click.option("-o", "output", metavar="FILE", type=click.Path(path_type=Path), help="Write to FILE."),
)


def _with_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that every register has."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command()
@_with_options
@with_book
def decisions(book: Book, /, **asked: Any) -> None:
    """List the decisions of the whole book, with their votes and who was there."""
    _list(book, "decisions", **asked)


@click.command()
@_with_options
@click.option("--months", metavar="N", type=click.IntRange(1, 1200), help="Warn of whoever has not come for N months.")
@with_book
def attendance(book: Book, /, **asked: Any) -> None:
    """List how often the members of each series came."""
    _list(book, "attendance", **asked)


@click.command()
@_with_options
@with_book
def interests(book: Book, /, **asked: Any) -> None:
    """List the interests that were declared."""
    _list(book, "interests", **asked)


@click.command()
@_with_options
@with_book
def questions(book: Book, /, **asked: Any) -> None:
    """List the questions that were asked, and whether they were answered."""
    _list(book, "questions", **asked)


def _list(
    book: Book,
    name: RegisterName,
    *,
    series: str,
    since: str | None,
    until: str | None,
    fmt: Any,
    version: str,
    output: Path | None,
    months: int | None = None,
) -> None:
    from tui.book.register.listing import COLUMNS, Asked, listing
    from tui.commands.progress import Progress
    from tui.config.settings import read_settings

    # The thousands of rows of a large book are all kept until the end.
    garbage.stop_searching()
    settings = read_settings()
    warned = months or settings.absent_months
    asked = Asked(series=series, since=read_day(since), until=read_day(until), months=warned)
    public = version == "public"
    with Progress("Reading the meetings") as progress:
        found = listing(book, name, today=now().date(), asked=asked, public=public, progress=progress)
    for words in (*found.errors, *found.copies):
        warn(words)
    separator = settings.csv_separator if fmt == "csv" else ","
    page = register_page(name, COLUMNS[name], found.rows, fmt, public=public, separator=separator)
    if output is not None:
        write_output(output, file_bytes(page, fmt), internal=not public)
    elif sys.stdout.isatty():
        click.echo("\n".join(map(showable, page.replace("\r\n", "\n").split("\n"))), nl=False)
    else:
        click.echo(page.encode("utf-8"), nl=False)
    if found.errors:
        sys.exit(BookError.exit_status)
