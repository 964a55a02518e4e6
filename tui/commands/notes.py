"""From a meeting to notes: `render`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.commands.wiring import with_book, write_output

if TYPE_CHECKING:
    from tui.book.folder import Book


@click.command()
@click.argument("meeting", required=False)
@click.option("--style", default="narrative", show_default=True, help="The house layout.")
@click.option("--format", "fmt", help="txt, md, … as the style has it; else from the name of FILE, else md.")
@click.option("--version", type=click.Choice(["public", "internal"]), help="Public wherever anything is restricted.")
@click.option("--width", default=80, show_default=True, type=click.IntRange(40, 400), help="Columns of a txt file.")
@click.option("-o", "output", metavar="FILE", type=click.Path(path_type=Path), help="Write to FILE.")
@with_book
def render(
    book: Book, meeting: str | None, style: str, fmt: str | None, version: Any, width: int, output: Path | None
) -> None:
    """Print the notes of a meeting in a house layout."""
    from tui.book.meeting_file import read_meeting
    from tui.notes.render import render as render_notes

    fmt = fmt or (output.suffix.removeprefix(".") if output else "") or "md"
    read = read_meeting(book.find(meeting))
    styles = book.folder / "styles"
    text = render_notes(read, style=style, fmt=fmt, version=version, width=width, styles_folder=styles)
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        write_output(output, text)
