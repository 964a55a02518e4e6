"""Making a meeting of the book from a paper, which is kept beside it."""

from __future__ import annotations

from datetime import date, datetime

from tui.book.disk.atomic_write import make_folder, private_mode, replace_file
from tui.book.file_names import paper_path
from tui.book.folder import Book
from tui.book.new_meeting import Before, Made, add_meeting, last_before, meeting_before, with_warnings
from tui.meeting.model import Value
from tui.papers.agenda import read_agenda, read_paper
from tui.papers.draft import Draft
from tui.papers.reading.source import Paper


class Drafted(Value, frozen=True, kw_only=True):
    """What a paper would make of the book, before anything is made."""

    draft: Draft
    before: Before | None


def draft_meeting(book: Book, paper: Paper, *, after: str | None, day: date | None) -> Drafted:
    """Read a paper as a meeting of the book; `after` names the meeting before it, from which missing days follow.

    Raises BadInput for a paper that cannot be read; BookError.
    """
    before = meeting_before(book, after) if after is not None else None
    expected, earlier = (before.expected, before.meeting.date) if before else (None, None)
    return Drafted(draft=read_paper(paper.document, day=day, fallback=expected, earlier=earlier), before=before)


def following_its_series(book: Book, draft: Draft) -> Drafted:
    """Return a draft with the meeting of its series before it, whose open actions it takes on. Raises BookError."""
    return Drafted(draft=draft, before=last_before(book, draft.meeting))


def make_meeting(book: Book, paper: Paper, drafted: Drafted, at: datetime) -> Made:
    """Make the meeting that was drafted from a paper, and keep the paper beside it, every word. Raises BookError."""
    where = paper.document.where
    made = add_meeting(book, drafted.draft.meeting, where, drafted.before, at)
    if not made.new:
        return made
    try:
        kept = paper_path(made.path, paper.suffix)
        make_folder(kept.parent, 0o700)
        replace_file(kept, paper.content, mode=private_mode(made.path))
    except OSError as error:
        return with_warnings(
            made, (*drafted.draft.warnings, f"{where} could not be kept beside the meeting: {error.strerror}")
        )
    return with_warnings(made, drafted.draft.warnings)


def new_meeting(book: Book, agenda: str, where: str, *, after: str | None, day: date | None, at: datetime) -> Made:
    """Make a meeting from an agenda's text; `where` names its file in messages. Raises BadInput, BookError."""
    before = meeting_before(book, after) if after is not None else None
    expected, earlier = (before.expected, before.meeting.date) if before else (None, None)
    draft = read_agenda(agenda, where, day=day, fallback=expected, earlier=earlier)
    made = add_meeting(book, draft.meeting, where, before, at)
    return with_warnings(made, draft.warnings) if made.new else made
