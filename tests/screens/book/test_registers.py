"""The registers beside the actions on screen: each row leads to its entry, and shows the public version first."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.commands.command_line import new_meeting
from tests.pictures.meetings import AT
from tests.pictures.scenes_book import enter_lines
from tests.screens.book_app import book_app
from tui.book.meeting_file import read_meeting
from tui.meeting.model import Kind
from tui.screens.book.book import BookScreen
from tui.screens.live.live import LiveScreen
from tui.widgets.live.log_view import LogView

AGENDA = """# Quay Committee
Date: 2024-{month:02}-05
Series: Quay Committee
## Present
- Ann Lee (AL)
- Bo Oake (BO)
{third}
## Agenda
1. Works
"""
LINES = (
    "/interest Ann Lee, personal, lives on the quay",
    "=That the quay be dredged; proposed by BO, seconded by AL, 2 for, 0 against",
    "?BO: who pays for the crane",
    ">AL: the county does",
    "=That [[Quill]] be sued; carried",
    "?AL: and the rope",
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of two meetings; Cy Pugh came to neither."""
    folder = tmp_path / "book"
    away = "## Absent\n- Cy Pugh (CP)"
    for month in (1, 2):
        path = new_meeting(folder, AGENDA.format(month=month, third=away))
        enter_lines(path, *(LINES if month == 1 else ["=That the rope be bought; lost"]), at=AT)
    return folder


async def test_the_decisions_come_first_the_latest_first_and_hide_restricted_words(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("l")
        assert shown.list == [
            "› 2024-02-05 lost That the rope be bought; lost",
            "2024-01-05 carried That [restricted] be sued; carried",
            "2024-01-05 2 / 0 / – That the quay be dredged; proposed by BO, seconded by AL, 2 for, 0 against",
        ]
        assert shown.static("wanted") == "3 rows · public version"
        await shown.press("v")
        assert "Quill" in shown.list[1]
        assert shown.static("wanted").endswith("INTERNAL: restricted words are shown")
        await shown.press("end")
        assert "mover: Bo Oake · seconder: Ann Lee · present: 2 · entitled: 2" in shown.static("chain")
        await shown.press("escape")
        assert isinstance(shown.screen, BookScreen)


async def test_a_decision_that_no_longer_stands_says_so_and_what_replaced_it(book: Path) -> None:
    path = new_meeting(book, AGENDA.format(month=3, third=""))
    enter_lines(path, "=To buy a bell; carried", at=AT)
    path = new_meeting(book, AGENDA.format(month=4, third=""))
    enter_lines(path, "=Resolved that the decision of 5 March 2024 be rescinded", at=AT)
    async with book_app(book) as shown:
        await shown.press("l")
        assert shown.list[1] == "2024-03-05 carried (replaced) To buy a bell; carried"
        await shown.press("down")
        said = " ".join(shown.static("chain").split())
        assert "replaced by: Resolved that the decision of 5 March 2024 be rescinded · replaced on: 2024-04-05" in said


async def test_enter_opens_the_meeting_of_a_row_at_its_entry(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("l", "tab")
        await shown.press("tab")
        await shown.press("tab")
        assert [row.removeprefix("› ") for row in shown.list] == [
            "2024-01-05 unanswered Ann Lee and the rope",
            "2024-01-05 answered Bo Oake who pays for the crane",
        ]
        await shown.press("down", "enter")
        assert isinstance(shown.screen, LiveScreen)
        path = shown.live.opened.path
        asked = next(one for one in read_meeting(path).entries if one.kind is Kind.QUESTION)
        assert shown.screen.query_one(LogView).selected == asked.id


async def test_attendance_warns_after_the_months_of_the_setting(book: Path, tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text("absent_months = 2\n", encoding="utf-8")
    async with book_app(book, settings=settings) as shown:
        await shown.press("l")
        await shown.press("tab")
        assert shown.list == [
            "› 100% 2 of 2 Ann Lee Quay Committee",
            "100% 2 of 2 Bo Oake Quay Committee",
            "0% 0 of 2 Cy Pugh HAS NOT COME FOR 2 MONTHS · Quay Committee",
        ]
        await shown.press("enter")
        assert "2024-02" in shown.live.opened.path.name


async def test_what_is_listed_is_narrowed_and_written(book: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    async with book_app(book) as shown:
        await shown.press("l", "slash")
        await shown.answer("rope")
        assert len(shown.list) == 1
        await shown.press("w")
        await shown.answer("out.pdf")
        assert "end its name in .csv, .md or .json" in shown.prompt
        await shown.press("escape", "w")
        await shown.answer(str(target))
    (row,) = csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines())
    assert (row["text"], row["outcome"], row["votes_for"]) == ("That the rope be bought; lost", "lost", "")
