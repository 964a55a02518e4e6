"""Nothing restricted is in anything that leaves the book: each format, mails, pages, names of files, leftovers."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from hypothesis import given
from msgspec.structs import replace
from pypdf import PdfReader

from tests.examples import examples
from tests.notes.test_restricted import SECRET, secretive_meetings
from tests.use_cases.test_publish_meeting import NOW, stored
from tui.book.disk.last_good import COPIES
from tui.book.disk.tail_file import tail_path
from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.opened import open_meeting
from tui.meeting.history.journal import Journal, commit
from tui.meeting.model import Meeting
from tui.notes.formats import PUBLISHED
from tui.notes.render import render_file
from tui.notes.templates.styles import style_names
from tui.use_cases.mail_drafts import draft_all, draft_extract, draft_for_chair, draft_reminders, stem_of, write_drafts
from tui.use_cases.publish_meeting import note_published, publish_meeting
from tui.use_cases.series_site import write_site

FORMATS = ("txt", "md", "html", "docx", "odt", "json", "xml")
HIDDEN = (SECRET.casefold(), "zan zi")


def texts_of(content: bytes) -> Iterator[str]:
    """Give a file's bytes as text, and each part of what it packs."""
    yield content.decode("utf-8", "replace")
    if content.startswith(b"%PDF"):
        reader = PdfReader(BytesIO(content))
        yield from (page.extract_text() for page in reader.pages)
        yield repr(dict(reader.metadata or {}))
    elif is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name
                yield from texts_of(packed.read(name))


def texts_of_mail(content: bytes) -> Iterator[str]:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    for part in message.walk():
        yield "\n".join(f"{name}: {value}" for name, value in part.items())
        if not part.is_multipart():
            yield from texts_of(bytes(part.get_payload(decode=True) or b""))


def leaking(folder: Path) -> list[str]:
    """Name the files below a folder that hold, or are called by, something restricted; a mail is taken apart."""
    found: list[str] = []
    for file in sorted(folder.rglob("*")):
        texts = [file.name]
        if file.is_file():
            content = file.read_bytes()
            texts += texts_of_mail(content) if file.suffix == ".eml" else texts_of(content)
        found += [str(file.relative_to(folder)) for text in texts if any(word in text.casefold() for word in HIDDEN)]
    return found


def test_a_leak_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"the {SECRET.upper()} file", encoding="utf-8")
    with ZipFile(tmp_path / "b.docx", "w") as packed:
        packed.writestr("inner.xml", SECRET)
    (tmp_path / "c.eml").write_text(
        "Content-Transfer-Encoding: base64\nContent-Type: text/plain\n\nWmFuemliYXI=\n", encoding="ascii"
    )
    (tmp_path / f"{SECRET}.d").touch()
    assert list(dict.fromkeys(leaking(tmp_path))) == [f"{SECRET}.d", "a.txt", "b.docx", "c.eml"]


@examples(25, few=2)
@given(shown=secretive_meetings())
def test_nothing_that_leaves_the_book_holds_a_restricted_word(
    tmp_path_factory: pytest.TempPathFactory, shown: Meeting
) -> None:
    root = tmp_path_factory.mktemp("everywhere")
    book, out = root / "book", root / "out"
    people = tuple(replace(one, email=f"p{one.id}@example.org") for one in shown.people)
    path = stored(book, Journal(meeting=replace(shown, people=people)))
    out.mkdir()
    done = publish_meeting(path, out / "www" / "set", styles_folder=book / "styles", at=NOW, formats=FORMATS)
    assert note_published(path, done.publication) == ""
    write_site(Book(book), read_meeting(path), out / "www", "https://example.org")
    drafts = [*draft_all(path, NOW), draft_for_chair(path), *draft_reminders(Book(book), NOW)]
    drafts += [draft_extract(path, number, "someone@example.org") for number in ("1", "2")]
    write_drafts(out / "mail", stem_of(path), drafts)
    for style in style_names(book / "styles"):
        for fmt in ("txt", "json", "xml"):
            (out / f"{style}.{fmt}").write_bytes(render_file(shown, style=style, fmt=fmt, version="public"))
    assert leaking(out) == []
    assert not [file for file in root.rglob("*") if ".tmp-" in file.name]


@pytest.mark.skipif(os.name != "posix", reason="the modes of other systems are others")
@examples(10, few=5)
@given(shown=secretive_meetings())
def test_whatever_of_the_book_may_hold_a_restricted_word_is_its_owners_alone(
    tmp_path_factory: pytest.TempPathFactory, shown: Meeting
) -> None:
    book = tmp_path_factory.mktemp("owners") / "book"
    path = stored(book, Journal(meeting=shown))
    path.chmod(0o600)
    with open_meeting(path) as opened:
        opened.keep_draft(f"and {SECRET}", opened.meeting.current_kind)
        opened.flush()
        changed = replace(opened.meeting, touched=(*opened.meeting.touched, 1))
        opened.take(commit(opened.journal, changed, "next", NOW, stepping=True))
        assert opened.flush()
        words = replace(changed.entries[0], id=90, text=f"[[{SECRET}]] again", section=1, restricted=False)
        more = replace(changed, entries=(*changed.entries, words))
        opened.take(commit(opened.journal, more, "note", NOW))
        assert opened.flush()
        # What is new stands in the tail until the file is written whole.
        assert tail_path(path).name in leaking(book)
        assert [name for name in leaking(book) if (book / name).stat().st_mode & 0o077] == []
    draft_reminders(Book(book), NOW)
    publish_meeting(path, book.parent / "www", styles_folder=book / "styles", at=NOW)
    holding = {name for name in leaking(book) if not name.endswith(".lock")}
    assert any(name.startswith(f"{COPIES}/") for name in holding)
    assert [name for name in holding if (book / name).stat().st_mode & 0o077] == []


@examples(10, few=5)
@given(shown=secretive_meetings())
def test_no_record_of_the_programs_own_log_holds_a_word_of_the_meeting(
    tmp_path_factory: pytest.TempPathFactory, shown: Meeting
) -> None:
    folder = tmp_path_factory.mktemp("logged")
    records: list[str] = []

    class Listening(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(self.format(record))

    root, handler = logging.getLogger("tui"), Listening()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        path = stored(folder / "book", Journal(meeting=shown))
        publish_meeting(path, folder / "www", styles_folder=folder / "styles", at=NOW)
        path.write_bytes(path.read_bytes()[:-40])
        with open_meeting(path) as opened:
            assert opened.recovered
        draft_reminders(Book(folder / "book"), NOW)
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
    assert not [record for record in records if any(word in record.casefold() for word in HIDDEN)]


def test_every_format_is_among_those_looked_at() -> None:
    # A PDF is printed by a browser, of the very page that is looked at here.
    assert {*PUBLISHED} - {"pdf"} <= {*FORMATS}
