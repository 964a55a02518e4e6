"""A second program on the same meeting shows it as it is saved, and leaves it alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA
from tests.examples import spread
from tests.screens.follow_app import follow_app, write
from tests.screens.live_app import AT
from tui.book.disk.lock import is_held
from tui.book.folder import Book
from tui.book.opened import OpenMeeting, open_meeting
from tui.screens.live.live import LiveScreen
from tui.use_cases.making import new_meeting
from tui.widgets.live.section_view import SectionPane

HOSTILE = "[/] [red]x[/red] \x1b]0;t\x07 \u202eabc \x9b31m"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_meeting(Book(tmp_path), AGENDA, "agenda.md", after=None, day=None, at=AT).path


@pytest.fixture
def writer(path: Path) -> Iterator[OpenMeeting]:
    with open_meeting(path) as opened:
        yield opened


async def test_it_says_who_writes_and_shows_each_save(path: Path, writer: OpenMeeting) -> None:
    write(writer, "?HM: is the channel deep enough")
    async with follow_app(path) as follower:
        assert "is writing; you are following" in follower.static("standing")
        assert follower.top.title == "Quay Committee May 2024"
        assert follower.top.state.startswith("saved ")
        assert "HM: is the channel deep enough" in follower.log
        write(writer, ">TR: the survey says so")
        await follower.until(lambda: "the survey says so" in follower.log)
        write(writer, "/next", "+Buoys were moved")
        await follower.until(lambda: follower.top.section == "2. Moorings")
        assert follower.static("where") == "2. Moorings"
        assert "Buoys were moved" in follower.log
        assert "channel" not in follower.log
        assert "▶ 2. Moorings" in follower.agenda


async def test_another_section_stays_in_sight_while_saves_go_on(path: Path, writer: OpenMeeting) -> None:
    write(writer, "+first of all", "/next", "+second thing")
    async with follow_app(path) as follower:
        await follower.press("up")
        assert "first of all" in follower.log
        assert follower.static("elsewhere") == "looking at 1 — Esc goes back to where the meeting is"
        write(writer, "/next", "+third thing", "/go 1", "+more of the first", "/go 3")
        await follower.until(lambda: "more of the first" in follower.log)
        assert follower.top.section == "3. Any other business"
        assert "third" not in follower.log
        await follower.press("escape")
        assert "third thing" in follower.log
        assert not follower.screen.query_one("#elsewhere").display


async def test_stepping_onto_the_current_section_follows_again(path: Path, writer: OpenMeeting) -> None:
    write(writer, "+first", "/next")
    async with follow_app(path) as follower:
        await follower.press("pageup")
        assert follower.screen.looking_elsewhere
        await follower.press("pagedown")
        assert not follower.screen.looking_elsewhere
        await follower.press("down", "down", "down")
        assert "looking at 3" in follower.static("elsewhere")
        write(writer, "/next")
        await follower.until(lambda: follower.top.section == "3. Any other business")
        await follower.press("end")
        assert not follower.screen.looking_elsewhere


async def test_a_long_section_is_paged_through_and_not_pulled_away(path: Path, writer: OpenMeeting) -> None:
    write(writer, *(f"+entry number {number}" for number in range(60)))
    async with follow_app(path, size=(80, 24)) as follower:
        assert "entry number 59" in follower.log
        await follower.press("pageup")
        seen = follower.log
        assert "entry number 59" not in seen
        write(writer, "+one more")
        await follower.until(lambda: len(follower.screen.meeting.entries) == 61)
        assert follower.log == seen
        await follower.pilot.resize_terminal(100, 24)
        await follower.pilot.pause()
        assert follower.log.split()[:9] == seen.split()[:9]
        await follower.press("escape")
        assert "one more" in follower.log


async def test_typing_changes_nothing(path: Path, writer: OpenMeeting) -> None:
    write(writer, "+a line")
    before = path.read_bytes()
    async with follow_app(path) as follower:
        for key in ("a", "e", "d", "x", "!", "enter", "ctrl+z", "ctrl+s", "ctrl+o", "f4", "tab", "delete"):
            await follower.press(key)
        assert follower.app.screen is follower.screen
        assert "a line" in follower.log
    assert path.read_bytes() == before
    assert is_held(path)


async def test_a_damaged_or_missing_file_is_said_quietly_and_the_last_state_stays(
    path: Path, writer: OpenMeeting
) -> None:
    write(writer, "+good words")
    async with follow_app(path) as follower:
        path.write_bytes(path.read_bytes()[:200])
        await follower.until(lambda: "cannot be read just now" in follower.static("standing"))
        assert "good words" in follower.log
        assert follower.top.state.startswith("as of ")
        path.unlink()
        await follower.until(lambda: "the file is gone" in follower.static("standing"))
        assert "good words" in follower.log
        write(writer, "+better words")
        await follower.until(lambda: "better words" in follower.log)
        assert follower.static("standing").endswith("is writing; you are following")


async def test_when_the_writer_is_gone_one_key_opens_it_for_writing(path: Path) -> None:
    with open_meeting(path) as opened:
        write(opened, "+theirs")
        async with follow_app(path) as follower:
            await follower.press("w")
            assert follower.app.screen is follower.screen
            opened.close()
            await follower.until(lambda: "the writer is gone; w opens" in follower.static("standing"))
            assert not is_held(path)
            await follower.press("w")
            await follower.until(lambda: isinstance(follower.app.screen, LiveScreen))
            assert is_held(path)
            await follower.press(*"mine", "enter")
            assert follower.app.opened.flush()
            assert [entry.text for entry in follower.app.opened.meeting.entries] == ["theirs", "mine"]
    assert not is_held(path)


async def test_a_meeting_taken_by_somebody_else_meanwhile_is_followed_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with follow_app(path) as follower:
        follower.screen.following.close()
        with open_meeting(path):
            await follower.press("w")
            assert follower.app.screen is follower.screen
            assert "has it open for writing" in follower.static("standing")


async def test_following_by_choice_says_that_nobody_writes(path: Path) -> None:
    async with follow_app(path) as follower:
        assert follower.static("standing").startswith("nobody is writing; w opens")


async def test_the_large_view_shows_the_current_section_alone(path: Path, writer: OpenMeeting) -> None:
    write(writer, "+first", "/next", "?HM: is it *deep* enough", "!TR to ask by Friday")
    async with follow_app(path, projector=True, size=(80, 24)) as follower:
        assert follower.static("name") == "Moorings"
        assert "HM:  is it deep enough" in follower.room
        assert "ACTION A1" in follower.room
        assert "→  TR" in follower.room
        assert "Matters arising" not in follower.everything
        assert "F1" not in follower.everything
        assert ":42" not in follower.everything
        write(writer, "+added")
        before = follower.room.split("\n")[:5]
        await follower.until(lambda: "added" in follower.room)
        assert follower.room.split("\n")[:5] == before
        await follower.press("plus")
        assert "Matters arising" in follower.everything
        await follower.press("f5")
        assert "Matters arising" not in follower.everything


async def test_the_large_view_never_opens_for_writing(path: Path) -> None:
    async with follow_app(path, projector=True) as follower:
        await follower.press("w")
        assert follower.app.screen is follower.screen
        assert not is_held(path)
        assert follower.static("foot") == "nobody is writing"


async def test_the_large_view_stays_where_it_was_paged_to_until_the_meeting_moves_on(
    path: Path, writer: OpenMeeting
) -> None:
    write(writer, *(f"+entry number {number}" for number in range(40)))
    async with follow_app(path, projector=True, size=(80, 24)) as follower:
        assert "entry number 39" in follower.room
        await follower.press("up")
        seen = follower.room
        write(writer, "+one more")
        await follower.until(lambda: len(follower.screen.meeting.entries) == 41)
        assert follower.room == seen
        write(writer, "/next", "+elsewhere")
        await follower.until(lambda: "elsewhere" in follower.room)


@pytest.mark.parametrize("projector", [False, True])
async def test_restricted_words_entries_and_sections_are_never_shown(
    path: Path, writer: OpenMeeting, projector: bool
) -> None:
    write(writer, "+open [[plover]] words", "%+all about the merlin", "%!TR to count the dunlin by Friday")
    async with follow_app(path, projector=projector) as follower:
        assert "open [restricted] words" in follower.everything
        write(writer, "/section The curlew affair", "/restrict", "+of godwits")
        await follower.until(lambda: len(follower.screen.meeting.sections) == 4)
        for keys in ((), ("up",), ("ctrl+t",), ("pageup",)):
            await follower.press(*keys)
            shown = follower.everything
            assert not [bird for bird in ("plover", "merlin", "dunlin", "curlew", "godwit") if bird in shown]


async def test_restricted_words_are_shown_to_whoever_asks_but_never_in_the_large_view(
    path: Path, writer: OpenMeeting
) -> None:
    write(writer, "+open [[plover]] words", "%+all about the merlin")
    async with follow_app(path, internal=True) as follower:
        assert "open [[plover]] words" in follower.everything
        assert "all about the merlin" in follower.everything
        await follower.press("plus")
        assert "plover" not in follower.everything
        assert "merlin" not in follower.everything
        assert "open [restricted] words" in follower.everything


@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize("size", spread([(120, 36), (80, 24), (40, 12), (20, 5)], 4))
async def test_hostile_words_and_small_terminals_do_no_harm(
    path: Path, writer: OpenMeeting, size: tuple[int, int], projector: bool
) -> None:
    write(writer, f"/rename {HOSTILE}", f"+{HOSTILE}", f"?{HOSTILE * 20}", f"!{HOSTILE} @{HOSTILE} ^{HOSTILE}")
    async with follow_app(path, size=size, projector=projector) as follower:
        await follower.press("up", "down", "pageup", "escape", "plus", "pageup", "f1", "escape")
        assert not set(follower.everything) & set("\x1b\x07\u202e\x9b")


async def test_the_help_and_the_palette_know_the_following_screen(path: Path) -> None:
    async with follow_app(path) as follower:
        titles = [command.title for command in follower.app.offers(follower.screen)]
        assert "Open it for writing, once nobody has it open; on a server, ask for it" in titles
        assert "Undo typing, then the last change" not in titles
        await follower.press("f1")
        assert "Go back to where the meeting is" in follower.everything
        assert "Ctrl+Z" not in follower.everything


async def test_the_wheel_looks_around_too(path: Path, writer: OpenMeeting) -> None:
    write(writer, *(f"+entry number {number}" for number in range(60)))
    async with follow_app(path, size=(80, 24)) as follower:
        view = follower.screen.query_one("#log", SectionPane)
        view.scroll_to(y=3, animate=False, immediate=True)
        view._wheel_turned()
        await follower.pilot.pause()
        assert follower.screen.looking_elsewhere
        seen = follower.log
        write(writer, "+one more")
        await follower.until(lambda: len(follower.screen.meeting.entries) == 61)
        assert follower.log == seen
