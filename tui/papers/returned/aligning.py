"""Tell which passages of two versions of a paper are the same, are the same with other words, or stand elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from tui.meeting.model import Value

_ALIKE = 0.4
"""The share of common words from which on a passage in the same place is the other one, reworded."""
_MOVED = 0.6
"""The share from which on one that stands elsewhere is."""


class Paired(Value, frozen=True, kw_only=True):
    """A passage of the old version, the new one, or both."""

    old: int | None = None
    new: int | None = None
    moved: bool = False
    """Whether it stands elsewhere among the passages that both have."""


def paired(old: Sequence[str], new: Sequence[str]) -> list[Paired]:
    """Return every passage of both versions once, in the order of the new one, those that are gone where they stood."""
    once = _once_in_each(old, new)
    anchors = _in_order(once)
    moves = sorted(set(once) - set(anchors))
    rows: list[tuple[int | None, int | None]] = []
    before_old = before_new = 0
    gone, come = {a for a, _ in moves}, {b for _, b in moves}
    for at_old, at_new in [*anchors, (len(old), len(new))]:
        olds = [a for a in range(before_old, at_old) if a not in gone]
        news = [b for b in range(before_new, at_new) if b not in come]
        rows += [*_between(old, new, olds, news)]
        if at_old < len(old):
            rows.append((at_old, at_new))
        before_old, before_new = at_old + 1, at_new + 1
    parted = [a for a, b in rows if a is not None and b is None]
    moves += _moves(old, new, parted, [b for a, b in rows if a is None and b is not None])
    return _in_new_order(rows, moves)


def _in_new_order(rows: Sequence[tuple[int | None, int | None]], moves: Sequence[tuple[int, int]]) -> list[Paired]:
    gone, come = {a for a, _ in moves}, {b for _, b in moves}
    waiting = sorted((b, a) for a, b in moves)
    found: list[Paired] = []
    for a, b in rows:
        if a in gone or b in come:
            continue
        while waiting and b is not None and waiting[0][0] < b:
            place, was = waiting.pop(0)
            found.append(Paired(old=was, new=place, moved=True))
        found.append(Paired(old=a, new=b))
    return [*found, *(Paired(old=was, new=place, moved=True) for place, was in waiting)]


def _once_in_each(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the passages that stand once in each version with the very same words."""
    in_old, in_new = Counter(old), Counter(new)
    places = {words: at for at, words in enumerate(new)}
    return [(at, places[words]) for at, words in enumerate(old) if in_old[words] == 1 and in_new[words] == 1]


def _in_order(once: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return as many of them as keep their order: the longest increasing run, by patience."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(once):
        pile = bisect_left(tops, place)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        ends[pile : pile + 1] = [at]
    run: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(once[at])
        at = before[at]
    return run[::-1]


def _between(
    old: Sequence[str], new: Sequence[str], olds: Sequence[int], news: Sequence[int]
) -> Iterator[tuple[int | None, int | None]]:
    """Pair what stands between two anchors, so that as much as can be is alike."""
    if not olds or not news:
        yield from [(a, None) for a in olds]
        yield from [(None, b) for b in news]
        return
    bags_old, bags_new = [_bag(old[a]) for a in olds], [_bag(new[b]) for b in news]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    alike = [[_likeness(one, other) for other in bags_new] for one in bags_old]
    for i in range(len(olds) - 1, -1, -1):
        for j in range(len(news) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if alike[i][j] >= _ALIKE:
                best[i][j] = max(best[i][j], best[i + 1][j + 1] + _worth(alike[i][j]))
    i = j = 0
    while i < len(olds) and j < len(news):
        if alike[i][j] >= _ALIKE and best[i][j] == best[i + 1][j + 1] + _worth(alike[i][j]):
            yield olds[i], news[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield olds[i], None
            i += 1
        else:
            yield None, news[j]
            j += 1
    yield from [(a, None) for a in olds[i:]]
    yield from [(None, b) for b in news[j:]]


def _worth(likeness: float) -> float:
    return likeness * likeness


def _moves(old: Sequence[str], new: Sequence[str], olds: list[int], news: list[int]) -> list[tuple[int, int]]:
    """Pair what is gone with what has come elsewhere, the most alike first."""
    bags_old, bags_new = {a: _bag(old[a]) for a in olds}, {b: _bag(new[b]) for b in news}
    near = sorted(((-_likeness(bags_old[a], bags_new[b]), a, b) for a in olds for b in news), key=lambda row: row[0])
    found: list[tuple[int, int]] = []
    for likeness, a, b in near:
        if -likeness >= _MOVED and a in bags_old and b in bags_new:
            found.append((a, b))
            del bags_old[a], bags_new[b]
    return found


def _bag(words: str) -> Counter[str]:
    return Counter(words.casefold().split())


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words that both have: 1.0 for the same words, 0.0 for none in common."""
    count = one.total() + other.total()
    return 2 * (one & other).total() / count if count else 1.0
