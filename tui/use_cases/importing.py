"""Bringing finished minutes into the book: read, shown, and stored with the papers they come from."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from tui.book.disk.atomic_write import make_folder, private_mode, replace_file
from tui.book.file_names import paper_path, series_keys
from tui.book.folder import Book
from tui.book.import_meeting import import_meeting
from tui.book.local_zone import local_zone
from tui.book.opened import create_meeting
from tui.errors import BadInput, BookError, Refused
from tui.given import is_file, is_folder
from tui.meeting.dates.written_dates import said_date
from tui.meeting.model import Meeting, Value
from tui.papers.minutes.chains import chained
from tui.papers.minutes.found import Doubt
from tui.papers.minutes.minutes import MinutesDraft, read_minutes, read_published_notes
from tui.papers.minutes.published import is_published
from tui.papers.minutes.roll.one_person import likenesses
from tui.papers.minutes.settling import joined
from tui.papers.reading.mailbox import is_mailbox, mails_in, papers_of_mail
from tui.papers.reading.source import Paper, read_file

PAPERS = frozenset(".docx .odt .md .markdown .txt .text .html .htm .pdf .eml .mbox .json .log".split())
"""The endings of files that a folder is searched for."""
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)")


class ReadPaper(Value, frozen=True, kw_only=True):
    """A file that was read, before anything is stored."""

    path: Path
    draft: MinutesDraft | None = None
    """None for a meeting file of our own, and for one that could not be read."""
    content: bytes = b""
    suffix: str = ""
    error: str = ""
    known: bool = False
    """True where the book has it already."""


def papers_in(given: Sequence[Path]) -> list[Path]:
    """Return the files, those of folders among them in order of their names. Raises BadInput for an empty folder."""
    found: list[Path] = []
    for path in given:
        if is_folder(path):
            inside = sorted(one for one in path.rglob("*") if one.is_file() and _is_paper(one))
            if not inside:
                raise BadInput("there are no minutes in this folder", where=path, hint="give .docx, .odt, .md, .txt, …")
            found += inside
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _is_paper(path: Path) -> bool:
    return path.suffix.lower() in PAPERS and not path.name.startswith((".", "~"))


def is_own_file(path: Path) -> bool:
    """Whether a file is a meeting of our own rather than a paper."""
    return path.suffix.lower() == ".json" and not _is_published(path)


def _is_published(path: Path) -> bool:
    """Whether a file holds notes that were published for other programs."""
    try:
        with path.open("rb") as file:
            return is_published(file.read(400))
    except OSError:
        return False


def read_papers(path: Path, at: datetime, known: frozenset[str]) -> list[ReadPaper]:
    """Read the minutes of a file: one as a rule, of a mailbox all that its mails hold."""
    if path.suffix.lower() not in (".mbox", ".eml", ".mail") or not is_file(path):
        return [read_paper(path, at, known)]
    content = path.read_bytes()
    mails = mails_in(content) if is_mailbox(content) else [content]
    found = [_read_mail(mail, path, f"{path}: mail {number}", at, known) for number, mail in enumerate(mails, 1)]
    read = [one for one in found if one is not None]
    if not read:
        return [ReadPaper(path=path, error=f"{path}: no mail of it holds minutes")]
    return read


def _read_mail(mail: bytes, path: Path, where: str, at: datetime, known: frozenset[str]) -> ReadPaper | None:
    """Read the minutes of one mail: what is attached to it, else its own words; None where it holds none."""
    for paper in papers_of_mail(mail, where):
        try:
            return _read(paper, path, at, known)
        except BadInput:
            continue
    return None


def read_paper(path: Path, at: datetime, known: frozenset[str]) -> ReadPaper:
    """Read one file of minutes; what is wrong with it is said, and not raised."""
    if is_own_file(path):
        return ReadPaper(path=path)
    try:
        if path.suffix.lower() == ".json":
            return _read_published(path, at, known)
        return _read(read_file(path), path, at, known)
    except BadInput as error:
        return ReadPaper(path=path, error=str(error))


def _read(paper: Paper, path: Path, at: datetime, known: frozenset[str]) -> ReadPaper:
    """Read a paper's minutes; their id follows from its bytes, so that they are known again. Raises BadInput."""
    meeting_id = hashlib.sha256(paper.content).hexdigest()[:32]
    if meeting_id in known:
        return ReadPaper(path=path, known=True)
    draft = read_minutes(paper.document, name=path.name, at=at, fallback=_day_of(path.name))
    draft = replace(draft, meeting=replace(draft.meeting, id=meeting_id, zone=draft.meeting.zone or local_zone()))
    return ReadPaper(path=path, draft=draft, content=paper.content, suffix=paper.suffix)


def _read_published(path: Path, at: datetime, known: frozenset[str]) -> ReadPaper:
    """Read notes that were published for other programs. Raises BadInput."""
    content = path.read_bytes()
    meeting_id = hashlib.sha256(content).hexdigest()[:32]
    if meeting_id in known:
        return ReadPaper(path=path, known=True)
    draft = read_published_notes(content, where=str(path), name=path.name, at=at)
    draft = replace(draft, meeting=replace(draft.meeting, id=meeting_id, zone=draft.meeting.zone or local_zone()))
    return ReadPaper(path=path, draft=draft, content=content, suffix=path.suffix)


def _day_of(name: str) -> date | None:
    """Return the day that a file's name tells."""
    if (found := _DAY.search(name)) is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def meetings_of(book: Book) -> list[Meeting]:
    """Return the book's meetings that can be read; the ids of minutes follow from the file that they were read from."""
    return [read.meeting for read in book.read() if read.meeting is not None]


def with_likenesses(found: Sequence[ReadPaper], known: Sequence[Meeting]) -> list[ReadPaper]:
    """Return what was read, with a doubt for each of whom another meeting of the series tells more of the name."""
    drafted = [one.draft.meeting for one in found if one.draft is not None]
    by_series: dict[str, list[Meeting]] = {}
    for meeting in (*known, *drafted):
        for key in series_keys(meeting):
            by_series.setdefault(key, []).append(meeting)
    return [replace(one, draft=_doubting(one.draft, by_series)) if one.draft else one for one in found]


def _doubting(draft: MinutesDraft, by_series: dict[str, list[Meeting]]) -> MinutesDraft:
    meeting = draft.meeting
    series = [other for key in series_keys(meeting) for other in by_series.get(key, []) if other is not meeting]
    places = {one.id: one.first for one in draft.read if one.what == "person"}
    doubts = [
        Doubt(
            place=places.get(one.person.id, 1),
            text=one.person.name,
            why=f"may be {one.other.name} of {said_date(one.meeting.date)}",
            person=one.person.id,
            same=one.other.name,
        )
        for one in likenesses(meeting, series)
    ]
    return replace(draft, doubts=(*doubts, *draft.doubts)) if doubts else draft


def all_joined(found: Sequence[ReadPaper]) -> list[ReadPaper]:
    """Return what was read, each of these people called as the other meeting calls them."""
    return [replace(one, draft=_joined(one.draft)) if one.draft else one for one in found]


def _joined(draft: MinutesDraft) -> MinutesDraft:
    for doubt in draft.doubts:
        with suppress(Refused):
            draft = joined(draft, doubt) if doubt.same else draft
    return draft


def in_order(found: Sequence[ReadPaper]) -> list[ReadPaper]:
    """Return what was read by the meetings' days, the earliest first."""
    return sorted(found, key=lambda one: (one.draft.meeting.date if one.draft else date.min, one.path.name))


def store(book: Book, found: Sequence[ReadPaper]) -> Iterator[tuple[ReadPaper, Path | None, str]]:
    """Store what was read, in order; give each with its meeting's file, or why it has none.

    Raises BookError where the book cannot be written.
    """
    meetings = [read.meeting for read in book.read() if read.meeting is not None]
    for one in in_order(found):
        twice = one.draft is not None and any(one.draft.meeting.id == meeting.id for meeting in meetings)
        if one.error or one.known or twice:
            yield one, None, one.error
            continue
        try:
            path, meeting = _stored(book, one, meetings)
        except BookError:
            raise
        except BadInput as error:
            yield one, None, str(error)
            continue
        meetings += [meeting] if meeting else []
        yield one, path, ""


def _stored(book: Book, one: ReadPaper, meetings: Sequence[Meeting]) -> tuple[Path, Meeting | None]:
    if one.draft is None:
        return import_meeting(book, one.path), None
    meeting = one.draft.meeting
    keys = series_keys(meeting)
    earlier = [other for other in meetings if other.date < meeting.date and keys & series_keys(other)]
    meeting = chained(meeting, earlier, frozenset(one.draft.earlier))
    path = create_meeting(book.folder, meeting)
    _keep(path, one)
    return path, meeting


def _keep(path: Path, one: ReadPaper) -> None:
    """Keep the paper beside its meeting, and what each thing was read from."""
    assert one.draft is not None, "it was read"
    try:
        kept = paper_path(path, one.suffix)
        make_folder(kept.parent, 0o700)
        mode = private_mode(path)
        replace_file(kept, one.content, mode=mode)
        told = {
            "file": one.path.name,
            **{key: told for key, told in msgspec.to_builtins(one.draft).items() if key != "meeting"},
        }
        replace_file(paper_path(path, ".read"), json.dumps(told, ensure_ascii=False, indent=1).encode(), mode=mode)
    except OSError as error:
        raise BookError(f"the paper cannot be kept: {error.strerror}", where=path, hint="make room") from error
