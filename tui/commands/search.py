"""Search in the whole book: `search`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.commands.shared import say, warn, with_book
from tui.errors import BadInput, BookError

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.book.search import FoundIn

_MOST = 100
"""Meetings that are listed, unless all are asked for: a word that all know would bring thousands of them."""


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--all", "every", is_flag=True, help=f"List all the meetings, and not the latest {_MOST} that hold them.")
@with_book
def search(book: Book, words: tuple[str, ...], *, every: bool) -> None:
    """Find the entries and headings that hold all the WORDS, in every meeting of the book, the latest meeting first.

    Case and accents don't count, a part of a word is enough. Among the words, ?? lists gaps, ? unanswered questions and
    ! actions without an owner or a due date. What is printed is for the minute-taker: restricted words are in it.
    """
    from tui.book.search import search_book
    from tui.commands.progress import Progress

    sought = " ".join(words)
    if not sought.strip():
        raise BadInput("there are no words to look for", hint="minutebook search WORDS")
    errors: list[str] = []
    found = 0
    with Progress("Reading the meetings") as progress:
        likely = search_book(book, sought, errors, progress)
    for count, one in enumerate(likely, start=1):
        found += len(one.found) + one.more
        _print(one)
        if count == _MOST and one.left and not every:
            others = "1 earlier one" if one.left == 1 else f"{one.left:,} earlier ones"
            warn(f"These are the latest {_MOST} meetings that hold the words; {others} may too: --all lists them.")
            break
    if not found:
        say(f"“{sought}” is in no meeting of {book.folder}.")
    for error in errors:
        warn(error)
    if errors:
        sys.exit(BookError.exit_status)


def _print(one: FoundIn) -> None:
    from tui.meeting.outline.outline import number_within

    say(f"{one.meeting.date}  {one.meeting.title}  {one.path.name}")
    for finding in one.found:
        section = finding.section
        kind = finding.entry.kind.value if finding.entry else "section"
        place = number_within(one.meeting, section) or section.heading[:20]
        say(f"    {place}  {kind}: {' '.join(finding.text.split())}")
    if one.more:
        say(f"    and {one.more} more")
