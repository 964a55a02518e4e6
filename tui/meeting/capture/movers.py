"""Who moved and who seconded, as a decision's words name them."""

from __future__ import annotations

import re
from typing import Literal

from tui.meeting.dates.written_dates import MONTH, WEEKDAY
from tui.meeting.people.directory import Directory
from tui.meeting.text.inline_markup import MASK
from tui.meeting.text.lazy_patterns import Pattern

Role = Literal["mover", "seconder"]

_NAMED = r"([^,;:()\n\d]{1,80})"
_BEFORE = r"([^,;:()\n]{1,80}?)"
_MOVED = r"proposed|moved|prop\b\.?|proposer|mover"
_SECONDED = r"seconded|sec\b\.?|seconder"
_BY = {
    role: Pattern(rf"(?<!\bbe )(?<!\bbeing )\b(?:{words})\s*(?P<by>by\b|:|(?<=er)\s)?\s*(?={_NAMED})", re.IGNORECASE)
    for role, words in (("mover", _MOVED), ("seconder", _SECONDED))
}
_ACTIVE = {
    "mover": Pattern(rf"{_BEFORE}(?:,\s*seconded\s+by\s+[^,;:()\n]{{1,80}},)?\s+(?:proposed|moved)\b", re.IGNORECASE),
    "seconder": Pattern(rf"{_BEFORE}\s+seconded\b(?!\s+by\b)", re.IGNORECASE),
}
_FULL_STOP = Pattern(
    r"(?<!\b\w)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bCllr)(?<!\bRev)(?<!\bRevd)(?<!\bProf)(?<!\bSt)\.(?=\s|$)"
)
_STOP = Pattern(
    r"\b(?:and\s+(?:second|carried|agreed|resolved)\w*|second\w*|propos\w*|mov\w*|votes?|agreed|carried|resolved|with|who|"
    r"that|unanimous\w*|nem|all|was|were|is|subject|to)\b",
    re.IGNORECASE,
)
_AND = Pattern(r"\s+(?:and|&)\s+", re.IGNORECASE)
_TIME = Pattern(rf"(?:{MONTH}|{WEEKDAY})\b", re.IGNORECASE)
_SMALL = frozenset("de la le van von der den da di du del dos the of".split())


def read_person(directory: Directory, text: str, role: Role) -> str:
    """Return who moved or seconded, as said nearest to the end of the text; empty where nobody is named.

    A known name gives its label; an unknown one is kept as said where `by` or a colon comes before it.
    `text` has its restricted words masked.
    """
    found = [(match.start(), _after(directory, match)) for match in _BY[role].finditer(text)]
    found += [(match.end(1), _before(directory, match.group(1))) for match in _ACTIVE[role].finditer(text)]
    return max(((place, name) for place, name in found if name), default=(0, ""))[1]


def _after(directory: Directory, match: re.Match[str]) -> str:
    """Return the name that follows `proposed by`."""
    words = match.group(2)
    for ending in (_FULL_STOP, _STOP):
        if stop := ending.search(words):
            words = words[: stop.start()]
    words = words.strip(" .")
    if not words or MASK in words:
        return ""
    for whole in (words, _AND.split(words)[0]):
        if known := directory.find(whole, in_sentence=True):
            return known.label
    said = words.split()
    for end in range(len(said) - 1, 0, -1):
        # “by the Chair of Highways” is somebody else, “by CO as amended” is not.
        if said[end].islower() and said[end] not in _SMALL and (known := directory.find(" ".join(said[:end]))):
            return known.label
    return _capitalised(said) if match.group("by") else ""


def _capitalised(words: list[str]) -> str:
    """Return an unknown name as said: the capitalised words that the phrase begins with."""
    kept: list[str] = []
    for word in words:
        if not (word[0].isupper() or (kept and word in _SMALL)):
            break
        kept.append(word)
    while kept and kept[-1] in _SMALL:
        kept.pop()
    name = " ".join(kept)
    return "" if _TIME.match(name) else name


def _before(directory: Directory, phrase: str) -> str:
    """Return the known name that a phrase before `proposed` ends in; the words before it are the sentence's own."""
    words = phrase.split()
    for start in range(max(0, len(words) - 6), len(words)):
        if known := directory.find(" ".join(words[start:]), in_sentence=True):
            return known.label
    return ""
