"""Joining two versions of a meeting: `join`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.commands.shared import now, opening, say, with_book
from tui.errors import BadInput

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.meeting.actions.joining import Difference

_ALL = "all"


@click.command()
@click.argument("meeting")
@click.argument("copy")
@click.option("--take", metavar="NUMBER", multiple=True, help="Take this one over from the copy; `all` for every one.")
@with_book
def join(book: Book, /, meeting: str, copy: str, take: tuple[str, ...]) -> None:
    """Compare a MEETING with a COPY of it, entry by entry, and take over what the copy alone has.

    Without --take, only the differences are listed, and the status is 1 if there are any. The copy stays as it is:
    delete it when nothing of it is missing any more. What was taken over can be undone in the meeting.
    """
    from tui.book.meeting_file import read_meeting
    from tui.meeting.actions.joining import differences
    from tui.meeting.actions.joining import join as joined

    path, other = book.find(meeting), book.find(copy)
    ours, theirs = read_meeting(path), read_meeting(other)
    if path.resolve() == other.resolve() or ours.id != theirs.id:
        raise BadInput("these are not two versions of one meeting", where=other, hint="name a meeting and its copy")
    found = differences(ours, theirs)
    if not take:
        for number, one in enumerate(found, 1):
            say(f"{number}. {_words(one)}")
        say(f"{len(found)} {'difference' if len(found) == 1 else 'differences'} between {path.name} and {other.name}")
        sys.exit(1 if found else 0)
    with opening(path) as opened:
        found = differences(opened.meeting, theirs)
        chosen = _chosen(found, take)
        opened.take(joined(opened.journal, theirs, chosen, now()))
    for one in chosen:
        say(f"taken over: {_words(one)}")
    say(f"{path}: {len(chosen)} of {len(found)} taken over from {other.name}")


def _words(one: Difference) -> str:
    before = f" (here: “{one.ours.text}”)" if one.kind == "changed" and one.ours else ""
    return f"{one.told}: {one.entry.kind.value} “{one.entry.text}”{before}"


def _chosen(found: tuple[Difference, ...], take: tuple[str, ...]) -> list[Difference]:
    """Return the differences that are to be taken over. Raises BadInput for a number that is none of theirs."""
    if _ALL in take:
        return [one for one in found if one.theirs is not None]
    numbered = {str(number): one for number, one in enumerate(found, 1) if one.theirs is not None}
    if unknown := [number for number in take if number not in numbered]:
        hint = f"`minutebook join` lists them; `{_ALL}` takes every one"
        raise BadInput(f"there is nothing to take over with the number {unknown[0]}", hint=hint)
    return [numbered[number] for number in dict.fromkeys(take)]
