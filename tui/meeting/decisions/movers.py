"""Who moved and who seconded, as a decision's words name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from tui.meeting.dates.written_dates import MONTH, WEEKDAY
from tui.meeting.decisions.pieces import TITLES, NamedPerson, Piece
from tui.meeting.decisions.record_words import either
from tui.meeting.people.directory import Directory
from tui.meeting.text.inline_markup import MASK
from tui.meeting.text.lazy_patterns import Pattern

Role = Literal["mover", "seconder"]

_NAMED = r"(?P<words>[^,;:()\n\d]{1,80})"
_BEFORE = r"([^,;:()\n]{1,80}?)"
_BY_WORD = either(lambda words: words.by)
_BY = {
    role: Pattern(
        rf"(?<!\bbe )(?<!\bbeing )(?:\bit\s+was\s+)?(?<!\w)(?:{words})(?!\w)\s*"
        rf"(?P<by>{_BY_WORD}\b|:|(?<=er)\s|(?<=in)\s)?\s*(?={_NAMED})",
        re.IGNORECASE,
    )
    for role, words in (
        ("mover", either(lambda words: words.mover)),
        ("seconder", either(lambda words: words.seconder)),
    )
}
_ACTIVE = {
    "mover": Pattern(rf"{_BEFORE}(?:,\s*seconded\s+by\s+[^,;:()\n]{{1,80}},)?\s+(?:proposed|moved)\b", re.IGNORECASE),
    "seconder": Pattern(rf"{_BEFORE}\s+seconded\b(?!\s+by\b)", re.IGNORECASE),
}
_BOTH = Pattern(
    r"(?<!\w)(?:moved(?:\s*(?:/|and|&)\s*seconded)?(?:\s+by)?|m\s*/\s*s(?:\s*/\s*c)?|msc|proposed(?:\s+by)?|prop\.?)\s*"
    r"[:;(]?\s*(?P<mover>[^,;:()/&\n]{1,60}?)\s*(?:/|&)\s*(?P<seconder>[^,;:()/\n.]{1,60})",
    re.IGNORECASE,
)
_TWO = Pattern(
    r"(?:^|(?<=[.;,(]\s)|(?<=\())(?P<mover>[^,;:()/&\n.\d]{1,40}?)\s*/\s*(?P<seconder>[^,;:()/\n.\d]{1,40}?)"
    r"(?=\s+that\b|\s*:|\s*[).;,]*\s*(?:carried|lost|defeated|passed|agreed|approved|cd)\b)",
    re.IGNORECASE,
)
"""`AL/BO that …` and `(Lee/Oake) carried`: two names, and nothing beside them."""
_FULL_STOP = Pattern(
    r"(?<!\b\w)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bCllr)(?<!\bRev)(?<!\bRevd)(?<!\bProf)(?<!\bSt)\.(?=\s|$)"
)
_STOP = Pattern(
    r"\b(?:and\s+(?:second|carried|agreed|resolved)\w*|(?:und|et|y|ac?)\s+(?:unterstützt|appuy|second|secund|eili)\w*|"
    r"second\w*|propos\w*|mov\w*|votes?|agreed|carried|resolved|with|who|that|unanimous\w*|nem|all|was|were|is|subject|to)\b",
    re.IGNORECASE,
)
_AND = Pattern(r"\s+(?:and|&)\s+", re.IGNORECASE)
_TIME = Pattern(rf"(?:{MONTH}|{WEEKDAY})\b", re.IGNORECASE)
_SMALL = frozenset("de la le van von der den da di du del dos the of".split())


def mover_pieces(directory: Directory, text: str, role: Role) -> list[Piece]:
    """Return where a text, restricted words masked, says who moved or seconded, in order.

    A known name gives its label; an unknown one is kept as said where `by` or a colon comes before it.
    """
    found = [
        Piece(match.start(), person.end, role, person=person)
        for match in _BY[role].finditer(text)
        if (person := _after(directory, match))
    ]
    found.extend(
        Piece(person.start, match.end(), role, person=person)
        for match in _ACTIVE[role].finditer(text)
        if (person := _before(directory, match))
    )
    found.extend(_of_two(directory, text, role))
    return sorted(found, key=lambda piece: piece.start)


def _of_two(directory: Directory, text: str, role: Role) -> Iterator[Piece]:
    """Read `Moved: Lee/Oake` and `(Lee/Oake) carried`, both of whom have to be known."""
    for match in (*_BOTH.finditer(text), *_TWO.finditer(text)):
        mover = _leading(directory, match["mover"], match.start("mover"))
        seconder = _leading(directory, match["seconder"], match.start("seconder"))
        if mover and seconder and mover.end == match.end("mover"):
            yield (
                Piece(match.start(), mover.end, role, person=mover)
                if role == "mover"
                else Piece(mover.end, seconder.end, role, person=seconder)
            )


def _leading(directory: Directory, words: str, at: int) -> NamedPerson | None:
    """Return the longest known name that words begin with."""
    said = words.split()
    for end in range(len(said), 0, -1):
        name = " ".join(said[:end]).rstrip(".")
        if (known := directory.find(name, in_sentence=True)) and known.name and words.startswith(name):
            return NamedPerson(at, at + len(name), known.label)
    return None


def _after(directory: Directory, match: re.Match[str]) -> NamedPerson | None:
    """Return the name that follows `proposed by`."""
    at = match.start("words")
    words = match["words"]
    for ending in (_FULL_STOP, _STOP):
        if stop := ending.search(words):
            words = words[: stop.start()]
    at += len(words) - len(words.lstrip(" ."))
    words = words.strip(" .")
    if not words or MASK in words:
        return None
    for whole in (words, _AND.split(words)[0]):
        if known := directory.find(whole, in_sentence=True):
            return NamedPerson(at, at + len(whole), known.label)
    said = words.split()
    for end in range(len(said) - 1, 0, -1):
        # “by the Chair of Highways” is somebody else, “by CO as amended” is not.
        if said[end].islower() and said[end] not in _SMALL and (known := directory.find(" ".join(said[:end]))):
            return NamedPerson(at, at + words.index(said[end - 1]) + len(said[end - 1]), known.label)
    if len(said) > 1 and said[0].casefold() in TITLES and (known := directory.find(" ".join(said[1:]))):
        return NamedPerson(at + words.index(said[1], len(said[0])), at + len(words), known.label)
    name = _capitalised(said) if match["by"] else ""
    if match["by"] == ":" and name != " ".join(said):
        return None  # “Antrag: Der Zaun wird rot” says what is moved.
    return NamedPerson(at, at + len(name), name) if name else None


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
    return "" if "/" in name or _TIME.match(name) else name


def _before(directory: Directory, match: re.Match[str]) -> NamedPerson | None:
    """Return the known name that a phrase before `proposed` ends in; the words before it are the sentence's own."""
    phrase = match[1].rstrip()
    words = list(re.finditer(r"\S+", phrase))
    for word in words[-6:]:
        if known := directory.find(phrase[word.start() :], in_sentence=True):
            return NamedPerson(match.start(1) + word.start(), match.start(1) + len(phrase), known.label)
    return None
