"""Match what is typed with names that exist: the likeliest first, and the nearest to one that is misspelt.

Both sides are folded alike by the caller, since what counts as the same differs between people and headings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from tui.meeting.text.normalizing import begins_a_word

GUESS = 98
"""The rank of a name in which the letters typed merely stand in their order."""
NO_MATCH = 99
"""The rank of a name that is not meant at all."""

Thing = TypeVar("Thing")
Way = tuple[Callable[[str, str], object], Sequence[str]]
"""A way of fitting, and the names that may fit so."""


def whole(typed: str, name: str) -> bool:
    """Say whether the name is what is typed."""
    return typed == name


def starts(typed: str, name: str) -> bool:
    """Say whether the name starts with what is typed."""
    return name.startswith(typed)


def has_start(typed: str, name: str) -> bool:
    """Say whether some word of the name starts what is typed."""
    return begins_a_word(typed).search(name) is not None


def has_starts(typed: str, name: str) -> bool:
    """Say whether each word typed starts some word of the name."""
    return all(has_start(part, name) for part in typed.split())


def holds(typed: str, name: str) -> bool:
    """Say whether each word typed stands somewhere in the name."""
    return all(part in name for part in typed.split())


def has_letters(typed: str, name: str) -> bool:
    """Say whether the letters typed stand in the name in their order."""
    letters = iter(name)
    return all(letter in letters for letter in typed.replace(" ", ""))


def rank(typed: str, *ways: Way, guess: str = "") -> int:
    """Return how well something fits: the place of the first way in which one of its names does, 0 best.

    Where none does, two or more letters that stand in their order in `guess` make it a guess.
    """
    for place, (fits, names) in enumerate(ways):
        if any(name and fits(typed, name) for name in names):
            return place
    return GUESS if len(typed) > 1 and has_letters(typed, guess) else NO_MATCH


def best_first(things: Sequence[Thing], orders: Iterable[tuple[int, ...]]) -> list[Thing]:
    """Return the things that fit, the best first; guesses only where nothing fits better.

    An order is a thing's rank and what decides between equals, the least first; those equal in all keep their places.
    """
    fitting = sorted((order, place) for place, order in enumerate(orders) if order[0] < NO_MATCH)
    known = [one for one in fitting if one[0][0] < GUESS]
    return [things[place] for _, place in known or fitting]


def nearest_first(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words, the most like the given one first."""
    from difflib import SequenceMatcher

    return sorted(known, key=lambda other: -SequenceMatcher(None, word.casefold(), other.casefold()).ratio())


def did_you_mean(word: str, known: Iterable[str], shown: str = "{}") -> str:
    """Ask whether a known word was meant, which stands in `shown`; empty where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1)
    return f"did you mean {shown.format(near[0])}?" if near else ""
