"""From the close to the readers: each step asked for, skipped, left, and gone on with."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from tests.screens.live_app import Live, live_app
from tui.book.house import house_choice
from tui.book.meeting_file import read_meeting
from tui.screens.dialogs.closing_step import ClosingStep
from tui.screens.dialogs.house_page import HousePage

LINES = (
    "/person Edith Marlowe = Edith Marlowe em@example.org",
    "!HM to mend the slip by Friday",
    "+The rope is ?? metres",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "Documents").mkdir(parents=True)
    return tmp_path / "home"


async def step(live: Live) -> ClosingStep:
    """Wait for the next step's question."""
    for _ in range(400):
        if isinstance(live.app.screen, ClosingStep) and live.app.screen.query(".hint"):
            return live.app.screen
        await live.pilot.pause(0.01)
    raise AssertionError(f"no step is asked: {live.app.screen}, {live.reading}")


async def asked(live: Live, *keys: str) -> str:
    """Press keys, and return where the next question says that one is."""
    before = live.app.screen
    await live.press(*keys)
    for _ in range(400):
        if live.app.screen is not before and isinstance(live.app.screen, ClosingStep):
            break
        await live.pilot.pause(0.01)
    return str((await step(live)).query_one("#where", Static).render())


async def said(live: Live, words: str) -> None:
    for _ in range(800):
        if words in live.reading:
            return
        await live.pilot.pause(0.01)
    raise AssertionError(live.reading)


@pytest.mark.long
async def test_the_steps_lead_from_the_close_to_a_published_set_with_mail_drafts(tmp_path: Path, home: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        await live.type(*LINES, "/close")
        await step(live)
        assert "1 of 5  ▸ REVIEW" in str(live.app.screen.query_one("#where", Static).render())
        assert "▸ GAPS AND CHECK" in await asked(live, "enter")
        assert all(entry.action is None or entry.action.agreed for entry in live.entries)
        await live.write("40")
        assert "▸ GAPS AND CHECK" in await asked(live, "enter")
        assert live.entries[-1].text == "The rope is 40 metres"
        assert "▸ APPROVAL" in await asked(live, "ctrl+n")
        assert live.app.screen.query_one(Input).value == "Edith Marlowe"
        assert "▸ PUBLISHING" in await asked(live, "enter")
        folder = Path(live.app.screen.query_one(Input).value)
        assert folder.parent == home / "Documents"
        assert "▸ MAIL" in await asked(live, "enter")
        await live.press("enter")
        await said(live, "mail drafts in")
        assert "later, by /close: gaps and check" in live.reading
        assert (folder / "manifest.json").is_file()
        drafts = sorted(one.name for one in folder.with_name(f"{folder.name}-mail").iterdir())
        assert any(name.endswith("-notes.eml") for name in drafts)
        assert house_choice(tmp_path / "book", live.meeting).folder == str(home / "Documents")
        assert live.meeting.approval is not None


async def test_a_step_is_skipped_or_left_and_gone_on_with_after_a_restart(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        await live.type(*LINES, "/close")
        await step(live)
        assert "▸ GAPS AND CHECK" in await asked(live, "ctrl+n")
        await live.press("escape")
        await said(live, "left at 2 of 5, gaps and check: /close goes on there")
        assert live.app.opened.flush()
        path = live.app.opened.path
    assert not read_meeting(path).published
    async with live_app(tmp_path / "book", path=path) as live:
        assert "/close goes on" in live.reading
        await live.type("/close")
        where = str((await step(live)).query_one("#where", Static).render())
        assert "– review" in where
        assert "▸ GAPS AND CHECK" in where
        assert "▸ GAPS AND CHECK" in await asked(live, "ctrl+n")
        assert "▸ APPROVAL" in await asked(live, "ctrl+n")
        assert live.meeting.closing == ("review", "gaps and check")
        assert "▸ PUBLISHING" in await asked(live, "ctrl+n")


async def test_the_houses_choice_is_changed_from_the_publishing_step_which_is_asked_again(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        await live.type(*LINES[:1], "/close")
        assert "▸ APPROVAL" in await asked(live, "ctrl+n")
        assert "▸ PUBLISHING" in await asked(live, "ctrl+n")
        assert "in the style narrative" in str(live.app.screen.query_one(".body", Static).render())
        await live.press("tab")
        assert isinstance(live.app.screen, HousePage)
        await live.write("formal")
        assert "▸ PUBLISHING" in await asked(live, "enter", "escape")
        assert "in the style formal" in str((await step(live)).query_one(".body", Static).render())


@pytest.mark.long
async def test_the_notes_go_to_the_chair_instead_and_the_steps_go_on(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        await live.type(*LINES[:1], "/close")
        assert "▸ APPROVAL" in await asked(live, "ctrl+n")
        assert "▸ PUBLISHING" in await asked(live, "tab")
        [draft] = tmp_path.rglob("*.eml")
        assert b"em@example.org" in draft.read_bytes()
        assert live.meeting.approval is None
        assert "DRAFT" in str(live.app.screen.query_one(".body", Static).render())
        await live.press("escape")
        await said(live, "to the chair: ")
        await live.type("/close")
        await step(live)
        assert "– approval" in str(live.app.screen.query_one("#where", Static).render())


async def test_the_review_is_gone_through_from_its_step_and_the_next_one_follows(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        await live.type(*LINES, "/close")
        await step(live)
        await live.press("tab")
        await live.press("enter", "y")
        assert "▸ GAPS AND CHECK" in await asked(live, "f8")
        assert [entry.action.agreed for entry in live.entries if entry.action] == [True]


async def test_enter_on_an_empty_line_begins_no_close(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("-one", "", "+two")
        assert [entry.text for entry in live.entries] == ["one", "two"]


async def test_where_one_is_stands_in_one_line_on_a_small_terminal(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book", size=(80, 24)) as live:
        await live.type(*LINES[:2], "/close")
        assert (await step(live)).query_one("#where", Static).size.height == 1
