"""What is offered is accepted with one key, and the space after it gives way to what is typed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tui.widgets.live.capture_line import CaptureLine


class _OneLine(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.submitted: list[str] = []

    def on_capture_line_submitted(self, event: CaptureLine.Submitted) -> None:
        self.submitted.append(event.line)

    def compose(self) -> ComposeResult:
        yield CaptureLine()


@asynccontextmanager
async def typed(words: str) -> AsyncIterator[tuple[CaptureLine, Pilot[None]]]:
    app = _OneLine()
    async with app.run_test() as pilot:
        line = app.query_one(CaptureLine)
        line.load_line(words)
        yield line, pilot


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ((), "the moorings "),
        (("space", "a", "t"), "the moorings at"),
        (("a", "t"), "the moorings at"),
        (("full_stop",), "the moorings."),
        (("comma", "space", "a"), "the moorings, a"),
        (("right_parenthesis",), "the moorings)"),
        (("apostrophe", "s"), "the moorings's"),
        (("space", "space"), "the moorings  "),
        (("backspace", "h"), "the mooringsh"),
        (("left", "full_stop"), "the moorings. "),
        (("minus",), "the moorings -"),
    ],
)
async def test_the_space_after_what_was_accepted_is_as_if_it_had_been_typed(keys: tuple[str, ...], line: str) -> None:
    async with typed("the moor") as (capture_line, pilot):
        capture_line.accept("ings")
        await pilot.press(*keys)
        assert capture_line.line == line


async def test_letters_typed_in_one_stroke_find_the_space_there() -> None:
    async with typed("the moor") as (capture_line, _):
        capture_line.accept("ings")
        capture_line.insert_words(" at the quay")
        assert capture_line.line == "the moorings at the quay"


async def test_a_line_ends_without_the_space_that_nobody_typed() -> None:
    async with typed("the moor") as (capture_line, pilot):
        capture_line.accept("ings")
        await pilot.press("enter")
        app = capture_line.app
        assert isinstance(app, _OneLine)
        assert app.submitted == ["the moorings"]


async def test_nothing_follows_what_ends_in_punctuation() -> None:
    async with typed("it was ") as (capture_line, pilot):
        capture_line.accept("agreed.")
        await pilot.press("x")
        assert capture_line.line == "it was agreed.x"


async def test_one_undo_takes_back_what_was_accepted_with_its_space() -> None:
    async with typed("the moor") as (capture_line, _):
        capture_line.accept("ings")
        capture_line.undo_typing()
        assert capture_line.line == "the moor"


@pytest.mark.parametrize(
    ("key", "line"), [("right", "the moorings are let "), ("ctrl+right", "the moorings "), ("end", "the moor")]
)
async def test_right_accepts_all_and_with_ctrl_the_next_word(key: str, line: str) -> None:
    async with typed("the moor") as (capture_line, pilot):
        capture_line.suggestion = "ings are let"
        await pilot.press(key)
        assert capture_line.line == line
