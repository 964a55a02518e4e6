"""The meetings of a book are summed up from the index."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.book.samples import action, entry, meeting
from tui.book.folder import Book
from tui.book.opened import create_meeting, open_meeting
from tui.book.register.summaries import summaries
from tui.meeting.actions.brought_forward import bring_forward
from tui.meeting.capture.capture import enter
from tui.meeting.model import Status

AT = datetime(2019, 1, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    folder = tmp_path / "book"
    for month in (8, 6, 7):
        create_meeting(folder, meeting(id=f"{month}" * 32, date=date(2019, month, 27)))
    create_meeting(folder, meeting(id="c" * 32, date=date(2019, 7, 30), header=(("Series", "Local Policing"),)))
    return Book(folder)


def test_meetings_are_summed_up_by_date(book: Book) -> None:
    entries = (entry(1), action(2, "open", "A1"), action(3, "done", "A2", status=Status.DONE))
    create_meeting(book.folder, meeting(date=date(2019, 1, 2), entries=entries))
    first, *others = summaries(book)
    assert (first.date, first.title) == (date(2019, 1, 2), "Monthly Assurance Meeting August 2019")
    assert (first.sections, first.entries, first.actions, first.open_actions) == (2, 3, 2, 1)
    assert [one.date.month for one in others if one.date] == [6, 7, 7, 8]


def test_an_open_action_is_counted_in_the_meeting_that_has_the_last_word_on_it(book: Book) -> None:
    to_do = (action(1, "to pay", "A1"), action(2, "to ask", "A2"))
    held = meeting(id="a" * 32, date=date(2019, 1, 2), entries=to_do)
    following = meeting(id="b" * 32, date=date(2019, 2, 2), entries=())
    create_meeting(book.folder, held)
    create_meeting(book.folder, bring_forward(following, [held], AT))
    assert [(one.actions, one.open_actions) for one in summaries(book)][:2] == [(2, 0), (2, 2)]


def test_what_is_no_meeting_is_passed_over(book: Book) -> None:
    for name in (".hidden.json", "2019-08-27-a.damaged-20190827-101010.json", "agenda.md", ".x.json.lock"):
        (book.folder / name).write_text("{}")
    (book.folder / "styles").mkdir()
    (book.folder / "folder.json").mkdir()
    assert len(summaries(book)) == 4


def test_a_file_that_cannot_be_read_stands_in_the_list_with_its_error(book: Book) -> None:
    (book.folder / "2019-09-01-letter.json").write_text("Dear all")
    (book.folder / "letter.json").write_text("[]")
    undated, *_, dated = summaries(book)
    assert (dated.date, dated.path.name) == (date(2019, 9, 1), "2019-09-01-letter.json")
    assert "2019-09-01-letter.json:1: this is not JSON" in dated.error
    assert (undated.date, "not a minutebook meeting" in undated.error) == (None, True)


def test_a_meeting_that_has_changed_is_summed_up_anew(book: Book) -> None:
    before = [one.sections for one in summaries(book)]
    with open_meeting(book.find("2019-08")) as opened:
        opened.take(enter(opened.journal, "/section Any other business", AT).journal)
    assert [one.sections for one in summaries(book)] == [*before[:-1], before[-1] + 1]


def test_an_empty_book_has_no_summaries(tmp_path: Path) -> None:
    assert summaries(Book(tmp_path / "none")) == []
    assert not (tmp_path / "none").exists()
