"""The colours of the themes on a terminal of 256: greys stay greys, told apart as they are in all colours."""

from __future__ import annotations

import pytest
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor
from textual.theme import Theme

from tui.terminal.nearest_colours import NearestColours, nearest
from tui.widgets.themes import THEMES

_BLACK = TextualColor(0, 0, 0)


def _number(colour: str) -> int:
    return nearest(*Color.parse(colour).get_truecolor())


def test_what_lies_under_the_words_is_grey_and_each_grey_another() -> None:
    under = [_number(colour) for colour in ("#16191e", "#262b34", "#344251")]
    assert all(232 <= number <= 255 for number in under)
    assert len(set(under)) == 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_ink_stays_readable_on_its_ground(theme: Theme) -> None:
    ground = TextualColor(*Color.from_ansi(_number(theme.background or "")).get_truecolor())
    for name, colour in theme.variables.items():
        if name.startswith("text") and name != "text-disabled":
            ink = TextualColor(*Color.from_ansi(_number(colour)).get_truecolor())
            assert _ratio(ink, ground) >= 4.5, name


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_of_16_colours_every_ink_is_readable_on_every_ground(theme: Theme) -> None:
    for under in filter(None, (theme.background, theme.panel, theme.variables["block-cursor-background"])):
        for name, colour in theme.variables.items():
            if name.startswith("text") and name != "text-disabled":
                segments = NearestColours(few=True).apply([Segment("a", Style(color=colour, bgcolor=under))], _BLACK)
                shown = segments[0].style
                assert shown is not None
                assert shown.color is not None
                assert shown.bgcolor is not None
                pair = (TextualColor(*one.get_truecolor()) for one in (shown.color, shown.bgcolor))
                assert _ratio(*pair) >= 4.5, name


def _ratio(one: TextualColor, other: TextualColor) -> float:
    def light(colour: TextualColor) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_colours_come_from_the_palette_and_what_is_none_stays() -> None:
    segments = [Segment("a", Style.parse("bold #a5c8ea on #262b34")), Segment("b"), Segment("c", Style.parse("red"))]
    shown = NearestColours().apply(segments, TextualColor(0, 0, 0))
    assert shown[0].style == Style(bold=True, color=Color.from_ansi(152), bgcolor=Color.from_ansi(236))
    assert [one.style for one in shown[1:]] == [None, Style.parse("red")]
