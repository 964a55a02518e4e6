"""The reading screen: the paper beside the meeting, moving through both, and putting it right."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.papers.correcting.drafts import PAPER, items
from tests.papers.test_several import TWO
from tests.screens.book_app import OpenBook, book_app
from tests.screens.live_app import shown_in
from tui.book.folder import Book
from tui.screens.live.live import LiveScreen
from tui.screens.reading.reading import ReadingScreen
from tui.widgets.reading.draft_list import DraftList
from tui.widgets.reading.paper_list import PaperList


class OpenPaper:
    """The reading screen under a test's hands."""

    def __init__(self, shown: OpenBook) -> None:
        self.shown = shown
        self.press = shown.press
        self.static = shown.static

    @property
    def screen(self) -> ReadingScreen:
        assert isinstance(self.shown.screen, ReadingScreen)
        return self.shown.screen

    def _chosen(self, kind: type[PaperList] | type[DraftList]) -> str:
        rows = shown_in(self.screen.query_one(kind)).splitlines()
        return next(" ".join(row.removeprefix("›").split()) for row in rows if row.startswith("›"))

    @property
    def left(self) -> str:
        return self._chosen(PaperList)

    @property
    def right(self) -> str:
        return self._chosen(DraftList)

    @property
    def rows(self) -> list[str]:
        """The rows of the meeting, with single blanks."""
        rows = shown_in(self.screen.query_one(DraftList)).splitlines()
        return [" ".join(row.removeprefix("›").split()) for row in rows if row.strip()]


@asynccontextmanager
async def paper(folder: Path, text: str = PAPER, size: tuple[int, int] = (120, 36)) -> AsyncIterator[OpenPaper]:
    async with book_app(folder, size=size) as shown:
        await shown.press("a")
        await shown.paste(text)
        yield OpenPaper(shown)


async def test_the_meeting_stands_beside_the_paper_as_it_was_understood(tmp_path: Path) -> None:
    async with paper(tmp_path) as found:
        assert found.rows == [
            "Title Marsh End Allotment Society",
            "When Tuesday 9 April 2024, 19:00",
            "Where Seed Store",
            "People Ida Fenn, Chair",
            "Bo Larch",
            "Cy Moor – apologies",
            "Items 1. Minutes of the last meeting",
            "2. Water butts",
            "To ask for three prices",
            "3. Hedge along the lane",
            "3.1 Cutting it",
            "3.2 Paying for it",
            "4. Any other business",
            "Beside Wellingtons are for sale",
            "Rosa Thorn has the key",
        ]


async def test_moving_through_the_meeting_moves_the_paper_and_the_other_way(tmp_path: Path) -> None:
    async with paper(tmp_path) as found:
        await found.press("down", "down", "down", "down")
        assert (found.right, found.left) == ("Bo Larch", "person Present: Ida Fenn (Chair), Bo Larch")
        await found.press("tab", "down", "down")
        assert (found.left, found.right) == (
            "item 1. Minutes of the last meeting",
            "Items 1. Minutes of the last meeting",
        )
        await found.press("end")
        assert found.right == found.left.replace("beside ", "")
        assert found.static("why").endswith("it stands below the last item")
        await found.press("home", "right", "end", "up")
        assert found.left == "beside Wellingtons are for sale"


async def test_a_line_of_either_side_is_put_right_in_place_and_undone(tmp_path: Path) -> None:
    async with paper(tmp_path) as found:
        await found.press("end", "i")
        assert found.right == "Rosa Thorn has the key"
        assert items(found.screen.draft)[-1] == "Rosa Thorn has the key"
        await found.press("less_than_sign")
        assert "cannot go further out" in found.static("said")
        await found.press("greater_than_sign")
        assert items(found.screen.draft)[-1] == "  Rosa Thorn has the key"
        await found.press("ctrl+z", "ctrl+z")
        assert found.rows[-1] == "Rosa Thorn has the key"
        await found.press("ctrl+y")
        assert items(found.screen.draft)[-1] == "Rosa Thorn has the key"
        await found.press("ctrl+z", "ctrl+z")
        assert "nothing was changed here yet" in found.static("said")


async def test_the_keys_lead_from_doubt_to_doubt_and_take_the_other_day(tmp_path: Path) -> None:
    text = PAPER.replace("Present:", "Date: Tuesday 16 April 2024 6 pm\n\nPresent:").replace("4. Any", "3. Any")
    async with paper(tmp_path, text) as found:
        await found.press("space")
        assert found.right == "When ? Tuesday 16 April 2024, 18:00"
        assert "line 3 names 9 April 2024" in found.static("why")
        await found.press("c")
        assert found.right == "When Tuesday 9 April 2024, 19:00"
        await found.press("space")
        assert found.right == "? 3. Any other business"
        await found.press("y", "space")
        assert "nothing is doubted" in found.static("said")


async def test_what_is_missing_is_said_and_asked_for_before_anything_is_made(tmp_path: Path) -> None:
    async with paper(tmp_path, "1. Ropes\n2. Stays\n\nThe tower is open on 9 April 2024") as found:
        await found.press("enter")
        assert "not yet: a title, a day and an item are needed" in found.static("said")
        await found.press("home", "e")
        await found.shown.answer("Bell Committee")
        assert found.rows[0] == "Title Bell Committee"
        await found.press("end", "D")
        await found.press("enter")
        assert isinstance(found.shown.screen, LiveScreen)
    made = [read.meeting for read in Book(tmp_path).read()]
    assert [(one.title, str(one.date)) for one in made if one] == [("Bell Committee", "2024-04-09")]


async def test_other_words_are_asked_for_until_they_can_be_read(tmp_path: Path) -> None:
    async with paper(tmp_path) as found:
        await found.press("down", "e")
        assert found.shown.prompt == "when: its date and time"
        field = found.shown.app.focused
        assert field is not None
        await found.press("ctrl+u", *"some day", "enter")
        assert "no day stands in this line" in found.shown.prompt
        await found.press("ctrl+u", *"16 april 2024 20:00", "enter")
        assert found.right == "When Tuesday 16 April 2024, 20:00"


async def test_a_question_about_a_part_holds_the_parts_as_they_are(tmp_path: Path) -> None:
    async with paper(tmp_path) as found:
        await found.press(*["down"] * 12, "x", "ctrl+z", "home", *["down"] * 12)
        assert found.right == "4. Any other business"
        await found.press("e", "ctrl+y")
        assert "Enter or Esc comes first" in found.shown.prompt
        await found.press("ctrl+u", *"Sheds", "enter")
        assert found.right == "Sheds"


@pytest.mark.parametrize("size", [(60, 20), (40, 15)])
async def test_a_narrow_screen_shows_one_pane_at_a_time(tmp_path: Path, size: tuple[int, int]) -> None:
    async with paper(tmp_path, size=size) as found:
        assert not found.screen.query_one(PaperList).display or not found.screen.query_one("#paper-pane").display
        await found.press("tab")
        assert found.screen.query_one("#paper-pane").display
        assert not found.screen.query_one("#draft-pane").display


async def test_hostile_words_are_drawn_literally(tmp_path: Path) -> None:
    text = PAPER.replace("Hedge along", "\x1b[31m[red]=HYPERLINK() \u202ealong")
    async with paper(tmp_path, text) as found:
        everything = found.shown.everything
        assert "\x1b[31m" not in everything
        assert "\u202e" not in everything
        assert "[red]=HYPERLINK()" in everything


async def test_of_two_meetings_in_a_paper_a_key_takes_the_other(tmp_path: Path) -> None:
    async with paper(tmp_path, TWO) as found:
        await found.press("space")
        assert "another meeting stands in line 11, Board of Trustees on Tuesday 21 May 2024" in found.static("why")
        await found.press("c")
        assert found.rows[0] == "Title Board of Trustees"
        assert items(found.screen.draft) == ["1. Welcome", "2. Strategy"]
        await found.press("ctrl+z")
        assert found.rows[0] == "Title Finance Committee"
