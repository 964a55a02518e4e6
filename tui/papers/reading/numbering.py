"""The numbers that a word processor gives to a list's paragraphs, which stand nowhere in their text."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class Level(Struct, frozen=True, kw_only=True):
    """How one level of a list numbers its paragraphs."""

    shape: str = "decimal"
    """`decimal`, `lowerLetter`, `upperLetter`, `lowerRoman`, `upperRoman`, `bullet`, `none`."""
    pattern: str = "%1."
    """With `%1` for the number of the first level, and so on."""
    start: int = 1


def roman(number: int) -> str:
    """Write a number in small Roman figures."""
    words = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        words.append(letters * count)
    return "".join(words)


def letters(number: int) -> str:
    """Write a number in letters: `a`, `z`, `aa`."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_SHAPES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
}


class Counter:
    """Counts the paragraphs of one list."""

    def __init__(self, levels: dict[int, Level]) -> None:
        self._levels = levels
        self._counts: dict[int, int] = {}

    def next(self, level: int, value: int | None = None) -> str:
        """Return the printed number of the next paragraph at a level, from 0; `•` for a bullet."""
        for deeper in [one for one in self._counts if one > level]:
            del self._counts[deeper]
        for above in range(level):
            self._counts.setdefault(above, self._of(above).start)
        own = self._of(level)
        self._counts[level] = value if value is not None else self._counts.get(level, own.start - 1) + 1
        if own.shape in ("bullet", "none"):
            return "•" if own.shape == "bullet" else ""
        return re.sub(r"%(\d)", lambda found: self._printed(int(found[1]) - 1), own.pattern)

    def _of(self, level: int) -> Level:
        return self._levels.get(level, Level(pattern=f"%{level + 1}."))

    def _printed(self, level: int) -> str:
        number = self._counts.get(level, self._of(level).start)
        return _SHAPES.get(self._of(level).shape, str)(max(1, number))
