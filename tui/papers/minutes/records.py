"""The record of a decision in a line of its own: who moved it, how the votes went, and what came of it."""

from __future__ import annotations

import re

from tui.meeting.decisions.reading import read_decision
from tui.meeting.decisions.record import read_record
from tui.meeting.model import Decision
from tui.meeting.people.directory import Directory
from tui.meeting.text.inline_markup import masked

_LABEL = re.compile(
    r"^\W*(?:abstimmung(?:sergebnis)?|ergebnis|votes?(?:\s+results?)?|result|outcome|scrutin|résultat du vote)\s*:\s*",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?P<by>(?:moved|proposed|seconded)(?:\s+by)?)\s*:(?=\s)", re.IGNORECASE)
_MAY_BE = re.compile(
    r"second|moved|propos|vote|\b(?:ja|nein|oui|non|yes|no|yea|aye|for|against|pour|contre|enthalt|abst|stimm|einstimm|mehrheit"
    r"|unanim|carried|adopt|approuv|approved|rejet|lost|passed|defeated|agreed|angenommen|abgelehnt|genehmigt|withdrawn"
    r"|deferred|favou?r|opposed|dafür|dagegen|voix)",
    re.IGNORECASE,
)
DECIDES = re.compile(
    r"^that\b|\b(?:approv|accept|adopt|award|grant|refus|reject|elect|appoint|authoris|authoriz)(?:e|es|ed|s)?\b"
    r"|\b(?:stimmt|zugestimmt|genehmigt|beschließt|beschliesst|bewilligt|wählt|verweigert|erteilt|erhält|lehnt|antrag|bittet|empfiehlt|beauftragt"
    r"|spricht sich)\b"
    r"|\b(?:approuve|autorise|décide|adopte|élit|valide|rejette|accepte|fixe|vote|émet|désigne|propose)(?:nt)?\b",
    re.IGNORECASE,
)
"""What tells that a sentence, behind which the votes stand, is what was voted on."""
_LONGEST = 200
_MOST = 600


def record_in(directory: Directory, text: str) -> frozenset[str]:
    """Return what sorts of record a text is and nothing else: `mover`, `votes`, `outcome`; nothing for other words."""
    if len(text) > _LONGEST or not _MAY_BE.search(text):
        return frozenset()
    words = text.strip("()[] .")
    label = _LABEL.match(words)
    record = read_record(directory, masked(plain(words[label.end() :] if label else words)))
    return frozenset(piece.sort for piece in record.pieces) if record.tail == 0 else frozenset()


def sorts_within(directory: Directory, text: str) -> frozenset[str]:
    """Return what sorts of record stand anywhere in a sentence that names who seconded something."""
    if len(text) > _MOST or "second" not in text.casefold():
        return frozenset()
    return frozenset(piece.sort for piece in read_record(directory, masked(plain(text))).pieces if piece.person)


def says_of_votes(text: str) -> bool:
    """Whether a line says first that it tells how the votes went: `Abstimmungsergebnis: einstimmig`."""
    return _LABEL.match(text) is not None


def plain(text: str) -> str:
    """Return words without the colon behind `Moved by`, as long as they were."""
    return _BY.sub(lambda found: found[0][:-1] + " ", text)


def decision_in(directory: Directory, text: str) -> Decision:
    """Read a decision from words in which labels may stand."""
    return read_decision(directory, masked(plain(text)))
