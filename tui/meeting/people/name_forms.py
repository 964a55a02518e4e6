"""The forms in which one name is said: with and without honorifics, by surname, initials or first name."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.meeting.people.honorifics import split_title
from tui.meeting.text.normalizing import fold_words

_LETTERS_AFTER = frozenset("obe mbe cbe kbe dbe qpm bem jp mp ms msp phd kc qc esq".split())
_MOST_WORDS = 8
"""Words that a name has at most, titles and letters after it among them."""
_PARTICLES = frozenset("de la le van von der den da di du del dos mac mc st o' al bin ibn ap ter ten".split())
_PLAIN = str.maketrans({"’": "'", ".": " ", "-": " ", "‐": " ", "‑": " ", "–": " "})
_KEPT = 4096
"""How many names' forms are kept: those of one meeting, of which one person changes at a time."""
_APART = re.compile(r"(?<!\S)(\S) (?=\S(?!\S))")


def bare_name(name: str) -> list[str]:
    """Return a name's words without titles before it and letters after it."""
    words = split_title(name)[1].replace(",", " ").split()
    while len(words) > 1 and _bare(words[-1]) in _LETTERS_AFTER:
        words.pop()
    return words


def _bare(word: str) -> str:
    return word.rstrip(".").casefold()


def fold(name: str) -> str:
    """Find the form of a name in which case, accents, spacing, full stops, hyphens and typographic quotes don't count.

    Single letters stand together, so that `J. P. Hale`, `JP Hale` and `J P Hale` are one.
    """
    return _APART.sub(r"\1", " ".join(fold_words(name).translate(_PLAIN).split()))


def surname(name: str) -> str:
    """Return the surname with its particles: `van der Berg`."""
    words = bare_name(name)
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join(words[start:])


@lru_cache(maxsize=_KEPT)
def initials(name: str) -> frozenset[str]:
    """Return the initials somebody may go by, with and without middle names, particles and hyphens."""
    words = [word for word in bare_name(name) if word[0].isalnum()]
    if len(words) < 2:
        return frozenset()
    forms = {
        "".join(word[0] for word in words),
        words[0][0] + words[-1][0],
        words[0][0] + surname(name)[0],
        "".join(part[0] for word in words for part in word.split("-") if part),
    }
    return frozenset(folded for form in forms if (folded := fold(form)))


def first_name(name: str) -> str:
    """Return the first name, folded; empty for a name of one word."""
    words = bare_name(name)
    return fold(words[0]) if len(words) > 1 else ""


@lru_cache(maxsize=_KEPT)
def full_forms(name: str) -> frozenset[str]:
    """Find the folded forms of a name that hold the surname: the full name, `J Hale`, `Dr Hale`, the surname alone."""
    bare = bare_name(name)
    if not bare:
        return frozenset()
    family = surname(name)
    forms = {name, " ".join(bare), family, bare[-1]}
    if len(bare) > 1:
        given = bare[: len(bare) - len(family.split())]
        forms |= {f"{bare[0]} {family}", f"{bare[0][0]} {family}", f"{' '.join(word[0] for word in given)} {family}"}
    if name.split()[0] != bare[0]:
        forms.add(f"{name.split()[0]} {family}")
    return frozenset(fold(form) for form in forms) - {""}


def name_forms(name: str) -> frozenset[str]:
    """Return the folded forms in which a name is said, the first name alone apart."""
    return full_forms(name) | initials(name)


def looks_like_name(words: str) -> bool:
    """Return whether words are written as a name is: every word but a particle with a capital, if its script has one.

    A sentence typed where a name is asked for is told by that from somebody's name.
    """
    parts = words.split()
    long = [part for part in parts if part.casefold() not in _PARTICLES]
    return len(long) > 0 and len(parts) <= _MOST_WORDS and not any(part[0].islower() for part in long)
