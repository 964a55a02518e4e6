"""Organisations that a header line or somebody's capacity names by an abbreviation: `Policy Officer, OPCC`."""

from __future__ import annotations

import re

_ABBREVIATION = re.compile(r"(?<![^\s,;(])[A-Z]{3,12}(?=[\s,;).]|$)")
_NONE = frozenset(
    "ALL AND FOR NONE THE TBA TBC GMT BST UTC JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE TUES WED "
    "THU THUR THURS FRI SAT SUN OBE MBE CBE KBE DBE QPM BEM MSP PHD ESQ".split()
)
_POSTS = frozenset(
    "PCC DPCC PFCC DPFCC DCC ACC DAC CFO DCFO ACFO ACO CEO COO CIO CTO CMO CNO DPO SRO SIO SBM DSL NED".split()
)
"""Abbreviations of posts: one person's, and no organisation's."""


def organisations_in(words: str) -> set[str]:
    """Find the organisations that words name by abbreviations of three capitals or more; none where all is capitals."""
    found = set(_ABBREVIATION.findall(words)) - _NONE - _POSTS
    return found if len(words.split()) == 1 or not words.isupper() else set()


def employers_in(capacity: str) -> set[str]:
    """Return the organisations that stand after a post: `OPCC` in `Policy Officer, OPCC`."""
    pieces = re.split(r"\s*[,;]\s*", capacity)[1:]
    return {piece for piece in pieces if _ABBREVIATION.fullmatch(piece) and piece in organisations_in(piece)}
