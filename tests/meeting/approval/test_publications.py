"""What the meeting knows of the sets of notes that were put out."""

from __future__ import annotations

from datetime import timedelta

from tests.meeting.room import AT, Taker
from tui.meeting.approval.publications import note_publication, publication_of, standing, standing_in, told_publications
from tui.meeting.history.journal import Journal


def put_out(journal: Journal, folder: str, **fields: object) -> Journal:
    given = {"at": AT + timedelta(days=len(journal.history)), "folder": folder, "style": "narrative", **fields}
    return note_publication(journal, publication_of(journal, **given))


def test_the_set_of_each_folder_that_is_out_is_the_latest_one_not_taken_back() -> None:
    taker = Taker()
    taker.do("+One")
    journal = put_out(put_out(put_out(taker.journal, "/a"), "/b"), "/a", style="formal")
    assert [(one.folder, one.style) for one in standing(journal.meeting)] == [("/a", "formal"), ("/b", "narrative")]
    gone = put_out(journal, "/a", withdrawn=True, reason="wrong")
    assert [one.folder for one in standing(gone.meeting)] == ["/b"]
    assert standing_in(gone.meeting, "/a") is None


def test_what_prints_nothing_makes_no_set_stale() -> None:
    taker = Taker()
    taker.do("+One")
    taker.journal = put_out(taker.journal, "/a")
    taker.do("/next")
    taker.journal = put_out(taker.journal, "/b")
    assert [one.stale for one in told_publications(taker.journal)] == [False, False]
    taker.do("+Two")
    assert [one.stale for one in told_publications(taker.journal)] == [True, True]
