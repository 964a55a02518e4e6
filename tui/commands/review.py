"""The chair's review: `review`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.closing import finish
from tui.commands.shared import with_book
from tui.errors import BadInput
from tui.terminal.first_frame import hand_over_first_frame
from tui.terminal.raw_terminal import has_screen, listens

if TYPE_CHECKING:
    from tui.book.folder import Book


@click.command()
@click.argument("meeting", required=False)
@with_book
def review(book: Book, meeting: str | None) -> None:
    """Settle the actions of a meeting one after another: the chair's review.

    It opens the meeting for writing, and goes on with the first action that is not settled.
    """
    path = book.find(meeting)
    if listens():
        from tui.commands.live import run_listening

        run_listening(book, path, first="/review")
        return
    if not has_screen():
        raise BadInput("the review needs a terminal", hint="actions lists the actions without one")
    from tui.apps.review import ReviewApp

    app = ReviewApp(path)
    hand_over_first_frame()
    app.run_live()
    finish(app.opened, elsewhere=app.opened.path != path.resolve())
