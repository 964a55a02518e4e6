"""Which words have followed which: sequences of up to five words, learnt one text at a time.

A sequence of two words is counted; longer ones are found by looking back from the places where two words stood
together, so that memory grows with the words learnt and not with the length of the sequences.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from tui.meeting.text.lazy_patterns import Pattern

START = ""
"""Stands before the first word of a sentence, and at the end of a text."""

WHO = "<who>"
"""Stands for any person, as what follows one person's name may follow another's."""

_LOOKED_AT = 200
"""How many of the latest places of two words are looked back from; more would cost time and tell little."""

_BEST = 6
"""How many of the words that followed something are ranked: a likely next word is near the top somewhere."""

_LONGEST = 4
"""How many words before the next one are looked at."""

_TOKEN = Pattern(r"['’]s\b|\d+(?:[.,:]\d+)*|[^\W_]+(?:(?!['’]s\b)['’.&-][^\W_]+)*|[^\w\s]|_")


class Token(NamedTuple):
    """A word or a single mark of punctuation, by its place in a text."""

    word: str
    start: int
    end: int


class Ranked:
    """The best few of many, and at times as many again, kept while their scores grow."""

    __slots__ = ("_floor", "_size", "scores")

    def __init__(self, size: int) -> None:
        self.scores: dict[str, float] = {}
        self._size = size
        self._floor = 0.0

    def put(self, word: str, score: float) -> None:
        """Take a word's score, which is never lower than the one before."""
        if score <= self._floor:
            return
        scores = self.scores
        scores[word] = score
        # Sorting now and then costs less than looking for the lowest each time.
        if len(scores) > 2 * self._size:
            best = sorted(scores, key=scores.__getitem__)[self._size :]
            self._floor = scores[best[0]]
            self.scores = {kept: scores[kept] for kept in best}


class Followers:
    """The words that have followed something, and how often."""

    __slots__ = ("best", "counts", "total")

    def __init__(self, counts: dict[str, float] | None = None) -> None:
        self.counts = counts or {}
        self.total = sum(self.counts.values())
        self.best = Ranked(_BEST)
        """The most frequent ones."""
        for word, count in self.counts.items():
            self.best.put(word, count)

    def add(self, word: str, weight: float) -> None:
        """Count one more of a word."""
        count = self.counts.get(word, 0.0) + weight
        self.counts[word] = count
        self.total += weight
        self.best.put(word, count)


def tokens_of(text: str) -> list[Token]:
    """Part a text into words and punctuation."""
    return [Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]


def words_of(text: str) -> list[str]:
    """Return a text's words and punctuation alone."""
    return _TOKEN.findall(text)


def is_word(token: str) -> bool:
    """Return whether a token is a word, rather than punctuation or the end of a possessive."""
    return token[:1].isalnum()


class Sequences:
    """All the words learnt, in their order, and what followed what."""

    def __init__(self) -> None:
        self.people: set[str] = set()
        """The words that stand for a person."""
        self._words: list[str] = []
        self._weights: list[float] = []
        self._after: defaultdict[str, Followers] = defaultdict(Followers)
        self._places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)

    def learn(self, words: list[str], weight: float) -> None:
        """Learn one run of words and punctuation; its first only shows what the next one followed."""
        first = len(self._words)
        self._words.extend(words)
        self._weights.extend([weight] * len(words))
        for before, word in pairwise(words):
            self._after[before].add(word, weight)
            if before in self.people:
                self._after[WHO].add(word, weight)
        # The place of the last two is of no use: nothing follows them.
        for at, pair in enumerate(pairwise(words[:-1]), first + 1):
            self._places[pair].append(at)

    def followers(self, before: list[str]) -> list[Followers]:
        """Return what followed the last word of `before`, then its last two, and so on, the most general first."""
        last = before[-1]
        found = [self._after[WHO]] if last in self.people else []
        if last in self._after:
            found.append(self._after[last])
        if len(before) > 1 and (before[-2], last) in self._places:
            found.extend(self._longer(before))
        return found

    def _longer(self, before: list[str]) -> list[Followers]:
        """Return what followed the last two, three and four words."""
        words, weights = self._words, self._weights
        counts: list[dict[str, float]] = [{} for _ in range(_LONGEST - 1)]
        context = before[-3 : -1 - _LONGEST : -1]
        for place in self._places[before[-2], before[-1]][-_LOOKED_AT:]:
            word, weight = words[place + 1], weights[place + 1]
            counts[0][word] = counts[0].get(word, 0.0) + weight
            for back, wanted in enumerate(context, 1):
                if place - 1 < back or words[place - 1 - back] != wanted:
                    break
                counts[back][word] = counts[back].get(word, 0.0) + weight
        return [Followers(after) for after in counts if after]
