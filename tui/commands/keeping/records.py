"""Finished records: `verify`, `seal`, `hold`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.commands.shared import now, say, with_book

if TYPE_CHECKING:
    from tui.book.folder import Book


@click.command()
@click.argument("meeting", required=False)
@with_book
def verify(book: Book, /, meeting: str | None) -> None:
    """Tell whether a meeting that was approved is, byte for byte, what was last written; the status is 1 if not.

    The last hash is printed: whoever noted it elsewhere can tell that nobody has written the whole file anew.
    """
    from tui.book.keeping.verifying import verify as verified

    path = book.find(meeting)
    found = verified(path)
    for fault in found.faults:
        say(f"{path}: {fault}")
    if found.faults:
        sys.exit(1)
    if not found.links:
        say(f"{path}: not approved, so that there is nothing to verify")
        sys.exit(1)
    sealed = "".join(f"; sealed {link.sealed}" for link in found.links if link.sealed)
    writes = f"{len(found.links)} {'write' if len(found.links) == 1 else 'writes'}"
    say(f"{path}: unchanged since it was last written, {writes} since the approval{sealed}")
    say(f"last hash {found.links[-1].link}")


@click.command()
@click.argument("meeting", required=False)
@click.option("--yes", is_flag=True, help="Do not ask, for programs.")
@with_book
def seal(book: Book, /, meeting: str | None, yes: bool) -> None:
    """Give up for good what was corrected, deleted or undone on the way to approved minutes.

    The minutes stay as they are, and the file says that it was sealed. Copies of the meeting that the program, or what
    syncs the folder, left beside it are removed too. What was published, printed or backed up is not reached. A
    meeting on which a hold stands is left as it is.
    """
    from getpass import getuser

    from tui.book.keeping import sealing

    path = book.find(meeting)
    for file in sealing.beside(path):
        say(f"goes too: {file}")
    if not yes:
        question = f"{path}: give up what was corrected, deleted or undone, for good?"
        click.confirm(question, abort=True, err=True)
    sealing.seal(path, getuser(), now())
    say(f"{path}: sealed")


@click.command()
@click.argument("meeting", required=False)
@click.option("--reason", metavar="WORDS", default="", help="Why nothing of it may be given up.")
@click.option("--release", is_flag=True, help="Release the hold that stands on it.")
@with_book
def hold(book: Book, /, meeting: str | None, reason: str, release: bool) -> None:
    """Put a hold on a meeting: it is not sealed as long as the hold stands."""
    from getpass import getuser

    from tui.book.keeping import holding

    path = book.find(meeting)
    if release:
        holding.release(path, getuser(), now())
        say(f"{path}: the hold is released")
    else:
        holding.hold(path, getuser(), reason, now())
        say(f"{path}: held; it is not sealed until `minutebook hold --release {path.stem}`")
