"""How the notes of a series look, and where they go: `house`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.shared import say, with_book
from tui.errors import BadInput

if TYPE_CHECKING:
    from tui.book.folder import Book


@click.command()
@click.argument("meeting", required=False)
@click.option("--style", help="The house layout in which its notes are printed and published.")
@click.option("--formats", metavar="F,F", help="The formats of a published set: html,pdf for example.")
@click.option("--folder", metavar="DIR", help="Where its sets are published, each in a folder of its own.")
@with_book
def house(book: Book, meeting: str | None, style: str | None, formats: str | None, folder: str | None) -> None:
    """Say how the notes of MEETING's series look and where they go, or choose it; empty words forget a choice.

    It is kept in house.toml in the book, for every meeting of the series.
    """
    from tui.book.house import house_choice, house_file, keep_choice
    from tui.book.meeting_file import read_meeting
    from tui.commands.publish import listed_formats
    from tui.notes.formats import every_format, named
    from tui.notes.templates.styles import find_style

    read = read_meeting(book.find(meeting))
    changes: dict[str, object] = {}
    if style is not None:
        changes["style"] = find_style(style, book.folder / "styles").name if style else ""
    if formats is not None:
        changes["formats"] = listed_formats(formats)
    if folder is not None:
        if folder and Path(folder).expanduser().is_file():
            raise BadInput("this is a file, not a folder", where=folder, hint="name a folder, which will be made")
        changes["folder"] = str(Path(folder).expanduser().absolute()) if folder else ""
    chosen = keep_choice(book.folder, read, **changes) if changes else house_choice(book.folder, read)
    formats_said = named(chosen.formats) if chosen.formats else f"not chosen ({named(every_format(), 'or')})"
    say(read.series)
    say(f"  style: {chosen.style or 'not chosen'}")
    say(f"  formats: {formats_said}")
    say(f"  folder: {chosen.folder or 'not chosen'}")
    if changes:
        say(f"kept in {house_file(book.folder)}")
