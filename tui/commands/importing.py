"""Bringing meetings into the book: `import`, of meeting files and of finished minutes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.shared import now, say, warn, with_book
from tui.errors import BadInput

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.use_cases.importing import ReadPaper


@click.command("import")
@click.argument("files", metavar="FILE|FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Store what was read without asking, for programs.")
@click.option("--dry-run", is_flag=True, help="Show what the papers are understood as, and store nothing.")
@click.option("--join", is_flag=True, help="Call people as another meeting of theirs does that has more of the name.")
@click.option("--json", "as_json", is_flag=True, help="Print what was understood as JSON, for programs.")
@with_book
def import_meetings(book: Book, files: tuple[Path, ...], yes: bool, dry_run: bool, join: bool, as_json: bool) -> None:
    """Bring meetings into the book: finished minutes, or meeting files with their history.

    Minutes may be .docx, .odt, .md, .txt, .html, .pdf or .eml, logs of MeetBot or of W3C's scribe, or folders of
    them. What was read is shown before it is stored, with what is doubtful first; nothing that the book has comes a
    second time. A file that cannot be read is named and left. Who stands in two meetings of a body under more and
    under less of a name, `J Oddy` and `John Oddy`, is a doubt; --join calls them by more of it.
    """
    from tui.use_cases.importing import all_joined, papers_in

    found = _read(book, papers_in(files), dry_run=dry_run)
    found = all_joined(found) if join else found
    if as_json:
        _say_json(found)
    elif not yes or dry_run:
        _show(found)
    failed = [one.error for one in found if one.error]
    papers = [one for one in found if one.draft is not None]
    if dry_run:
        pass
    elif papers and not yes and not _wanted(len(papers)):
        sys.exit(1)
    else:
        failed = _store(book, found, quiet=as_json)
    for error in failed if dry_run else ():
        warn(error)
    if failed:
        sys.exit(BadInput.exit_status)


def _read(book: Book, paths: Sequence[Path], *, dry_run: bool) -> list[ReadPaper]:
    from tui.commands.progress import Progress
    from tui.use_cases.importing import meetings_of, read_papers, with_likenesses

    meetings = meetings_of(book)
    known = frozenset() if dry_run else frozenset(meeting.id for meeting in meetings)
    found: list[ReadPaper] = []
    with Progress("reading") as progress:
        for at, path in enumerate(paths, 1):
            found += read_papers(path, now(), known)
            progress(at, len(paths))
    return with_likenesses(found, meetings)


def _say_json(found: Sequence[ReadPaper]) -> None:
    from tui.papers.minutes.shown import as_json

    for one in found:
        say(as_json(str(one.path), one.draft, one.error))


def _show(found: Sequence[ReadPaper]) -> None:
    from tui.papers.minutes.shown import shown, summary_of

    drafts = [one for one in found if one.draft is not None]
    for one in drafts:
        assert one.draft is not None, "those without were left out"
        say(f"{one.path}")
        for line in shown(one.draft) if len(drafts) < 4 else [summary_of(one.draft)]:
            say(f"  {line}")


def _wanted(count: int) -> bool:
    """Ask whether to store what was shown; without a terminal nobody can answer."""
    what = "this meeting" if count == 1 else f"these {count} meetings"
    if not sys.stdin.isatty():
        warn(f"nothing was stored: --yes stores {what}")
        return False
    return click.confirm(f"Store {what}?", default=False, err=True)


def _store(book: Book, found: Sequence[ReadPaper], *, quiet: bool) -> list[str]:
    from tui.commands.progress import Progress
    from tui.papers.minutes.shown import doubts_of, summary_of
    from tui.use_cases.importing import store

    failed: list[str] = []
    with Progress("storing") as progress:
        for at, (one, path, why) in enumerate(store(book, found), 1):
            progress(at, len(found))
            if why:
                failed.append(why)
                warn(why)
            elif path is None:
                warn(f"{one.path}: is in the book already")
            elif not quiet:
                said = f"; {summary_of(one.draft)}" if one.draft else ""
                say(f"{path}: imported from {one.path}{said}")
                for line in doubts_of(one.draft) if one.draft and len(found) < 4 else ():
                    warn(f"  {line}")
    return failed
