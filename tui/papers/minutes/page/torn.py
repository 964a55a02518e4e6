"""Columns that were torn through their words: the left ends of lines in one cell, the rest of them in the next."""

from __future__ import annotations

import re
from collections.abc import Collection

from tui.meeting.completion.common_words import common
from tui.meeting.model import Value

_LONGEST_END = 8
"""Letters of the left end of a line."""
_REACH = 14
"""Characters by which a line's length may differ from the others'."""
_WIDEST, _NARROWEST = 75, 50
_MARKS = ".,;:)("
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class Mended(Value, frozen=True, kw_only=True):
    """The words of two cells, whole again."""

    text: str
    left: tuple[str, ...] = ()
    """Ends that fit nowhere, in their order."""
    joined: int = 0
    """How many words are whole again."""


def vocabulary_of(texts: Collection[str]) -> frozenset[str]:
    """Return the words that a paper uses, and those that everybody does."""
    return frozenset((*common(), *(word.casefold() for text in texts for word in _WORD.findall(text))))


def is_torn(left: str, right: str) -> bool:
    """Whether two cells are the ends of lines and the rest of these."""
    ends = left.split()
    return (
        0 < len(ends) <= len(right) // 40 + 4
        and all(len(end) <= _LONGEST_END for end in ends)
        and len(right) > 120
        and left[-1:] not in ".:;!?"
        and any(end.islower() for end in ends)
    )


def mended(left: str, right: str, known: Collection[str]) -> Mended:
    """Put the ends of lines back before the words that they were torn from, each where a line may begin.

    A word is whole again where the paper uses it elsewhere, or where both halves share the letter that the tear went
    through. Ends that are words stand before the half that follows them, or at the place where the line began.
    """
    words, ends = right.split(), left.split()
    starts = _starts(words)
    widest = max(map(len, ends), default=0)
    row = 0
    anchored = True
    made: dict[int, str] = {}
    before: dict[int, list[str]] = {}
    waiting: list[str] = []
    lost: list[str] = []
    for at, end in enumerate(ends):
        place = _joining(words, starts, end, row, known, anchored=anchored)
        if place is not None:
            made[place] = _joined(end, words[place])
            if waiting and _line_start(starts, row, place):
                before[place] = waiting
            else:
                lost += waiting
            waiting, row, anchored = [], place, True
            continue
        alone = _is_word(end, known) and (at + 1 >= len(ends) or not _goes_with(end, ends[at + 1], known, widest))
        inserted = _line_after(starts, row) if alone and anchored else None
        if inserted is not None:
            before[inserted] = [*waiting, end]
            waiting, row, anchored = [], inserted, True
        elif _is_word(end, known):
            waiting.append(end)
        else:
            lost += [*waiting, end]
            waiting, anchored = [], False
    pieces = [piece for at, word in enumerate(words) for piece in (*before.get(at, ()), made.get(at, word))]
    return Mended(text=" ".join(pieces), left=(*lost, *waiting), joined=len(made) + len(before))


def _starts(words: list[str]) -> list[int]:
    found, at = [], 0
    for word in words:
        found.append(at)
        at += len(word) + 1
    return found


def _line_start(starts: list[int], row: int, place: int) -> bool:
    return place > row and starts[place] - starts[row] >= _NARROWEST - _REACH


def _goes_with(end: str, following: str, known: Collection[str], widest: int) -> bool:
    """Whether two ends stood in one line: `the le`, `but n`."""
    return len(end) + len(following) <= widest and not _is_word(following, known)


def _joining(
    words: list[str], starts: list[int], end: str, row: int, known: Collection[str], *, anchored: bool
) -> int | None:
    """Return the word that an end was torn from, where a line may begin with it; None where there is none, or two."""
    if _is_word(end, known) and len(end) > 2:
        return None
    reach = [at for at in range(row + 1, len(words)) if starts[at] - starts[row] >= _NARROWEST]
    near = [at for at in reach if starts[at] - starts[row] <= _WIDEST] if anchored else reach
    whole = [at for at in near if _is_whole(end, words[at], known)]
    if whole or not anchored:
        return next((at for at in whole if not _is_word(words[at].strip(_MARKS), known)), *whole[:1]) if whole else None
    shared = [at for at in near if _shares(end, words[at])]
    usual = starts[row] + (_WIDEST + _NARROWEST) // 2
    return min(shared, key=lambda at: abs(starts[at] - usual)) if 0 < len(shared) < 3 else None


def _shares(end: str, word: str) -> bool:
    """Whether the tear went through a letter that stands on both sides of it."""
    return len(end) > 3 and end.isalpha() and word[:1] == end[-1:]


def _is_word(end: str, known: Collection[str]) -> bool:
    return end.casefold() in known or "'" in end or "’" in end


def _is_whole(end: str, word: str, known: Collection[str]) -> bool:
    bare = word.strip(_MARKS).casefold()
    half = bare not in known or len(bare) < 3
    return half and _joined(end, bare).casefold() in known


def _joined(end: str, word: str) -> str:
    """Return two halves as one word, the letter that the tear went through once."""
    return f"{end}{word[1:]}" if word[:1] == end[-1:] else f"{end}{word}"


def _line_after(starts: list[int], row: int) -> int | None:
    """Return the word with which the next line begins, as lines are long."""
    wanted = starts[row] + (_WIDEST + _NARROWEST) // 2
    near = [at for at in range(row + 1, len(starts)) if abs(starts[at] - wanted) <= _REACH]
    return min(near, key=lambda at: abs(starts[at] - wanted)) if near else None
