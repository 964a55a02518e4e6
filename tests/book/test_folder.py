from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.book.samples import meeting
from tui.book import meeting_file
from tui.book.folder import Book, book_folder
from tui.book.meeting_file import read_meeting
from tui.book.opened import create_meeting
from tui.errors import BadInput, BookError
from tui.meeting.model import Meeting

AT = datetime(2019, 1, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    folder = tmp_path / "book"
    for month in (8, 6, 7):
        create_meeting(folder, meeting(id=f"{month}" * 32, date=date(2019, month, 27)))
    create_meeting(folder, meeting(id="c" * 32, date=date(2019, 7, 30), header=(("Series", "Local Policing"),)))
    return Book(folder)


def test_a_changed_file_is_read_again_and_an_unchanged_one_is_not(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(path: Path) -> Meeting:
        read.append(path.name)
        return read_meeting(path)

    monkeypatch.setattr(meeting_file, "read_meeting", noted)
    book.read_all()
    assert len(read) == 4
    create_meeting(book.folder, meeting(date=date(2020, 1, 1)))
    (book.folder / "2019-06-27-monthly-assurance-meeting.json").write_text("{")
    assert sum(bool(one.error) for one in book.read_all()) == 1
    assert len(read) == 6


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (None, "2019-08-27-monthly-assurance-meeting.json"),
        ("2019-06-27-monthly-assurance-meeting.json", "2019-06-27-monthly-assurance-meeting.json"),
        ("2019-06-27-monthly-assurance-meeting", "2019-06-27-monthly-assurance-meeting.json"),
        ("2019-06", "2019-06-27-monthly-assurance-meeting.json"),
        ("2019-07-30", "2019-07-30-local-policing.json"),
    ],
)
def test_a_meeting_is_found_by_its_name_or_the_beginning_of_it(book: Book, name: str | None, found: str) -> None:
    assert book.find(name) == book.folder / found


def test_a_path_that_exists_wins(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2019-06").write_text("{}")
    assert book.find("2019-06") == Path("2019-06")
    assert book.find(str(tmp_path / "2019-06")) == tmp_path / "2019-06"


def test_a_name_that_fits_none_or_several_lists_the_candidates(book: Book) -> None:
    with pytest.raises(BadInput, match="begins more than one meeting") as raised:
        book.find("2019-07")
    assert "2019-07-27-monthly-assurance-meeting, 2019-07-30-local-policing" in str(raised.value)
    assert "2019-06" not in str(raised.value)
    with pytest.raises(BadInput, match=r"no meeting in .* begins with 'x'; there are: 2019-06-27"):
        book.find("x")
    with pytest.raises(BadInput, match="there is no such meeting"):
        book.find("folder/x.json")
    with pytest.raises(BadInput):
        book.find("x" * 5000)
    assert raised.value.exit_status == 2


def test_an_empty_book_says_how_to_make_a_meeting(tmp_path: Path) -> None:
    for name in (None, "x"):
        with pytest.raises(BadInput, match="minutebook new"):
            Book(tmp_path / "none").find(name)
    assert Book(tmp_path / "none").read_all() == []
    assert not (tmp_path / "none").exists()


def test_the_latest_is_by_date_then_by_file_time_and_may_be_damaged(book: Book) -> None:
    same_day = create_meeting(book.folder, meeting(date=date(2019, 8, 27), header=(("Series", "Another"),)))
    os.utime(same_day, (1, 1))
    assert book.find().name == "2019-08-27-monthly-assurance-meeting.json"
    os.utime(same_day, (2**32, 2**32))
    assert book.find() == same_day
    damaged = book.folder / "2019-09-01-damaged.json"
    damaged.write_text("{")
    assert book.find() == damaged


def test_the_book_is_the_one_asked_for_else_the_environments_else_the_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_DIR", str(tmp_path / "environment"))
    assert book_folder(tmp_path / "asked") == tmp_path / "asked"
    assert Book.at().folder == tmp_path / "environment"
    monkeypatch.delenv("MINUTEBOOK_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    assert book_folder().name == "minutebook"


def test_a_book_that_is_no_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    for act in (Book(tmp_path / "file").read_all, Book(tmp_path / "file").make, Book(tmp_path / "file" / "in").make):
        with pytest.raises(BookError, match=r"not a folder|gone") as raised:
            act()
        assert raised.value.hint


def test_the_latest_is_found_without_reading_the_meetings_of_other_days(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_meeting(book.folder, meeting(date=date(2019, 9, 24)))
    unnamed = book.folder / "from-elsewhere.json"
    unnamed.write_bytes(create_meeting(book.folder, meeting(date=date(2018, 1, 2))).read_bytes())
    read: list[str] = []

    def noted(path: Path) -> Meeting:
        read.append(path.name)
        return read_meeting(path)

    monkeypatch.setattr(meeting_file, "read_meeting", noted)
    assert Book(book.folder).find().name == "2019-09-24-monthly-assurance-meeting.json"
    assert sorted(read) == ["2019-09-24-monthly-assurance-meeting.json", "from-elsewhere.json"]


def test_a_file_named_after_a_later_day_than_its_meeting_s_is_not_the_latest(book: Book) -> None:
    early = create_meeting(book.folder, meeting(date=date(2018, 1, 2)))
    early.rename(book.folder / "2031-01-01-panel.json")
    assert Book(book.folder).find().name == "2019-08-27-monthly-assurance-meeting.json"


def test_the_last_meetings_before_a_day_are_read_and_no_earlier_ones(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(path: Path) -> Meeting:
        read.append(path.name)
        return read_meeting(path)

    monkeypatch.setattr(meeting_file, "read_meeting", noted)
    own = book.folder / "2019-07-30-local-policing.json"
    shutil.copy(own, own.with_name(f"{own.stem} (1).json"))
    shutil.copy(book.folder / "2019-07-27-monthly-assurance-meeting.json", book.folder / "july.json")
    found = book.last_before(date(2019, 8, 27), 2)
    assert [one.date for one in found] == [date(2019, 7, 27), date(2019, 7, 30)]
    assert not any(name.startswith("2019-06") for name in read)
    assert [one.date for one in book.last_before(date(2019, 7, 27), 9)] == [date(2019, 6, 27)]
