"""How the notes of a series look, and where they go: `house`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.shared import say, with_book

if TYPE_CHECKING:
    from tui.book.folder import Book


@click.command()
@click.argument("meeting", required=False)
@click.option("--style", help="The house layout in which its notes are printed and published.")
@click.option("--letterhead", metavar="LINES", help="Lines above the title, with ; between them.")
@click.option("--logo", metavar="PICTURE", help="A picture above them, .png or .jpg, which is copied into the book.")
@click.option("--formats", metavar="F,F", help="The formats of a published set: html,pdf for example.")
@click.option("--version", metavar="V", help="What the preview opens with: public or internal; a set is always public.")
@click.option("--language", metavar="L", help="Of the notes' fixed words where the agenda names none: de, for example.")
@click.option("--folder", metavar="DIR", help="Where its sets are published, each in a folder of its own.")
@click.option("--names", metavar="N", help="What a set and its files are called: {date}-{series}.")
@click.option("--sealing", metavar="ask", help="Whether it is asked after an approval if the minutes are to be sealed.")
@with_book
def house(book: Book, /, meeting: str | None, **typed: str | None) -> None:
    """Say how the notes of MEETING's series look and where they go, or choose it; empty words forget a choice.

    It is kept in house.toml in the book, for every meeting of the series; letterhead and logo in a style of its own.
    """
    from tui.book.house import house_file
    from tui.book.meeting_file import read_meeting
    from tui.use_cases.choose_for_house import choose_for_house, house_rows

    read = read_meeting(book.find(meeting))
    changes = {name: words for name, words in typed.items() if words is not None}
    if changes:
        choose_for_house(book.folder, read, changes)
    say(read.series)
    for row in house_rows(book.folder, read):
        say(f"  {row.name}: {row.words or f'not chosen ({row.usual})'}")
    if changes:
        say(f"kept in {house_file(book.folder)}")
