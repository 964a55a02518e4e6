"""Finished minutes imported on the screen: nothing is stored before it was shown, and doubts come first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.book_app import OpenBook, book_app
from tui.book.folder import Book
from tui.meeting.kinds import Kind
from tui.screens.book.book import BookScreen
from tui.screens.book.importing import ImportScreen

HEAD = "Minutes of the Ferry Board held on 4 {month} 2025\n\nPresent: Ada Lowe (AL), Ben Marsh (BM)\n\n1. Boats\n"
SURE = "The boats were talked of.\nAction: BM to mend the bell\n"
DOUBTFUL = "The boats were talked of.\nAction: the rope has to be bought by somebody\n"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of two minutes, one of them doubtful, and a file that cannot be read."""
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "a.txt").write_text(HEAD.format(month="March") + SURE, encoding="utf-8")
    (folder / "b.txt").write_text(HEAD.format(month="April") + DOUBTFUL, encoding="utf-8")
    (folder / "bad.docx").write_bytes(b"no Word file")
    return folder


async def asked_for(shown: OpenBook, papers: Path) -> None:
    await shown.press("i")
    await shown.until(lambda: isinstance(shown.screen, ImportScreen) and bool(shown.prompt))
    await shown.answer(str(papers))
    await shown.until(lambda: "nothing stored yet" in shown.static("wanted"))


def entries(folder: Path) -> list[tuple[Kind, str]]:
    meetings = [read.meeting for read in Book(folder).read() if read.meeting is not None]
    return [(entry.kind, entry.text) for meeting in meetings for entry in meeting.entries]


async def test_what_is_doubtful_stands_first_and_nothing_is_stored_when_one_goes_back(
    tmp_path: Path, papers: Path
) -> None:
    async with book_app(tmp_path / "book") as shown:
        await asked_for(shown, papers)
        rows = [row.split()[0] for row in (row.lstrip("› ") for row in shown.list)]
        assert rows == ["doubt", "unread", "meeting", "meeting"]
        assert shown.static("wanted") == "2 meetings read, nothing stored yet · 1 doubt"
        assert "b.txt" in shown.static("chain")
        await shown.press("escape")
        await shown.until(lambda: isinstance(shown.screen, BookScreen))
    assert entries(tmp_path / "book") == []


async def test_a_doubt_is_settled_by_one_key_and_what_was_shown_is_stored(tmp_path: Path, papers: Path) -> None:
    async with book_app(tmp_path / "book") as shown:
        await asked_for(shown, papers)
        await shown.press("N")
        await shown.until(lambda: shown.static("wanted") == "2 meetings read, nothing stored yet")
        await shown.press("w")
        await shown.until(lambda: isinstance(shown.screen, BookScreen))
        await shown.until(lambda: "2 meetings imported" in shown.static("said"))
    found = entries(tmp_path / "book")
    assert (Kind.NOTE, "the rope has to be bought by somebody") in found
    assert (Kind.ACTION, "BM to mend the bell") in found


async def test_a_folder_that_is_not_there_is_named_and_asked_for_again(tmp_path: Path) -> None:
    async with book_app(tmp_path / "book") as shown:
        await shown.press("i")
        await shown.until(lambda: isinstance(shown.screen, ImportScreen) and bool(shown.prompt))
        await shown.answer(str(tmp_path / "nowhere.txt"))
        await shown.until(lambda: any("nowhere" in row for row in shown.list))
        await shown.press("w")
        assert "nothing was read" in shown.static("said")


async def test_a_file_that_cannot_be_read_stands_before_those_that_are_there_already(
    tmp_path: Path, papers: Path
) -> None:
    async with book_app(tmp_path / "book") as shown:
        await asked_for(shown, papers)
        await shown.press("w")
        await shown.until(lambda: isinstance(shown.screen, BookScreen))
        await asked_for(shown, papers)
        rows = [row.split()[0] for row in (row.lstrip("› ") for row in shown.list)]
        assert rows == ["unread", "known", "known"]


async def test_a_key_calls_somebody_by_more_of_the_name(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    short = HEAD.replace("Ben Marsh (BM)", "B Orme").format(month="March")
    (folder / "a.txt").write_text(short + "The boats were talked of.\n", encoding="utf-8")
    longer = HEAD.replace("Ben Marsh (BM)", "Ben Orme").format(month="April")
    (folder / "b.txt").write_text(longer + "The boats were talked of.\n", encoding="utf-8")
    async with book_app(tmp_path / "book") as shown:
        await asked_for(shown, folder)
        assert "may be Ben Orme of" in shown.static("chain")
        await shown.press("J")
        await shown.until(lambda: shown.static("wanted") == "2 meetings read, nothing stored yet")
        await shown.press("w")
        await shown.until(lambda: isinstance(shown.screen, BookScreen))
    meetings = [read.meeting for read in Book(tmp_path / "book").read() if read.meeting is not None]
    assert [meeting.people[1].name for meeting in meetings] == ["Ben Orme", "Ben Orme"]
