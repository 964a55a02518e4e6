"""The theme's colours on terminals of 256 or 16: the nearest of them, and a grey for what is nearly grey.

Rich, which chooses otherwise, makes the dark greys of panels and of what is chosen navy blue, or black like the rest.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor
from textual.filter import LineFilter

_LEVELS = (0, 95, 135, 175, 215, 255)
_CUBE = {16 + place: levels for place, levels in enumerate(product(_LEVELS, repeat=3))}
_GREYS = {232 + step: (8 + 10 * step,) * 3 for step in range(24)} | {16: (0, 0, 0), 231: (255, 255, 255)}
_NEARLY_GREY = 34
"""How far apart red, green and blue may be in what is shown as grey."""
_DARK = 100
"""What is darker has no colour of its own in a palette whose levels begin at 95."""


class NearestColours(LineFilter):
    """Turns every colour into one of the 256 that terminals agree on, or of 16 that can be read on any other."""

    def __init__(self, *, few: bool = False) -> None:
        super().__init__()
        self._in_palette = _in_few if few else _in_palette

    def apply(self, segments: list[Segment], background: TextualColor) -> list[Segment]:  # noqa: ARG002 - as Textual calls it
        """Return the segments in colours of the palette."""
        return [
            Segment(text, style if style is None else self._in_palette(style), control)
            for text, style, control in segments
        ]


@lru_cache(maxsize=2048)
def _in_palette(style: Style) -> Style:
    return style + Style(color=_of_palette(style.color), bgcolor=_of_palette(style.bgcolor))


def _of_palette(color: Color | None) -> Color | None:
    if color is None or color.type is not ColorType.TRUECOLOR or color.triplet is None:
        return color
    return Color.from_ansi(nearest(*color.triplet))


@lru_cache(maxsize=2048)
def nearest(red: int, green: int, blue: int) -> int:
    """Return the number of the colour, from 16 to 255, that is nearest to one given."""
    brightest, darkest = max(red, green, blue), min(red, green, blue)
    grey = brightest - darkest <= _NEARLY_GREY or brightest < _DARK
    palette = _GREYS if grey else {**_CUBE, **_GREYS}
    mean = red / 512

    def distance(number: int) -> float:
        # How different people see two colours, roughly: https://www.compuphase.com/cmetric.htm.
        r, g, b = palette[number]
        return (2 + mean) * (r - red) ** 2 + 4 * (g - green) ** 2 + (3 - mean) * (b - blue) ** 2

    return min(palette, key=distance)


@lru_cache(maxsize=2048)
def _in_few(style: Style) -> Style:
    return style + Style(color=of_few(style.color, style.bgcolor), bgcolor=of_few(style.bgcolor))


def of_few(color: Color | None, paper: Color | None = None) -> Color | None:
    """Return what stands for a colour among 16: a paper is black or white, an ink what can be read on that paper.

    The 16 differ from terminal to terminal. Those chosen can be read with any; what is selected has a sign besides.
    """
    if color is None or color.type is not ColorType.TRUECOLOR or color.triplet is None:
        return color
    red, green, blue = color.triplet
    light = red + green + blue > 3 * _MIDDLE
    if paper is None:
        return Color.from_ansi(_WHITE if light else _BLACK)
    on_light = paper.triplet is not None and sum(paper.triplet) > 3 * _MIDDLE
    if max(color.triplet) - min(color.triplet) <= _NEARLY_GREY or (not on_light and max(color.triplet) < _DIM):
        return Color.from_ansi(_BLACK if on_light else _WHITE if red > _BRIGHT else _SILVER)
    hue = "blue" if blue >= max(red, green) else "green" if green > red else "red" if green < 0.8 * red else "amber"
    return Color.from_ansi(_INKS[hue][on_light])


_MIDDLE, _BRIGHT, _DIM = 128, 200, 160
_BLACK, _SILVER, _WHITE = 0, 7, 15
_INKS = {"blue": (14, 4), "green": (10, 0), "red": (9, 1), "amber": (11, 5)}
"""On black, and on white: where dark yellow and green can hardly be read, magenta and black."""
