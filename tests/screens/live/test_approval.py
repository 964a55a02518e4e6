"""Approving and publishing from the live screen's palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from tests.commands.command_line import AGENDA
from tests.screens.live_app import AT, Live, live_app
from tui.book.meeting_file import read_meeting
from tui.meeting.approval.approving import approve
from tui.meeting.capture.capture import Outcome
from tui.meeting.model import Approval


async def choose(live: Live, words: str) -> None:
    """Choose a command in the palette, and wait until its dialog stands or its work is done."""
    await live.press("ctrl+p")
    await live.write(words)
    await live.press("enter")
    await live.pilot.pause()


async def settled(live: Live) -> None:
    await live.app.workers.wait_for_complete()
    await live.pilot.pause()


def field(live: Live) -> str:
    return live.app.screen.query_one(Input).value


def wrong(live: Live) -> str:
    return str(live.app.screen.query_one(".wrong", Static).render())


async def test_the_chair_is_proposed_and_enter_approves(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await choose(live, "approve these")
        assert field(live) == "Edith Marlowe"
        await live.press("enter")
        await settled(live)
        assert live.meeting.approval == Approval(by="Edith Marlowe", at=AT)
        assert "approved by Edith Marlowe on 7 May 2024" in live.reading
        assert live.app.opened.flush()
        assert read_meeting(live.app.opened.path).approval is not None


async def test_undo_takes_it_back_and_so_does_the_palette(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        for take_back in ("undo", "draft again"):
            await choose(live, "approve these")
            await live.press("enter")
            await settled(live)
            assert live.meeting.approval is not None
            if take_back == "undo":
                await live.press("ctrl+z")
            else:
                await choose(live, take_back)
            assert live.meeting.approval is None


async def test_what_stands_is_said_where_the_notes_are_approved_or_a_draft(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await choose(live, "draft again")
        assert "they are a draft" in str(live.app.screen.query_one(".hint", Static).render())
        await live.press("escape")
        await choose(live, "approve these")
        await live.press("enter")
        await settled(live)
        await choose(live, "approve these")
        assert "they were approved by Edith Marlowe" in str(live.app.screen.query_one(".hint", Static).render())


async def test_escape_approves_nothing_and_the_typed_line_stays(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.write("Half a li")
        await choose(live, "approve these")
        await live.press("escape")
        await settled(live)
        assert live.meeting.approval is None
        assert live.line.line == "Half a li"


async def test_nobody_cannot_approve(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await choose(live, "approve these")
        live.app.screen.query_one(Input).value = "  "
        await live.press("enter")
        assert wrong(live) == "say who approves them"


async def test_publishing_writes_the_set_with_the_last_line_in_it(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        await live.type("The rope is [[very]] dry")
        await choose(live, "publish")
        live.app.screen.query_one(Input).value = str(tmp_path / "www")
        await live.press("enter")
        await settled(live)
        assert "as a DRAFT" in live.reading
        assert "6 files" in live.reading
        [page] = (tmp_path / "www").glob("*.txt")
        assert "The rope is [restricted] dry" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["", "~nobody-of-that-name/www", "{book}", "/proc/www\x00", "x" * 300])
async def test_a_folder_that_cannot_be_is_refused_in_the_dialog(
    tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with live_app(tmp_path / "book") as live:
        await choose(live, "publish")
        live.app.screen.query_one(Input).value = folder.format(book=tmp_path / "book")
        await live.press("enter")
        assert wrong(live)
        await live.press("escape")
        await settled(live)
        assert live.line.has_focus


async def test_what_goes_wrong_while_publishing_is_said_in_the_line(tmp_path: Path) -> None:
    styles = tmp_path / "book" / "styles" / "narrative"
    styles.mkdir(parents=True)
    for fmt in ("html", "md", "txt"):
        (styles / f"notes.{fmt}.j2").write_text("{{ meeting.titel }}", encoding="utf-8")
    async with live_app(tmp_path / "book") as live:
        await live.type("+The harbour was closed")
        await choose(live, "publish")
        live.app.screen.query_one(Input).value = str(tmp_path / "www")
        await live.press("enter")
        await settled(live)
        assert "titel" in live.reading
        assert not (tmp_path / "www").exists()


async def test_hostile_words_are_shown_literally_and_harmlessly(tmp_path: Path) -> None:
    agenda = AGENDA.replace("Edith Marlowe\nRepeats", "[/] \x1b[31m\u202eEd [bold]\nRepeats")
    async with live_app(tmp_path, agenda) as live:
        await choose(live, "approve these")
        await live.press("enter")
        await settled(live)
        assert live.meeting.approval is not None
        assert "[/]" in live.reading
        assert not set("\x1b\u202e") & set(live.reading)


async def test_an_approved_meeting_says_so_and_that_the_first_change_is_an_amendment(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+The harbour was closed", "!TR to pay")
        approved = approve(live.screen.journal, Approval(by="Edith Marlowe", at=AT), AT)
        live.screen.change(lambda: Outcome(journal=approved, message="approve"))
        await live.pilot.pause()
        assert live.top.title.startswith("approved · ")
        await live.type("+And opened again")
        assert "printed as an amendment; Ctrl+Z takes it back" in live.reading
        await live.type("+And closed")
        assert "amendment" not in live.reading
        await live.press("ctrl+z", "ctrl+z")
        assert live.top.title.startswith("approved · ")
        await live.press("up", "+")
        assert "printed as an amendment" in live.reading
