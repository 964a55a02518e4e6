"""The book on screen: its meetings, opened one after another in one program, made, and searched."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from tests.commands.command_line import AGENDA
from tests.pictures.meetings import AT
from tests.pictures.scenes_book import enter_lines, hall_book
from tests.screens.book_app import book_app
from tests.screens.live_app import shown_in
from tui.book.disk.lock import is_held
from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.opened import open_meeting
from tui.meeting.text.sanitizing import showable
from tui.screens.book import book_search
from tui.screens.book.book import BookScreen
from tui.screens.book.book_search import BookSearch
from tui.screens.book.register import RegisterScreen
from tui.screens.dialogs.help import KeysHelp
from tui.screens.dialogs.save_elsewhere import Unsaved
from tui.screens.follow import FollowScreen
from tui.screens.live.live import LiveScreen
from tui.screens.review.preview import PreviewScreen
from tui.screens.review.review import ReviewScreen
from tui.use_cases.making import new_meeting
from tui.widgets.lists.finding_list import FindingList
from tui.widgets.live.log_view import LogView

WITHOUT_SERIES = AGENDA.replace("Repeats: first Tuesday of the month\n", "")
ROWS = [
    "› 26 Mar 2024 Millbrook Hall Committee 6 entries 5 open draft",
    "27 Feb 2024 Millbrook Hall Committee 7 entries draft",
    "30 Jan 2024 Millbrook Hall Committee 5 entries draft",
]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of three meetings."""
    folder = tmp_path / "book"
    folder.mkdir()
    hall_book(folder)
    return folder


@pytest.fixture
def latest(book: Path) -> Path:
    return book / "2024-03-26-millbrook-hall-committee.json"


def make(folder: Path, agenda: str) -> Path:
    return new_meeting(Book(folder), agenda, "agenda.md", after=None, day=None, at=AT).path


async def test_the_meetings_are_listed_the_latest_first(book: Path) -> None:
    async with book_app(book) as shown:
        assert shown.list == ROWS
        assert shown.static("counts") == "3 meetings, the latest first"
        await shown.press("down", "down", "down")
        assert [row[0] for row in shown.list] == ["2", "2", "›"]
        assert shown.static("about").startswith("2024-01-30-millbrook-hall-committee.json · ")
        await shown.press("home")
        assert shown.list == ROWS


async def test_an_empty_book_says_what_to_do(tmp_path: Path) -> None:
    async with book_app(tmp_path / "none") as shown:
        assert shown.list[0] == "This book is empty."
        assert "Press a, and paste the agenda as it came" in "\n".join(shown.list)
        for key in ("enter", "n", "r", "p", "c", "down", "end"):
            await shown.press(key)
            assert isinstance(shown.screen, BookScreen)
        assert shown.static("said") == ""
        await shown.press("enter")
        assert shown.static("said") == "there is no meeting in the book yet"
    assert not (tmp_path / "none").exists()


async def test_a_meeting_is_opened_captured_and_closed_and_the_list_has_what_was_captured(
    book: Path, latest: Path
) -> None:
    async with book_app(book) as shown:
        await shown.press("enter")
        assert isinstance(shown.screen, LiveScreen)
        assert is_held(latest)
        await shown.write("+The gallery is closed until May.")
        await shown.press("enter")
        await shown.press("f11")
        assert isinstance(shown.screen, BookScreen)
        assert not is_held(latest)
        assert shown.list[0] == ROWS[0].replace("6 entries", "7 entries")
        assert read_meeting(latest).entries[-1].text == "The gallery is closed until May."
        await shown.press("down", "enter")
        assert shown.live.meeting.date.isoformat() == "2024-02-27"
        await shown.press("f11")
        assert [row.startswith("›") for row in shown.list] == [False, True, False]


async def test_the_line_being_typed_comes_back_with_the_meeting(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("enter")
        await shown.write("half a li")
        await shown.press("f11", "enter")
        assert shown.live.line.line == "half a li"


@pytest.mark.parametrize(("key", "desk"), [("r", ReviewScreen), ("p", PreviewScreen)])
async def test_a_key_opens_the_meeting_at_a_desk_and_one_key_leads_back_from_there(
    book: Path, latest: Path, key: str, desk: type
) -> None:
    async with book_app(book) as shown:
        await shown.press(key)
        assert isinstance(shown.screen, desk)
        await shown.press("f11")
        assert isinstance(shown.screen, BookScreen)
        assert not is_held(latest)
        await shown.press("enter")
        assert isinstance(shown.screen, LiveScreen)


async def test_a_meeting_that_another_program_writes_is_followed_and_left_again(book: Path, latest: Path) -> None:
    async with book_app(book) as shown:
        with open_meeting(latest):
            await shown.press("f5")
            assert "being written" in shown.list[0]
            await shown.press("enter")
            assert isinstance(shown.screen, FollowScreen)
            await shown.press("f11")
            assert isinstance(shown.screen, BookScreen)
            await shown.press("enter")
            follow = shown.screen
            assert isinstance(follow, FollowScreen)
        await shown.until(lambda: follow.can_write)
        await shown.press("w")
        assert isinstance(shown.screen, LiveScreen)
        await shown.write("+taken over")
        await shown.press("enter", "f11")
        assert isinstance(shown.screen, BookScreen)
        assert read_meeting(latest).entries[-1].text == "taken over"
        assert not is_held(latest)


async def test_the_next_meeting_is_shown_before_it_is_made_once(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("n")
        assert shown.static("about").startswith("Millbrook Hall Committee: Tuesday 30 April 2024, by “last Tuesday of")
        assert len(shown.list) == 3
        await shown.press("enter")
        assert shown.static("said").startswith("Tuesday 30 April 2024, by “last Tuesday of the month”; ")
        assert shown.list[0] == "› 30 Apr 2024 Millbrook Hall Committee 5 entries 5 open draft"
        await shown.press("down", "n", "enter")
        assert "the meeting is there already; 0 actions brought forward (5 already there)" in shown.static("said")
        assert shown.list[0].startswith("› 30 Apr 2024")
        assert len(shown.list) == 4


async def test_the_day_of_the_next_meeting_is_asked_for_where_nothing_tells_it(tmp_path: Path) -> None:
    make(tmp_path, WITHOUT_SERIES)
    async with book_app(tmp_path) as shown:
        await shown.press("n")
        assert shown.static("about") == "the day it will be"
        await shown.answer("some day")
        assert "“some day” is not a date" in shown.static("about")
        await shown.press("escape")
        assert (shown.prompt, len(shown.list)) == ("", 1)
        await shown.press("n")
        await shown.answer("Monday 4 June")
        assert "4 June 2024 is a Tuesday, not a Monday" in shown.static("about")
        await shown.press("escape", "n")
        await shown.answer("4 June")
        assert shown.prompt == ""
        assert shown.list[0].startswith("› 4 Jun 2024 Quay Committee")
        await shown.press("n")
        await shown.answer("1 May 2024")
        assert "give a later date" in shown.static("about")


async def test_a_day_without_a_year_is_the_first_one_after_the_meeting_before(tmp_path: Path) -> None:
    make(tmp_path, WITHOUT_SERIES)
    async with book_app(tmp_path) as shown:
        await shown.press("n")
        await shown.answer("3 May")
        assert shown.list[0].startswith("› 3 May 2025 Quay Committee")


async def test_a_meeting_is_renamed_and_put_on_another_day_its_file_with_it(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("e", "ctrl+a", "ctrl+k")
        await shown.answer("Mill Board")
        assert shown.list[0].startswith("› 26 Mar 2024 Mill Board")
        await shown.press("m", "ctrl+a", "ctrl+k")
        await shown.write("28 March")
        assert shown.static("about").startswith("Thursday 28 March 2024")
        await shown.press("enter")
        assert shown.list[0].startswith("› 28 Mar 2024 Mill Board")
        assert shown.static("about").startswith("2024-03-28-")


async def test_a_meeting_goes_into_the_bin_when_that_is_confirmed_and_comes_back(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("b")
        assert shown.static("said") == "the bin is empty"
        await shown.press("delete", "escape")
        assert len(shown.list) == 3
        await shown.press("delete", "enter")
        assert len(shown.list) == 2
        assert "is in the bin" in shown.static("said")
        await shown.press("b")
        assert shown.static("about").startswith("Millbrook Hall Committee, 26 March 2024")
        await shown.press("enter")
        assert len(shown.list) == 3
        assert shown.list[0].startswith("› 26 Mar 2024")


async def test_a_search_in_the_book_opens_the_meeting_at_what_was_found(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("slash")
        await shown.answer("choir thursdays")
        assert isinstance(shown.screen, BookSearch)
        found = shown_in(shown.screen.query_one(FindingList))
        assert [" ".join(row.split()) for row in found.splitlines() if row.strip()] == [
            "› 27 Feb 2024 1. question JP: may the choir come on Thursdays"
        ]
        await shown.press("enter")
        entry = next(one for one in shown.live.meeting.entries if "choir" in one.text)
        assert shown.live.query_one(LogView).selected == entry.id
        await shown.press("f11")
        assert shown.list[1].startswith("› 27 Feb 2024")


async def test_a_section_that_was_found_is_shown_and_the_meeting_stays_where_it_is(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("slash")
        await shown.answer("summer bookings")
        await shown.press("enter")
        before = shown.live.meeting.current
        assert shown.static("elsewhere").startswith("Looking at 3. Summer bookings · you are in 1.1")
        assert shown.live.opened.revision == len(shown.live.journal.history)
        assert shown.live.meeting.current == before


async def test_a_search_for_what_all_meetings_hold_ends_once_the_list_is_full(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book_search, "_MOST", 1)
    monkeypatch.setattr(book_search, "_ENOUGH", 1)
    async with book_app(book) as shown:
        await shown.press("slash")
        await shown.answer("hall")
        assert ", 1 earlier meeting not looked through · " in shown.static("place")
        await shown.answer(" choir thursdays")
        assert "earlier" not in shown.static("place")


async def test_a_search_says_what_it_could_not_read_and_that_nothing_was_found(book: Path) -> None:
    (book / "2024-04-01-broken.json").write_text("{", encoding="utf-8")
    async with book_app(book) as shown:
        await shown.press("slash")
        await shown.answer("submarine")
        assert shown.static("place") == "nothing holds these words"
        assert "1 file could not be read" in shown.everything
        await shown.press("enter", "escape")
        assert isinstance(shown.screen, BookScreen)


async def test_a_file_that_cannot_be_read_stands_in_the_list_with_the_reason(book: Path) -> None:
    broken = book / "2024-04-01-broken.json"
    broken.write_text("{ half", encoding="utf-8")
    async with book_app(book) as shown:
        assert shown.list[0] == "› 1 Apr 2024 cannot be read 2024-04-01-broken.json"
        assert shown.list[1:] == [ROWS[0].removeprefix("› "), *ROWS[1:]]
        assert "this is not JSON" in shown.static("about")
        await shown.press("n")
        assert "this is not JSON" in shown.static("said")
        await shown.press("enter")
        assert isinstance(shown.screen, BookScreen)
        assert "nothing could be recovered" in shown.static("said")
        await shown.press("t", "escape", "down", "enter")
        assert isinstance(shown.screen, LiveScreen)


async def test_a_folder_that_may_not_be_written_is_said_and_still_read(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def access(path: Path, mode: int) -> bool:
        return mode != os.W_OK

    monkeypatch.setattr("tui.book.opened.os.access", access)
    async with book_app(book) as shown:
        await shown.press("enter")
        assert isinstance(shown.screen, BookScreen)
        assert "its file is read-only" in shown.static("said")
        await shown.press("t")
        assert isinstance(shown.screen, RegisterScreen)
        assert len(shown.list) == 5


async def test_a_folder_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    async with book_app(tmp_path / "file") as shown:
        assert "it is not a folder" in shown.static("said")
        assert shown.list == []


async def test_what_the_disk_refuses_is_asked_about_before_the_meeting_is_closed(
    book: Path, latest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tui.apps.meeting._PATIENCE", 0.05)
    async with book_app(book) as shown:
        await shown.press("enter")
        with monkeypatch.context() as full:
            full.setattr("tui.book.disk.storage.AtomicStorage.write", refuse)
            await shown.write("+kept through it all")
            await shown.press("enter", "f11")
            await shown.until(lambda: isinstance(shown.screen, Unsaved))
            await shown.press("escape")
            assert isinstance(shown.screen, LiveScreen)
            assert is_held(latest)
        await shown.until(lambda: shown.live.opened.saved_revision == shown.live.opened.revision)
        await shown.press("f11")
        assert isinstance(shown.screen, BookScreen)
        assert read_meeting(latest).entries[-1].text == "kept through it all"


async def test_the_minutes_that_a_closed_meeting_agreed_are_approved_and_that_is_said(tmp_path: Path) -> None:
    agenda = AGENDA.replace("1. Matters arising", "1. Minutes of the last meeting")
    may = make(tmp_path, agenda)
    june = make(tmp_path, agenda.replace("7 May", "4 June").replace("May 2024", "June 2024"))
    enter_lines(june, "/go 1", at=AT)
    async with book_app(tmp_path) as shown:
        await shown.press("enter")
        await shown.write("=The minutes were agreed")
        await shown.press("enter", "f11")
        assert "The minutes of 7 May 2024 are approved" in shown.static("said")
        assert shown.list[1].endswith("approved")
    assert read_meeting(may).approval is not None


async def test_the_palette_leads_back_to_the_book_only_from_a_meeting(book: Path) -> None:
    async with book_app(book) as shown:
        closing = "Close the meeting and go back to the book"
        [offer] = [one for one in shown.app.offers(shown.screen) if one.title == closing]
        assert offer.reason == "no meeting is open"
        await shown.press("f11")
        assert isinstance(shown.screen, BookScreen)
        await shown.press("enter")
        [offer] = [one for one in shown.app.offers(shown.screen) if one.title == closing]
        assert offer.reason == ""
        await shown.press("ctrl+p")
        await shown.answer("go back to the book")
        await shown.until(lambda: isinstance(shown.screen, BookScreen))


async def test_the_help_names_the_keys_of_the_book_and_the_way_back(book: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("f1")
        assert isinstance(shown.screen, KeysHelp)
        assert "Make the next meeting, the one that comes after it" in shown.everything
        assert "Close the meeting and go back to the book" in shown.everything
        await shown.press("escape", "enter")
        assert "F11 Book" in shown.static("keys")


async def test_a_meeting_written_to_another_place_is_said_when_the_book_is_back(book: Path, tmp_path: Path) -> None:
    async with book_app(book) as shown:
        await shown.press("enter")
        elsewhere = tmp_path / "stick"
        elsewhere.mkdir()
        shown.live.opened.save_elsewhere(elsewhere / "meeting.json")
        await shown.write("+on the stick")
        await shown.press("enter", "f11")
        assert f"the meeting is written to {elsewhere / 'meeting.json'}" in shown.static("said")
    assert read_meeting(elsewhere / "meeting.json").entries[-1].text == "on the stick"


async def test_names_of_files_and_folders_stay_words(tmp_path: Path) -> None:
    folder = tmp_path / "[x] [bold]x \x1b[31m \u202ebook"
    folder.mkdir()
    path = make(folder, AGENDA)
    names = ("2024-05-08 [x] \x1b]0;x\x07 \u202e.json", os.fsdecode(b"2024-05-09-\xff\xfe.json"))
    for name in names:
        (folder / name).write_text("{", encoding="utf-8")
    async with book_app(folder) as shown:
        for key in ("down", "g", "home", "enter", "n", "t", "enter", "escape", "slash"):
            await shown.press(key)
            for row in shown.everything.splitlines():
                assert showable(row) == row
        await shown.answer("moorings")
        assert isinstance(shown.screen, BookSearch)
        await shown.press("enter")
        assert shown.live.opened.path == path.resolve()
