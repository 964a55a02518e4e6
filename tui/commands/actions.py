"""The register on the command line: `actions`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.commands.wiring import now, say, warn, with_book
from tui.errors import BookError

if TYPE_CHECKING:
    from tui.book.folder import Book


@click.command()
@click.option("--open", "only_open", is_flag=True, help="Only those still open.")
@click.option("--overdue", is_flag=True, help="Only those open past their date.")
@click.option("--owner", metavar="X", help="Only those of one owner.")
@click.option("--format", "fmt", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--version", type=click.Choice(["public", "internal"]), default="public", show_default=True)
@with_book
def actions(book: Book, only_open: bool, overdue: bool, owner: str | None, fmt: str, version: str) -> None:
    """List the actions of the whole book, each once."""
    from tui.book.register import register, register_table

    rows, errors = register(
        book, today=now().date(), only_open=only_open, overdue=overdue, owner=owner, public=version == "public"
    )
    for error in errors:
        warn(str(error))
    if fmt == "json":
        import json

        from msgspec import to_builtins

        click.echo(json.dumps(to_builtins(rows), ensure_ascii=False, indent=2))
    else:
        for line in register_table(rows):
            say(line)
    if errors:
        sys.exit(BookError.exit_status)
