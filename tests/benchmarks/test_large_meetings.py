"""What a key costs in a meeting of thousands of entries, and many lines entered at once."""

from __future__ import annotations

import time

import pytest
from textual.widgets import Input

from tests.benchmarks.quickness import in_yardsticks
from tests.meeting.room import AT, parish
from tests.meeting.test_search import many
from tests.terminal.test_ordered_keys import LineApp, send, until
from tui.meeting.capture.pasting import enter_lines
from tui.meeting.history.journal import Journal
from tui.meeting.model import Entry, Kind
from tui.meeting.search import Index


@pytest.mark.parametrize("typed", ["", "w", "wor", "cafe buoy", "??", "zebra", "o " * 90])
def test_a_key_costs_less_than_about_fifty_milliseconds_with_five_thousand_entries(typed: str) -> None:
    index = Index(many(5_000))
    assert in_yardsticks(lambda: index.search(typed)) < 40


def test_making_ready_to_search_five_thousand_entries_takes_little() -> None:
    meeting = many(5_000)
    assert in_yardsticks(lambda: Index(meeting)) < 100


@pytest.mark.parametrize("already", [0, 5_000])
def test_two_thousand_lines_take_less_than_about_two_seconds(already: int) -> None:
    entries = tuple(
        Entry(id=at + 1, section=1 + at % 4, kind=Kind.POINT, text=f"word {at}", captured=AT) for at in range(already)
    )
    sorts = ["?MT: a question of the day", ">NS: an answer of some words", "-a point", "!Clerk to write", "plain words"]
    lines = [f"{sorts[at % 5]} {at}" for at in range(2_000)]
    journal = Journal(meeting=parish(entries=entries))
    assert in_yardsticks(lambda: enter_lines(journal, lines, AT), rounds=2) < 1_500
    assert len(enter_lines(journal, lines, AT).entries) == 2_000


async def test_a_key_in_its_turn_costs_little_more_than_in_a_plain_app() -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        await pilot.press("a")
        line = app.screen.query_one(Input)
        began = time.process_time()
        send(app, *("b" for _ in range(300)))
        await until(lambda: len(line.value) == 301)
        # Measured: 0.8 ms with drawing; the bound is loose because machines are.
        assert (time.process_time() - began) / 300 < 0.01
