"""Finished records: `verify`, `seal`, `hold`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.commands.shared import now, say, warn, with_book
from tui.errors import MinutebookError

if TYPE_CHECKING:
    from pathlib import Path

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
    path = book.find(meeting)
    if not _sealed(path, yes=yes):
        raise click.Abort


def offer_seal(book: Book, path: Path) -> None:
    """Ask whether minutes that were just approved are to be sealed, if the house asks that; say how if nobody can."""
    from tui.book.house import ASK, house_choice
    from tui.book.keeping.holding import standing
    from tui.book.meeting_file import read_meeting

    try:
        if house_choice(book.folder, read_meeting(path)).sealing != ASK or standing(path) is not None:
            return
        if not sys.stdin.isatty():
            say(f"the house asks whether to seal approved minutes: minutebook seal {path.stem}")
        elif not _sealed(path):
            say(f"{path}: not sealed; minutebook seal {path.stem} does it later")
    except MinutebookError as problem:
        # They are approved all the same.
        warn(f"minutebook: {problem}")


def _sealed(path: Path, *, yes: bool = False) -> bool:
    """Show what goes, ask, and seal a meeting; return whether that was wanted."""
    from tui.book.disk.running import this_user
    from tui.book.keeping import sealing

    for file in sealing.beside(path):
        say(f"goes too: {file}")
    if not yes and not click.confirm(f"{path}: give up what was corrected, deleted or undone, for good?", err=True):
        return False
    sealing.seal(path, this_user(), now())
    say(f"{path}: sealed")
    return True


@click.command()
@click.argument("meeting", required=False)
@click.option("--reason", metavar="WORDS", default="", help="Why nothing of it may be given up.")
@click.option("--release", is_flag=True, help="Release the hold that stands on it.")
@with_book
def hold(book: Book, /, meeting: str | None, reason: str, release: bool) -> None:
    """Put a hold on a meeting: it is not sealed as long as the hold stands."""
    from tui.book.disk.running import this_user
    from tui.book.keeping import holding

    path = book.find(meeting)
    if release:
        holding.release(path, this_user(), now())
        say(f"{path}: the hold is released")
    else:
        holding.hold(path, this_user(), reason, now())
        say(f"{path}: held; it is not sealed until `minutebook hold --release {path.stem}`")
