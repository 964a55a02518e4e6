"""From a meeting to notes: `render`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.book.file_names import HOUSE
from tui.commands.shared import with_book, write_output
from tui.errors import BadInput
from tui.notes.formats import every_format, is_text, named

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.meeting.model import Meeting


@click.command()
@click.argument("meeting", required=False)
@click.option("--style", help="The house layout; else narrative, and agenda until the meeting is held.")
@click.option(
    "--format",
    "fmt",
    help=f"{named([*every_format(), 'ics'], 'or')}; else from the name of FILE, else md. ics: the event.",
)
@click.option("--version", type=click.Choice(["public", "internal"]), help="Public wherever anything is restricted.")
@click.option("--section", metavar="N", help="The extract of one item alone: its number, or words of its heading.")
@click.option("--width", default=80, show_default=True, type=click.IntRange(40, 400), help="Columns of a txt file.")
@click.option("-o", "output", metavar="FILE", type=click.Path(path_type=Path), help="Write to FILE.")
@with_book
def render(
    book: Book,
    meeting: str | None,
    style: str | None,
    fmt: str | None,
    version: Any,
    section: str | None,
    width: int,
    output: Path | None,
) -> None:
    """Print the notes of a meeting in a house layout; as ics, the meeting as an event of a calendar."""
    from tui.book.amended import read_amended
    from tui.meeting.outline.extract import extract
    from tui.meeting.outline.outline import find_section
    from tui.notes.render import render_file
    from tui.notes.templates.blocks import MisspeltBlock
    from tui.notes.templates.styles import usual_style

    fmt = fmt or (output.suffix.removeprefix(".") if output else "") or "md"
    if fmt == "ics":
        _print_event(book.find(meeting), output, internal=version == "internal")
        return
    shown = is_text(fmt)
    if not shown and output is None and sys.stdout.isatty():
        raise BadInput(f"{fmt} is a file, which a terminal cannot show", hint=f"name it: -o notes.{fmt}")
    read, amendments = read_amended(book.find(meeting))
    styles, style = book.folder / "styles", style or usual_style(read, _house_style(book, read))
    if section is not None:
        read = extract(read, find_section(read, section))
        amendments = tuple(one for one in amendments if any(one.entry == entry.id for entry in read.entries))
    try:
        file = render_file(
            read, style=style, fmt=fmt, version=version, width=width, styles_folder=styles, amendments=amendments
        )
    except MisspeltBlock as error:
        if shown:
            _print_file(error.page.encode("utf-8"), output, version, shown=True)
        raise
    _print_file(file, output, version, shown=shown)


def _house_style(book: Book, meeting: Meeting) -> str:
    """Return the style that the house chose; most books have no such file, and nothing is loaded to read it."""
    if not (book.folder / HOUSE).is_file():
        return ""
    from tui.book.house import house_choice

    return house_choice(book.folder, meeting).style


def _print_file(file: bytes, output: Path | None, version: str | None, *, shown: bool) -> None:
    if output is not None:
        write_output(output, file, internal=version == "internal")
    elif shown:
        click.echo(file.decode("utf-8"), nl=False)
    else:
        sys.stdout.buffer.write(file)


def _print_event(path: Path, output: Path | None, *, internal: bool) -> None:
    """Print a meeting as an event of a calendar."""
    from tui.book.meeting_file import read_journal
    from tui.notes.meeting_event import meeting_calendar, revision_of

    page = meeting_calendar(revision_of(read_journal(path)), internal=internal)
    if output is not None:
        write_output(output, page)
    else:
        click.echo(page, nl=False)
