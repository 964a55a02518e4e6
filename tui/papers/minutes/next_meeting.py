"""When the next meeting is: a heading with its day below, or a line that says both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.dates.moments import moments_in
from tui.papers.minutes.outline import Titled
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.words import NEXT_HEAD
from tui.papers.understanding.titles import moments_alone

_LABEL = re.compile(rf"^\W*(?:{NEXT_HEAD.pattern})\W*?(?:\s*[:–—-]\s*|\s*$)(?P<rest>.*)$", re.IGNORECASE)
_LONGEST = 30


def without_next(sections: Sequence[Titled]) -> tuple[list[Titled], str, list[Passage]]:
    """Return the sections without what only tells of the next meeting, these words, and the passages they stood in."""
    kept: list[Titled] = []
    told, left = "", []
    for section in sections:
        found = _LABEL.match(section.heading)
        words = _short(section.passages, found["rest"] if found else "")
        alone = not section.number or moments_alone(words)
        if found and words and alone and not told:
            taken = _taking(section.passages, found["rest"])
            told = words
            left += [*section.passages[:taken]]
            rest = tuple(one for one in section.passages[taken:] if len(one.text.split()) > 2)
            if rest and kept:
                kept[-1] = replace(kept[-1], passages=(*kept[-1].passages, *rest))
            continue
        section, words, passages = _within(section) if not told else (section, "", [])
        told = told or words
        left += passages
        kept.append(section)
    return kept, told, left


def _taking(passages: Sequence[Passage], rest: str) -> int:
    """Return how many passages tell the day: up to the last of the first three that names one."""
    if rest and moments_in(rest):
        return 0
    days = [at for at, one in enumerate(passages[:3], 1) if moments_in(one.text) and len(one.text.split()) < _LONGEST]
    return days[-1] if days else 0


def _short(passages: Sequence[Passage], rest: str) -> str:
    """Return the words that tell the next day; empty where they are more than that."""
    taken = _taking(passages, rest)
    words = " ".join(piece for piece in [rest, *(one.text for one in passages[:taken])] if piece)
    later = passages[taken:]
    if any(len(one.text.split()) > 20 for one in later) or len(words.split()) > _LONGEST:
        return ""
    return words if moments_in(words) else ""


def _within(section: Titled) -> tuple[Titled, str, list[Passage]]:
    """Take a line that tells the next day, with the days that follow it, out of a section."""
    for at, passage in enumerate(section.passages):
        found = _LABEL.match(passage.text) if not passage.cells and len(passage.text.split()) < _LONGEST else None
        if found is None:
            continue
        following = section.passages[at + 1 :]
        taken = _taking(following[:1], found["rest"])
        words = " ".join(piece for piece in [found["rest"], *(one.text for one in following[:taken])] if piece)
        if not words or not moments_in(words):
            continue
        rest = (*section.passages[:at], *following[taken:])
        return replace(section, passages=rest), words, [passage, *following[:taken]]
    return section, "", []
