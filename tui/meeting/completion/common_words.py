"""The words that are common in any minutes, in all their forms, and how common each is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tui.meeting.text import english

_SMALL = (
    (17, english.DETERMINERS),
    (11, english.PREPOSITIONS),
    (11, english.AUXILIARIES),
    (9, english.CONJUNCTIONS),
    (4, english.PRONOUNS),
)
"""The words that hold sentences together, and how many in a hundred words of formal English each list makes up."""

_LARGE = ((6, english.ADJECTIVES), (4, english.ADVERBS), (3, english.NAMES))
_VERBS = (("base", 7), ("third", 1), ("past", 9), ("ing", 3))
_NOUNS, _PLURALS = 10, 6


@cache
def common() -> dict[str, float]:
    """Return the share of each common word; together they make up one, or nearly."""
    shares: dict[str, float] = {}
    # Zipf's law with Mandelbrot's shift, which keeps the first words of a rough order from ruling their list.
    for shift, lists in ((2, _SMALL), (40, _LARGE)):
        for hundredths, words in lists:
            _share_out(shares, words.split(), hundredths, shift)
    forms = [form for verb in english.VERBS.split() for form in _verb_forms(verb)]
    for name, hundredths in _VERBS:
        _share_out(shares, [word for form, word in forms if form == name], hundredths, 40)
    nouns = [noun.rstrip("-").partition("~")[0] for noun in english.NOUNS.split()]
    plurals = (noun.partition("~") for noun in english.NOUNS.split() if not noun.endswith("-"))
    _share_out(shares, nouns, _NOUNS, 40)
    _share_out(shares, [plural or _with_s(noun) for noun, _, plural in plurals], _PLURALS, 40)
    return shares


def _share_out(shares: dict[str, float], words: list[str], hundredths: int, shift: int) -> None:
    ranked = list(dict.fromkeys(words))
    whole = sum(1 / (rank + shift) for rank in range(len(ranked)))
    for rank, word in enumerate(ranked):
        shares[word] = shares.get(word, 0.0) + hundredths / 100 / (rank + shift) / whole


def _verb_forms(listed: str) -> Iterator[tuple[str, str]]:
    verb, *irregular = listed.split("~")
    doubled = verb.endswith("+")
    verb = verb.rstrip("+")
    stem = verb + verb[-1] if doubled else verb[:-1] if re.search(r"[^aeio]e$", verb) else verb
    yield "base", verb
    yield "third", _with_s(verb)
    yield "ing", f"{verb[:-2]}ying" if verb in {"die", "lie", "tie"} else f"{stem}ing"
    if irregular:
        yield from (("past", form) for form in irregular)
    elif re.search(r"[^aeiou]y$", verb):
        yield "past", f"{verb[:-1]}ied"
    else:
        yield "past", verb + "d" if verb.endswith("e") else f"{stem}ed"


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return word + ("es" if re.search(r"(?:s|x|z|ch|sh)$", word) or word in {"go", "do", "veto"} else "s")
