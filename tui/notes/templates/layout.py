"""Lay words out in plain text: wrapping, hanging indents, and columns, by their width on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_GAP = 2
"""Blank columns between two columns of words."""

_WORDS = re.compile(r"( *)([^ ]+)")
_NARROW = re.compile("[ -~\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]*")
"""Latin letters and the punctuation of prose: a column each, so that most pages load no table of widths."""


def width_of(words: str) -> int:
    """Count the columns that the words take on a terminal, where an emoji of several characters takes two."""
    if _NARROW.fullmatch(words):
        return len(words)
    from wcwidth import width

    return width(words, control_codes="ignore")


def wrap(words: str, width: int) -> list[str]:
    """Break the words into lines of at most `width` columns.

    A word that is wider stays whole on a line of its own, so that it can be copied; only at wide characters, which are
    written without spaces, is it parted.
    """
    lines: list[str] = []
    line, used = "", 0
    plain = _NARROW.fullmatch(words)
    measure = len if plain else width_of
    for gap, word in _WORDS.findall(words) if plain else _pieces(words, width):
        size = measure(word)
        if line and used + len(gap) + size <= width:
            line, used = line + gap + word, used + len(gap) + size
            continue
        if line:
            lines.append(line)
        line, used = word, size
    return [*lines, line] if line else lines


def _pieces(words: str, width: int) -> Iterator[tuple[str, str]]:
    for gap, word in _WORDS.findall(words):
        if width_of(word) <= width:
            yield gap, word
            continue
        from wcwidth import iter_graphemes

        piece, before = "", 0
        for drawn in iter_graphemes(word):
            size = width_of(drawn)
            if piece and size and 2 in (before, size):
                yield gap, piece
                gap, piece = "", ""
            piece, before = piece + drawn, size
        yield gap, piece


def fill(words: str, width: int, first: str = "", rest: str | None = None) -> str:
    """Wrap the words behind `first`, and each further line behind `rest`, which is as wide a blank where not given."""
    rest = " " * width_of(first) if rest is None else rest
    room = max(width - max(width_of(first), width_of(rest)), 1)
    lines = wrap(words, room) or [""]
    return "\n".join(((rest if at else first) + line).rstrip() for at, line in enumerate(lines))


def beside(words: str, side: str, width: int, side_width: int, first: str = "") -> str:
    """Wrap the words and set `side` in a column at the right, from the line on which the words end.

    The side's words come after the others in every line's order too, so that the words read on unbroken.
    """
    room = max(width - side_width - _GAP, width_of(first) + 1)
    lines = fill(words, room, first).split("\n")
    notes = wrap(side, side_width)
    if not notes:
        return "\n".join(lines)
    if width_of(lines[-1]) > room:
        lines.append("")
    lines[-1] = padded(lines[-1], room + _GAP) + notes[0]
    lines.extend(" " * (room + _GAP) + note for note in notes[1:])
    return "\n".join(line.rstrip() for line in lines)


def table(
    rows: Sequence[Sequence[str]],
    width: int,
    label: str = "",
    headings: Sequence[str] = (),
    like: Iterable[Sequence[str]] = (),
) -> str:
    """Set rows of cells in columns; a cell begins on the line on which the cell before it ends.

    A column is as wide as its widest cell, up to two fifths of the page, and the last one takes what is left, for which
    the widest of the others make room. The columns have room for the rows of `like` too, their labels included, so that
    several tables stand in line.
    """
    if not rows:
        return ""
    labelled = [(label if at == 0 else "", *row) for at, row in enumerate(rows)] if label else list(rows)
    if headings:
        labelled.insert(0, ("", *headings) if label else tuple(headings))
    widest = width * 2 // 5
    measured = [*labelled, *like]
    widths = [min(max(width_of(row[at]) for row in measured), widest) for at in range(len(labelled[0]) - 1)]
    left = width - _GAP * len(widths)
    least = min(max(width_of(row[-1]) for row in measured), width // 4)
    while sum(widths) > left - least and max(widths, default=1) > 1:
        widths[widths.index(max(widths))] -= 1
    widths.append(max(left - sum(widths), 1))
    return "\n".join(line for row in labelled for line in _row(row, widths))


def grid(rows: Sequence[Sequence[str]], right: Sequence[bool], width: int) -> str:
    """Set the rows of a table in columns as wide as they need, those of figures at the right, a line below the head.

    Where the page is too narrow, the widest columns give way, and their cells go on in the lines below.
    """
    widths = [min(max(width_of(row[at]) for row in rows), width) for at in range(len(right))]
    while sum(widths) > width - _GAP * (len(widths) - 1) and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    head, *others = [_grid_row(row, right, widths) for row in rows]
    return "\n".join(
        [*head, (" " * _GAP).join("-" * room for room in widths), *(line for row in others for line in row)]
    )


def _grid_row(cells: Sequence[str], right: Sequence[bool], widths: Sequence[int]) -> list[str]:
    wrapped = [wrap(cell, room) for cell, room in zip(cells, widths, strict=True)]
    lines: list[str] = []
    for at in range(max(1, *map(len, wrapped))):
        pieces = [lines_there[at] if at < len(lines_there) else "" for lines_there in wrapped]
        line = ""
        for piece, room, figures in zip(pieces, widths, right, strict=True):
            blank = " " * (room - width_of(piece))
            line += (blank + piece if figures else piece + blank) + " " * _GAP
        lines.append(line.rstrip())
    return lines


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    lines = [""]
    start = 0
    for cell, room in zip(cells, widths, strict=True):
        for at, line in enumerate(wrap(cell, room)):
            if at or width_of(lines[-1]) > max(start - 1, 0):
                lines.append("")
            lines[-1] = padded(lines[-1], start) + line
        start += room + _GAP
    return [line.rstrip() for line in lines]


def padded(words: str, width: int) -> str:
    """Fill the words up with blanks to `width` columns."""
    return words + " " * (width - width_of(words))


def underlined(words: str, width: int, line: str = "-") -> str:
    """Wrap the words and draw a line under them, as long as the longest of their lines."""
    lines = wrap(words, width)
    return "\n".join([*lines, line * max(map(width_of, lines))]) if lines else ""
