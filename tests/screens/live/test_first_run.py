"""The first run: six lines of how to capture in the empty log, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.live_app import live_app
from tui.config.state import Remembered, recall, remember
from tui.screens.live.first_run import how_to_capture


@pytest.fixture
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the state folder of somebody who never ran the program."""
    folder = tmp_path / "state" / "minutebook"
    monkeypatch.setenv("MINUTEBOOK_STATE", str(folder))
    return folder


def test_there_are_six_lines() -> None:
    assert len(how_to_capture(str)) == 6


@pytest.mark.parametrize("size", [(40, 15), (80, 24)])
async def test_a_newcomer_is_told_how_to_capture_until_the_first_entry(
    newcomer: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with live_app(tmp_path, size=size) as live:
        assert "Type what is said and press Enter" in " ".join(live.log.split())
        await live.write("half a line")
        await live.press("ctrl+n")
        assert "Type what is said" in live.log
        await live.press("enter")
        assert "Type what is said" not in live.log
        await live.press("ctrl+n")
        assert "Type what is said" not in live.log


async def test_it_is_never_told_again(newcomer: Path, tmp_path: Path) -> None:
    async with live_app(tmp_path / "one") as live:
        assert "Type what is said" in live.log
    assert recall().welcomed
    async with live_app(tmp_path / "two") as live:
        assert live.log.strip() == ""


async def test_a_state_folder_that_takes_nothing_is_no_matter(newcomer: Path, tmp_path: Path) -> None:
    newcomer.parent.mkdir()
    newcomer.write_text("a file where the folder should be")
    async with live_app(tmp_path) as live:
        await live.type("One")
        assert [e.text for e in live.entries] == ["One"]
    assert recall() == Remembered()


async def test_without_a_place_for_it_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_STATE", "")
    async with live_app(tmp_path) as live:
        assert live.log.strip() == ""


def test_one_thing_remembered_leaves_the_others(newcomer: Path) -> None:
    remember(welcomed=True)
    remember(theme="light", instead_of="dark")
    assert recall() == Remembered(welcomed=True, theme="light", instead_of="dark")
    assert [path.name for path in newcomer.iterdir()] == ["remembered.json"]
