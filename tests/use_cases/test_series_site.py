"""The page and the feed of a series: what was put out, how it stands, and nothing restricted."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.use_cases.test_publish_meeting import sample, stored
from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.opened import open_meeting
from tui.errors import BadInput
from tui.meeting.approval.approving import approve
from tui.meeting.capture.capture import edit
from tui.meeting.model import Approval
from tui.use_cases.publish_meeting import note_published, publish_meeting, retract_published
from tui.use_cases.series_site import write_site

AT = datetime(2022, 6, 1, 12, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"


def put_out(path: Path, folder: Path) -> None:
    done = publish_meeting(path, folder, styles_folder=path.parent / "styles", at=AT)
    assert note_published(path, done.publication) == ""


def test_each_set_is_linked_with_its_sums_and_marked_as_a_draft_or_withdrawn(tmp_path: Path) -> None:
    book, www = tmp_path / "book", tmp_path / "www"
    journal = sample("+The [[rent]] is low", "!NS to go")
    path = stored(book, journal)
    put_out(path, www / "may")
    done = write_site(Book(book), read_meeting(path), www, "https://example.org/minutes")
    page = (www / "index.html").read_text(encoding="utf-8")
    assert done.meetings == 1
    assert "rent" not in page
    for file in (www / "may").iterdir():
        if file.name != "manifest.json":
            assert f'href="may/{file.name}"' in page
            assert hashlib.sha256(file.read_bytes()).hexdigest() in page
    assert 'class="state">draft<' in page
    feed = ElementTree.fromstring((www / "feed.xml").read_bytes())
    [entry] = feed.iter(f"{ATOM}entry")
    [link] = entry.iter(f"{ATOM}link")
    assert link.get("href", "").startswith("https://example.org/minutes/may/")
    assert link.get("href", "").endswith(".html")
    assert all(feed.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "author"))
    assert note_published(path, retract_published(path, www / "may", "It names [[Quill]]", AT)) == ""
    write_site(Book(book), read_meeting(path), www, "")
    page = (www / "index.html").read_text(encoding="utf-8")
    assert 'class="state">withdrawn<' in page
    assert "Quill" not in page
    assert all(b"Quill" not in file.read_bytes() for file in www.rglob("*.*"))
    assert "(withdrawn)" in (www / "feed.xml").read_text(encoding="utf-8")


def test_notes_that_were_changed_after_their_approval_are_marked_as_amended(tmp_path: Path) -> None:
    approved = sample("+The rent is low")
    approved = approve(approved, Approval(by="MT", at=AT), AT)
    path, www = stored(tmp_path / "book", approved), tmp_path / "www"
    put_out(path, www / "may")
    write_site(Book(path.parent), read_meeting(path), www, "")
    assert 'class="state">amended<' not in (www / "index.html").read_text(encoding="utf-8")
    entry = approved.meeting.entries[-1].id
    with open_meeting(path) as opened:
        opened.take(edit(opened.journal, entry, "+The rent is high", AT + timedelta(days=1)).journal)
    put_out(path, www / "may")
    write_site(Book(path.parent), read_meeting(path), www, "")
    assert 'class="state">amended<' in (www / "index.html").read_text(encoding="utf-8")
    assert "(amended)" in (www / "feed.xml").read_text(encoding="utf-8")


def test_a_folder_without_sets_of_the_series_is_refused(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    with pytest.raises(BadInput, match="no notes of this series"):
        write_site(Book(tmp_path / "book"), read_meeting(path), tmp_path, "")
    with pytest.raises(BadInput, match="in which folder"):
        write_site(Book(tmp_path / "book"), read_meeting(path), None, "")
