"""Publishing a meeting: from its file in the book to a folder of public notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from tui.book.amended import amended
from tui.book.house import home_of, house_choice, keep_choice, published_name
from tui.book.meeting_file import read_journal
from tui.book.opened import open_meeting
from tui.book.published_folder import files_in, free_to_publish, publish_set, replace_set, set_in
from tui.errors import BadInput, MeetingHeld, MinutebookError
from tui.given import is_folder
from tui.home import with_home
from tui.meeting.approval.amendment import Amendment
from tui.meeting.approval.approving import is_draft
from tui.meeting.approval.publications import changed_since, note_publication, publication_of, standing_in
from tui.meeting.approval.withheld import Withheld, withheld_from_public
from tui.meeting.model import Meeting, Publication, Value
from tui.meeting.redaction.public_version import public
from tui.notes.actions.files import PUBLISHED_LISTS, FileFormat, action_file, file_bytes
from tui.notes.formats import PUBLISHED, named
from tui.notes.templates.styles import usual_style

Progress = Callable[[int, int], None]
"""Is told how many files are made, and how many there are."""


class Published(Value, frozen=True, kw_only=True):
    """What came of publishing a meeting."""

    folder: Path
    names: tuple[str, ...]
    """The files, the manifest aside."""
    listed: Path
    """The internal list of what was withheld."""
    withheld: int
    """How many things it names."""
    draft: bool
    """Whether nobody has approved the notes yet."""
    publication: Publication
    """What is to be noted of it in the meeting."""
    since: tuple[Amendment, ...] = ()
    """How the notes differ from the set that stood there before; internal words."""
    confirmed: bool = True
    """Whether the disk has confirmed that the files are there for good."""


def publish_meeting(
    path: Path,
    folder: Path,
    *,
    style: str | None = None,
    styles_folder: Path,
    at: datetime,
    withheld: Path | None = None,
    overwrite: bool = False,
    formats: tuple[str, ...] = (),
    progress: Progress | None = None,
    before_writing: Callable[[], None] = lambda: None,
    separator: str = ",",
) -> Published:
    """Write the public set of the meeting at `path` into `folder`, whole or not at all, and the internal list first.

    Style and `formats` that are not given are those that the house chose for the series, else the usual ones.
    `before_writing` is called when everything is made and nothing written yet; what it raises leaves all as it is.
    Raises BadInput for a folder or style that cannot be used, and unless it is to `overwrite` it, for a set that was
    changed since; BookError. Without `withheld` the list stands beside the meeting's file.
    """
    journal = read_journal(path)
    meeting, amendments = amended(path, journal)
    style, formats = _looks(path, meeting, style, formats)
    target = free_to_publish(folder, meeting.id, overwrite=overwrite)
    before, listed = standing_in(meeting, str(target)), _list_path(path, target, withheld)
    files = _files(path, meeting, amendments, style, formats, styles_folder, at, progress, separator)
    before_writing()
    found = withheld_from_public(meeting, amendments)
    confirmed = publish_set(target, files, meeting.id, (listed, _list_page(meeting, found, target)))
    return Published(
        folder=target,
        names=tuple(files),
        listed=listed,
        withheld=len(found),
        draft=is_draft(meeting),
        confirmed=confirmed,
        publication=publication_of(journal, at=at, folder=str(target), style=style, pages=_pages(files)),
        since=changed_since(journal, before) if before else (),
    )


def _pages(files: Mapping[str, bytes]) -> int | None:
    """Count the pages of the notes, from which the next meeting's go on."""
    from tui.notes.derived.pdf import page_count

    return next((page_count(content) for name, content in files.items() if name.endswith(".pdf")), None)


def _looks(path: Path, meeting: Meeting, style: str | None, formats: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return the style and the formats: those that are given, else the house's for the series, else the usual ones."""
    house = house_choice(path.parent, meeting)
    return style or usual_style(meeting, house.style), formats or house.formats or PUBLISHED


def proposed_folder(book_folder: Path, meeting: Meeting) -> Path:
    """Return where a set goes unless somebody says otherwise: as chosen for the series, else where a person looks."""
    documents = Path.home() / "Documents"
    place = documents if documents.is_dir() else Path.home()
    return home_of(book_folder, meeting) or place / published_name(book_folder, meeting)


def keep_folder(path: Path, meeting: Meeting, folder: Path) -> None:
    """Keep where a set went for the series' next one, where nothing was chosen and it has the set's own name."""
    if not house_choice(path.parent, meeting).folder and folder.name == proposed_folder(path.parent, meeting).name:
        keep_choice(path.parent, meeting, folder=str(folder.parent.absolute()))


def will_publish(path: Path, meeting: Meeting) -> str:
    """Say what a set holds: `html, md, txt and docx in the style narrative, and the actions as csv and ics`."""
    style, formats = _looks(path, meeting, None, ())
    return f"{named(formats)} in the style {style}, and the actions as {named(PUBLISHED_LISTS)}."


def note_published(path: Path, publication: Publication) -> str:
    """Note in a meeting's file what was put out of it or taken back; return why that could not be, else nothing."""
    try:
        with open_meeting(path) as opened:
            opened.take(note_publication(opened.journal, publication))
    except MinutebookError as error:
        why = error.message if isinstance(error, MeetingHeld) else str(error)
        return f"the meeting does not know of it: {why}"
    return ""


def retract_published(path: Path, folder: Path, reason: str, at: datetime) -> Publication:
    """Take a meeting's published set back: a notice with the reason stands in its place, under the same names.

    Raises BadInput where no set of this meeting stands there, or one of its files was changed since; BookError.
    """
    from tui.notes.notices import withdrawal_notices

    journal = read_journal(path)
    target = free_to_publish(folder, journal.meeting.id)
    stem = set_in(target)
    if stem is None:
        raise BadInput("no notes of this meeting are published there", where=folder)
    formats = [name.removeprefix(f"{stem}.") for name in files_in(target) if name.startswith(f"{stem}.")]
    notices = withdrawal_notices(public(journal.meeting), stem, reason, at.date(), formats)
    replace_set(target, notices, journal.meeting.id)
    made = publication_of(journal, at=at, folder=str(target), style="", reason=reason)
    return replace(made, withdrawn=True)


def _list_page(meeting: Meeting, found: tuple[Withheld, ...], target: Path) -> bytes:
    from tui.notes.withheld_list import withheld_page

    return withheld_page(meeting, found, str(target)).encode("utf-8", errors="replace")


def _list_path(path: Path, target: Path, withheld: Path | None) -> Path:
    listed = with_home(withheld or path.with_name(f"{path.stem}.withheld.txt"))
    if target in (listed.resolve(), *listed.resolve().parents):
        raise BadInput("the list is internal and may not stand in the folder to publish", where=listed)
    if withheld is not None and (is_folder(listed) or not is_folder(listed.parent)):
        raise BadInput("the list needs the name of a file in a folder that is there", where=listed)
    return listed


def _files(
    path: Path,
    meeting: Meeting,
    amendments: tuple[Amendment, ...],
    style: str,
    formats: tuple[str, ...],
    styles_folder: Path,
    at: datetime,
    progress: Progress | None,
    separator: str,
) -> dict[str, bytes]:
    """Make every file in memory; the names tell nothing that the notes withhold."""
    from tui.notes.render import render_file

    stem = published_name(path.parent, meeting)
    files: dict[str, bytes] = {}

    def made(name: str, content: bytes) -> None:
        files[name] = content
        if progress is not None:
            progress(len(files), len(formats) + len(PUBLISHED_LISTS))

    for fmt in formats:
        page = render_file(
            meeting, style=style, fmt=fmt, version="public", styles_folder=styles_folder, amendments=amendments
        )
        made(f"{stem}.{fmt}", page)
    for fmt in PUBLISHED_LISTS:
        made(f"{stem}-actions.{fmt}", _actions(path, at, fmt, separator))
    return files


def _actions(path: Path, at: datetime, fmt: FileFormat, separator: str) -> bytes:
    from tui.book.register.register import meeting_register
    from tui.notes.meeting_event import following, revision_of

    # A file in the book may be named after words that are restricted.
    rows = [
        replace(row, meeting_file="", stood=tuple(replace(one, file="") for one in row.stood))
        for row in meeting_register(path, today=at.date())
    ]
    coming = following(revision_of(read_journal(path)))
    upcoming = (coming,) if coming and coming.meeting.date >= at.date() else ()
    return file_bytes(action_file(rows, fmt, today=at.date(), separator=separator, upcoming=upcoming), fmt)
