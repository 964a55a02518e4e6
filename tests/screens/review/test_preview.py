"""The preview of the notes: choosing, searching, going to an entry and back, writing a file."""

from __future__ import annotations

import asyncio
from errno import ENOSPC
from pathlib import Path
from threading import Event

import pytest
from docx import Document

from tests.book.samples import PATIENCE
from tests.screens.live_app import Live, live_app, shown_in
from tui.book.disk import atomic_write
from tui.book.house import house_choice
from tui.screens.live.live import LiveScreen
from tui.screens.review.preview import PreviewScreen
from tui.widgets.lists.notes_view import NotesView
from tui.widgets.live.log_view import LogView

LINES = (
    "/start",
    "+The gangway was *repaired* in March.",
    "!TR to ask for a second price ^June meeting",
    "/next",
    "?HM: who pays for the buoys",
    ">TR: the [[insurer of the Merry Maid]], it is hoped.",
)


def notes(live: Live) -> str:
    return shown_in(live.app.screen.query_one(NotesView))


def said(live: Live) -> str:
    return str(live.app.screen.query_one("#said").render())


async def opened(live: Live, *keys: str) -> PreviewScreen:
    await live.type(*LINES)
    await live.press("f9", *keys)
    screen = live.app.screen
    assert isinstance(screen, PreviewScreen)
    return screen


async def settle(live: Live) -> None:
    await live.app.workers.wait_for_complete()
    await live.pilot.pause()


async def test_f9_shows_the_notes_as_they_would_print_now(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await opened(live)
        await settle(live)
        assert "The gangway was repaired in March." in notes(live)
        await live.press("escape")
        await live.write("typed")
        assert live.line.line == "typed"


async def test_keys_choose_style_and_format_and_the_notes_follow(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        screen = await opened(live)
        await settle(live)
        await live.press("tab")
        await settle(live)
        assert screen.looked.fmt == "md"
        assert "*repaired*" in notes(live)
        await live.press("right")
        await settle(live)
        assert screen.looked.style != "narrative"
        before = notes(live)
        await live.press("left")
        await settle(live)
        assert screen.looked.style == "narrative"
        assert notes(live) != before


async def test_the_public_version_comes_first_and_v_shows_the_internal_one(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await opened(live)
        await settle(live)
        await live.press("end")
        assert "who pays for the buoys" in notes(live)
        assert "insurer" not in notes(live)
        await live.press("v")
        await settle(live)
        await live.press("end")
        assert "insurer of the Merry Maid" in notes(live)


async def test_enter_goes_to_the_entry_and_f9_comes_back_to_its_place(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        screen = await opened(live)
        await settle(live)
        await live.press("slash")
        await live.write("second price")
        await live.press("enter")
        place = screen.notes.at
        await live.press("enter")
        log = live.screen.query_one(LogView)
        assert log.has_focus
        assert log.selected == live.entries[1].id
        assert "second price" in live.log
        await live.press("f9")
        await settle(live)
        again = live.app.screen
        assert isinstance(again, PreviewScreen)
        assert again.notes.at == place


async def test_search_counts_goes_on_and_comes_round(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        screen = await opened(live)
        await settle(live)
        await live.press("slash")
        await live.write("treasurer")
        await live.press("enter")
        count = int(said(live).split(" of ")[1].split()[0])
        first = screen.notes.at
        await live.press(*["n"] * count)
        assert screen.notes.at == first
        await live.press("slash")
        await live.write("periwinkle")
        await live.press("enter")
        assert said(live) == "“periwinkle” is not in the notes"


async def test_keys_typed_while_the_notes_are_rendered_wait_for_them(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type(*LINES)
        await live.press("f9", "slash", *"gangway", "enter", "enter")
        await settle(live)
        assert live.screen.query_one(LogView).selected == live.entries[0].id


@pytest.mark.parametrize("fmt", ["txt", "docx"])
async def test_w_writes_the_file_and_asks_before_writing_over_one(tmp_path: Path, fmt: str) -> None:
    async with live_app(tmp_path / "book") as live:
        screen = await opened(live)
        await settle(live)
        while screen.looked.fmt != fmt:
            await live.press("tab")
            await settle(live)
        await live.press("w", "enter")
        await settle(live)
        path = live.app.opened.path.with_suffix(f".{fmt}")
        words = (
            path.read_text(encoding="utf-8")
            if fmt == "txt"
            else "\n".join(p.text for p in Document(str(path)).paragraphs)
        )
        assert "The gangway was repaired in March." in words
        assert "insurer" not in words
        path.write_text("kept", encoding="utf-8")
        await live.press("w", "enter")
        assert path.read_text(encoding="utf-8") == "kept"
        await live.press("enter")
        await settle(live)
        assert path.stat().st_size > 100


@pytest.mark.parametrize("fault", ["", "the disk is full"])
async def test_what_came_of_writing_is_said_where_the_preview_was_left_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    go_on = Event()
    replace_file = atomic_write.replace_file

    def slow(path: Path, content: bytes) -> None:
        assert go_on.wait(PATIENCE)
        if fault:
            raise OSError(ENOSPC, "No space left on device")
        replace_file(path, content)

    monkeypatch.setattr(atomic_write, "replace_file", slow)
    async with live_app(tmp_path / "book") as live:
        await opened(live)
        await settle(live)
        await live.press("w", "enter", "escape")
        assert isinstance(live.app.screen, LiveScreen)
        go_on.set()
        async with asyncio.timeout(PATIENCE):
            while not live.app._notifications:
                await live.pilot.pause(0.01)
        (told,) = live.app._notifications
        assert (fault or "the public notes are in") in told.message
        assert told.severity == ("error" if fault else "information")


async def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        await opened(live)
        await settle(live)
        await live.press("w", "ctrl+u")
        await live.write(str(tmp_path / "nowhere" / "notes.txt"))
        await live.press("enter")
        await settle(live)
        assert "the folder is gone" in said(live)


async def test_a_template_that_cannot_be_used_says_why_and_the_next_style_works(tmp_path: Path) -> None:
    broken = tmp_path / "book" / "styles" / "zz-broken"
    broken.mkdir(parents=True)
    (broken / "notes.txt.j2").write_text("{{ meeting.titel }}", encoding="utf-8")
    async with live_app(tmp_path / "book") as live:
        screen = await opened(live)
        await settle(live)
        while screen.looked.style != "zz-broken":
            await live.press("right")
            await settle(live)
        assert "titel" in said(live)
        assert "did you mean 'title'" in said(live)
        await live.press("right")
        await settle(live)
        assert "gangway" in notes(live) or "second price" in notes(live)


async def test_the_style_that_was_chosen_is_there_the_next_time_the_program_runs(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        screen = await opened(live)
        await settle(live)
        await live.press("right")
        await settle(live)
        chosen = screen.looked.style
        kept = house_choice(live.app.opened.path.parent, screen.meeting).style
    assert chosen not in ("", "narrative")
    assert kept == chosen
