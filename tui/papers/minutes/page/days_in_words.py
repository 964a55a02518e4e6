"""Days that are written out in words, as French deeds have them: `l'an deux mille vingt-cinq, le dix-sept juin`."""

from __future__ import annotations

import re

_UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf"
).split()
_TENS = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "quatre-vingt": 80,
    "quatre-vingts": 80,
}
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_DEED = re.compile(
    r"\bl['’]an\s+deux[\s-]mill?e?s?[\s-]+(?P<year>[a-zé]+(?:[\s-]+(?:et[\s-]+)?[a-zé]+){0,3}?)\s*,?\s+(?:et\s+)?le\s+"
    rf"(?:[a-z]+di\s+|dimanche\s+)?(?P<day>\d{{1,2}}(?:er)?|premier|[a-z]+(?:[\s-](?:et[\s-])?[a-z]+)?)\s+(?P<month>{'|'.join(_MONTHS)})\b",
    re.IGNORECASE,
)


def day_in_words(text: str) -> str:
    """Return a day that a deed tells in words as `17 juin 2025`; empty where it tells none."""
    found = _DEED.search(text)
    if found is None:
        return ""
    year, day = _number(found["year"]), _number(found["day"])
    return f"{day} {found['month'].casefold()} {2000 + year}" if year is not None and day else ""


def _number(words: str) -> int | None:
    """Return the number below a hundred that French words tell; None for other words."""
    told = (
        words.casefold().removesuffix("er") if words[:1].isdigit() else re.sub(r"[\s-]+", "-", words.casefold().strip())
    )
    if told.isdigit():
        return int(told)
    told = "un" if told == "premier" else told
    if told in _UNITS:
        return _UNITS.index(told)
    for ten in sorted(_TENS, key=len, reverse=True):
        rest = told.removeprefix(ten).removeprefix("-et").removeprefix("-")
        if told.startswith(ten) and (not rest or rest in _UNITS):
            return _TENS[ten] + (_UNITS.index(rest) if rest else 0)
    return None
