"""What a decision's words say of mover, seconder, votes and outcome, read from the end of the line."""

from __future__ import annotations

import re

from tui.meeting.capture.movers import read_person
from tui.meeting.model import Decision
from tui.meeting.people.directory import Directory
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.number_words import NUMBER, read_number

_NONE = frozenset({"none", "nobody", "no one", "no-one", "nil", "no", "zero"})
_ANY = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{NUMBER}|none|nobody|no[ -]one|nil|no)"
_COUNT = rf"(?<![\w£$€.,-])(?<!\bbut )(?<!\bexcept )({_ANY})"
_VOTERS = "votes?|voted|voting|members?|councillors?|trustees?|governors?"
_CAST = rf"(?:(?:{_VOTERS})\s+)?(?:voted\s+|were\s+|was\s+)?"
_MOTION = r"(?:the|this)\s+(?:motion|proposal|amendment|resolution|recommendation)"
_FOR = rf"for\b(?=\s*(?:[,;.:)/]|$|and\b|to\b|{_MOTION}|{_ANY}\s+{_CAST}against))"
_ABSTAINED = r"(?:abstained|abstentions?|abstaining|abstain)"
_ENDS = r"(?=\s*(?:[,;.:)]|$|with\b|and\b|on\b|in\s+favour\b))"
_FLAGS = re.IGNORECASE
_VOTES = {
    "votes_for": Pattern(rf"{_COUNT}\s+{_CAST}(?:in\s+favour\b|{_FOR})", _FLAGS),
    "votes_against": Pattern(rf"{_COUNT}\s+{_CAST}(?:against|opposed)\b(?!\s+(?:whom|which))", _FLAGS),
    "abstained": Pattern(rf"{_COUNT}\s+{_CAST}{_ABSTAINED}\b", _FLAGS),
}
_LABELLED = {
    "votes_for": Pattern(rf"\b(?:for|in favour)\s*[:=]\s*({_ANY})\b", _FLAGS),
    "votes_against": Pattern(rf"\bagainst\s*[:=]\s*({_ANY})\b", _FLAGS),
    "abstained": Pattern(rf"\b{_ABSTAINED}\s*[:=]?\s*({_ANY})\b(?!\s+(?:votes?\s+)?(?:for|against|in)\b)", _FLAGS),
}
_TABLE = Pattern(rf"\bfor\s+({_ANY})\s*[,;/]?\s+(?:and\s+)?against\s+({_ANY})\b", _FLAGS)
_TO = (
    Pattern(rf"{_COUNT}\s+votes?\s+(?:(?:for|in\s+favour)\s+)?to\s+({_ANY})\b", _FLAGS),
    Pattern(
        rf"\b(?:by|(?:majority|vote|margin)\s+of)\s+({_ANY})\s*(?:\bto\b|[-–:])\s*({_ANY})\b(?:\s+votes\b)?{_ENDS}",
        _FLAGS,
    ),
    Pattern(r"(?<![\w£$€.,-])(\d{1,5})\s*[-–:]\s*(\d{1,5})(?=\s+in\s+favour\b)", _FLAGS),
)
_UNSECONDED = (
    r"(?:(?:for|through|from|owing\s+to|due\s+to)\s+(?:a\s+|the\s+)?(?:want|lack)\s+of|as\s+(?:it|there)\s+(?:had|was)\s+no"
    r"|(?:owing|due)\s+to\s+there\s+being\s+no)\s+(?:a\s+)?(?:seconder|proposer|support)\b"
)
_LOST = Pattern(
    rf"\b(?:lost|defeated|rejected|fell|failed|not\s+(?:carried|agreed|approved))\b"
    rf"(?=\s*(?:[,;:)]|\.?\s*$|\.\s|(?:by|on)\s+(?:a\s|the\s+(?:chair|casting)|{_ANY}\b)|\(?\d|unanimously|{_UNSECONDED}))",
    _FLAGS,
)
_EVERYBODY = r"all(?:\s+(?:present|those\s+present|members|members\s+present|councillors|trustees|governors))?"
_OUTCOMES = (
    ("unanimous", Pattern(r"(?<!\bnot )(?<!non-)\b(?:unanimous(?:ly)?\b|nem\.?\s*con\b)", _FLAGS)),
    ("lost", _LOST),
    ("carried", Pattern(r"(?<!\bnot )\bcarried\b(?!\s+(?:out|forward|over|on|by\s+(?!\d|a\b))\b)", _FLAGS)),
    (
        "all",
        Pattern(
            rf"\b{_EVERYBODY}\s+(?:(?:agreed|approved|voted\s+for|(?:were\s+|voted\s+)?in\s+favour)\b|for(?=\s*(?:[,;.)]|$)))"
            rf"|\bby\s+all\b(?:\s+present)?{_ENDS}|(?:^|[,;:.(]\s*)all(?=[\s.)]*(?:$|[,;]))",
            _FLAGS,
        ),
    ),
)
_TAIL = 1000
"""Only the end of a decision is read: what was decided may speak of votes and proposals itself."""


def read_decision(directory: Directory, masked: str) -> Decision:
    """Read a decision from its words, restricted characters masked; what is not said stays unknown."""
    tail = masked[-_TAIL:]
    outcome = next((name for name, pattern in _OUTCOMES if pattern.search(tail)), "")
    votes_for, votes_against = _sides(tail, lost=outcome == "lost")
    return Decision(
        mover=read_person(directory, tail, "mover"),
        seconder=read_person(directory, tail, "seconder"),
        votes_for=votes_for,
        votes_against=votes_against,
        abstained=_count(tail, "abstained")[1],
        outcome=outcome,
    )


def _sides(text: str, *, lost: bool) -> tuple[int | None, int | None]:
    """Return the votes for and against, as `7 for, 2 against` or `5 votes to 3`, whichever is said last."""
    pairs = [match for pattern in (*_TO, _TABLE) for match in pattern.finditer(text)]
    place, votes_for = _count(text, "votes_for")
    other, votes_against = _count(text, "votes_against")
    if pairs and (last := max(pairs, key=lambda match: match.start())).start() >= max(place, other):
        pair = _number(last[1]), _number(last[2])
        # “Lost by 5 votes to 3” names the greater number first.
        swapped = lost and last.re is not _TABLE.compiled and (pair[0] or 0) > (pair[1] or 0)
        return (pair[1], pair[0]) if swapped else pair
    return votes_for, votes_against


def _count(text: str, name: str) -> tuple[int, int | None]:
    """Return the count said last, with the place where it stands; None at -1 where there is none."""
    matches = [*_VOTES[name].finditer(text), *_LABELLED[name].finditer(text)]
    if not matches:
        return -1, None
    last = max(matches, key=lambda match: match.start())
    return last.start(), _number(last[1])


def _number(words: str) -> int | None:
    folded = words.casefold().replace(",", "")
    return 0 if folded in _NONE else read_number(folded)
