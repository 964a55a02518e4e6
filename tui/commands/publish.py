"""The public set of a meeting's notes: `publish` writes it in one go, `published` lists, `retract` takes it back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from tui.commands.shared import now, say, warn, with_book
from tui.errors import BadInput
from tui.given import is_file
from tui.meeting.text.sanitizing import escaped_json
from tui.notes.actions.files import PUBLISHED_LISTS
from tui.notes.formats import PUBLISHED, named

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.meeting.approval.amendment import Amendment
    from tui.meeting.approval.publications import ToldPublication
    from tui.use_cases.publish_meeting import Published

_ROOM = 100
"""Characters of the words that are shown of each gap."""


@click.command(
    help=f"""Write the public notes of a meeting into the folder DIR: {named(PUBLISHED)}, its actions as
    {named(PUBLISHED_LISTS)}.

    All of them or none; an earlier set of the same meeting is replaced, unless a file of it was changed by hand since.
    Gaps and a draft are named before anything is written. Nothing restricted is in any of them. What was
    withheld and why is listed, for internal use, beside the meeting in the book, or in FILE.
    """
)
@click.argument("meeting", required=False)
@click.argument("folder", metavar="DIR", required=False, type=click.Path(path_type=Path))
@click.option("--style", help="The house layout; else narrative, and agenda until the meeting is held.")
@click.option(
    "--withheld", metavar="FILE", type=click.Path(path_type=Path), help="Where the list of what is withheld goes."
)
@click.option("--formats", metavar="F,F", default="", help="Of the notes; else the house's, else html,md,txt,docx.")
@click.option("--overwrite", is_flag=True, help="Replace files that were changed by hand since they were published.")
@with_book
def publish(
    book: Book,
    meeting: str | None,
    folder: Path | None,
    style: str | None,
    withheld: Path | None,
    formats: str,
    overwrite: bool,
) -> None:
    """Write the public notes of a meeting into a folder."""
    from tui.commands.closing import say_approvals
    from tui.commands.progress import Progress
    from tui.config.settings import read_settings
    from tui.use_cases.approve_previous import approve_missed
    from tui.use_cases.choose_for_house import listed_formats
    from tui.use_cases.publish_meeting import note_published, publish_meeting

    path, target = _where(book, meeting, folder)
    say_approvals(approve_missed(book, path, now()))

    def named() -> None:
        progress.clear()
        _name_what_is_open(path)

    with Progress("Publishing") as progress:
        done = publish_meeting(
            path,
            target,
            style=style,
            styles_folder=book.folder / "styles",
            at=now(),
            withheld=withheld,
            overwrite=overwrite,
            formats=listed_formats(formats),
            progress=progress,
            before_writing=named,
            separator=read_settings().csv_separator,
        )
    _say_done(done, note_published(path, done.publication))


def _say_done(done: Published, problem: str) -> None:
    """Say what was written where, and what is different from before; `problem` is why the meeting does not know."""
    if problem:
        warn(f"minutebook: {problem}")
    if not done.confirmed:
        warn(f"minutebook: {done.folder}: published, but the disk does not confirm that it will last; publish it again")
    say(f"{done.folder}: {len(done.names)} files: {', '.join(done.names)} ({done.publication.style})")
    if done.since:
        say(f"changed since they were published there: {', '.join(_told(one) for one in done.since)}")
    count = "nothing is" if not done.withheld else "1 thing is" if done.withheld == 1 else f"{done.withheld} things are"
    say(f"{done.listed}: {count} withheld; this list is internal")


def _name_what_is_open(path: Path) -> None:
    """Say of a draft and of each gap, before anything is written, that it goes out; somebody at a terminal may stop."""
    from tui.book.draft import read_draft
    from tui.book.meeting_file import read_journal
    from tui.meeting.checking.check import gaps_in
    from tui.meeting.checking.places import extract_of, place_of

    journal = read_journal(path)
    meeting = journal.meeting
    if meeting.approval is None:
        warn("minutebook: these notes are a draft, and say so: nobody has approved them yet (minutebook approve)")
    draft = read_draft(path, journal)
    gaps = gaps_in(meeting, draft=draft.line if draft else "")
    for gap in gaps:
        words = extract_of(gap, _ROOM).text
        warn(f"minutebook: open: {place_of(meeting, gap)}: {gap.message}{f' — {words}' if words else ''}")
    if gaps and sys.stdin.isatty() and sys.stderr.isatty():
        click.confirm("Publish all the same?", abort=True, err=True)


def _told(one: Amendment) -> str:
    """Say in a few words what a change was of: `item 3: note changed`."""
    return f"{one.place}: {one.subject} {one.what}" if one.place else f"{one.subject} {one.what}"


@click.command()
@click.argument("meeting", required=False)
@click.option("--changes", is_flag=True, help="Tell what has changed from each set to the next, and since the last.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@with_book
def published(book: Book, meeting: str | None, changes: bool, as_json: bool) -> None:
    """List what was published of a meeting: when, where, in which style and version, and whether it is stale."""
    from tui.book.meeting_file import read_journal
    from tui.meeting.approval.publications import told_publications

    journal = read_journal(book.find(meeting))
    told = told_publications(journal)
    if as_json:
        import json

        click.echo(escaped_json(json.dumps([_as_row(one) for one in told], ensure_ascii=False, indent=2)))
        return
    if not told:
        say("Nothing was published of this meeting.")
    for one in told:
        say(f"{one.publication.at:%Y-%m-%d %H:%M}  {one.words}")
        if changes:
            for change in one.changes:
                say(f"    {_told(change)}{_before_and_after(change)}")


def _as_row(one: ToldPublication) -> dict[str, object]:
    publication = one.publication
    return {
        "at": publication.at.isoformat(),
        "folder": publication.folder,
        "style": publication.style,
        "version": publication.version,
        "draft": publication.draft,
        "withdrawn": publication.withdrawn,
        "reason": publication.reason,
        "stale": one.stale,
        "changes": [
            {
                "place": change.place,
                "subject": change.subject,
                "what": change.what,
                "before": change.before,
                "after": change.after,
            }
            for change in one.changes
        ],
    }


def _before_and_after(change: Amendment) -> str:
    if change.before and change.after:
        return f" from “{change.before}” to “{change.after}”"
    words = change.before or change.after
    return f": {words}" if words else ""


@click.command()
@click.argument("meeting", required=False)
@click.argument("folder", metavar="DIR", required=False, type=click.Path(path_type=Path))
@click.option("--reason", metavar="WORDS", default="", help="Why; it stands in the notice.")
@with_book
def retract(book: Book, meeting: str | None, folder: Path | None, reason: str) -> None:
    """Take published notes back: in the folder DIR, a notice with the reason stands in their place."""
    from tui.use_cases.publish_meeting import note_published, retract_published

    path, target = _where(book, meeting, folder, "minutebook retract MEETING DIR")
    made = retract_published(path, target, reason, now())
    if problem := note_published(path, made):
        warn(f"minutebook: {problem}")
    say(f"{made.folder}: the notes are withdrawn, and a notice stands in their place")


def _where(
    book: Book, meeting: str | None, folder: Path | None, hint: str = "minutebook publish MEETING DIR"
) -> tuple[Path, Path]:
    """Tell the meeting from the folder: of a single argument, the folder, the meeting being the latest.

    Without a folder it is the one that the house has chosen for the series, if it has.
    """
    if meeting is None:
        return _at_home(book, book.find(None)) or _nowhere("where are the notes to go?", hint)
    if folder is not None:
        return book.find(meeting), folder
    latest = book.find(None)
    if names_meeting(book, meeting):
        return _at_home(book, book.find(meeting)) or _nowhere(f"where are the notes of {meeting} to go?", hint)
    return latest, Path(meeting)


def names_meeting(book: Book, words: str) -> bool:
    """Return whether a single argument names a meeting, and not a folder."""
    names = {name for path in book.files() for name in (path.name, path.stem)}
    return words in names or is_file(words) or any(name.startswith(words) for name in names)


def _at_home(book: Book, path: Path) -> tuple[Path, Path] | None:
    from tui.book.house import home_of
    from tui.book.meeting_file import read_meeting

    home = home_of(book.folder, read_meeting(path))
    return (path, home) if home is not None else None


def _nowhere(message: str, hint: str) -> NoReturn:
    raise BadInput(message, hint=f"{hint}, or choose a folder for the series: minutebook house --folder DIR")
