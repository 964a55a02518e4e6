"""A draft is read without its history; an approved meeting comes with its amendments."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.book.samples import START, journal_of, with_entry
from tui.book.amended import read_amended
from tui.book.disk.storage import AtomicStorage
from tui.book.meeting_file import tables_of
from tui.errors import BookError
from tui.meeting.approval.approving import approve
from tui.meeting.history.journal import Journal
from tui.meeting.model import Approval


def stored(folder: Path, journal: Journal) -> Path:
    path = folder / "meeting.json"
    AtomicStorage(path).write(tables_of(journal))
    return path


def approved() -> Journal:
    return approve(journal_of(2), Approval(by="PCC", at=START), START)


def test_an_approved_meeting_comes_with_what_was_changed_since(tmp_path: Path) -> None:
    journal = with_entry(approved(), "one more")
    meeting, [one] = read_amended(stored(tmp_path, journal))
    assert meeting == journal.meeting
    assert (one.what, one.after, one.entry) == ("added", "one more", 3)


def test_the_history_of_a_draft_is_not_looked_at_and_that_of_an_approved_meeting_is(tmp_path: Path) -> None:
    for journal, readable in ((journal_of(2), True), (approved(), False)):
        path = stored(tmp_path, journal)
        path.write_text(path.read_text().replace('"what":"note"', '"what":7', 1))
        if readable:
            assert read_amended(path) == (journal.meeting, ())
        else:
            with pytest.raises(BookError, match="history"):
                read_amended(path)
