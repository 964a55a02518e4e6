"""The page and the feed of a series, made of what its meetings know to be published in one folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tui.book.disk.atomic_write import in_words, replace_file
from tui.book.file_names import series_keys
from tui.book.folder import Book
from tui.book.house import house_choice
from tui.book.meeting_file import read_journal
from tui.book.published_folder import files_in
from tui.errors import BadInput, MinutebookError
from tui.home import with_home
from tui.meeting.approval.amendments import amendments
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting, Publication, Value
from tui.meeting.redaction.public_version import public
from tui.meeting.redaction.stubs import shown_words
from tui.meeting.text.inline_markup import withheld
from tui.notes.series_page import PublishedSet, series_feed, series_page

NAMES = ("index.html", "feed.xml")


class SiteWritten(Value, frozen=True, kw_only=True):
    """What was written of a series."""

    folder: Path
    meetings: int


def write_site(book: Book, meeting: Meeting, folder: Path | None, address: str) -> SiteWritten:
    """Write the page and the feed of a meeting's series beside its published sets. Raises BadInput."""
    chosen = house_choice(book.folder, meeting).folder
    if folder is None and not chosen:
        hint = "minutebook site MEETING DIR, or choose a folder for the series: minutebook house --folder DIR"
        raise BadInput("in which folder are the published sets?", hint=hint)
    root = with_home(folder or chosen).resolve()
    sets = sorted(_sets(book, meeting, root), key=lambda one: (one.day, one.at), reverse=True)
    if not sets:
        raise BadInput("no notes of this series are published there", where=root, hint="publish them first")
    title = shown_words(public(meeting).series)
    pages = (series_page(title, sets, meeting.language).encode("utf-8"), series_feed(title, sets, address))
    try:
        for name, page in zip(NAMES, pages, strict=True):
            replace_file(root / name, page)
    except OSError as error:
        raise BadInput(f"the page cannot be written: {in_words(error)}", where=root) from None
    return SiteWritten(folder=root, meetings=len(sets))


def _sets(book: Book, meeting: Meeting, root: Path) -> Iterator[PublishedSet]:
    """Return the last set of each meeting of the series that was put out below a folder, or taken back."""
    for path in book.files():
        try:
            journal = read_journal(path)
        except MinutebookError:
            continue
        if series_keys(journal.meeting) & series_keys(meeting):
            latest = {one.folder: one for one in journal.meeting.published if Path(one.folder).parent == root}
            yield from (_told(journal, one, Path(where)) for where, one in latest.items() if Path(where).is_dir())


def _told(journal: Journal, one: Publication, folder: Path) -> PublishedSet:
    shown = public(journal.meeting)
    amended = journal.meeting.approval is not None and bool(amendments(journal))
    state = "withdrawn" if one.withdrawn else "draft" if one.draft else "amended" if amended else "approved"
    return PublishedSet(
        meeting=journal.meeting.id,
        title=shown_words(shown.title),
        day=journal.meeting.date,
        folder=folder.name,
        files=tuple(files_in(folder).items()),
        at=one.at,
        state=state,
        reason=shown_words(withheld(one.reason)) if one.withdrawn else "",
    )
