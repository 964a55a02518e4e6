"""What the capture line has learnt, and the interpreter's search for garbage, which must not hold up a key."""

from __future__ import annotations

import gc
from pathlib import Path

from tests.benchmarks.meetings import make_meeting
from tests.screens.live_app import live_app


async def test_what_was_learnt_is_not_looked_through_for_garbage_until_the_screen_is_gone(tmp_path: Path) -> None:
    gc.unfreeze()
    async with live_app(tmp_path, path=make_meeting(tmp_path, entries=300)) as live:
        while not gc.get_freeze_count():
            await live.pilot.pause(0.02)
        assert live.screen.suggesting.ready
        assert gc.get_freeze_count() > 1_000
        await live.type("?HM: and the lifeboat")
        assert live.entries[-1].text == "and the lifeboat"
    assert gc.get_freeze_count() == 0
