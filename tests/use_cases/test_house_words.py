"""The words of the house come with its imported minutes, and nothing restricted among them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.new_meeting import next_meeting_after
from tui.use_cases.house_words import words_of_house
from tui.use_cases.importing import ReadPaper, papers_in, read_paper, store

AT = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
PAPER = "Minutes of the {body} held on 4 {month} 2025\n\nPresent: Ada Lowe, Ben Marsh\n\n1. Boats\n{words}\n"


def withheld(paper: ReadPaper) -> ReadPaper:
    """Return a paper of which somebody restricted a word."""
    assert paper.draft is not None
    meeting = paper.draft.meeting
    entries = tuple(replace(one, text=one.text.replace("sixpenny", "[[sixpenny]]")) for one in meeting.entries)
    return replace(paper, draft=replace(paper.draft, meeting=replace(meeting, entries=entries)))


def house_of(tmp_path: Path, *papers: tuple[str, str, str]) -> frozenset[str]:
    """Return the words of the house of the meeting after the last paper."""
    folder = tmp_path / "old"
    folder.mkdir()
    for at, (body, month, words) in enumerate(papers):
        text = PAPER.format(body=body, month=month, words=words)
        (folder / f"{at}.txt").write_text(text, encoding="utf-8")
    book = Book(tmp_path / "book")
    list(store(book, [withheld(read_paper(path, AT, frozenset())) for path in papers_in([folder])]))
    (last,) = [path for path in book.files() if path.name.startswith("2025-05")]
    made = next_meeting_after(book, last, day=AT.date(), at=AT)
    return words_of_house(book, read_meeting(made.path))


def test_a_word_of_two_papers_of_the_series_is_of_the_house(tmp_path: Path) -> None:
    words = house_of(
        tmp_path,
        ("Ferry Committee", "March", "The dogbin by the slipsted was emptied."),
        ("Ferry Committee", "May", "The dogbin was moved."),
    )
    assert "dogbin" in words
    assert "slipsted" not in words


def test_words_of_another_body_and_restricted_ones_are_not(tmp_path: Path) -> None:
    words = house_of(
        tmp_path,
        ("Ferry Committee", "March", "The price was sixpenny and the hull tarpitched."),
        ("Garden Board", "April", "The hull was tarpitched."),
        ("Ferry Committee", "May", "The price is sixpenny again."),
    )
    assert "price" in words
    assert "tarpitched" not in words
    assert "sixpenny" not in words
