"""Nothing that goes out tells how long a secret is, or anything else of it: it is the same whatever the secret is.

Each text that a meeting may hold gets a secret, and what goes out is made for two of them: the published set with its
names, the lists of the book, the calendar, what followers see, and the live page. The two must not differ in one byte.
"""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from msgspec import json

from tests.meeting.redaction.test_every_text import PATHS, meeting_with
from tests.meeting.redaction.test_every_text import Path as FieldPath
from tui.book.disk.storage import AtomicStorage
from tui.book.file_names import file_name
from tui.book.folder import Book
from tui.book.meeting_file import tables_of
from tui.book.register.listing import COLUMNS, listing
from tui.book.register.register import register
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting
from tui.meeting.redaction.follower_view import for_chair, for_room
from tui.notes.mail import MailDraft
from tui.notes.meeting_event import meeting_calendar, revision_of
from tui.notes.registers import REGISTER_FORMATS, register_page
from tui.use_cases.mail_drafts import draft_all, draft_for_chair, draft_reminders
from tui.use_cases.publish_meeting import publish_meeting
from tui.web.live_notes import page_of

NOW = datetime(2024, 6, 4, 20, tzinfo=UTC)
SECRETS = ("Zo", "Quixote of Wapping, who 12 times on 3 May 2031 moved ^Friday that CP: be paid 4,000 for @HC")


def going_out(folder: Path, meeting: Meeting) -> dict[str, bytes]:
    """Return all that goes out of a book of one meeting, by what it is."""
    book = folder / "book"
    book.mkdir(parents=True)
    path = book / file_name(meeting)
    AtomicStorage(path).write(tables_of(Journal(meeting=meeting)))
    publish_meeting(path, folder / "out", styles_folder=book / "styles", at=NOW)
    found = {f"file {one.name}": one.read_bytes() for one in (folder / "out").iterdir() if one.name != "manifest.json"}
    for name in [name for name in found if zipfile.is_zipfile(BytesIO(found[name]))]:
        with zipfile.ZipFile(BytesIO(found[name])) as archive:
            found |= {f"{name} {part}": archive.read(part) for part in archive.namelist()}
    drafts = [*draft_all(path, NOW), draft_for_chair(path), *draft_reminders(Book(book), NOW)]
    found |= {f"mail {at} {part}": content for at, one in enumerate(drafts) for part, content in _parts_of(one)}
    found["name"] = path.name.encode()
    found["chair"] = json.encode(for_chair(meeting))
    found["room"] = json.encode(for_room(meeting))
    found["calendar"] = meeting_calendar(revision_of(Journal(meeting=meeting))).encode()
    found["live page"] = json.encode(
        page_of(for_chair(meeting), "", style="narrative", styles_folder=book / "styles", before=None)
    )
    found["actions"] = json.encode(register(Book(book), today=NOW.date()).rows)
    for name, columns in COLUMNS.items():
        rows = listing(Book(book), name, today=NOW.date()).rows
        found |= {f"{name} {fmt}": register_page(name, columns, rows, fmt).encode() for fmt in REGISTER_FORMATS}
    return found


def _parts_of(draft: MailDraft) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a mail, the head aside: its addresses are those of the people it goes to."""
    yield "text", f"{draft.about}\n{draft.subject}\n{draft.text}".encode()
    for name, content in draft.attached:
        if zipfile.is_zipfile(BytesIO(content)):
            with zipfile.ZipFile(BytesIO(content)) as archive:
                yield from ((f"{name} {part}", archive.read(part)) for part in archive.namelist())
        else:
            yield name, content


@pytest.mark.parametrize("count", [4, pytest.param(len(PATHS), marks=pytest.mark.long)])
def test_what_goes_out_is_the_same_whatever_the_secret_is(tmp_path: Path, count: int) -> None:
    ways: list[FieldPath] = random.Random(7).sample(list(PATHS), count)
    for number, way in enumerate(ways):
        one, other = (
            going_out(tmp_path / f"{number}-{place}", meeting_with(way, f"a [[{secret}]] b"))
            for place, secret in enumerate(SECRETS)
        )
        told = ".".join(name for _, name in way)
        assert one.keys() == other.keys(), told
        assert [name for name in one if one[name] != other[name]] == [], told
