"""Carry what was changed in printed words over to the words as they were typed, which have marks that none prints."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_PIECE = re.compile(r"\w+|\s+|.", re.DOTALL)


def rewritten(typed: str, old: str, new: str) -> str | None:
    """Return the typed words with every difference between the old and the new printed ones.

    None where a difference stands in something that was not typed, such as a label that the page puts before it.
    """
    places = _places(old, typed)
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    starts = [0]
    for piece in before:
        starts.append(starts[-1] + len(piece))
    edits: list[tuple[int, int, str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        at = _typed_place(places, starts[i1], starts[i2])
        if at is None:
            return None
        edits.append((*at, "".join(after[j1:j2])))
    for start, end, words in reversed(edits):
        typed = typed[:start] + words + typed[end:]
    return typed


def _places(old: str, typed: str) -> list[int]:
    """Return where each printed character was typed, -1 for one that was not."""
    places = [-1] * len(old)
    for i, j, size in SequenceMatcher(None, old, typed, autojunk=False).get_matching_blocks():
        places[i : i + size] = range(j, j + size)
    return places


def _typed_place(places: list[int], start: int, end: int) -> tuple[int, int] | None:
    inside = places[start:end]
    if inside:
        return None if -1 in inside else (inside[0], inside[-1] + 1)
    if start and places[start - 1] >= 0:
        return places[start - 1] + 1, places[start - 1] + 1
    if start < len(places) and places[start] >= 0:
        return places[start], places[start]
    return None
