"""The register on the command line: `actions` lists it, `action` updates one of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui import garbage
from tui.commands.shared import now, read_day, say, warn, with_book, write_output
from tui.errors import BadInput, BookError
from tui.meeting.text.sanitizing import showable
from tui.notes.actions.files import FILE_FORMATS, file_bytes

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.book.register.register import Register
    from tui.meeting.actions.register_row import RegisterRow
    from tui.meeting.actions.updating import ActionUpdate
    from tui.notes.meeting_event import MeetingRevision

_FORMATS = ("table", *FILE_FORMATS)
_STATUSES = ("open", "done", "dropped", "replaced")


@click.command()
@click.option("--open", "only_open", is_flag=True, help="Only those still open.")
@click.option("--overdue", is_flag=True, help="Only those open past their date.")
@click.option("--owner", metavar="X", default="", help="Only those of one owner: a post, its abbreviation, a name.")
@click.option("--status", "statuses", multiple=True, type=click.Choice(_STATUSES), help="Only those that stand so.")
@click.option("--series", metavar="S", default="", help="Only those of the series with these words in its name.")
@click.option("--due-before", metavar="D", help="Only those due before a date.")
@click.option("--words", metavar="W", default="", help="Only those with these words in them or their updates.")
@click.option(
    "--sort",
    type=click.Choice(["date", "owner", "due", "status", "meeting"]),
    default="date",
    show_default=True,
    help="The order; date is the oldest first.",
)
@click.option("--by", type=click.Choice(["post", "person"]), help="Gather them by owner: the post, or who holds it.")
@click.option("--chain", is_flag=True, help="In a table, say of each where it arose and what became of it.")
@click.option("--format", "fmt", type=click.Choice(_FORMATS), help="Else from the name of FILE, else a table.")
@click.option("--version", type=click.Choice(["public", "internal"]), default="public", show_default=True)
@click.option("--events/--no-events", default=True, help="In ics, due days and meetings to come as events too.")
@click.option("-o", "output", metavar="FILE", type=click.Path(path_type=Path), help="Write to FILE.")
@with_book
def actions(
    book: Book, /, fmt: str | None, version: str, output: Path | None, by: Any, chain: bool, events: bool, **wanted: Any
) -> None:
    """List the actions of the whole book, each once."""
    # The thousands of rows of a large book are all kept until the end.
    garbage.stop_searching()
    fmt = fmt or _format_of(output)
    public = version == "public"
    found = _register(book, public=public, wanted=wanted)
    for words in (*found.errors, *found.copies):
        warn(words)
    upcoming = _upcoming(book, wanted["series"]) if fmt == "ics" and events else ()
    shaped = {"by": by, "chain": chain, "public": public, "owner": wanted["owner"]}
    page = _page(found.rows, fmt, **shaped, upcoming=upcoming, events=events)
    if output is not None:
        write_output(output, file_bytes(page, fmt), internal=not public)
    elif sys.stdout.isatty():
        click.echo("\n".join(map(showable, page.replace("\r\n", "\n").split("\n"))), nl=False)
    else:
        click.echo(page.encode("utf-8"), nl=False)
    if found.errors:
        sys.exit(BookError.exit_status)


def _format_of(output: Path | None) -> str:
    """Tell the format from a file's name; a table is plain text. Raises BadInput for the name of any other format."""
    suffix = output.suffix.removeprefix(".").casefold() if output else ""
    if suffix in _FORMATS:
        return suffix
    if output is None or suffix in ("", "txt", "text"):
        return "table"
    formats = f"the formats are {', '.join(_FORMATS)}; give --format"
    raise BadInput(f"there is no format “{suffix}” for actions", where=output, hint=formats)


def _register(book: Book, *, public: bool, wanted: dict[str, Any]) -> Register:
    from tui.book.register.register import register
    from tui.commands.progress import Progress
    from tui.meeting.actions.register_filter import Wanted
    from tui.meeting.model import Status

    statuses = tuple(Status(status) for status in wanted.pop("statuses"))
    asked = Wanted(statuses=statuses, **{**wanted, "due_before": read_day(wanted["due_before"])})
    with Progress("Reading the meetings") as progress:
        return register(book, today=now().date(), wanted=asked, public=public, progress=progress)


def _upcoming(book: Book, series: str) -> tuple[MeetingRevision, ...]:
    """Return the meetings to come, of the series with these words in its name."""
    from tui.book.shelf.upcoming import latest_of_each_series
    from tui.notes.meeting_event import following, revision_of

    latest = [revision_of(one) for one in latest_of_each_series(book)]
    wanted = [one for one in latest if series.casefold() in one.meeting.series.casefold()]
    both = (revision for one in wanted for revision in (one, following(one)) if revision is not None)
    return tuple(one for one in both if one.meeting.date >= now().date())


def _page(
    rows: tuple[RegisterRow, ...],
    fmt: Any,
    *,
    by: Any,
    chain: bool,
    public: bool,
    owner: str,
    upcoming: tuple[MeetingRevision, ...],
    events: bool,
) -> str:
    """Write the actions as a table, or as a file of a format."""
    if fmt == "table":
        from tui.notes.actions.lists import action_table

        return action_table(rows, by=by, chain=chain)
    from tui.config.settings import read_settings
    from tui.notes.actions.files import action_file

    separator = read_settings().csv_separator if fmt == "csv" else ","
    shaped = {"owner": owner.strip(), "by": by, "public": public, "separator": separator}
    return action_file(rows, fmt, today=now().date(), **shaped, upcoming=upcoming, events=events)


@click.command()
@click.argument("ref")
@click.argument("meeting", required=False)
@click.option("--done", is_flag=True, help="It is done.")
@click.option("--dropped", is_flag=True, help="Nobody will do it.")
@click.option("--reopen", is_flag=True, help="It is to be done after all.")
@click.option("--due", metavar="WORDS", help="It is due then: a date, Friday, the June meeting; empty for no due.")
@click.option(
    "--owner", metavar="WHO", help="It is theirs: names or abbreviations, parted by commas; empty for nobody."
)
@click.option("--reason", metavar="WORDS", default="", help="Why; it stands in the history.")
@with_book
def action(
    book: Book, /, ref: str, meeting: str | None, due: str | None, owner: str | None, reason: str, **statuses: bool
) -> None:
    """Follow one action up: REF is as `actions` lists it, A1 or B2, of MEETING where it fits several.

    One that stands in several meetings is changed in the latest of them. Where its words name an owner or a day, they
    are changed with it. Notes that are approved stay as they were signed: the register knows, and the next meeting.
    """
    from tui.use_cases.update_action import uid_named, update_action

    update = _update_of([name for name, given in statuses.items() if given], due, owner, reason)
    updated = update_action(book, uid_named(book, ref, meeting, update), update, now())
    if updated.notice:
        warn(updated.notice)
    say(updated.message)


def _update_of(statuses: list[str], due: str | None, owners: str | None, reason: str) -> ActionUpdate:
    from tui.meeting.actions.updating import ActionUpdate
    from tui.meeting.model import Status

    if len(statuses) > 1:
        raise BadInput(f"--{' and --'.join(statuses)} cannot both be", hint="give one of them")
    if not statuses and due is None and owners is None:
        raise BadInput("nothing is to change", hint="give --done, --dropped, --reopen, --due WORDS or --owner WHO")
    named = {"done": Status.DONE, "dropped": Status.DROPPED, "reopen": Status.OPEN}
    return ActionUpdate(status=named[statuses[0]] if statuses else None, due=due, owners=owners, reason=reason)
