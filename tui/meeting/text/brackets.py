"""The brackets that restrict, read before a line is split: no piece of a line may lose them, and none stays open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tui.meeting.text.inline_markup import parts

_RUN = re.compile(r"\[{2,}|\]{2,}")
_BRACKETS = re.compile(r"[\[\]]{2,}|^[\[\]]|[\[\]]$")
_LETTERS = re.compile(r"[^\W_]")

NOT_CLOSED = "“[[” has no “]]” after it, so that all behind it is restricted"
NOT_OPENED = "“]]” has no “[[” before it, so that all before it is restricted"


class Bracketed(NamedTuple):
    """A text in which every bracket that restricts has its other one."""

    text: str
    fault: str = ""
    """What was wrong with the brackets as typed, in words; empty where nothing was."""


def closed(text: str) -> Bracketed:
    """Close what a text opens and open what it closes: on the safe side, more is restricted and not less."""
    if "[[" not in text and "]]" not in text:
        return Bracketed(text)
    before, after = _lacking(text)
    fault = NOT_CLOSED if after else NOT_OPENED if before else ""
    return Bracketed(f"{'[[' * before}{text}{']]' * after}", fault)


class Carrying:
    """Gives line after line its own brackets, those that an earlier line of the same paragraph has left open too.

    An empty line ends a paragraph; what is open there is restricted up to it. `start_of` says where in a line the words
    begin that brackets may stand around.
    """

    def __init__(self, start_of: Callable[[str], int]) -> None:
        self._start_of = start_of
        self.depth = 0
        """How many brackets are open after the lines so far."""

    def take(self, line: str) -> Bracketed:
        """Return the next line with the brackets that it needs."""
        if self.depth and not line.strip():
            self.depth = 0
        at = self._start_of(line) if self.depth or "[[" in line or "]]" in line else len(line)
        if not line[at:].strip():
            return Bracketed(line)
        inner = f"{'[[' * self.depth}{line[at:]}"
        before, after = _lacking(inner)
        self.depth = after
        return Bracketed(f"{line[:at]}{'[[' * before}{inner}{']]' * after}", NOT_OPENED if before else "")


def carried(lines: Iterable[str], start_of: Callable[[str], int]) -> list[Bracketed]:
    """Give each line its own brackets where they open on one line and close on a later one of the same paragraph.

    What is still open at the paragraph's end is said at the line that opened it. Otherwise as `Carrying`.
    """
    found: list[Bracketed] = []
    carrying, opened = Carrying(start_of), 0
    for line in lines:
        depth = carrying.depth
        if depth and not line.strip():
            found[opened] = found[opened]._replace(fault=NOT_CLOSED)
            depth = 0
        taken = carrying.take(line)
        if taken.text != line or carrying.depth != depth:
            opened = len(found) if not depth else opened
        found.append(taken)
    if carrying.depth:
        found[opened] = found[opened]._replace(fault=NOT_CLOSED)
    return found


def _lacking(text: str) -> tuple[int, int]:
    """Return how many opening brackets a text lacks before it, and how many closing ones after it."""
    before = depth = 0
    for run in _RUN.finditer(text):
        pairs = len(run[0]) // 2
        if run[0][0] == "[":
            depth += pairs
        elif depth:
            depth -= min(depth, pairs)
        else:
            before += pairs
    return before, depth


def unbracketed(text: str) -> str:
    """Return a text without the brackets that restrict, its other marks kept."""
    return "".join(text[part.start : part.end] for part in parts(text)) if "[[" in text else text


def wholly_restricted(words: str) -> str:
    """Return words that are restricted from beginning to end, whatever brackets stand in them; empty for none."""
    inner = _BRACKETS.sub(" ", words).strip()
    return f"[[{inner}]]" if inner else ""


def restored(piece: str, line: str, *, first: bool = False) -> str:
    """Return a piece of a line's plain words with the brackets that the line has around these words.

    `line` has its brackets. A piece whose words stand there more than once is restricted where any of them is, or as
    its `first` ones are; one that does not stand there is restricted as a whole.
    """
    if "[[" not in line or not piece.strip():
        return piece
    # Brackets that come to stand together once those between them are gone mean nothing.
    while _RUN.search(piece):
        piece = _RUN.sub("", piece)
    letters = _letters(line)
    places = [found.start() for found in _LETTERS.finditer(piece)]
    wanted = "".join(piece[at] for at in places)
    if not wanted:
        return piece
    found = _places_of(wanted, letters)
    if not found:
        return f"[[{piece}]]"
    marks = [
        any(letters[at + place].restricted for at in found[: 1 if first else None]) for place in range(len(wanted))
    ]
    return _marked(piece, places, marks)


def divided(words: str, separator: str, most: int) -> list[str]:
    """Part words at a separator, at most so many times; each piece has brackets of its own where any stand round it."""
    pieces = words.split(separator, most)
    if all(closed(piece).text == piece for piece in pieces):
        return pieces
    line = closed(words).text
    return [restored(piece.strip(), line) for piece in unbracketed(line).split(separator, most)]


class _Letter(NamedTuple):
    """A letter or figure of a line, without what stands between it and the next one."""

    letter: str
    place: int
    restricted: bool


def _letters(line: str) -> list[_Letter]:
    return [
        _Letter(one[0], one.start(), part.restricted)
        for part in parts(line)
        for one in _LETTERS.finditer(line, part.start, part.end)
    ]


def _places_of(wanted: str, letters: list[_Letter]) -> list[int]:
    """Return where among a line's letters a piece's are: as whole words where it stands so, else anywhere."""
    line = "".join(one.letter for one in letters)
    found, at = [], line.find(wanted)
    while at >= 0:
        found.append(at)
        at = line.find(wanted, at + 1)
    edges = {0, len(letters)} | {at for at in range(1, len(letters)) if letters[at].place > letters[at - 1].place + 1}
    return [at for at in found if {at, at + len(wanted)} <= edges] or found


def _marked(piece: str, places: list[int], marks: list[bool]) -> str:
    """Put brackets round the letters that are marked, and round what stands at either end beside them."""
    if all(marks):
        return f"[[{piece}]]"
    kept: list[str] = []
    at = 0
    for place, (here, mark) in enumerate(zip(places, marks, strict=True)):
        if mark and not (place and marks[place - 1]):
            kept.append(f"{piece[at:here]}[[")
            at = here
        elif place and marks[place - 1] and not mark:
            end = places[place - 1] + 1
            kept.append(f"{piece[at:end]}]]")
            at = end
    return "".join(kept) + piece[at:] + ("]]" if marks[-1] else "")
