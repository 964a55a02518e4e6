"""Mail drafts of a meeting and of the whole book: to each what is theirs, in a folder beside the published set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from tui.book.amended import read_amended
from tui.book.disk.atomic_write import in_words, replace_file
from tui.book.file_names import slug
from tui.book.folder import Book
from tui.book.house import home_of, house_choice, in_houses_language, published_name
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.register.register import meeting_register, register
from tui.errors import BadInput, MinutebookError
from tui.home import with_known_home
from tui.meeting.actions.register_filter import Wanted
from tui.meeting.approval.approving import approver
from tui.meeting.model import Group, Meeting, Person, Status, Value
from tui.meeting.outline.extract import extract
from tui.meeting.outline.outline import find_section
from tui.meeting.people.attendance import known_person
from tui.meeting.people.name_forms import fold
from tui.meeting.redaction.public_version import public
from tui.meeting.text.inline_markup import has_restricted, plain
from tui.notes.mail import MailDraft, mail_file, notes_draft, owner_drafts
from tui.notes.meeting_event import revision_of
from tui.notes.render import render, render_file
from tui.notes.templates.styles import usual_style

_MEMBERS = (Group.MEMBER, Group.IN_ATTENDANCE)
_FOR_THE_CHAIR = "docx"
"""What the chair corrects, and `corrections` reads."""
_WIDTH = 72
"""Columns of a mail's text."""
_MOST_BYTES = 200
"""Bytes of a draft's name: a disk takes 255, and while it is written it is called by a longer one."""


class DraftsWritten(Value, frozen=True, kw_only=True):
    """What drafts were written."""

    folder: Path
    names: tuple[str, ...]
    lacking: tuple[str, ...] = ()
    """For whom a draft was written without an address."""


def drafts_folder(book_folder: Path, meeting: Meeting) -> Path | None:
    """Return where a meeting's drafts go: beside its published set, never in it; None where no place is chosen."""
    home = home_of(book_folder, meeting)
    return home.with_name(f"{home.name}-mail") if home is not None else None


def draft_all(path: Path, at: datetime) -> tuple[MailDraft, ...]:
    """Write to each owner what is theirs, and to the members the notes."""
    journal = read_journal(path)
    known, members = _addresses([journal.meeting]), _members(journal.meeting)
    rows = meeting_register(path, today=at.date())
    shown = revision_of(replace(journal, meeting=public(in_houses_language(path.parent, journal.meeting))))
    return (*owner_drafts(rows, known, members=members, meeting=shown), _notes(path, "notes", "the members", members))


def draft_for_chair(path: Path) -> MailDraft:
    """Write to the chair, with the Word file to be corrected."""
    meeting = read_meeting(path)
    name = plain(approver(meeting))
    known = _addresses([meeting]).get(fold(name))
    to = ((name, known),) if known else ()
    return _notes(path, "for the chair", name or "the chair", to, _FOR_THE_CHAIR)


def draft_extract(path: Path, section: str, to: str) -> MailDraft:
    """Write to a person of the meeting, or to an address, what stands under one item. Raises BadInput, Refused."""
    meeting = read_meeting(path)
    item = find_section(meeting, section)
    person = known_person(meeting, to) if to and "@" not in to else None
    name = plain(person.name) if person is not None and not _is_withheld(person) else ""
    address = to if "@" in to else _addresses([meeting]).get(fold(name), "")
    reached = ((name, address),) if address else ()
    return _notes(path, f"item {item.number or item.id}", name or to or "nobody named", reached, item=item.id)


def draft_reminders(book: Book, at: datetime) -> tuple[MailDraft, ...]:
    """Write to each owner what is open of theirs in the whole book."""
    rows = register(book, today=at.date(), wanted=Wanted(statuses=(Status.OPEN,))).rows
    meetings: list[Meeting] = []
    languages: dict[str, str] = {}
    for name in sorted({row.meeting_file for row in rows}):
        with suppress(MinutebookError):
            meeting = in_houses_language(book.folder, read_meeting(book.folder / name))
            meetings.append(meeting)
            languages[name] = meeting.language
    known = _addresses(sorted(meetings, key=lambda one: one.date))
    return owner_drafts(rows, known, languages=languages)


def write_drafts(folder: Path, stem: str, drafts: Sequence[MailDraft]) -> DraftsWritten:
    """Write drafts into a folder, in the place of those that were written before under `stem`. Raises BadInput."""
    files = _named(stem, drafts)
    try:
        real = with_known_home(folder).resolve()
        real.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            replace_file(real / name, content, mode=0o600)
        for old in real.glob(f"{stem}-*.eml"):
            if old.name not in files:
                old.unlink()
    except (OSError, ValueError, RuntimeError) as error:
        why = in_words(error) if isinstance(error, OSError) else str(error)
        raise BadInput(f"the drafts cannot be written: {why}", where=folder, hint="name another folder") from None
    lacking = tuple(dict.fromkeys(one.who for one in drafts if not one.to))
    return DraftsWritten(folder=real, names=tuple(files), lacking=lacking)


def stem_of(path: Path) -> str:
    """Return what the names of a meeting's drafts begin with; they tell nothing that is withheld."""
    return published_name(path.parent, read_meeting(path))


def _named(stem: str, drafts: Iterable[MailDraft]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for draft in drafts:
        name, more = _short_enough(f"{stem}-{slug(draft.about)}"), 1
        while f"{name}{f'-{more}' if more > 1 else ''}.eml" in files:
            more += 1
        files[f"{name}{f'-{more}' if more > 1 else ''}.eml"] = mail_file(draft)
    return files


def _short_enough(name: str) -> str:
    """Cut a name that a disk would not take, as the letters of many scripts are three bytes each."""
    while len(name.encode()) > _MOST_BYTES:
        name = name[:-1]
    return name.rstrip("-")


def _notes(
    path: Path, about: str, who: str, to: Sequence[tuple[str, str]], fmt: str = "", item: int | None = None
) -> MailDraft:
    """Write a mail with the public notes, or one item of them, in the house's style and first format."""
    meeting, amendments = read_amended(path)
    house = house_choice(path.parent, meeting)
    style, fmt = usual_style(meeting, house.style), fmt or next(iter(house.formats), _FOR_THE_CHAIR)
    if item is not None:
        meeting = extract(meeting, meeting.section(item))
        amendments = tuple(one for one in amendments if any(one.entry == entry.id for entry in meeting.entries))
    shown, styles = public(meeting), path.parent / "styles"
    text = render(meeting, style=style, fmt="txt", width=_WIDTH, styles_folder=styles, amendments=amendments)
    file = render_file(meeting, style=style, fmt=fmt, styles_folder=styles, amendments=amendments)
    name = f"{published_name(path.parent, meeting)}{'' if item is None else f'-{slug(about)}'}.{fmt}"
    return notes_draft(shown, about, who, to, text, (name, file))


def _members(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """Return those who belong to the meeting, with their addresses."""
    named = [one for one in meeting.people if one.group in _MEMBERS and one.email and not _is_withheld(one)]
    return tuple((plain(one.name), one.email) for one in named)


def _addresses(meetings: Iterable[Meeting]) -> dict[str, str]:
    """Return addresses by folded names; of several meetings, the latest says."""
    people = [one for meeting in meetings for one in meeting.people]
    return {fold(plain(one.name)): one.email for one in people if one.email and not _is_withheld(one)}


def _is_withheld(person: Person) -> bool:
    return has_restricted(person.name) or has_restricted(person.email)
