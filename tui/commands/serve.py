"""The program in a browser: `serve`, and what it starts for each browser."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING

import click

from tui.commands.shared import say, with_book
from tui.errors import BadInput

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.web.access import Access


@click.command()
@click.argument("meeting", required=False)
@click.option("--host", default="127.0.0.1", show_default=True, help="Whom it listens to: this computer alone.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--address", default="", metavar="URL", help="How it is reached, where a proxy stands before it.")
@click.option("--style", default="narrative", show_default=True, help="The style of the notes.")
@click.option("--notes-only", is_flag=True, help="Only the notes for those who follow, not the program.")
@with_book
def serve(book: Book, meeting: str | None, host: str, port: int, address: str, style: str, notes_only: bool) -> None:
    """Show the program in a browser, and a live page of the notes of MEETING for those who follow.

    Two addresses are printed, each with a token in it: whoever has the first writes, whoever has the second reads the
    public notes as they grow, and nothing restricted. Both are new at each start.
    """
    try:
        from tui.web.server import serve as serve_all
    except ImportError:
        raise BadInput("the browser needs textual-serve", hint="pip install 'minutebook[serve]'") from None

    from tui.notes.templates.styles import find_style

    find_style(style, book.folder / "styles").template("html")

    def started(access: Access) -> None:
        if not notes_only:
            say(f"For whoever takes the minutes: {access.address_of('writes')}")
        say(f"For those who follow: {access.address_of('follows')}notes/")
        say("Ctrl+C ends it.")
        sys.stdout.flush()

    asyncio.run(
        serve_all(
            book.folder.resolve() / "styles",
            lambda: book.find(meeting),
            book=click.get_current_context().find_root().obj or "",
            host=host,
            port=port,
            address=address,
            style=style,
            screens=not notes_only,
            started=started,
        )
    )


@click.command("in-browser", hidden=True)
@with_book
def in_browser(book: Book) -> None:
    """Show the book to a browser, over the pipes that `serve` has to this process."""
    from tui.commands.live import open_book

    if not os.environ.get("TEXTUAL_DRIVER"):
        raise BadInput("this is what serve starts for each browser", hint="minutebook serve")
    try:
        open_book(book)
    finally:
        # What is said at the end is for a terminal; the browser's pipe takes packets alone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
