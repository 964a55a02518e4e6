"""The inline language of an entry's text: restricted words, emphasis and gaps.

`[[words]]` restricts, `*words*` and `**words**` emphasise, `??` is a gap, an address is a link; every other character
is literal.
Restricting is read first, and emphasis within each part on its own, so that no emphasis crosses a `[[` or `]]`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from tui.meeting.text.addresses import addresses, has_address

MASK = "￼"
"""The object replacement character: stands for each character of restricted words, and reads as no word."""

GAP = "??"

Emphasis = Literal["", "em", "strong"]

_BRACKETS = re.compile(r"\[{2,}|\]{2,}")
_STARS = re.compile(r"\*+")
_GAPS = re.compile(r"\?{2,}")
_MARK = re.compile(r"\[\[|\]\]|\*|\?\?")


class Span(Struct, frozen=True):
    """A stretch of words of one sort."""

    words: str
    """Without the marks; empty only for a restricted part that holds nothing."""
    emphasis: Emphasis = ""
    """`em`, `strong`, or empty."""
    restricted: bool = False
    """True within `[[…]]`."""
    gap: bool = False
    """True for `??`, which prints as it stands."""
    link: bool = False
    """True for an address, which leads there where the format has links."""


class MarkupPart(NamedTuple):
    """A stretch of a text between brackets that restrict, by its places in the text."""

    start: int
    end: int
    restricted: bool
    opening: bool
    """True for a `[[` that begins a restricted part, so that an empty one is not lost."""


class _Run(NamedTuple):
    """A run of asterisks that may open or close an emphasis."""

    start: int
    length: int


def parts(text: str) -> Iterator[MarkupPart]:
    """Part the text at its restricting brackets, which belong to no part.

    Brackets are counted, so that nested ones restrict as a whole; a run of closing brackets closes with its
    last ones, and a `[[` that is never closed restricts to the end, which is the safe side.
    """
    depth = 0
    start = 0
    for run in _BRACKETS.finditer(text):
        pairs = len(run[0]) // 2
        if run[0][0] == "[":
            inner = run.start() + 2 * pairs
            yield MarkupPart(start, run.start(), depth > 0, False)
            yield MarkupPart(inner, inner, True, depth == 0)
            depth, start = depth + pairs, inner
        elif depth:
            outer = run.end() - 2 * min(depth, pairs)
            yield MarkupPart(start, outer, True, False)
            depth, start = depth - min(depth, pairs), run.end()
    yield MarkupPart(start, len(text), depth > 0, False)


def spans(text: str) -> tuple[Span, ...]:
    """Read the text's marks; the words of all spans together are the text without them."""
    if not has_marks(text):
        return (Span(text),) if text else ()
    found: list[Span] = []
    for part in parts(text):
        if part.opening:
            found.append(Span("", restricted=True))
        for words, emphasis in _emphasised(text[part.start : part.end]):
            found.extend(_with_gaps(words, emphasis, part.restricted))
    kept = [span for at, span in enumerate(found) if span.words or not _filled(found, at)]
    return tuple(_with_links(kept)) if has_address(text) else tuple(kept)


def masked(text: str) -> str:
    """Replace every restricted character, brackets included, so that the text keeps its length."""
    if "[[" not in text:
        return text
    kept: list[str] = []
    at = 0
    for part in parts(text):
        if not part.restricted:
            kept.append(MASK * (part.start - at) + text[part.start : part.end])
            at = part.end
    return "".join(kept) + MASK * (len(text) - at)


def plain(text: str) -> str:
    """Return the words without their marks."""
    return "".join(span.words for span in spans(text))


def withheld(text: str) -> str:
    """Take the restricted words out: each restricted part is left as an empty `[[]]`.

    The marks stay so that the rest of the text reads as it did before.
    """
    if "[[" not in text:
        return text
    kept: list[str] = []
    for part in parts(text):
        if part.opening:
            kept.append("[[]]")
        if not part.restricted:
            kept.append(text[part.start : part.end])
    return "".join(kept)


def has_restricted(text: str) -> bool:
    """Return whether any words of the text are restricted."""
    return "[[" in text


def has_marks(text: str) -> bool:
    """Return whether a text may hold any mark; without one it is a single plain span."""
    return _MARK.search(text) is not None or has_address(text)


def has_gap(text: str) -> bool:
    """Return whether something is marked as missed."""
    return GAP in text


def _filled(found: list[Span], at: int) -> bool:
    """Return whether a restricted part's opening is followed by words of that part."""
    return at + 1 < len(found) and found[at + 1].restricted and bool(found[at + 1].words)


def _with_gaps(words: str, emphasis: Emphasis, restricted: bool) -> Iterator[Span]:
    at = 0
    for gap in _GAPS.finditer(words):
        if gap.start() > at:
            yield Span(words[at : gap.start()], emphasis, restricted)
        yield Span(gap[0], emphasis, restricted, gap=True)
        at = gap.end()
    if at < len(words):
        yield Span(words[at:], emphasis, restricted)


def _with_links(found: list[Span]) -> Iterator[Span]:
    """Part the spans at their addresses; one that touches what is marked otherwise may go on there, and is no link."""
    for place, span in enumerate(found):
        at, words = 0, span.words
        for start, end in addresses(words):
            before = found[place - 1] if place and not start else None
            after = found[place + 1] if place + 1 < len(found) and end == len(words) else None
            if (before and not before.words[-1:].isspace()) or (after and not after.words[:1].isspace()):
                continue
            if start > at:
                yield replace(span, words=words[at:start])
            yield replace(span, words=words[start:end], link=True)
            at = end
        if at < len(words) or not words:
            yield replace(span, words=words[at:])


def _emphasised(part: str) -> Iterator[tuple[str, Emphasis]]:
    """Part a text without restricting brackets at its emphasis; a pair within a pair adds nothing to it."""
    at = 0
    pairs = _pairs(part)
    inner = {run.start: run.length for pair in pairs for run in pair}
    for opener, closer in pairs:
        if opener.start < at:
            continue
        if opener.start > at:
            yield part[at : opener.start], ""
        yield (
            _without(part, opener.start + opener.length, closer.start, inner),
            "em" if opener.length == 1 else "strong",
        )
        at = closer.start + closer.length
    if at < len(part):
        yield part[at:], ""


def _without(part: str, start: int, end: int, marks: dict[int, int]) -> str:
    kept: list[str] = []
    for run in _STARS.finditer(part, start, end):
        if run.start() in marks:
            kept.append(part[start : run.start()])
            start = run.end()
    return "".join(kept) + part[start:end]


def _pairs(part: str) -> list[tuple[_Run, _Run]]:
    """Pair the runs of one or two asterisks, in the order of their openers.

    The rule is CommonMark 0.31's for delimiter runs, in its form for `_`, which never works inside a word.
    """
    waiting: dict[int, list[_Run]] = {1: [], 2: []}
    pairs: list[tuple[_Run, _Run]] = []
    for match in _STARS.finditer(part):
        run = _Run(match.start(), len(match[0]))
        if run.length > 2:
            continue
        opens, closes = _flanks(part, match.start(), match.end())
        if closes and waiting[run.length]:
            opener = waiting[run.length].pop()
            other = waiting[3 - run.length]
            # What opened within the pair and was not closed there is literal.
            while other and other[-1].start > opener.start:
                other.pop()
            pairs.append((opener, run))
        elif opens:
            waiting[run.length].append(run)
    return sorted(pairs)


def _flanks(part: str, start: int, end: int) -> tuple[bool, bool]:
    """Return whether the run of asterisks can open, and whether it can close, an emphasis."""
    before = _sort(part[start - 1 : start])
    after = _sort(part[end : end + 1])
    left = after == "word" or (after == "mark" and before != "word")
    right = before == "word" or (before == "mark" and after != "word")
    return left and (not right or before == "mark"), right and (not left or after == "mark")


def _sort(character: str) -> Literal["space", "mark", "word"]:
    if not character or character in "\t\n\f\r":
        return "space"
    category = unicodedata.category(character)
    if category == "Zs":
        return "space"
    return "mark" if category[0] in "PS" else "word"
