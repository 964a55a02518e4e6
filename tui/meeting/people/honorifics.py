"""Titles before a name: honorifics, ranks and posts, in full and as people shorten them."""

from __future__ import annotations

import re

from tui.meeting.text.lazy_patterns import Pattern

_COURTESY = (
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness hon rt rev revd reverend fr father canon madam "
    "deacon cllr cllrs councillor cr alderman ald capt captain col colonel maj major lt judge "
    "herr frau monsieur madame mme mlle señor señora sr sra srta"
)
_RANK = "inspector insp superintendent supt sergeant sgt constable pc dc ds di dci dsupt ci ch det pcso commander"
_TITLE = Pattern(
    rf"(?:(?:(?:detective|det\.?|acting|temporary|temp\.?)\s+|[dta]/)*"
    rf"(?:(?:chief|ch\.?|c/)[\s/]*(?=inspector|insp|superintendent|supt))?(?:{_RANK.replace(' ', '|')})"
    rf"|(?:(?:district|county|parish|town|borough|city|ward)\s+(?=cllr|councillor))?(?:{_COURTESY.replace(' ', '|')}))"
    r"(?:\.?\s+|\.(?=\w))(?=[^\s,])",
    re.IGNORECASE,
)
_POST = Pattern(
    r"(?:[TA]/)?(?:[A-Z]{3,8}|CC|(?:(?:Temporary|Acting|Deputy|Assistant)\s+)*Chief\s+Constable)\s+"
    r"(?=[^\s,/&+]{2,}\s+[^\s,/&+]{2})"
)
"""A post at a name's beginning; only where a whole name follows: `ACC Claire Nix`, but `JRR Tolkien`."""
_IN_FULL = {
    "insp": "inspector",
    "supt": "superintendent",
    "sgt": "sergeant",
    "pc": "constable",
    "ch": "chief",
    "c": "chief",
    "det": "detective",
    "d": "detective",
    "ci": "chief inspector",
    "dc": "detective constable",
    "ds": "detective sergeant",
    "di": "detective inspector",
    "dci": "detective chief inspector",
    "dsupt": "detective superintendent",
    "prof": "professor",
    "rev": "reverend",
    "revd": "reverend",
    "fr": "father",
    "cllr": "councillor",
    "cr": "councillor",
    "ald": "alderman",
    "capt": "captain",
    "col": "colonel",
    "maj": "major",
}
_FOR_NOW = frozenset("t a temp temporary acting interim".split())


def split_title(name: str) -> tuple[list[str], str]:
    """Part a name from the titles before it: `Cllr Dr Jo Lee` into `Cllr`, `Dr` and `Jo Lee`."""
    rest = " ".join(name.split())
    titles = []
    while found := _TITLE.match(rest) or (None if rest.isupper() else _POST.match(rest)):
        titles.append(found.group().strip())
        rest = rest[found.end() :]
    return titles, rest


def plain_title(folded: str) -> str:
    """Write a folded title in full, so that `ch insp`, `ci` and `chief inspector` are one; `t/acc` is an `acc`."""
    words = (word for word in re.split(r"[\s/]+", folded) if word not in _FOR_NOW)
    return " ".join(_IN_FULL.get(word, word) for word in words).strip()
