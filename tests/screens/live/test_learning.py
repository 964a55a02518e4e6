"""What the capture line has learnt, and what must not hold up a key: the search for garbage, drawing more than it."""

from __future__ import annotations

import gc
from pathlib import Path
from unittest.mock import patch

from msgspec.structs import replace
from textual.geometry import Region
from textual.widget import Widget

from tests.benchmarks.meetings import make_meeting
from tests.screens.live_app import live_app
from tui.book.house_style import keep_phrases


async def test_what_was_learnt_is_not_looked_through_for_garbage_until_the_screen_is_gone(tmp_path: Path) -> None:
    gc.unfreeze()
    async with live_app(tmp_path, path=make_meeting(tmp_path, entries=300)) as live:
        while not (live.screen.suggesting.ready and gc.get_freeze_count()):
            await live.pilot.pause(0.02)
        assert gc.get_freeze_count() > 1_000
        await live.type("?HM: and the lifeboat")
        assert live.entries[-1].text == "and the lifeboat"
    assert gc.get_freeze_count() == 0


async def test_shorthand_is_written_out_and_told_unless_the_user_wants_none(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        while not live.screen.suggesting.ready:
            await live.pilot.pause(0.02)
        await live.press(*"the", "space", *"mtg", "space")
        assert live.line.line == "the meeting "
        assert live.reading == "mtg → meeting; Backspace leaves it as typed"
        await live.press(*"n")
        assert "mtg" not in live.reading
        live.app.settings = replace(live.app.settings, shorthand=False)
        await live.press("space", *"mtg", "space")
        assert live.line.line == "the meeting n mtg "


async def test_a_phrase_of_the_book_is_written_out_by_its_name(tmp_path: Path) -> None:
    keep_phrases(tmp_path, {"psa": "The Chair sought assurance that"})
    async with live_app(tmp_path) as live:
        while not live.screen.suggesting.ready:
            await live.pilot.pause(0.02)
        await live.press("question_mark", "semicolon", *"psa", "space")
        assert live.line.line == "?The Chair sought assurance that "
        await live.press("backspace")
        assert live.line.line == "?;psa "


async def test_a_letter_draws_the_line_it_is_typed_in_and_nothing_else(tmp_path: Path) -> None:
    async with live_app(tmp_path, path=make_meeting(tmp_path, entries=300)) as live:
        while not live.screen.suggesting.ready:
            await live.pilot.pause(0.02)
        await live.press("z")
        await live.pilot.pause()
        drawn: list[Widget] = []
        refresh = Widget.refresh

        def noted(widget: Widget, *regions: Region, **how: bool) -> Widget:
            drawn.append(widget)
            return refresh(widget, *regions, **how)

        with patch.object(Widget, "refresh", noted):
            await live.press("q")
            await live.pilot.pause()
        assert live.line.line == "zq"
        assert set(drawn) == {live.line}
