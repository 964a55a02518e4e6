"""Words made safe: to be kept (`clean`) and to be shown on a terminal (`showable`).

Words come from keyboards, clipboards and files, and go to a terminal that obeys them: an ESC starts a command, a
right-to-left override turns the rest of the line round, a zero-width character makes the cursor miss its place.
Markup being off stops none of that. So words are cleaned where they enter and translated where they are drawn.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

REPLACEMENT: Final = "\ufffd"
"""What stands for a character that cannot be shown as itself."""

LINE_BREAK: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
"""Every way to end a line that a clipboard may hold; the separators of ASCII (U+001C to U+001E) are not among them."""

_MARKS = "\u200e\u200f\u061c"
"""The marks of direction: no more than an invisible letter, and needed beside words that run from right to left."""
_ISOLATES = "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
INVISIBLE: Final = (
    "\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff" + _ISOLATES + "".join(map(chr, range(0xE0000, 0xE0080)))
)
"""Characters that a paste brings and that no reader sees: soft hyphens, zero-width spaces, isolates, tags of flags."""
_NOTHING = "\u200c"
"""Stands on a terminal for a character of which nothing is to be seen: it is as narrow, and joins nothing."""

_JOINERS = "\u200c\u200d"
# Arabic, Syriac and Kaithi number signs: format characters by category, but visible marks with a width of their own.
_VISIBLE_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_SURROGATES = range(0xD800, 0xE000)


def _stand_ins() -> dict[int, str]:
    """Map each character that must not reach a terminal to the one character that stands for it."""
    table: dict[int, str] = dict.fromkeys(_SURROGATES, REPLACEMENT)
    table.update(dict.fromkeys(range(0xFDD0, 0xFDF0), REPLACEMENT))
    for plane in range(0x11):
        table[plane << 16 | 0xFFFE] = table[plane << 16 | 0xFFFF] = REPLACEMENT
    # Format characters live in these planes only; a walk over all of Unicode would cost 100 ms at start-up.
    for point in (*range(0xAD, 0x2070), *range(0xFEFF, 0xFFFC), *range(0x110BD, 0x110CE), *range(0x13430, 0x13440)):
        if unicodedata.category(chr(point)) == "Cf":
            table[point] = REPLACEMENT
    table.update(dict.fromkeys((*range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B)), REPLACEMENT))
    table.update(dict.fromkeys(range(0xE0000, 0xE0080), REPLACEMENT))
    for kept in _JOINERS + _VISIBLE_FORMATS:
        table.pop(ord(kept), None)
    table.update(dict.fromkeys(map(ord, INVISIBLE + _MARKS), _NOTHING))
    table.update({point: chr(0x2400 + point) for point in range(0x20)})
    table.update(dict.fromkeys(range(0x80, 0xA0), REPLACEMENT))
    table.update({0x7F: "\u2421", 0x09: " ", 0x0A: " ", 0x2028: " ", 0x2029: " "})
    return table


_STAND_INS: dict[int, str] = {}
_PRINTED: dict[int, str] = {}
_ESCAPED: dict[int, str] = {}
_CLEANED: Final[dict[int, str]] = (
    dict.fromkeys(_CONTROLS, "") | dict.fromkeys(_SURROGATES, REPLACEMENT) | {ord("\t"): " "}
)


def showable(words: str) -> str:
    """Return the words with a visible stand-in, one for one, for each character that a terminal would obey.

    C0 controls become their Control Pictures (U+2400 to U+2421), newlines and tabs a space; C1 controls, overrides of
    direction, odd format characters, surrogates and noncharacters become U+FFFD. What a paste brings and nobody sees
    becomes a joiner that joins nothing. Joiners (U+200C, U+200D) and combining marks stay, for words are written with
    them. The length never changes, so columns agree.
    """
    # Nothing that has a stand-in is printable in Python's sense, so nearly every text returns here.
    if words.isprintable():
        return words
    if not _STAND_INS:
        _STAND_INS.update(_stand_ins())
    return words.translate(_STAND_INS)


def printable(words: str) -> str:
    """Return the words as they go into a file for readers: showable, and without what nobody sees."""
    if words.isprintable():
        return words
    if not _PRINTED:
        _PRINTED.update({**_stand_ins(), **dict.fromkeys(map(ord, INVISIBLE), "")})
        for mark in _MARKS:
            _PRINTED.pop(ord(mark))
    return words.translate(_PRINTED)


def escaped_json(text: str) -> str:
    """Return a JSON text (RFC 8259) with each character in it that a terminal would obey written as its escape.

    What is read from it stays the same. Halves of surrogate pairs, which no file can hold, become question marks.
    """
    text = text.encode("utf-8", "replace").decode()
    if all(line.isprintable() for line in text.split("\n")):
        return text
    if not _ESCAPED:
        import json

        _ESCAPED.update({point: json.dumps(chr(point))[1:-1] for point in _stand_ins() if point >= 0x7F})
        _ESCAPED[0x7F] = "\\u007f"
    return text.translate(_ESCAPED)


def clean(words: str) -> str:
    """Return the words fit to be kept: tabs as spaces, other control characters dropped, lone surrogates as U+FFFD.

    Bidirectional controls and format characters are kept, since right-to-left names need some of them; they are given
    stand-ins only where they are drawn. Line breaks are controls too: split the text before, with `lines_of`.
    """
    return words if words.isprintable() else words.translate(_CLEANED)


def lines_of(text: str) -> list[str]:
    """Split a text at every kind of line break; breaks at the end make no lines of their own.

    `str.splitlines` is not used: it also splits at U+001C to U+001E, which end no line anywhere else.
    """
    lines = LINE_BREAK.split(text)
    while len(lines) > 1 and not lines[-1]:
        lines.pop()
    return lines


def one_line(text: str) -> str:
    """Return a text as one clean line, every run of white space in it one space."""
    return " ".join(" ".join(clean(line) for line in lines_of(text)).split())
