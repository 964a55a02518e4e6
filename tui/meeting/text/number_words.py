"""Numbers as people write them: `7`, `six`, `twenty-one`; `2nd`, `third`, `twenty-first`."""

from __future__ import annotations

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_UNIT_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TEN_ORDINALS = [ten.removesuffix("y") + "ieth" for ten in _TENS]

_UNIT_OF = {word: number for number, word in enumerate(_UNITS)}
_TEN_OF = {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_UNIT_ORDINAL_OF = {word: number for number, word in enumerate(_UNIT_ORDINALS)}
_TEN_ORDINAL_OF = {word: 10 * number for number, word in enumerate(_TEN_ORDINALS, start=2)}


def _either(words: list[str]) -> str:
    """Make a pattern of words, longest first so that none hides a longer one."""
    return "|".join(sorted(words, key=len, reverse=True))


NUMBER = (
    rf"(?:[0-9]{{1,4}}(?![0-9])"
    rf"|(?:(?:{_either(_TENS)})(?:[ -](?:{_either(_UNITS[1:10])}))?|{_either(_UNITS)})(?![a-z]))"
)
"""A pattern of the numbers that `read_number` reads, up to 9999; it captures nothing. Use it with IGNORECASE."""

ORDINAL = (
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|(?:(?:{_either(_TENS)})[ -](?:{_either(_UNIT_ORDINALS[1:10])})"
    rf"|{_either(_TEN_ORDINALS)}|{_either(_UNIT_ORDINALS[1:])}))(?![a-z0-9])"
)
"""A pattern of the ordinals that `read_ordinal` reads; it captures nothing. Use it with IGNORECASE."""

_DIGITS = re.compile(r"[0-9]{1,9}")
_DIGITS_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)")


def read_number(text: str) -> int | None:
    """Read a whole number in digits, or in words from zero to ninety-nine; None for anything else."""
    word = text.strip().casefold()
    if _DIGITS.fullmatch(word):
        return int(word)
    return _read_words(word, _UNIT_OF, _TEN_OF)


def read_ordinal(text: str) -> int | None:
    """Read `2nd`, `second` or `twenty-second`; None for anything else."""
    word = text.strip().casefold()
    if digits := _DIGITS_ORDINAL.fullmatch(word):
        return int(digits[1]) or None
    return _read_words(word, _UNIT_ORDINAL_OF, _TEN_ORDINAL_OF) or None


def _read_words(word: str, units: dict[str, int], tens: dict[str, int]) -> int | None:
    if word in units:
        return units[word]
    if word in tens:
        return tens[word]
    ten, _, unit = word.replace("-", " ").partition(" ")
    if ten in _TEN_OF and 1 <= units.get(unit, 0) <= 9:
        return _TEN_OF[ten] + units[unit]
    return None
