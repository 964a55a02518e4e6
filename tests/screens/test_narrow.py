"""However narrow or low the terminal becomes, the program goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.live_app import live_app
from tests.screens.test_random_typist import CAPTURED, PLACES


@pytest.mark.parametrize(
    "place", [pytest.param(place, marks=pytest.mark.long if at % 4 else ()) for at, place in enumerate(PLACES)]
)
async def test_every_screen_stands_in_a_few_cells_and_is_back_when_there_is_room(tmp_path: Path, place: str) -> None:
    async with live_app(tmp_path) as live:
        await live.type(*CAPTURED)
        await live.press(*PLACES[place])
        for size in ((8, 10), (6, 10), (3, 4), (1, 1), (12, 2), (120, 36)):
            await live.pilot.resize_terminal(*size)
            await live.pilot.pause()
        assert live.app.is_running
        await live.press("escape", "escape", "escape")
        assert live.entries
