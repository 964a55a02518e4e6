"""Search in the meeting, and going to what was found."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.examples import spread
from tests.screens.live.test_live import HOSTILE
from tests.screens.live_app import Live, live_app, shown_in
from tui.screens.dialogs.search import Search
from tui.widgets.lists.finding_list import FindingList


def search(live: Live) -> Search:
    screen = live.app.screen
    assert isinstance(screen, Search)
    return screen


def findings(live: Live) -> list[str]:
    rows = shown_in(search(live).query_one(FindingList)).splitlines()
    return [" ".join(row[2:].split()) for row in rows if row.strip()]


async def test_the_chosen_finding_has_a_sign_besides_its_colour(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await store(live, "The chain held", "The chain broke")
        await live.press("ctrl+f")
        await live.write("chain")
        await live.press("down")
        rows = shown_in(search(live).query_one(FindingList)).splitlines()
        assert [row.startswith("›") for row in rows if row.strip()] == [False, True]


def place(live: Live) -> str:
    return str(search(live).query_one("#place").render())


async def store(live: Live, *lines: str) -> None:
    """Store lines at one key each: every key that a test presses takes its time."""
    for line in lines:
        live.line.insert_words(line)
        await live.press("enter")


async def some_meeting(live: Live) -> None:
    await store(live, "?HM: is the café’s chain sound", "!TR to pay for the buoy ^the June meeting", "/next")
    await store(live, "+The Buoy lies ?? lengths off", "!A letter to the club", "/next", "Nothing else")


async def test_words_are_found_wherever_they_stand_and_enter_goes_there(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await some_meeting(live)
        await live.write("half")
        await live.press("ctrl+f", *"buoy")
        assert findings(live) == [
            "2. note The Buoy lies ?? lengths off",
            "1. action A1 TR to pay for the buoy → TR · due 4 June 2024",
        ]
        assert place(live) == "1 of 2 · 2. Moorings"
        await live.press("down")
        assert place(live) == "2 of 2 · 1. Matters arising"
        await live.press("enter")
        assert live.top.section == "1. Matters arising"
        assert live.screen.log_view.has_focus
        assert live.screen.log_view.selected == 2
        assert live.line.line == "half"


async def test_case_and_accents_do_not_count_and_every_word_must_match(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await some_meeting(live)
        await live.press("ctrl+f", *"CAFE", "apostrophe", "S", "space", *"marlowe")
        assert findings(live) == ["1. question HM: is the café’s chain sound"]
        await live.press("space", "z", "z")
        assert findings(live) == []
        assert place(live) == "nothing holds these words"
        await live.press("enter")
        assert isinstance(live.app.screen, Search)


async def test_escape_leaves_everything_as_it_was(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await some_meeting(live)
        await live.write("half")
        before = live.meeting
        for key in ("escape", "ctrl+f"):
            await live.press("ctrl+f", "a", key)
            assert live.app.screen is live.screen
            assert live.meeting is before
            assert live.line.line == "half"
            assert live.line.has_focus


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("??", ["2. note The Buoy lies ?? lengths off"]),
        ("?", ["1. question HM: is the café’s chain sound"]),
        ("!", ["2. action A2 A letter to the club → no owner · no due date"]),
        ("?? chain", []),
        ("a2", ["2. action A2 A letter to the club → no owner · no due date"]),
        ("moor", ["2. section Moorings"]),
    ],
)
async def test_signs_list_what_is_open_and_refs_and_headings_are_found(
    tmp_path: Path, typed: str, expected: list[str]
) -> None:
    async with live_app(tmp_path) as live:
        await some_meeting(live)
        await live.press("ctrl+f")
        await live.write(typed)
        assert findings(live) == expected


async def test_a_heading_found_is_gone_to_and_the_line_keeps_the_keys(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("ctrl+f", *"moor", "enter")
        assert live.top.section == "2. Moorings"
        assert live.line.has_focus


async def test_without_words_the_latest_entries_stand_there(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await some_meeting(live)
        await live.press("ctrl+f")
        assert findings(live)[0] == "3. note Nothing else"
        assert len(findings(live)) == 5


async def test_while_an_entry_is_edited_going_elsewhere_keeps_the_edit(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await some_meeting(live)
        await live.press("up", "e", "!", "ctrl+f", *"chain", "enter")
        assert live.top.section == "1. Matters arising"
        assert live.line.has_focus
        assert live.line.line == "Nothing else!"
        await live.press("enter")
        assert live.entries[-1].text == "Nothing else!"


async def test_the_log_shows_new_entries_again_after_coming_back(tmp_path: Path) -> None:
    async with live_app(tmp_path, size=(80, 24)) as live:
        await store(live, *(f"Note {number}" for number in range(30)))
        await live.press("ctrl+f", "3", "enter", "escape")
        await store(live, "The latest of them")
        assert "The latest of them" in live.log


@pytest.mark.parametrize("size", spread([(120, 36), (80, 24), (40, 15)], 4))
async def test_hostile_words_are_words_in_the_search_too(tmp_path: Path, size: tuple[int, int]) -> None:
    async with live_app(tmp_path, size=size) as live:
        live.line.insert_words(HOSTILE)
        await live.press("enter", "ctrl+f")
        await live.app.on_event(events.Paste(f"{HOSTILE}\nsecond line"))
        await live.pilot.pause()
        await live.pilot.pause()
        assert len(findings(live)) == 1
        shown = "".join(findings(live)) + place(live)
        assert not set(shown) & set("\x1b\x07\x9b\x00\u202e\u202c")
        for part in search(live).query("#wanted, #findings, #place, #signs, .hint"):
            assert part.region.bottom <= size[1] - 1
            assert part.region.height > 0
        await live.press("enter")
        assert live.screen.log_view.selected == 1
