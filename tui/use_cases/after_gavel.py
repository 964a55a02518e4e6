"""From a meeting that is open to what goes out of it: the set and the drafts, once the disk has what is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tui.book.opened import OpenMeeting
from tui.book.published_folder import free_to_publish
from tui.errors import BadInput, BookError
from tui.meeting.approval.publications import note_publication
from tui.meeting.model import Meeting
from tui.use_cases.mail_drafts import DraftsWritten, draft_all, draft_for_chair, stem_of, write_drafts
from tui.use_cases.publish_meeting import Published, proposed_folder, publish_meeting

_PATIENCE = 10.0
"""Seconds that it waits for the disk to have what is shown."""


def publish_now(opened: OpenMeeting, folder: Path, now: Callable[[], datetime]) -> Published:
    """Publish what is shown. Raises BadInput and BookError."""
    _wait_for_disk(opened)
    return publish_meeting(opened.path, folder, styles_folder=opened.path.parent / "styles", at=now())


def note_published(opened: OpenMeeting, done: Published) -> None:
    """Note in the meeting what was published of it."""
    opened.take(note_publication(opened.journal, done.publication))


def said_published(done: Published) -> str:
    """Say what was published where."""
    draft = "as a DRAFT " if done.draft else ""
    withheld = f"; {done.withheld} withheld, listed in {done.listed}" if done.withheld else ""
    return f"Published {draft}in {done.folder}: {len(done.names)} files{withheld}"


def wrong_folder(meeting: Meeting, words: str) -> str:
    """Say why a meeting's notes cannot be published in a folder; empty where they can."""
    try:
        free_to_publish(Path(words), meeting.id)
    except BadInput as problem:
        return f"{problem.message}; {problem.hint}"
    return "" if words else "name a folder, which will be made"


def proposed_drafts_folder(book_folder: Path, meeting: Meeting) -> Path:
    """Return where the drafts go unless somebody says otherwise: beside the published set."""
    folder = proposed_folder(book_folder, meeting)
    return folder.with_name(f"{folder.name}-mail")


def draft_now(opened: OpenMeeting, folder: Path, at: datetime) -> DraftsWritten:
    """Write to each owner and to the members what is theirs of what is shown. Raises BadInput and BookError."""
    _wait_for_disk(opened)
    return write_drafts(folder, f"{stem_of(opened.path)}-mail", draft_all(opened.path, at))


def draft_to_chair_now(opened: OpenMeeting, folder: Path) -> DraftsWritten:
    """Write to the chair, with the Word file of what is shown. Raises BadInput and BookError."""
    _wait_for_disk(opened)
    return write_drafts(folder, f"{stem_of(opened.path)}-chair", [draft_for_chair(opened.path)])


def said_drafted(drafted: DraftsWritten) -> str:
    """Say how many drafts stand where, and for whom an address lacks."""
    lacking = f", no address of {', '.join(drafted.lacking)}" if drafted.lacking else ""
    return f"{len(drafted.names)} mail drafts in {drafted.folder}{lacking}"


def _wait_for_disk(opened: OpenMeeting) -> None:
    if not opened.flush(_PATIENCE):
        raise BookError("the last changes are not on the disk yet", where=opened.path, hint="go on when they are saved")
