"""The words of a line of a list of people, without what is no name and nothing of anybody, and who is nobody."""

from __future__ import annotations

import re

from tui.papers.minutes.roll.initials import with_initials_apart
from tui.papers.understanding.people.enumerated import without_numbers_within

_GLUED = re.compile(r"\b([A-Z]|Mr|Mrs|Mme|Dr|MM)\.(?=[A-ZÄÖÜÉ][\w'’])")
_ENUMERATED = re.compile(r"(?:\(?\d{1,3}[.)]{1,2}|[•·–-])\s+")
_DITTO = re.compile(r"(?:[\"”„“'’]{1,2}\s+)+")
_IN_THE_CHAIR = re.compile(
    r"^(?:in\s+the\s+chair|chaired\s+by|chair(?:man|woman|person)?\s*[:–-])\s*:?\s*", re.IGNORECASE
)
_CLOSED_BEFORE_NAME = re.compile(
    r"(?<=[^\W\d_])\)\s+(?=[A-Z][\w.'’-]*\s+[A-Z(]|(?:[A-Z][\w'’-]*\s+){0,3}(?:members|trustees|governors|staff|officers)\s*:)"
)
_BESIDES = re.compile(r"^(?:also|plus|sowie|ainsi\s+que)\s+(?=[A-ZÄÖÜÉ])", re.IGNORECASE)
_TITLE_AND_COLON = re.compile(r"\b(Mesdames|Messieurs|Mmes?|MM|Mrs?|Frauen|Herren|Councillors|Cllrs)\s*:\s*")
_AND_SO_ON = re.compile(r"(?:\s*(?:…|\.{3}))+(?:\s*etc\.?)?$")
_NESTED = re.compile(r"\((?P<out>[^()]*?)\s*\((?P<inner>[^()]*)\)(?P<rest>[^()]*)\)")
"""Brackets within brackets: `(Board of Trade (BoT))`."""
_CLOSED_AT_NAME = re.compile(r"(\([^()]*\))(?=[A-ZÄÖÜÉ][a-zäöüéèß]+\s)")
"""Brackets and the next name, with not even a space between."""
_QUOTED = re.compile(
    r"(?<=[^\W\d_]) [\"“”„'‘’](?P<called>[A-ZÄÖÜÉ][^\W\d_]{1,15})[\"”“'’]"
    r" (?P<surname>(?:(?i:de|von|van|der|la|le)\s+)*[A-ZÄÖÜÉ][\w'’-]+)"
)
"""By what else somebody is called, between a first name and a surname: `Liz "Betty" Roe`."""
_HOW = re.compile(
    r"\s+(?:online|remotely|virtually|via\s+\w+|by\s+(?:phone|telephone|video|zoom))(?=\.\s|$)", re.IGNORECASE
)
"""How somebody was there, right behind the name."""
NOBODY = re.compile(
    r"(?:les|the|all|one|two|three|(?:four|five|six|seven|eight|nine|ten)(?=\s+(?:members|people|residents|others))|several|some|there\s+(?:were|was)\s+no|members?|tous|zusammen|sowie|\d+\s+(?i:members?|others?|people|public"
    r"|residents?|parishioners?|visitors?|guests?|zuhörer\w*|gäste|einwohner\w*|bürger\w*|personnes?|personen))\b.*"
    r"|(?i:no\b.*|none|nil|keine|aucune?|néant|niemand|n/a|tba|yes|ja|nein|oui|non|(?:presse|zuhörer|public|press)\b.*)"
)


def plain_words(text: str) -> str:
    """Return a line of a list without its number, its ditto marks and what says that somebody chairs."""
    words = _GLUED.sub(r"\1. ", without_numbers_within(" ".join(text.replace("**", "").split()))).strip("*_ ")
    words = _AND_SO_ON.sub("", words)
    words = _QUOTED.sub(r" \g<surname> (\g<called>)", words)
    while (nested := _NESTED.sub(_in_one_bracket, words)) != words:
        words = nested
    words = _CLOSED_AT_NAME.sub(r"\1, ", words)
    words = with_initials_apart(_TITLE_AND_COLON.sub(r"\1 ", _HOW.sub("", _BESIDES.sub("", words))))
    words = _IN_THE_CHAIR.sub("", re.sub(r"(?<=\w)\((?=[^()]{2,})", " (", words))
    words = _CLOSED_BEFORE_NAME.sub("), ", words)
    if (number := _ENUMERATED.match(words)) and not is_ordinal(words):
        words = words[number.end() :]
    return words[ditto.end() :] if (ditto := _DITTO.match(words)) else words


def _in_one_bracket(found: re.Match[str]) -> str:
    pieces = [found["out"].strip(), found["inner"].strip(), found["rest"].strip(" ,;–-")]
    return f"({' – '.join(piece for piece in pieces if piece)})"


def is_nobody(text: str) -> bool:
    """Whether a line of a list says that nobody is of it, or counts heads: `None`, `One member of the public`."""
    words = text.strip("*_ .")
    return NOBODY.fullmatch(words[:1].lower() + words[1:]) is not None


def is_ordinal(words: str) -> bool:
    """Whether a figure at the beginning belongs to a post: `1. stellv. Bürgermeister`."""
    return re.match(r"\d\.\s*(?:stellv|stv|vorsitz|beigeordn|bürgerm|vice|vize)", words, re.IGNORECASE) is not None
