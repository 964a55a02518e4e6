"""The people whom the words of a vote name, each with the place of the name."""

from __future__ import annotations

from tui.meeting.decisions.pieces import TITLES, NamedPerson
from tui.meeting.people.directory import Directory
from tui.meeting.text.inline_markup import MASK
from tui.meeting.text.lazy_patterns import Pattern

_WORD = r"[^\W\d_](?:[\w'’-]|\.(?=\s?[^\W\d_])|@(?=\w))*\.?"
_WORDS = Pattern(rf"(?:@)?{_WORD}(?:[ ]{_WORD}){{0,6}}")
_JOINT = Pattern(r"\s*(?:,\s*(?:and\b|&|und\b|et\b|y\b)?|/|\+|&|\b(?:and|und|et|y|ac?)\b)\s*")
_SMALL = frozenset("de la le van von der den da di du del dos the".split())
_MOST = 60
_ORDINARY = frozenset(
    "none nil all others the motion motions members member carried lost nobody everyone everybody keine alle aucun "
    "unanimous unanimously absent abstained against for ayes noes nays yes no".split()
)


def names_after(directory: Directory, text: str, at: int, *, said_as_names: bool) -> tuple[NamedPerson, ...]:
    """Return the people of a list of names that begins at a place; nobody where the list begins with another word.

    `said_as_names` takes unknown names that look like some, as after `Against:`.
    """
    found: list[NamedPerson] = []
    while len(found) < _MOST and (words := _WORDS.match(text, at)):
        person = _known(directory, words[0], at) or (_said(words[0], at) if said_as_names else None)
        if person is None:
            break
        found.append(person)
        joint = _JOINT.match(text, person.end)
        if joint is None:
            break
        at = joint.end()
    return tuple(found)


def names_before(directory: Directory, text: str, end: int) -> tuple[NamedPerson, ...]:
    """Return the people of a list of known names that ends at a place."""
    found: list[NamedPerson] = []
    while person := _known_before(directory, text, end):
        found.insert(0, person)
        joint = _BEFORE_JOINT.search(text, max(0, person.start - 20), person.start)
        if joint is None:
            break
        end = joint.start()
    return tuple(found)


_BEFORE_JOINT = Pattern(r"(?:,\s*(?:and\s|&)?|/|&|\s(?:and|und|et|y|ac?))\s*\Z")
_TITLE = Pattern(r"\w+\s+")
_TOKEN = Pattern(r"\S+")


def _known(directory: Directory, words: str, at: int) -> NamedPerson | None:
    """Return the longest known name that words begin with."""
    title = _TITLE.match(words)
    if title and title[0].strip().casefold() in TITLES:
        return _known(directory, words[title.end() :], at + title.end())
    tokens = list(_TOKEN.finditer(words))
    for token in reversed(tokens):
        said = words[: token.end()].rstrip(".")
        if (known := directory.find(said, in_sentence=True)) and known.label and known.name:
            return NamedPerson(at, at + len(said), known.label)
    return None


def _known_before(directory: Directory, text: str, end: int) -> NamedPerson | None:
    """Return the longest known name that a text ends in at a place."""
    start = max(text.rfind(mark, 0, end) for mark in ",;:()./–—") + 1
    tokens = list(_TOKEN.finditer(text[start:end]))[-6:]
    for token in tokens:
        said = text[start + token.start() : end].rstrip()
        known = directory.find(said, in_sentence=True)
        if known and known.name:
            return NamedPerson(start + token.start(), start + token.start() + len(said), known.label)
    return None


def _said(words: str, at: int) -> NamedPerson | None:
    """Return an unknown name as said: the capitalised words that the list goes on with."""
    kept = 0
    for token in _TOKEN.finditer(words):
        if not (token[0][0].isupper() or (kept and token[0] in _SMALL)) or token[0].casefold().strip(".") in _ORDINARY:
            break
        kept = token.end()
        if token[0].endswith(".") and len(token[0]) > 4:
            break
    name = words[:kept].rstrip(". ")
    return NamedPerson(at, at + len(name), name) if name and MASK not in name else None
