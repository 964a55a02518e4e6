"""A long log when it is first drawn: only the entries in sight are wrapped before the screen stands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from unittest.mock import Mock

import pytest
from msgspec.structs import replace
from textual.app import App, ComposeResult

from tests.benchmarks.meetings import make_journal
from tests.screens.live_app import shown_in
from tui.meeting.model import Entry
from tui.widgets.live import log_view
from tui.widgets.live.log_view import LogView

ENTRIES = make_journal(200).meeting.entries


class LogApp(App[None]):
    """Nothing but a log."""

    def compose(self) -> ComposeResult:
        yield LogView(id="log")


@pytest.fixture(autouse=True)
def _never_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave it to the test when the rest is wrapped."""
    monkeypatch.setattr(log_view, "_SOON", 3600)


@asynccontextmanager
async def long_log() -> AsyncIterator[LogView]:
    app = LogApp()
    async with app.run_test(size=(80, 24)) as pilot:
        log = app.query_one(LogView)
        log.show(ENTRIES)
        await pilot.pause()
        yield log


async def test_the_end_is_in_sight_before_the_beginning_is_wrapped() -> None:
    async with long_log() as log:
        assert "(198)" in shown_in(log)
        assert log.virtual_size.height < len(ENTRIES)


async def test_nothing_in_sight_moves_when_the_rest_is_wrapped() -> None:
    async with long_log() as log:
        before = shown_in(log)
        log.wrap_rest()
        assert shown_in(log) == before
        assert log.virtual_size.height > len(ENTRIES)
        log.scroll_home(animate=False, immediate=True)
        assert "(0)" in shown_in(log)


async def test_nothing_moves_under_the_wheel_either() -> None:
    async with long_log() as log:
        log.scroll_to(y=log.max_scroll_y - 5, animate=False, immediate=True)
        before = shown_in(log)
        assert "(198)" not in before
        log.wrap_rest()
        assert shown_in(log) == before


async def test_an_entry_that_is_not_wrapped_yet_can_be_selected_at_once() -> None:
    async with long_log() as log:
        log.selected = ENTRIES[3].id
        assert "(3)" in shown_in(log)


async def test_an_entry_that_is_not_wrapped_yet_comes_into_sight_when_it_is_looked_for() -> None:
    async with long_log() as log:
        log.bring_into_sight(ENTRIES[3].id)
        assert "(3)" in shown_in(log)


async def test_what_is_captured_meanwhile_stands_at_the_end() -> None:
    async with long_log() as log:
        log.show(make_journal(201).meeting.entries)
        before = shown_in(log)
        assert "(200)" in before
        log.wrap_rest()
        assert shown_in(log) == before


async def test_entries_of_a_section_that_was_shown_before_are_not_wrapped_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrapped = Mock(side_effect=log_view.lines_of)
    monkeypatch.setattr(log_view, "lines_of", wrapped)
    async with LogApp().run_test(size=(80, 24)) as pilot:
        log = pilot.app.query_one(LogView)

        async def show(*entries: Entry) -> None:
            log.show(entries)
            await pilot.pause()

        await show(*ENTRIES)
        log.wrap_rest()
        await show()
        await show(*ENTRIES)
        first = wrapped.call_count
        assert first >= len(ENTRIES)
        await show()
        await show(*ENTRIES)
        assert "(198)" in shown_in(log)
        assert wrapped.call_count == first
        await show(*ENTRIES[:-1], replace(ENTRIES[-1], text="other words"))
        assert "other words" in shown_in(log)
        assert wrapped.call_count == first + 1
