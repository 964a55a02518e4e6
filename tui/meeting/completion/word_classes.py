"""The sorts of words there are, which sort tends to follow which, and each common word's share of its sort."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tui.meeting.text import english as common_words

CLASSES = (
    "determiner", "preposition", "auxiliary", "pronoun", "conjunction", "base", "third", "past", "ing",
    "noun", "plural", "adjective", "adverb", "name",
)  # fmt: skip
"""Sorts of words; `base` to `ing` are the forms of verbs."""

_PLACE = {name: at for at, name in enumerate(CLASSES)}

# How many in a hundred words after one of the row's sort are of the column's sort, in the order of CLASSES.
# Rough figures for formal English; what is left to a hundred is punctuation and figures.
_FOLLOWING = {
    "start": (34, 8, 1, 14, 7, 2, 0, 1, 2, 8, 6, 6, 4, 7),
    "determiner": (3, 1, 0, 0, 0, 0, 0, 2, 2, 42, 15, 20, 1, 12),
    "preposition": (40, 2, 0, 4, 3, 0, 0, 1, 6, 15, 12, 8, 1, 7),
    "be": (10, 9, 13, 1, 3, 0, 0, 30, 10, 3, 1, 13, 6, 0),
    "have": (18, 2, 22, 0, 5, 0, 0, 38, 0, 4, 3, 4, 4, 0),
    "modal": (3, 0, 32, 4, 0, 50, 0, 0, 0, 0, 0, 0, 8, 0),
    "to": (28, 0, 9, 2, 0, 48, 0, 0, 1, 4, 3, 2, 1, 2),
    "pronoun": (3, 4, 45, 1, 5, 8, 6, 18, 0, 1, 1, 1, 5, 0),
    "conjunction": (26, 5, 5, 15, 4, 5, 1, 4, 4, 9, 7, 6, 4, 5),
    "base": (38, 18, 1, 5, 14, 0, 0, 2, 2, 7, 6, 5, 2, 0),
    "third": (35, 14, 2, 4, 20, 0, 0, 4, 2, 6, 4, 5, 4, 0),
    "past": (20, 25, 2, 6, 24, 0, 0, 3, 2, 3, 3, 3, 5, 1),
    "ing": (34, 18, 1, 3, 10, 0, 0, 2, 1, 12, 8, 7, 2, 2),
    "noun": (2, 24, 17, 1, 17, 0, 3, 5, 2, 11, 4, 2, 3, 1),
    "plural": (2, 25, 20, 1, 18, 4, 0, 6, 3, 2, 1, 2, 4, 0),
    "adjective": (1, 8, 1, 1, 11, 0, 0, 1, 1, 42, 20, 7, 1, 1),
    "adverb": (9, 9, 10, 4, 8, 9, 2, 17, 5, 3, 2, 13, 5, 0),
    "name": (1, 14, 20, 1, 15, 1, 5, 18, 1, 8, 3, 1, 3, 9),
}  # fmt: skip

_ROWS = {
    **dict.fromkeys("is are was were be been being isn't aren't wasn't".split(), "be"),
    **dict.fromkeys("has have had having hasn't haven't".split(), "have"),
    **dict.fromkeys("will would can could should may might must cannot won't wouldn't couldn't".split(), "modal"),
    **dict.fromkeys("do does did don't doesn't didn't".split(), "modal"),
    "to": "to",
    "not": "past",
}
"""Words after which the next one's sort is better known than after others of their own sort."""

_ENDINGS = (("ing", "ing"), ("ed", "past"), ("ly", "adverb"), ("ss", "noun"), ("us", "noun"), ("s", "plural"))
_ADJECTIVAL = re.compile(r".{3,}(?:al|ive|ous|ful|able|ible|ic|less|ary)")

Shares = dict[int, float]
"""How much of each class, by its place in CLASSES, a word makes up."""


def following(word: str) -> tuple[float, ...]:
    """Return how likely a word of each class is to follow `word`; empty stands for the start of a sentence."""
    row = "start" if not word else _ROWS.get(word.casefold()) or CLASSES[max(classes_of(word).items(), key=_share)[0]]
    return tuple(hundredth / 100 for hundredth in _FOLLOWING[row])


def classes_of(word: str) -> Shares:
    """Return the classes a word is of, guessed from its ending where it is not a common one."""
    return common().get(word) or common().get(word.casefold()) or {_PLACE[_guess(word)]: 1.0}


@cache
def common() -> dict[str, Shares]:
    """Return the common words with their shares; those of each class add up to one, or nearly."""
    found: dict[str, Shares] = {}
    for name, forms in _classes().items():
        ranked = list(dict.fromkeys(forms))
        # Zipf's law with Mandelbrot's shift, which keeps the first words of a rough order from ruling the class.
        shift = 2 if name in {"determiner", "preposition", "auxiliary", "pronoun", "conjunction"} else 40
        whole = sum(1 / (rank + shift) for rank in range(len(ranked)))
        for rank, word in enumerate(ranked):
            found.setdefault(word, {})[_PLACE[name]] = 1 / (rank + shift) / whole
    return found


def _share(item: tuple[int, float]) -> float:
    return item[1]


def _guess(word: str) -> str:
    if word[:1].isupper() or not word[:1].isalpha():
        return "name"
    return next(
        (name for ending, name in _ENDINGS if len(word) > len(ending) + 2 and word.endswith(ending)),
        "adjective" if _ADJECTIVAL.fullmatch(word) else "noun",
    )


def _classes() -> dict[str, list[str]]:
    classes: dict[str, list[str]] = {name: [] for name in CLASSES}
    for name, words in (
        ("determiner", common_words.DETERMINERS), ("preposition", common_words.PREPOSITIONS),
        ("auxiliary", common_words.AUXILIARIES), ("pronoun", common_words.PRONOUNS),
        ("conjunction", common_words.CONJUNCTIONS), ("adjective", common_words.ADJECTIVES),
        ("adverb", common_words.ADVERBS), ("name", common_words.NAMES),
    ):  # fmt: skip
        classes[name].extend(words.split())
    for verb in common_words.VERBS.split():
        for name, form in _verb_forms(verb):
            classes[name].append(form)
    for noun in common_words.NOUNS.split():
        word, _, plural = noun.rstrip("-").partition("~")
        classes["noun"].append(word)
        if not noun.endswith("-"):
            classes["plural"].append(plural or _with_s(word))
    return classes


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
