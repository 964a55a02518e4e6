"""Lists of names: parted at commas, strokes, plus signs and `and`, but not within a name that holds one itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from typing import TypeVar

_JOINTS = re.compile(r"\s*(?:,\s*(?:and\b|&)?|/|\+|&|\band\b)\s*", re.IGNORECASE)
_BOTH = re.compile(r"^\s*both\b", re.IGNORECASE)
_LONGEST = 400
_MOST_JOINED = 4
"""How many pieces one name may fall into: `Director of Roads, Parks and Trees` has three."""

Meaning = TypeVar("Meaning", bound=Hashable)


def read_list(names: str, meaning: Callable[[str], Meaning | None]) -> tuple[Meaning, ...] | None:
    """Return what each name of a list means, each once; None unless every one means something.

    A longer name goes before a shorter one, so that `D/Supt Hale` is one name where it is known.
    """
    if len(names) > _LONGEST:
        return None
    if (one := meaning(names)) is not None:
        return (one,)
    names = _BOTH.sub("", names)
    joints = list(_JOINTS.finditer(names))
    starts = [0, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), len(names)]
    if any(start >= end for start, end in zip(starts, ends, strict=True)):
        return None
    found: dict[Meaning, None] = {}
    place = 0
    while place < len(starts):
        longest = range(min(place + _MOST_JOINED, len(ends)), place, -1)
        meant = ((meaning(names[starts[place] : ends[after - 1]]), after) for after in longest)
        one, place = next((pair for pair in meant if pair[0] is not None), (None, place))
        if one is None:
            return None
        found[one] = None
    return tuple(found)
