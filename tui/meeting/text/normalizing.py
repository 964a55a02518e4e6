"""Words with case, accents and typographic shapes levelled out, and the places of such words in a text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from tui.meeting.model import Value
from tui.meeting.text.plain_text import plain
from tui.meeting.text.sanitizing import INVISIBLE

_LETTERS = {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "æ": "ae", "Æ": "ae"}
"""Letters that are others with an accent in all but Unicode."""
_QUOTES = dict.fromkeys("“”„«»", '"')
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


class Excerpt(Value, frozen=True, kw_only=True):
    """A stretch of a text around the words looked for."""

    text: str
    places: tuple[tuple[int, int], ...] = ()
    """Start and end in `text` of each of the words."""


def fold_words(text: str) -> str:
    """Find a text in lower case and without accents, its quotation marks, dashes and spaces as keyboards have them."""
    if text.isascii():
        return text.lower()
    return _BEYOND_ASCII.sub(lambda found: _fold_one(found[0]), text).lower()


@lru_cache(maxsize=4096)
def _fold_one(character: str) -> str:
    """Fold one character; one that is an accent alone, or that nobody sees, becomes nothing."""
    if character in INVISIBLE:
        return ""
    levelled = plain(_QUOTES.get(character) or _LETTERS.get(character) or character)
    apart = unicodedata.normalize("NFKD", levelled)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold().lower()


def begins_a_word(folded: str) -> re.Pattern[str]:
    """Return the pattern of a folded word where it begins a word of a folded text."""
    return re.compile(rf"(?<![^\W_]){re.escape(folded)}")


def places_of(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return start and end of every place in the text where one of the folded words stands, none over another."""
    if text.isascii():
        folded, ends = text.lower(), None
    else:
        pieces = [_fold_one(character) for character in text]
        folded, ends = "".join(pieces), list(accumulate(map(len, pieces)))
    places: list[tuple[int, int]] = []
    for word in filter(None, words):
        at = folded.find(word)
        while at >= 0:
            places.append((at, at + len(word)))
            at = folded.find(word, at + len(word))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    if ends is None:
        return tuple(merged)
    return tuple((bisect_right(ends, start), bisect_right(ends, end - 1) + 1) for start, end in merged)


def excerpt_of(text: str, words: Sequence[str], room: int) -> Excerpt:
    """Return about so many characters of a text with the first of the folded words in sight."""
    places = places_of(text, words)
    start = 0
    # Wide characters take two cells.
    if places and places[0][1] > (room if text.isascii() else room // 2):
        start = max(0, places[0][0] - room // 3)
        after_space = text.find(" ", start, places[0][0]) + 1
        start = after_space or start
    cut = text[start : start + room + 1]
    lead = "…" if start else ""
    shift = start - len(lead)
    end = len(lead) + len(cut)
    shown = tuple((a - shift, min(b - shift, end)) for a, b in places if a >= start and a - shift < end)
    return Excerpt(text=lead + cut, places=shown)
