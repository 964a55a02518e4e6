"""A page of a series for a site of one's own: `site`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.shared import say, with_book

if TYPE_CHECKING:
    from tui.book.folder import Book


@click.command()
@click.argument("meeting", required=False)
@click.argument("folder", metavar="DIR", required=False, type=click.Path(path_type=Path))
@click.option("--address", metavar="URL", default="", help="Where the page will stand, for the links of the feed.")
@with_book
def site(book: Book, meeting: str | None, folder: Path | None, address: str) -> None:
    """Write a page and a feed of MEETING's series, index.html and feed.xml, beside its published sets.

    DIR holds these, each in a folder of its own; else the house's folder. Drafts, amended and withdrawn notes are
    marked as such, and the sum of each file stands there.
    """
    from tui.book.meeting_file import read_meeting
    from tui.use_cases.series_site import write_site

    done = write_site(book, read_meeting(book.find(meeting)), folder, address)
    count = f"{done.meetings} {'meeting' if done.meetings == 1 else 'meetings'}"
    say(f"{done.folder}: index.html and feed.xml, of {count}")
