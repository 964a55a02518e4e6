"""What a decision's words say of mover, seconder, votes and outcome, read from the end of the line."""

from __future__ import annotations

import re

from tui.meeting.model import Decision
from tui.meeting.names import Directory
from tui.meeting.numbers import read_number
from tui.meeting.wording import MASK

_NAME = r"((?:(?!\b(?:and|second\w*|propos\w*|mov\w*|votes?|agreed|carried|resolved|with|who)\b)[^,;:()\n]){1,80})"
_BY = {
    "mover": re.compile(rf"\b(?:proposed|moved|prop\.?|proposer:?|mover:?)\s*(?:by\b|:)?\s*{_NAME}", re.IGNORECASE),
    "seconder": re.compile(rf"\b(?:seconded|sec\.?|seconder:?)\s*(?:by\b|:)?\s*{_NAME}", re.IGNORECASE),
}
_ACTIVE = {
    "mover": re.compile(r"([^,;:()\n]{1,80}?)\s+(?:proposed|moved)\b", re.IGNORECASE),
    "seconder": re.compile(r"([^,;:()\n]{1,80}?)\s+seconded\b", re.IGNORECASE),
}
_COUNT = r"\b(\d{1,5}|[a-z]+(?:[- ][a-z]+)?)"
_VOTES = {
    "votes_for": re.compile(rf"{_COUNT}\s+(?:votes?\s+)?(?:(?:were\s+|was\s+)?in\s+favour\b|for\b(?=\s*(?:[,;.)]|$|and\b|to\b)))", re.IGNORECASE),
    "votes_against": re.compile(rf"{_COUNT}\s+(?:votes?\s+)?(?:were\s+|was\s+)?against\b", re.IGNORECASE),
    "abstained": re.compile(rf"{_COUNT}\s+(?:abstained|abstentions?|abstaining|abstain)\b", re.IGNORECASE),
}
_LABELLED = {
    "votes_for": re.compile(r"\b(?:for|in favour)\s*[:=]\s*(\d{1,5})\b", re.IGNORECASE),
    "votes_against": re.compile(r"\bagainst\s*[:=]\s*(\d{1,5})\b", re.IGNORECASE),
    "abstained": re.compile(r"\b(?:abstained|abstentions?)\s*[:=]\s*(\d{1,5})\b", re.IGNORECASE),
}
_TO = re.compile(rf"{_COUNT}\s+votes?\s+to\s+{_COUNT}\b|\bby\s+(\d{{1,5}})\s+to\s+(\d{{1,5}})\b", re.IGNORECASE)
_OUTCOMES = (
    ("unanimous", re.compile(r"\b(?:unanimous(?:ly)?|nem\.?\s*con\.?)", re.IGNORECASE)),
    ("lost", re.compile(r"\b(?:lost|defeated|rejected|not\s+carried|fell|failed)\b[\s.]*$", re.IGNORECASE)),
    ("carried", re.compile(r"\bcarried\b(?!\s+(?:out|forward|over|by\s+(?!\d|a\b))\b)", re.IGNORECASE)),
    ("all", re.compile(r"(?:^|[,;:.(]\s*)all(?:\s+agreed\b|(?:\s+(?:in\s+favour|voted\s+for|for|were\s+in\s+favour))?[\s.)]*(?=$|[,;]))"
                       r"|\b(?:agreed|approved)\s+by\s+all\b|\ball\s+(?:were\s+)?in\s+favour\b", re.IGNORECASE)),
)
_TAIL = 1000
"""Only the end of a decision is read: what was decided may speak of votes and proposals itself."""


def read_decision(directory: Directory, masked: str) -> Decision:
    """Read a decision from its words, restricted characters masked; what is not said stays unknown."""
    tail = masked[-_TAIL:]
    votes = {name: _count(tail, name) for name in _VOTES}
    if to := _last(_TO, tail):
        pair = (to.group(1), to.group(2)) if to.group(1) else (to.group(3), to.group(4))
        both = [_number(words) for words in pair]
        if None not in both:
            votes["votes_for"], votes["votes_against"] = both
    return Decision(
        mover=_person(directory, tail, "mover"),
        seconder=_person(directory, tail, "seconder"),
        votes_for=votes["votes_for"],
        votes_against=votes["votes_against"],
        abstained=votes["abstained"],
        outcome=next((name for name, pattern in _OUTCOMES if pattern.search(tail)), ""),
    )


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    matches = list(pattern.finditer(text))
    return matches[-1] if matches else None


def _count(text: str, name: str) -> int | None:
    for match in reversed([*_VOTES[name].finditer(text), *_LABELLED[name].finditer(text)]):
        if (number := _number(match.group(1))) is not None:
            return number
    return None


def _number(words: str) -> int | None:
    """Read digits or the number words that a phrase ends in: `carried six` is 6, `none` is 0."""
    if words.isascii() and words.isdigit():
        return int(words)
    folded = words.casefold()
    for phrase in (folded, folded.split()[-1]):
        if phrase in {"none", "nobody", "no"}:
            return 0
        if (number := read_number(phrase)) is not None:
            return number
    return None


def _person(directory: Directory, text: str, role: str) -> str:
    """Give who moved or seconded: a known label where the name is known, else the words as said after `by`."""
    for match in reversed(list(_BY[role].finditer(text))):
        words = match.group(1).strip(" .")
        by = re.search(r"\bby\b|:|\.", match.group(0)[: -len(match.group(1)) or None], re.IGNORECASE)
        if not words or MASK in words:
            continue
        if known := directory.find(words):
            return known.label
        if by and words[0].isupper():
            return words
    for match in reversed(list(_ACTIVE[role].finditer(text))):
        words = match.group(1).split()
        for start in range(max(0, len(words) - 5), len(words)):
            if known := directory.find(" ".join(words[start:])):
                return known.label
    return ""
