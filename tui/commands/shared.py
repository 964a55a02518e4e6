"""What every command shares: the book it works on, the words it prints, the files it is given and writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

from tui.book.disk.text_file import read_text as read_text
from tui.book.disk.text_file import text_of as text_of
from tui.errors import BadInput
from tui.given import is_folder
from tui.meeting.text.sanitizing import showable
from tui.terminal.first_frame import clear_first_frame

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.book.opened import OpenMeeting
    from tui.book.store.store import Store

_STORES = "minutebook.stores"
"""Under which name the context of the whole command line has the books that are open."""
Options = ParamSpec("Options")
Result = TypeVar("Result")


def now() -> datetime:
    """Return the local time with its offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


def book_of(context: click.Context) -> Book:
    """Return the book that `--book` names, else the user's own. Raises BookError where it cannot be opened."""
    from tui.book.folder import Book
    from tui.book.office.address import address_of_mirror, is_address

    chosen = context.obj or _own_book()
    if is_address(chosen):
        return store_at(context, chosen).book
    book = Book.at(chosen)
    return store_at(context, book.folder).book if address_of_mirror(book.folder) else book


def store_at(context: click.Context, chosen: str | Path | None) -> Store:
    """Open a book for as long as the command runs. Raises BookError."""
    from tui.book.store.opening import open_store

    root = context.find_root()
    opened: dict[str, Store] = root.meta.setdefault(_STORES, {})
    if (store := opened.get(str(chosen))) is None:
        store = opened[str(chosen)] = open_store(chosen)
        _say_notices(store)

        @root.call_on_close
        def close() -> None:
            store.close()
            _say_notices(store)

    return store


def _say_notices(store: Store) -> None:
    for words in store.notices:
        warn(f"minutebook: {words}")
    store.notices.clear()


def _own_book() -> str | None:
    """Return the book that the settings name; what is wrong with them is said, and changes nothing else."""
    from tui.config.settings import read_settings

    settings = read_settings()
    for problem in settings.problems:
        warn(f"minutebook: {problem}")
    return settings.book or None


def with_book(command: Callable[Concatenate[Book, Options], Result]) -> Callable[Options, Result]:
    """Hand the command the book that `--book` names."""

    @click.pass_context
    @wraps(command)
    def wired(context: click.Context, /, *args: Options.args, **options: Options.kwargs) -> Result:
        return command(book_of(context), *args, **options)

    return wired


def write_output(path: Path, content: str | bytes, *, internal: bool = False) -> None:
    """Write a rendered file whole or not at all; one with restricted words is its owner's alone."""
    from tui.book.disk.atomic_write import in_words, is_no_file, replace_file, sweep

    if not is_folder(path.parent):
        raise BadInput(f"there is no folder {path.parent}", where=path, hint="make it first, or name another")
    if is_folder(path):
        raise BadInput("this is a folder", where=path, hint="name a file in it")
    try:
        # A link stays one: what it leads to is written.
        place = path.resolve() if path.is_symlink() and not is_no_file(path) else path
        sweep(place)
        whole = content if isinstance(content, bytes) else content.encode("utf-8")
        replace_file(place, whole, mode=0o600 if internal else 0o666)
    except (OSError, RuntimeError) as error:
        why = in_words(error) if isinstance(error, OSError) else "it is a link that leads nowhere"
        raise BadInput(f"the file cannot be written: {why}", where=path) from error


def say(line: str) -> None:
    """Print one line for a person, its control characters made visible."""
    clear_first_frame()
    click.echo(showable(line))


def warn(line: str) -> None:
    """Print one line for a person on standard error, if anybody can read it there."""
    clear_first_frame()
    with suppress(OSError):
        click.echo(showable(line), err=True)


@contextmanager
def opening(path: Path, *, take_over: bool = False) -> Iterator[OpenMeeting]:
    """Open a meeting for writing, and say what there is to hear of at opening. Raises BookError."""
    from tui.book.opened import open_meeting

    with open_meeting(path, take_over=take_over) as opened:
        for words in opened.notices:
            warn(f"minutebook: {path}: {words}")
        yield opened


def read_day(words: str | None, *, near: date | None = None) -> date | None:
    """Read a date that a person gave as an option; None where none was given. Raises BadInput.

    Without a year it is the first such day on or after `near`, else on or after today.
    """
    from tui.errors import Refused
    from tui.meeting.details.day import read_day_alone

    if words is None:
        return None
    try:
        return read_day_alone(words, near=near or now().date())
    except Refused as refusal:
        raise BadInput(refusal.message, hint=refusal.hint) from None
