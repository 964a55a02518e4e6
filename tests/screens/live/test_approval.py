"""Approving and publishing from the live screen's palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from tests.commands.command_line import AGENDA
from tests.screens.live_app import AT, Live, live_app
from tui.book.house import ASK, keep_choice
from tui.book.keeping.verifying import verify
from tui.book.meeting_file import read_journal, read_meeting
from tui.meeting.approval.amendments import amendments
from tui.meeting.approval.approving import approve
from tui.meeting.capture.capture import Outcome
from tui.meeting.model import Approval
from tui.screens.dialogs.one_question import OneQuestion


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
        assert "Approved by Edith Marlowe on 7 May 2024" in live.reading
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


@pytest.mark.parametrize("columns", [120, 80, 40])
async def test_the_head_says_that_notes_are_approved_at_every_width(tmp_path: Path, columns: int) -> None:
    async with live_app(tmp_path, size=(columns, 24)) as live:
        await live.type("+The harbour was closed")
        await settled(live)
        approved = approve(live.screen.journal, Approval(by="Edith Marlowe", at=AT), AT)
        live.screen.change(lambda: Outcome(journal=approved, message="approve"))
        await settled(live)
        assert live.top.render().plain.startswith("approved ")
        assert "1. Matt" in live.top.render().plain


async def sealable(live: Live) -> None:
    await live.type("+The zqcorrected harbour was closed", "s/zqcorrected/old/")
    await choose(live, "approve these")
    await live.press("enter")
    await settled(live)


async def settled_dialog(live: Live) -> None:
    for _ in range(400):
        shown = live.app.screen.query(".title") if isinstance(live.app.screen, OneQuestion) else ()
        if any("Give up" in str(title.render()) for title in shown):
            return
        await live.pilot.pause(0.01)
    raise AssertionError(live.app.screen)


def below(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


async def test_the_palette_seals_approved_minutes_once_the_word_for_it_is_typed(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await sealable(live)
        await live.write("half a zqtyped li")
        await choose(live, "seal the approved")
        await settled_dialog(live)
        await live.press("enter")
        assert "type seal" in wrong(live)
        assert b"zqcorrected" in below(tmp_path)
        await live.write("seal")
        await live.press("enter")
        await settled(live)
        assert "sealed: what was corrected" in live.reading
        assert b"zqcorrected" not in below(tmp_path)
        assert live.line.line == "half a zqtyped li"
        assert live.top.state.startswith("saved")
        await live.press("ctrl+z")
        assert live.entries[-1].text == "The old harbour was closed"
        await live.type("", "+And opened again")
        assert "printed as an amendment" in live.reading
        assert live.app.opened.flush()
    stored = read_journal(live.app.opened.path)
    assert stored.meeting == live.meeting
    assert len(amendments(stored)) == 1
    assert b"zqcorrected" not in below(tmp_path)
    assert [bool(link.sealed) for link in verify(live.app.opened.path).links].count(True) == 1


async def test_why_minutes_cannot_be_sealed_is_said_in_the_palette(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await choose(live, "seal the approved")
        assert "not approved" in str(live.app.screen.query_one(".hint", Static).render())
        await live.press("escape")
        await sealable(live)
        await live.type("+An afterthought")
        await choose(live, "seal the approved")
        assert "amended" in str(live.app.screen.query_one(".hint", Static).render())


@pytest.mark.parametrize("answer", ["seal", "escape"])
async def test_after_an_approval_the_seal_is_offered_where_the_house_asks_for_it(tmp_path: Path, answer: str) -> None:
    async with live_app(tmp_path) as live:
        keep_choice(tmp_path, live.meeting, sealing=ASK)
        await live.type("+The zqcorrected harbour was closed", "s/zqcorrected/old/")
        await choose(live, "approve these")
        await live.press("enter")
        await settled_dialog(live)
        if answer == "seal":
            await live.write("Seal")
            await live.press("enter")
        else:
            await live.press("escape")
        await settled(live)
        assert "Approved by Edith Marlowe" in live.reading
        assert ("not sealed" in live.reading) is (answer == "escape")
        assert live.app.opened.flush()
        assert (b"zqcorrected" in below(tmp_path)) is (answer == "escape")
