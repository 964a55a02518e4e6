"""Words that no dictionary knows: marked in the log and the line, found by the check, fixed, learnt or left."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screens.live_app import Live, live_app, shown_in
from tests.spelling.small_dictionary import write_dictionary
from tui.screens.review.check import CheckScreen
from tui.spelling.dictionaries import WHERE
from tui.widgets.lists.check_list import CheckList

CHECK = "ctrl+right_square_bracket"


@pytest.fixture(autouse=True)
def _dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WHERE, str(write_dictionary(tmp_path / "dictionaries")))


def underlined(live: Live) -> list[str]:
    """Give what is underlined in the log."""
    view = live.screen.log_view
    return [
        line.plain[span.start : span.end] for line in view._lines for span in line.spans if span.style == "underline"
    ]


def underlined_in_line(live: Live) -> list[str]:
    text = live.line.get_line(0)
    return [text.plain[span.start : span.end] for span in text.spans if span.style == "underline"]


async def until(live: Live, holds: Callable[[], bool]) -> None:
    for _ in range(500):
        await live.pilot.pause()
        if holds():
            return
        await asyncio.sleep(0.02)
    pytest.fail("what was waited for did not come", pytrace=False)


def spelt(live: Live) -> list[str]:
    screen = live.app.screen
    assert isinstance(screen, CheckScreen)
    lines = [" ".join(line.split()) for line in shown_in(screen.query_one(CheckList)).splitlines() if line.strip()]
    return lines[next((at for at, line in enumerate(lines) if line.startswith("Spelling")), len(lines)) :]


async def test_unknown_words_are_underlined_in_the_log_and_the_line(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        await live.type("The committee recieved that", "the boat was repiared, the Zzyzx")
        await until(live, lambda: underlined(live) == ["recieved", "repiared"])
        live.line.insert_words("the comittee")
        await live.pilot.pause()
        assert underlined_in_line(live) == []
        live.line.insert_words(" agreed")
        await until(live, lambda: underlined_in_line(live) == ["comittee"])


async def test_the_check_fixes_learns_or_leaves_them(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        await live.type("the boat was recieved", "the bollard and the boat were repiared", "the bollard was that")
        await until(live, lambda: len(underlined(live)) == 4)
        await live.press(CHECK, "end")
        assert len(spelt(live)) == 5
        await live.press("a")
        assert len(spelt(live)) == 3
        assert (live.screen.opened.path.parent / "styles" / "words.txt").read_text(encoding="utf-8") == "bollard\n"
        await live.press("end", "w")
        assert len(spelt(live)) == 2
        await live.press("end", "f")
        assert spelt(live) == []
        await live.press("escape")
        assert live.entries[0].text == "the boat was received"
        assert underlined(live) == []


async def test_a_word_that_is_restricted_is_neither_found_nor_learnt(tmp_path: Path) -> None:
    async with live_app(tmp_path / "book") as live:
        await live.type("%the bollard was repiared", "the [[bollard]] was recieved")
        await until(live, lambda: underlined(live) == ["recieved"])
        await live.press(CHECK, "end")
        assert len(spelt(live)) == 2
        await live.press("a")
        assert (live.screen.opened.path.parent / "styles" / "words.txt").read_text(encoding="utf-8") == "recieved\n"
