"""The page for an agenda: what is pasted, typed, dragged in or chosen is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.papers.correcting.drafts import PAPER
from tests.screens.book_app import OpenBook, book_app
from tests.screens.live_app import shown_in
from tui.config.state import recall
from tui.screens.book.book import BookScreen
from tui.screens.dialogs.paper_picker import PaperPicker
from tui.screens.live.live import LiveScreen
from tui.screens.reading.page import PageScreen
from tui.screens.reading.reading import ReadingScreen
from tui.widgets.reading.found_list import FoundList
from tui.widgets.reading.page_area import PageArea


def page_of(shown: OpenBook) -> PageArea:
    return shown.app.screen.query_one(PageArea)


async def test_an_agenda_that_is_pasted_is_read_at_once_and_made_with_one_key(tmp_path: Path) -> None:
    async with book_app(tmp_path) as shown:
        await shown.press("a")
        await shown.paste(PAPER)
        assert isinstance(shown.screen, ReadingScreen)
        await shown.press("enter")
        assert isinstance(shown.screen, LiveScreen)
        assert shown.live.meeting.title == "Marsh End Allotment Society"
        await shown.press("f11", "a")
        # What was made of it is done with.
        assert page_of(shown).is_blank
    kept = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.txt")]
    assert kept == [PAPER]


async def test_an_agenda_that_is_typed_is_read_with_a_key_and_typed_on(tmp_path: Path) -> None:
    async with book_app(tmp_path) as shown:
        await shown.press("a", "tab")
        assert "the page is empty" in shown.static("said")
        await shown.press(*"Bells", "enter", "enter", *"9 April 2024", "enter", "enter", *"1. Ropes", "tab")
        assert isinstance(shown.screen, ReadingScreen)
        assert [section.heading for section in shown.screen.draft.meeting.sections] == ["Ropes"]
        await shown.press("escape")
        assert page_of(shown).text == "Bells\n\n9 April 2024\n\n1. Ropes"
        await shown.press("enter", *"2. Stays", "tab")
        assert isinstance(shown.screen, ReadingScreen)
        assert len(shown.screen.draft.meeting.sections) == 2


async def test_what_is_longer_than_the_screen_is_undone_and_made_again(tmp_path: Path) -> None:
    # The scroll bar goes while the cursor is still where nothing is left.
    async with book_app(tmp_path) as shown:
        await shown.press("a")
        page_of(shown).insert_words("\n".join(["Ropes"] * 100))
        await shown.press("ctrl+z")
        assert (page_of(shown).text, page_of(shown).cursor_location) == ("", (0, 0))
        await shown.press("ctrl+y")
        assert page_of(shown).cursor_location == (99, 5)
        assert page_of(shown).scroll_y > 0


async def test_what_was_put_right_is_still_right_after_a_look_at_the_page(tmp_path: Path) -> None:
    async with book_app(tmp_path) as shown:
        await shown.press("a")
        await shown.paste(PAPER)
        await shown.press("e")
        await shown.answer(" Limited")
        await shown.press("escape", "escape")
        assert isinstance(shown.screen, BookScreen)
        await shown.press("a", "tab")
        assert isinstance(shown.screen, ReadingScreen)
        assert shown.screen.draft.meeting.title == "Marsh End Allotment Society Limited"


@pytest.mark.parametrize("written", ["{}", '"{}"', "'{}'", "{} ", "backslash", "address"])
async def test_a_file_that_is_dragged_in_is_read(tmp_path: Path, written: str) -> None:
    agenda = tmp_path / "our (next) agenda.txt"
    agenda.write_text(PAPER, encoding="utf-8")
    said = {
        "backslash": str(agenda).replace(" ", r"\ ").replace("(", r"\(").replace(")", r"\)"),
        "address": agenda.as_uri(),
    }.get(written, written.format(agenda))
    async with book_app(tmp_path / "book") as shown:
        await shown.press("a")
        await shown.paste(said)
        assert isinstance(shown.screen, ReadingScreen)
        await shown.press("escape")
        assert page_of(shown).is_blank


async def test_a_file_that_cannot_be_read_is_named_with_the_reason_and_nothing_is_made(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and then nothing")
    async with book_app(tmp_path / "book") as shown:
        await shown.press("a")
        await shown.paste(str(broken))
        assert isinstance(shown.screen, PageScreen)
        assert "damaged or incomplete" in shown.static("said")
    assert not (tmp_path / "book").exists()


async def test_a_word_that_is_pasted_and_words_pasted_into_others_are_put_in(tmp_path: Path) -> None:
    async with book_app(tmp_path) as shown:
        await shown.press("a")
        await shown.paste("Bell Committee")
        await shown.paste("\n9 April 2024\n\n1. \x1b[31mRopes\n")
        assert isinstance(shown.screen, PageScreen)
        assert page_of(shown).text.startswith("Bell Committee\n9 April 2024\n\n1. ")
        assert "\x1b" not in page_of(shown).text


async def test_the_papers_of_the_usual_folders_are_offered_the_latest_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MINUTEBOOK_STATE", str(tmp_path / "state"))
    downloads = tmp_path / "home" / "Downloads"
    (downloads / "older").mkdir(parents=True)
    monkeypatch.chdir(downloads / "older")
    for age, name in enumerate(("april.txt", "march.docx", "picture.png", ".hidden.txt")):
        (downloads / name).write_text(PAPER, encoding="utf-8")
        os.utime(downloads / name, (2_000_000_000 - age, 2_000_000_000 - age))
    async with book_app(tmp_path / "book") as shown:
        await shown.press("a", "ctrl+f")
        assert isinstance(shown.screen, PaperPicker)
        rows = shown_in(shown.screen.query_one(FoundList)).split("\n")
        assert [row.split()[-2] for row in rows[:2]] == ["april.txt", "march.docx"]
        assert "~/Downloads" in rows[0]
        await shown.press(*"march", "escape", "ctrl+f", *"apr", "enter")
        assert isinstance(shown.screen, ReadingScreen)
        assert recall().folders == (str(downloads),)
        await shown.press("escape", "ctrl+f")
        await shown.answer(f"{downloads}/old")
        assert isinstance(shown.screen, PaperPicker)
        await shown.answer("nothing of the kind")
        assert "there is no such file" in str(shown.screen.query_one(".hint").render())
