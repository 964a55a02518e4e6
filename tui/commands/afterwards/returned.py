"""The notes that come back edited: `corrections` lists what is different, and takes it over."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.shared import now, opening, say, warn, with_book
from tui.errors import BadInput, Refused
from tui.meeting.text.sanitizing import escaped_json

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.book.opened import OpenMeeting
    from tui.use_cases.returned.returned_notes import Returned, ReturnedNotes

_KEYS = "t takes it, c changes the words first, l leaves it, q stops"


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("meeting", required=False)
@click.option("--take", "wanted", metavar="N,N|all", help="Take these over without asking, for programs.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON, for programs.")
@with_book
def corrections(book: Book, file: Path, meeting: str | None, wanted: str | None, as_json: bool) -> None:
    """List what somebody changed in the notes of a meeting, and take it over.

    FILE is what came back: a Word file, with tracked changes or simply edited, or an odt, md or txt file, which stays
    as it is. In a terminal each change is taken over, changed or left by one key.
    """
    from tui.book.amended import read_amended
    from tui.use_cases.returned.returned_notes import read_returned

    path = book.find(meeting)
    meant, amendments = read_amended(path)
    found = read_returned(meant, file, book.folder / "styles", amendments)
    if as_json:
        _say_json(found)
    elif not (wanted is None and _asks()):
        for line in _listed(found):
            say(line)
    if wanted is not None:
        _take_without_asking(path, found, _numbers(wanted, len(found.changes)), quiet=as_json)
    elif not as_json and _asks():
        _ask_for_each(path, file, found)


def _asks() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _numbers(words: str, count: int) -> tuple[int, ...]:
    if words.strip().casefold() == "all":
        return tuple(range(1, count + 1))
    numbers = [one.strip() for one in words.split(",")]
    if not all(one.isdecimal() and 1 <= int(one) <= count for one in numbers):
        raise BadInput(f"“{words}” does not name changes of the {count} there are", hint="--take 1,3 or --take all")
    return tuple(sorted({int(one) for one in numbers}))


# Showing them.


def _listed(found: ReturnedNotes) -> Iterator[str]:
    for number, change in enumerate(found.changes, 1):
        yield from _shown(number, change)
    yield from _comments(found)
    yield _counted(found)


def _shown(number: int, change: Returned) -> Iterator[str]:
    what = "moved and reworded" if change.also_reworded else change.what
    yield f"{number}. {what}: {change.said}"
    if change.old and (change.what != "moved" or change.also_reworded):
        yield f"   - {change.old}"
    if change.new:
        yield f"   {'>' if change.what == 'moved' and not change.also_reworded else '+'} {change.new}"


def _comments(found: ReturnedNotes) -> Iterator[str]:
    for one in found.comments:
        about = f" on “{one.on}”" if one.on else ""
        yield f"comment by {one.by or 'somebody'}{about}: {one.text}"


def _counted(found: ReturnedNotes) -> str:
    count = len(found.changes)
    changes = "no change" if not count else "1 change" if count == 1 else f"{count} changes"
    comments = f", {len(found.comments)} comment{'s' * (len(found.comments) != 1)}" if found.comments else ""
    return f"{changes}{comments} in the {found.version} notes, style {found.style}"


def _say_json(found: ReturnedNotes) -> None:
    import json

    changes = [
        {
            "number": number,
            "what": change.what,
            "reworded": change.also_reworded or change.what == "reworded",
            "about": change.said,
            "old": change.old,
            "new": change.new,
            "entries": [one.entry for one in change.printed.entries] if change.printed else [],
        }
        for number, change in enumerate(found.changes, 1)
    ]
    comments = [{"by": one.by, "text": one.text, "on": one.on} for one in found.comments]
    told = {"style": found.style, "version": found.version, "changes": changes, "comments": comments}
    say(escaped_json(json.dumps(told, ensure_ascii=False)))


# Taking them over.


def _take_without_asking(path: Path, found: ReturnedNotes, numbers: tuple[int, ...], *, quiet: bool) -> None:
    at, taken = now(), 0
    with opening(path) as opened:
        for number in numbers:
            try:
                _take(opened, found.changes[number - 1], at, found.version)
                taken += 1
            except Refused as refusal:
                warn(f"{number}: {refusal}")
    if not quiet:
        say(f"{path}: {taken} taken over")
    if taken < len(numbers):
        sys.exit(Refused.exit_status)


def _take(opened: OpenMeeting, change: Returned, at: datetime, version: str, words: str | None = None) -> None:
    from tui.use_cases.returned.taking_over import take

    opened.take(take(opened.journal, change, at, version, words))


def _ask_for_each(path: Path, file: Path, found: ReturnedNotes) -> None:
    at, taken = now(), 0
    say(_counted(found) + (f": {_KEYS}" if found.changes else ""))
    with opening(path) as opened:
        for number, change in enumerate(found.changes, 1):
            for line in _shown(number, change):
                say(line)
            key = _key()
            if key == "q":
                break
            if key == "l":
                continue
            words = click.prompt("   words", default=change.new) if key == "c" else None
            try:
                _take(opened, change, at, found.version, words)
                taken += 1
            except Refused as refusal:
                say(f"   left: {refusal}")
    for line in _comments(found):
        say(line)
    say(f"{path}: {taken} of {len(found.changes)} taken over; {file} stays as it is")


def _key() -> str:
    while True:
        click.echo("   t c l q? ", nl=False)
        key = click.getchar().casefold()
        click.echo(key if key.isprintable() else "")
        if key in ("t", "c", "l", "q"):
            return key
