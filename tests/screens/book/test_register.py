"""The register on screen: every action of the book once, narrowed, ordered, settled in place with a reason."""

from __future__ import annotations

import csv
import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.pictures.meetings import AT
from tests.pictures.scenes_book import enter_lines, hall_book, long_book
from tests.screens.book_app import OpenBook, book_app
from tui.book.disk.lock import is_held
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.opened import open_meeting
from tui.book.register.register import Register, register
from tui.errors import BookError
from tui.meeting.actions.register_filter import Wanted
from tui.meeting.model import Action, Status
from tui.screens.book import register_reading
from tui.screens.book.book import BookScreen
from tui.screens.book.register import RegisterScreen
from tui.screens.book.register_reading import RegisterRead
from tui.screens.dialogs.whole_action import WholeAction
from tui.use_cases.update_action import update_action
from tui.widgets.live.log_view import LogView

OPEN = [
    "› 2024-03-26 B1 AR 27 Feb 2024 OVERDUE AR to ask three roofers for a price",
    "2024-03-26 A1 IM 29 Mar 2024 open IM to draw the gutters again",
    "2024-03-26 B4 DF 31 Mar 2024 open DF to write to the neighbours about scaffolding",
    "2024-03-26 B2 SO no date open restricted SO to speak with the family in the flat",
    "2024-03-26 B3 no owner no date open Find a second key for the loft",
]
DONE = "2024-02-27 B2 JP 2 Feb 2024 done JP to print the summer programme"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of three meetings, with five actions that are open and one that is done."""
    folder = tmp_path / "book"
    folder.mkdir()
    hall_book(folder)
    return folder


@pytest.fixture
def latest(book: Path) -> Path:
    return book / "2024-03-26-millbrook-hall-committee.json"


def action(path: Path, ref: str) -> Action:
    """Give an action of a meeting's file."""
    return next(one.action for one in read_meeting(path).entries if one.action and one.action.ref == ref)


def reason(path: Path) -> str:
    """Give the reason of a meeting's last change."""
    return read_journal(path).history[-1].reason


def refs(shown: OpenBook) -> list[str]:
    """Give the refs that are listed, in their order."""
    return [row.removeprefix("› ").split()[1] for row in shown.list]


async def test_every_open_action_is_listed_once_and_the_overdue_ones_are_told_by_a_word(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("t")
        assert shown.list == OPEN
        assert shown.static("wanted") == "5 open · 1 overdue · by due"
        assert shown.static("chain").splitlines() == [
            "AR to ask three roofers for a price  due before the next meeting (27 February 2024)",
            "arose in Millbrook Hall Committee, 30 January 2024: Matters arising",
            "Brought forward to 27 February 2024, 26 March 2024",
            "27 February 2024: Two roofers have answered, the third is on holiday",
        ]
        await shown.press("escape")
        assert isinstance(shown.screen, BookScreen)


async def test_keys_turn_what_is_listed_its_order_and_how_owners_are_named(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("t", "tab")
        assert (refs(shown), shown.static("wanted")) == (["B1"], "1 overdue · by due")
        await shown.press("tab")
        assert shown.static("wanted") == "6 open and settled · 1 overdue · by due"
        assert DONE in shown.list
        await shown.press("tab", "g")
        assert (refs(shown), shown.static("wanted")) == (
            ["B1", "B4", "A1", "B2", "B3"],
            "5 open · 1 overdue · by owner",
        )
        await shown.press("g")
        assert refs(shown) == ["B1", "B2", "B3", "B4", "A1"]
        await shown.press("o")
        assert "Aled Rhys (AR)" in shown.list[0]


async def test_what_is_settled_is_read_once_it_is_asked_for(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def noted(*given: Any, wanted: Wanted, **more: Any) -> Register:
        asked.append(wanted.only_open)
        if len(asked) == 2:
            raise BookError("the book cannot be read")
        return register(*given, wanted=wanted, **more)

    monkeypatch.setattr(register_reading, "register", noted)
    async with book_app(book) as shown:
        await shown.press("t", "tab", "tab")
        assert asked == [True, False]
        # What cannot be read is not taken for all that there is.
        assert (shown.static("wanted"), shown.list) == ("5 open · 1 overdue · by due", OPEN)
        assert "the book cannot be read" in shown.static("said")
        await shown.press("tab", "tab", "tab", "tab")
        assert asked == [True, False, False]
        assert shown.static("wanted") == "1 overdue · by due"


async def test_a_book_whose_actions_are_all_settled_is_not_said_to_have_none(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("t")
        for _ in OPEN:
            await shown.press("d")
            await shown.answer("")
        assert (shown.list, shown.static("wanted")) == ([], "0 open · by due")
        assert shown.static("chain") == "None of the actions is like that."
        await shown.press("tab", "tab")
        assert len(shown.list) == 6


async def test_typed_words_narrow_the_list_while_they_are_typed(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("t", "slash")
        for words, left in (("roof", ["B1"]), ("ers pell", [])):
            await shown.write(words)
            assert refs(shown) == left
        assert shown.static("chain") == "None of the actions is like that."
        await shown.press("escape")
        assert shown.list == OPEN
        await shown.press("slash")
        await shown.answer("Rhys")
        assert refs(shown) == ["B1"]
        assert shown.static("wanted").endswith("with “Rhys”")
        await shown.press("slash")
        await shown.write("millbrook")
        await shown.press("down", "down", "enter")
        assert len(shown.list) == 5
        assert shown.list[2].startswith("› ")


async def test_an_action_is_done_with_a_reason_in_the_latest_meeting_that_has_it(book: Path, latest: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("t", "d")
        assert shown.prompt == "why: B1 done; Enter alone gives no reason"
        await shown.answer("all three have answered")
        assert refs(shown) == ["A1", "B4", "B2", "B3"]
        assert shown.static("said") == (
            "B1: done (in the meeting of 26 March 2024): “AR to ask three roofers for a price”,"
            " Millbrook Hall Committee"
        )
        assert (action(latest, "B1").status, reason(latest)) == (Status.DONE, "all three have answered")
        await shown.press("tab", "tab", "down")
        assert shown.static("chain").splitlines()[-1] == "26 March 2024: done – all three have answered"
        await shown.press("d")
        assert shown.static("said") == "B1 is done already"
        await shown.press("R", "enter")
        assert (action(latest, "B1").status, reason(latest)) == (Status.OPEN, "")
        await shown.press("x")
        await shown.answer("another roof")
        assert (action(latest, "B1").status, reason(latest)) == (Status.DROPPED, "another roof")
        await shown.press("escape")
        assert shown.list[0].endswith("4 open draft")
    assert not is_held(latest)


async def test_leaving_the_question_changes_nothing(book: Path, latest: Path) -> None:
    before = latest.read_bytes()
    async with book_app(book) as shown:
        await shown.press("t", "d")
        await shown.write("no")
        await shown.press("escape", "u")
        await shown.write("Friday")
        await shown.press("enter", "escape")
        assert (shown.prompt, shown.list) == ("", OPEN)
    assert latest.read_bytes() == before


async def test_a_due_is_given_moved_and_taken_away(book: Path, latest: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("t", "end", "u")
        assert shown.prompt == "due: Friday, 25/4, the June meeting"
        await shown.press("enter")
        assert shown.prompt == ""
        await shown.press("u")
        await shown.answer("5 April")
        assert shown.prompt == "why: Enter alone gives no reason"
        await shown.answer("the locksmith is ill")
        assert shown.static("said").startswith("B3: open, 5 April · Fri 5 Apr 2024")
        due = action(latest, "B3").due
        assert due is not None
        assert due.date is not None
        assert (due.date.isoformat(), reason(latest)) == ("2024-04-05", "the locksmith is ill")
        assert "› 2024-03-26 B3 no owner 5 Apr 2024 open Find a second key for the loft" in shown.list
        await shown.press("u")
        assert shown.prompt == "due: now 5 April (5 April 2024); Enter alone takes it away"
        await shown.press("enter", "enter")
        assert action(latest, "B3").due is None
        await shown.press("u")
        await shown.answer("??")
        await shown.press("enter")
        assert shown.static("said")


async def test_what_is_settled_is_what_was_asked_about_whatever_the_list_shows_meanwhile(
    book: Path, latest: Path
) -> None:
    async with book_app(book) as shown:
        await shown.press("t", "d")
        screen = shown.screen
        assert isinstance(screen, RegisterScreen)
        rows = tuple(row for row in screen._rows if row.ref != "B1")
        screen.post_message(RegisterRead(rows, "", refused=False))
        await shown.settle()
        await shown.answer("asked before")
    assert [one.ref for one in actions_done(latest)] == ["B1"]


def actions_done(path: Path) -> list[Action]:
    return [one.action for one in read_meeting(path).entries if one.action and one.action.status is Status.DONE]


async def test_an_action_of_a_meeting_that_another_program_writes_is_left_and_said(
    book: Path, latest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.book.register_reading.update_action", partial(update_action, patience=0.1))
    before = latest.read_bytes()
    async with book_app(book) as shown:
        await shown.press("t")
        with open_meeting(latest):
            await shown.press("d", "enter")
            assert "has it open for writing" in shown.static("said")
            assert "type /done B1 there" in shown.static("said")
            assert shown.list == OPEN
        assert latest.read_bytes() == before
        await shown.press("d", "enter")
        assert action(latest, "B1").status is Status.DONE


async def test_enter_opens_the_meeting_at_the_action(book: Path, latest: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("t", "down", "enter")
        entry = next(one for one in read_meeting(latest).entries if one.action and one.action.ref == "A1")
        assert shown.live.opened.path == latest.resolve()
        assert shown.live.query_one(LogView).selected == entry.id
        await shown.press("f11")
        assert isinstance(shown.screen, BookScreen)


async def test_the_public_version_shows_no_restricted_words(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("t", "tab", "tab")
        assert "family in the flat" in shown.everything
        await shown.press("v")
        for _ in range(6):
            assert "family" not in shown.everything
            assert "SO to" not in shown.everything
            await shown.press("down")
        assert "public version" in shown.static("wanted")
        assert "open [restricted]" in "\n".join(shown.list)
        await shown.press("slash")
        await shown.write("family")
        assert shown.list == []
        await shown.press("escape", "v")
        assert "family in the flat" in shown.everything


@pytest.mark.parametrize("ending", ["csv", "md", "ics", "json", "CSV"])
async def test_what_is_listed_is_written_in_the_format_of_the_files_name(
    book: Path, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"list.{ending}"
    async with book_app(book) as shown:
        await shown.press("t", "slash")
        await shown.answer("scaffolding")
        await shown.press("w")
        await shown.answer(str(path))
        assert shown.static("said") == f"1 action in {path} (INTERNAL; v changes that)"
    written = path.read_text(encoding="utf-8")
    assert "scaffolding" in written
    assert "roofers" not in written
    if ending == "json":
        assert [row["ref"] for row in json.loads(written)] == ["B4"]
    if ending == "csv":
        assert len(list(csv.reader(written.splitlines()))) == 2
    if ending == "ics":
        assert written.startswith("BEGIN:VCALENDAR")


async def test_a_file_is_written_over_only_when_it_is_named_again(book: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    path.write_text("my own words", encoding="utf-8")
    async with book_app(book) as shown:
        await shown.press("t", "v", "w")
        await shown.answer(str(tmp_path / "list.doc"))
        assert shown.prompt == "file: end its name in .csv, .md, .ics or .json"
        await shown.press("escape", "w")
        await shown.answer(str(path))
        assert shown.prompt == "file: it is there already; Enter again writes over it"
        assert path.read_text(encoding="utf-8") == "my own words"
        await shown.press("enter")
        assert "public version" in shown.static("said")
        assert "family" not in path.read_text(encoding="utf-8")
        await shown.press("w")
        await shown.answer(str(tmp_path / "no" / "list.md"))
        assert str(tmp_path / "no") in shown.static("said")


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 24), (40, 12)])
async def test_what_there_is_no_room_for_is_counted_and_a_key_shows_it(tmp_path: Path, size: tuple[int, int]) -> None:
    tmp_path.joinpath("book").mkdir()
    long_book(tmp_path / "book")
    async with book_app(tmp_path / "book", size=size) as shown:
        await shown.press("t")
        rows = shown.static("chain").splitlines()
        assert shown.screen.query_one("#chain").content_size.height == len(rows)
        assert rows[-1].startswith("… ")
        assert rows[-1].endswith(" more lines: i shows all")
        assert "…" not in "".join(rows[:-1])
        await shown.press("i")
        assert isinstance(shown.screen, WholeAction)
        await shown.press("end")
        assert "week 14" in " ".join(shown.everything.split())
        await shown.press("i")
        assert isinstance(shown.screen, RegisterScreen)


async def test_a_file_that_cannot_be_read_is_said_and_the_others_are_listed(book: Path) -> None:
    (book / "2024-04-01-broken.json").write_text("{", encoding="utf-8")
    async with book_app(book) as shown:
        await shown.press("t")
        assert "2024-04-01-broken.json" in shown.static("said")
        assert shown.list == OPEN


async def test_what_another_program_saved_is_there_when_the_register_is_read_again(book: Path, latest: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("t")
        enter_lines(latest, "!JP to count the chairs", at=AT)
        await shown.press("d", "enter")
        assert any("count the chairs" in row for row in shown.list)
