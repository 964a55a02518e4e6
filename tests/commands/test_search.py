"""`minutebook search` and `minutebook import`, run as a user runs them."""

from __future__ import annotations

import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.commands.command_line import AGENDA, minutebook, new_meeting
from tui.book import search as searching
from tui.book.disk.storage import encode_tables
from tui.book.folder import Book
from tui.book.meeting_file import read_journal, read_meeting, tables_of
from tui.book.register import kept_index, word_index
from tui.book.register.index_file import WORDS
from tui.book.search import search_book
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting

JUNE = AGENDA.replace("May 2024", "June 2024").replace("7 June 2024", "4 June 2024")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    may, june = new_meeting(tmp_path / "book"), new_meeting(tmp_path / "book", JUNE)
    lines = "/next\n?TR: who dredges the inner basin\n!HM to find a dredger\n+[[A secret price]] was named\n"
    assert minutebook(tmp_path / "book", "capture", may.stem, stdin=lines).status == 0
    assert minutebook(tmp_path / "book", "capture", june.stem, stdin="+The Dredging began\n").status == 0
    return tmp_path / "book"


def test_search_finds_words_in_every_meeting_the_latest_first(book: Path) -> None:
    done = minutebook(book, "search", "dredg")
    assert (done.status, done.err) == (0, "")
    assert [line.split("  ")[0] for line in done.out.splitlines() if line[0].isdigit()] == ["2024-06-04", "2024-05-07"]
    assert "    2.  question: TR: who dredges the inner basin\n" in done.out
    assert done.out.index("The Dredging began") < done.out.index("who dredges")


def test_search_asks_for_all_the_words_in_any_order(book: Path) -> None:
    done = minutebook(book, "search", "basin", "inner")
    assert "who dredges the inner basin" in done.out
    assert "find a dredger" not in done.out


def test_of_a_word_that_all_meetings_hold_the_latest_hundred_are_listed_and_all_where_all_are_asked_for(
    tmp_path: Path,
) -> None:
    meeting = read_meeting(new_meeting(tmp_path))
    for number in range(1, 102):
        one = replace(meeting, id=f"{number:032x}", date=meeting.date + timedelta(days=number))
        path = tmp_path / f"{one.date}-quay-committee.json"
        path.write_bytes(encode_tables(tables_of(Journal(meeting=one))))
    done = minutebook(tmp_path, "search", "moorings")
    named = [line.split("  ")[2] for line in done.out.splitlines() if not line.startswith(" ")]
    assert named == sorted((path.name for path in tmp_path.glob("2*.json")), reverse=True)[:100]
    assert (done.status, done.err) == (
        0,
        "These are the latest 100 meetings that hold the words; 2 earlier ones may too: --all lists them.\n",
    )
    whole = minutebook(tmp_path, "search", "moorings", "--all")
    assert (whole.out.count("quay-committee.json"), whole.err) == (102, "")


def test_a_search_without_a_finding_says_so(book: Path) -> None:
    done = minutebook(book, "search", "periwinkle")
    assert (done.status, done.err) == (0, "")
    assert done.out == f"“periwinkle” is in no meeting of {book}.\n"


@pytest.mark.parametrize("letters", ["λιμάνι", "港務局", "nœud"])
def test_words_of_any_letters_are_found_and_bytes_that_are_no_text_are_not(book: Path, letters: str) -> None:
    assert minutebook(book, "capture", stdin=f"+On the {letters}, and no more\n").status == 0
    assert f"On the {letters}" in minutebook(book, "search", letters[1:]).out
    done = minutebook(book, "search", "\udce9\udcff")
    assert (done.status, done.err) == (0, "")
    assert "is in no meeting" in done.out


def test_a_file_that_cannot_be_read_is_told_after_the_findings(book: Path) -> None:
    (book / "2024-07-02-quay-committee.json").write_text("{", encoding="utf-8")
    done = minutebook(book, "search", "dredger")
    assert "find a dredger" in done.out
    assert done.status == 3
    assert done.err.count("\n") == 1
    assert "2024-07-02-quay-committee.json" in done.err


def test_only_the_meetings_that_hold_the_words_are_read(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_index, "time_ns", lambda: time.time_ns() + 10**11)
    errors: list[str] = []
    assert len(list(search_book(Book(book), "dredg", errors))) == 2
    read: list[str] = []

    def noted(path: Path) -> Meeting:
        read.append(path.name)
        return read_meeting(path)

    for module in (searching, word_index):
        monkeypatch.setattr(module, "read_meeting", noted)
    (one,) = search_book(Book(book), "DREDGER", errors)
    assert [finding.text for finding in one.found] == ["HM to find a dredger  → HM · no due date"]
    assert (read, errors) == (["2024-05-07-quay-committee.json"], [])


def test_what_was_entered_since_is_found_and_what_was_deleted_leaves_the_index(book: Path) -> None:
    may = book / "2024-05-07-quay-committee.json"
    assert minutebook(book, "capture", may.stem, stdin="+A porpoise was seen\n").status == 0
    assert "porpoise" in minutebook(book, "search", "porpoise").out
    assert b"porpoise" in (book / WORDS).read_bytes()
    assert minutebook(book, "capture", may.stem, stdin="/undo\n").status == 0
    assert "is in no meeting" in minutebook(book, "search", "porpoise").out
    assert b"porpoise" not in (book / WORDS).read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_who_may_not_read_the_meetings_may_not_read_their_words_in_the_index(book: Path) -> None:
    assert minutebook(book, "search", "secret").status == 0
    assert b"secret" in (book / WORDS).read_bytes()
    assert (book / WORDS).stat().st_mode & 0o777 == 0o600


def test_no_words_are_bad_usage(book: Path) -> None:
    assert minutebook(book, "search").status == 2
    assert minutebook(book, "search", " ").status == 2


def test_import_copies_a_meeting_with_its_history(book: Path, tmp_path: Path) -> None:
    given = book / "2024-05-07-quay-committee.json"
    other = tmp_path / "other"
    done = minutebook(other, "import", given)
    copied = other / given.name
    assert (done.status, done.err) == (0, "")
    assert done.out == f"{copied}: imported from {given}\n"
    assert copied.read_bytes() == given.read_bytes()
    assert read_journal(copied).history


def test_import_names_the_copy_after_its_date_and_series(book: Path, tmp_path: Path) -> None:
    odd = tmp_path / "backup of may.json"
    odd.write_bytes((book / "2024-05-07-quay-committee.json").read_bytes())
    assert minutebook(tmp_path / "other", "import", odd).status == 0
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["2024-05-07-quay-committee.json"]


def test_a_meeting_that_the_book_has_is_not_imported_twice(book: Path, tmp_path: Path) -> None:
    given = tmp_path / "copy.json"
    given.write_bytes((book / "2024-05-07-quay-committee.json").read_bytes())
    before = {path.name: path.read_bytes() for path in book.glob("*.json")}
    done = minutebook(book, "import", given)
    assert done.status == 2
    assert "this meeting is in the book already" in done.err
    assert {path.name: path.read_bytes() for path in book.glob("*.json")} == before


def test_another_meeting_of_the_same_name_is_never_written_over(book: Path, tmp_path: Path) -> None:
    other = new_meeting(tmp_path / "other")
    before = (book / other.name).read_bytes()
    done = minutebook(book, "import", other)
    assert done.status == 2
    assert "there is another meeting of that date and series" in done.err
    assert (book / other.name).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("x.json", "{", "not JSON"),
        ("x.json", '{"a": {}}', "not"),
        ("agenda.md", AGENDA, "`minutebook new --agenda` reads agendas"),
    ],
)
def test_what_is_no_meeting_is_one_line(tmp_path: Path, name: str, words: str, said: str) -> None:
    (tmp_path / name).write_text(words, encoding="utf-8")
    done = minutebook(tmp_path / "book", "import", tmp_path / name)
    assert done.status == 2
    assert said in done.err
    assert done.err.count("\n") == 1
    assert not list(tmp_path.glob("book/*"))
