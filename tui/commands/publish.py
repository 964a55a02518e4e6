"""The public set of a meeting's notes, written in one go: `publish`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.shared import now, say, warn, with_book
from tui.errors import BadInput
from tui.notes.actions.files import PUBLISHED_LISTS
from tui.notes.formats import PUBLISHED, named

if TYPE_CHECKING:
    from tui.book.folder import Book


@click.command(
    help=f"""Write the public notes of a meeting into the folder DIR: {named(PUBLISHED)}, its actions as
    {named(PUBLISHED_LISTS)}.

    All of them or none; an earlier set of the same meeting is replaced. Nothing restricted is in any of them. What was
    withheld and why is listed, for internal use, beside the meeting in the book, or in FILE.
    """
)
@click.argument("meeting", required=False)
@click.argument("folder", metavar="DIR", required=False, type=click.Path(path_type=Path))
@click.option("--style", default="narrative", show_default=True, help="The house layout.")
@click.option(
    "--withheld", metavar="FILE", type=click.Path(path_type=Path), help="Where the list of what is withheld goes."
)
@with_book
def publish(book: Book, meeting: str | None, folder: Path | None, style: str, withheld: Path | None) -> None:
    """Write the public notes of a meeting into a folder."""
    from tui.commands.closing import say_approvals
    from tui.commands.progress import Progress
    from tui.use_cases.approve_previous import approve_missed
    from tui.use_cases.publish_meeting import publish_meeting

    path, target = _where(book, meeting, folder)
    say_approvals(approve_missed(book, path, now()))
    with Progress("Publishing") as progress:
        done = publish_meeting(
            path,
            target,
            style=style,
            styles_folder=book.folder / "styles",
            at=now(),
            withheld=withheld,
            progress=progress,
        )
    if done.draft:
        warn("minutebook: these notes are a draft, and say so: nobody has approved them yet (minutebook approve)")
    say(f"{done.folder}: {len(done.names)} files: {', '.join(done.names)}")
    count = "nothing is" if not done.withheld else "1 thing is" if done.withheld == 1 else f"{done.withheld} things are"
    say(f"{done.listed}: {count} withheld; this list is internal")


def _where(book: Book, meeting: str | None, folder: Path | None) -> tuple[Path, Path]:
    """Tell the meeting from the folder: of a single argument, the folder, the meeting being the latest."""
    hint = "minutebook publish MEETING DIR"
    if meeting is None:
        raise BadInput("where are the notes to go?", hint=hint)
    if folder is not None:
        return book.find(meeting), folder
    latest = book.find(None)
    names = {name for path in book.files() for name in (path.name, path.stem)}
    if meeting in names or Path(meeting).is_file() or any(name.startswith(meeting) for name in names):
        raise BadInput(f"where are the notes of {meeting} to go?", hint=hint)
    return latest, Path(meeting)
