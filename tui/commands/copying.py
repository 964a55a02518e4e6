"""Moving a book to another place: `copy`."""

from __future__ import annotations

import os
import sys

import click

from tui.commands.shared import say, store_at, warn
from tui.errors import BadInput


@click.command("copy")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.pass_context
def copy(context: click.Context, source: str, target: str) -> None:
    """Copy a book to another place, history and all: between folders and PostgreSQL, either way.

    FROM and TO are folders, or postgresql://… . What is there already stays; cut off, it goes on the next time. In the
    end every meeting is read back and compared.
    """
    from tui.use_cases.copy_book import copy_book

    one, other = store_at(context, source), store_at(context, target)
    if os.path.realpath(one.book.folder) == os.path.realpath(other.book.folder):
        raise BadInput("these are one book", where=one.shown, hint="name another place to copy it to")
    if not one.book.files():
        raise BadInput("there is no meeting to copy", where=one.shown, hint="name the book to copy first")
    done = copy_book(one, other, lambda _: None)
    for problem in done.problems:
        warn(f"minutebook: {problem}")
    for words in done.stays:
        warn(f"minutebook: stays there: {words}")
    count = f"{len(done.copied)} meeting{'s' if len(done.copied) != 1 else ''}"
    there = f", {len(done.there)} there already" if done.there else ""
    say(f"{other.shown}: {count} copied{there}, {done.files} other files; all read back and compared")
    if done.problems:
        sys.exit(1)
