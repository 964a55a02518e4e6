"""Views of ready-made lines: what has not changed is not drawn again, and nothing is laid out twice."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot
from textual.strip import Strip

from tui.widgets.lists.lines import LinesView


class Lines(LinesView):
    """Lines that a test sets, and which of them were drawn."""

    DEFAULT_CSS = "Lines { height: 6; width: 20; }"

    def __init__(self) -> None:
        super().__init__()
        self.words: list[Content] = [Content(word) for word in ("quay", "crane", "shed")]
        self.chosen = -1
        self.drawn: list[int] = []
        self.widths: list[int] = []
        self.room_for: dict[int, int] = {}
        """How many lines there are for a width; all of them where it says nothing."""

    def make_lines(self, width: int) -> list[Content]:
        self.widths.append(width)
        return list(self.words[: self.room_for[width]] if width in self.room_for else self.words)

    def line_style(self, at: int) -> str:
        return "on $primary 30%" if at == self.chosen else ""

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return super().render_line(y)

    def shown(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.render_lines(self.size.region)]


class LinesApp(App[None]):
    """Nothing but the lines."""

    def compose(self) -> ComposeResult:
        yield Lines()


@asynccontextmanager
async def lines_shown() -> AsyncIterator[tuple[Pilot[None], Lines]]:
    app = LinesApp()
    async with app.run_test(size=(40, 12)) as pilot:
        lines = app.query_one(Lines)
        lines.remake()
        await pilot.pause()
        lines.shown()
        lines.drawn.clear()
        lines.widths.clear()
        yield pilot, lines


@pytest.mark.parametrize(
    ("change", "drawn"),
    [
        (lambda _: None, []),
        (lambda lines: lines.words.__setitem__(1, Content("winch")), [1]),
        (lambda lines: lines.words.__setitem__(2, Content.styled("shed", "bold")), [2]),
        (lambda lines: setattr(lines, "chosen", 0), [0]),
    ],
    ids=["nothing", "words", "their style", "the style under them"],
)
async def test_only_rows_that_changed_are_drawn_again(change: Callable[[Lines], None], drawn: list[int]) -> None:
    async with lines_shown() as (_, lines):
        change(lines)
        lines.remake()
        assert lines.shown()[:3] == [line.plain for line in lines.words]
        assert lines.drawn == drawn


async def test_lines_that_come_and_go_are_wrapped_beside_the_scroll_bar_at_once() -> None:
    async with lines_shown() as (pilot, lines):
        lines.words += [Content(str(at)) for at in range(9)]
        lines.remake()
        assert lines.widths == [20, 19]
        await pilot.pause()
        assert lines.widths == [20, 19], "nothing is made again once it was laid out"
        assert lines.shown() == ["quay", "crane", "shed", "0", "1", "2"]
        del lines.words[3:]
        lines.remake()
        await pilot.pause()
        assert lines.widths == [20, 19, 19, 20]
        assert lines.shown()[:4] == ["quay", "crane", "shed", ""]


async def test_rows_that_were_scrolled_into_sight_are_drawn() -> None:
    async with lines_shown() as (pilot, lines):
        lines.words += [Content(str(at)) for at in range(9)]
        lines.remake()
        lines.scroll_to(y=4, animate=False, immediate=True)
        lines.words[5] = Content("mole")
        lines.remake()
        await pilot.pause()
        assert lines.shown() == ["1", "mole", "3", "4", "5", "6"]


@pytest.mark.parametrize("before", [3, 9], ids=["none before", "one before"])
async def test_a_scroll_bar_beside_which_lines_fit_that_do_not_without_stays(before: int) -> None:
    async with lines_shown() as (pilot, lines):
        lines.words += [Content(str(at)) for at in range(before - 3)]
        lines.remake()
        await pilot.pause()
        lines.words = [Content(str(at)) for at in range(9)]
        lines.room_for = {20: 8, 19: 5}
        for _ in range(3):
            lines.remake()
            lines.widths.clear()
            await pilot.pause(0.1)
            assert lines.show_vertical_scrollbar
            assert lines.vertical_scrollbar.display
            assert lines.shown() == ["0", "1", "2", "3", "4", ""]
            assert lines.widths == [], "it is not made for ever"


async def test_a_window_that_comes_to_a_size_where_a_scroll_bar_is_needed_for_itself_stands_still() -> None:
    async with lines_shown() as (pilot, lines):
        lines.words = [Content(str(at)) for at in range(9)]
        lines.room_for = {20: 8, 19: 5, 29: 3, 30: 3}
        lines.styles.width = 30
        lines.remake()
        await pilot.pause(0.1)
        lines.styles.width = 20
        await pilot.pause(0.1)
        lines.widths.clear()
        await pilot.pause(0.1)
        assert lines.widths == []
        assert lines.shown()[:3] == ["0", "1", "2"]


async def test_lines_that_were_made_while_they_were_hidden_are_drawn_when_they_are_shown() -> None:
    async with lines_shown() as (pilot, lines):
        lines.display = False
        await pilot.pause(0.1)
        lines.words[1] = Content("winch")
        lines.remake()
        await pilot.pause(0.1)
        lines.display = True
        await pilot.pause(0.1)
        assert lines.shown()[:3] == ["quay", "winch", "shed"]
        drawn = "\n".join(strip.text for strip in lines.screen._compositor.render_strips())
        assert "winch" in drawn
        assert "crane" not in drawn
