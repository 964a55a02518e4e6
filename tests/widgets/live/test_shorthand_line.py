"""Shorthand is written out as it is typed, and one Backspace takes that back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tui.meeting.completion.shorthand import WrittenOut
from tui.widgets.live.shorthand_line import ShorthandLine

BOTH = WrittenOut("dscn", "", ("decision", "discussion"))


def stands_for(line: str) -> WrittenOut | None:
    last = line.rpartition(" ")[2]
    if last == "dscn":
        return BOTH
    words = {"mtg": "meeting", "govt": "government", "t": "the"}.get(last)
    return WrittenOut(last, words) if words else None


class _OneLine(App[None]):
    def compose(self) -> ComposeResult:
        line = ShorthandLine()
        line.stands_for = stands_for
        yield line


@asynccontextmanager
async def line_with(words: str = "") -> AsyncIterator[tuple[ShorthandLine, Pilot[None]]]:
    app = _OneLine()
    async with app.run_test() as pilot:
        line = app.query_one(ShorthandLine)
        line.load_line(words)
        yield line, pilot


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("space",), "a meeting "),
        (("comma",), "a meeting,"),
        (("s",), "a mtgs"),
        (("colon",), "a mtg:"),
        (("space", "backspace"), "a mtg "),
        (("space", "backspace", "o", "f", "space"), "a mtg of "),
        (("space", "o", "backspace"), "a meeting "),
        (("space", "left", "backspace"), "a meetin "),
        (("home", "x", "space"), "x a mtg"),
    ],
)
async def test_it_is_written_out_when_it_ends_and_is_taken_back_at_once(keys: tuple[str, ...], words: str) -> None:
    async with line_with("a mtg") as (line, pilot):
        await pilot.press(*keys)
        assert line.line == words


async def test_what_was_written_out_is_told_until_something_else_is_done() -> None:
    async with line_with("a mtg") as (line, pilot):
        assert line.written is None
        await pilot.press("space")
        assert line.written == WrittenOut("mtg", "meeting")
        await pilot.press("o")
        assert line.written is None


async def test_letters_typed_in_one_stroke_are_written_out_like_others_and_pasted_ones_are_not() -> None:
    async with line_with("t m") as (line, pilot):
        line.post_message(events.Key("t", "tg of t govt mtg "))
        await pilot.pause()
        assert line.line == "t meeting of the government meeting "
        await pilot.press("backspace")
        assert line.line == "t meeting of the government mtg "
        line.post_message(events.Paste("t mtg "))
        await pilot.pause()
        assert line.line.endswith("mtg t mtg ")


async def test_what_may_be_two_words_is_told_and_stays_as_it_is() -> None:
    async with line_with("a dscn") as (line, pilot):
        await pilot.press("space")
        assert (line.line, line.written) == ("a dscn ", BOTH)
        await pilot.press("backspace")
        assert (line.line, line.written) == ("a dscn", None)
        line.post_message(events.Key("t", " of t mtg dscn "))
        await pilot.pause()
        assert (line.line, line.written) == ("a dscn of the meeting dscn ", BOTH)


async def test_undo_gives_back_what_was_typed() -> None:
    async with line_with() as (line, pilot):
        await pilot.press("m", "t", "g", "space")
        line.undo_typing()
        assert line.line == "mtg"
