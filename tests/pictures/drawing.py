"""A screen as a compact picture: an SVG with one line of its file for each row of the terminal.

Textual's own screenshots are three times as large, and differ from run to run in names that nobody sees.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual._context import visible_screen_stack
from textual.app import App
from textual.color import Color as TextualColor

from tui.terminal.nearest_colours import NearestColours

Depth = Literal["all", "256", "16"]
"""How many colours the terminal has."""
_FILTERS = {"256": NearestColours(), "16": NearestColours(few=True)}
_NOTHING = TextualColor(0, 0, 0)
_CELL, _ROW, _SIZE = 8.4, 17, 14
"""Width of a cell, height of a row and size of the letters in pixels; a monospaced letter is 0.6 of its size wide."""
_EDGE = 12
_PIECES = re.compile(r"\S+(?: \S+)*")
"""Words with single spaces between them; wider gaps are left out, since some viewers close them."""


class Look(NamedTuple):
    """How a run of cells looks, in colours as `#rrggbb`."""

    ink: str
    paper: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False


class Run(NamedTuple):
    """Neighbouring cells of one look."""

    words: str
    look: Look


def rows_of(app: App[Any], depth: Depth = "all") -> list[list[Run]]:
    """Give what stands on the terminal, row by row: the screen on top and what it leaves to be seen of those below."""
    visible_screen_stack.set(app._background_screens)
    rows = []
    for strip in app.screen._compositor.render_strips(app.size):
        row: list[Run] = []
        for words, style, _ in strip:
            look = _look(style or Style(), depth)
            if row and row[-1].look == look:
                row[-1] = Run(row[-1].words + words, look)
            elif words:
                row.append(Run(words, look))
        rows.append(row)
    return rows


def words_of(app: App[Any]) -> str:
    """Give the words on the terminal alone, a line for each row."""
    return "\n".join("".join(run.words for run in row) for row in rows_of(app))


def _look(style: Style, depth: Depth) -> Look:
    if depth != "all":
        style = next(filter(None, (one.style for one in _FILTERS[depth].apply([Segment("", style)], _NOTHING))))
    ink, paper = _hex(style.color, "#e0e0e0"), _hex(style.bgcolor, "#101010")
    if style.reverse:
        ink, paper = paper, ink
    return Look(ink, paper, bool(style.bold), bool(style.italic), bool(style.underline), bool(style.strike))


def _hex(color: Color | None, otherwise: str) -> str:
    return otherwise if color is None or color.is_default else color.get_truecolor().hex


def svg_of(rows: list[list[Run]], title: str) -> str:
    """Draw rows as an SVG that needs nothing from elsewhere."""
    columns = max(sum(cell_len(run.words) for run in row) for row in rows)
    papers: Counter[str] = Counter()
    for row in rows:
        for run in row:
            papers[run.look.paper] += cell_len(run.words)
    ground = papers.most_common(1)[0][0]
    names: dict[Look, str] = {}
    body = [_row(row, at, ground, names) for at, row in enumerate(rows)]
    width, height = columns * _CELL + 2 * _EDGE, len(rows) * _ROW + 2 * _EDGE
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}" width="{width:g}">',
            f"<title>{escape(title)}</title>",
            "<style>",
            f"text{{font:{_SIZE}px 'DejaVu Sans Mono',Menlo,Consolas,monospace}}",
            *(f".{name}{{{_css(look)}}}" for look, name in names.items()),
            "</style>",
            f'<rect width="100%" height="100%" rx="8" fill="{ground}"/>',
            *body,
            "</svg>\n",
        )
    )


def _css(look: Look) -> str:
    lines = " ".join(name for name, holds in (("underline", look.underlined), ("line-through", look.struck)) if holds)
    rules = (
        f"fill:{look.ink}",
        "font-weight:bold" if look.bold else "",
        "font-style:italic" if look.italic else "",
        f"text-decoration:{lines}" if lines else "",
    )
    return ";".join(filter(None, rules))


def _row(row: list[Run], at: int, ground: str, names: dict[Look, str]) -> str:
    """Draw a row: what lies under its words, then its words."""
    top = _EDGE + at * _ROW
    under = [
        f'<rect x="{_x(start)}" y="{top}" width="{cells * _CELL:g}" height="{_ROW}" fill="{paper}"/>'
        for start, cells, paper in _papers(row)
        if paper != ground
    ]
    return "".join((*under, *_texts(row, top + _ROW - 4, names))) or f"<!-- {at} -->"


def _papers(row: list[Run]) -> Iterator[tuple[int, int, str]]:
    """Give the stretches of one background: where each begins, how many cells it has, and its colour."""
    start, cells, paper = 0, 0, ""
    for run in row:
        if run.look.paper != paper:
            if cells:
                yield start, cells, paper
            start, cells, paper = start + cells, 0, run.look.paper
        cells += cell_len(run.words)
    if cells:
        yield start, cells, paper


def _texts(row: list[Run], baseline: int, names: dict[Look, str]) -> Iterator[str]:
    column = 0
    for words, look in row:
        for piece in _PIECES.finditer(words):
            ink = look._replace(paper="")
            name = names.setdefault(ink, f"s{len(names)}")
            start = column + cell_len(words[: piece.start()])
            place = f'x="{_x(start)}" y="{baseline}" textLength="{cell_len(piece[0]) * _CELL:g}"'
            yield f'<text class="{name}" {place}>{escape(piece[0])}</text>'
        column += cell_len(words)


def _x(column: int) -> str:
    return f"{_EDGE + column * _CELL:g}"


def words_drawn(svg: str) -> list[str]:
    """Give back the rows of a picture, without what lies between the words; for telling what differs."""
    lines = svg.split("\n")
    body = lines[lines.index("</style>") + 2 :] if "</style>" in lines else lines
    return ["  ".join(re.findall(r">([^<>]+)</text>", line)) for line in body]
