"""The people of a table's rows, by the heads of its columns or as the cells look."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.languages.languages import column_meanings, words_of
from tui.meeting.model import Presence
from tui.meeting.people.attendance import names_nobody
from tui.meeting.people.roles import is_post
from tui.papers.understanding.people.names import is_name
from tui.papers.understanding.people.one import NOBODY, Named, one_person, without_brackets

_KEY_AND_WORDS, _HEAD = 2, 4
"""Cells of a key with its words, and the words of a cell that no head of a column has."""
_FIRST = frozenset(
    "first name|firstname|given name|first|forename|vorname|prénom|nombre|voornaam|enw cyntaf".split("|")
)
_LAST = frozenset(
    "last name|lastname|surname|family name|last|nachname|familienname|nom|apellido|apellidos|achternaam".split("|")
)
"""Heads of two columns that hold the parts of a name."""
_PRESENT = frozenset(
    "yes y present x ✓ ✔ ja oui sí si ie in attended attending anwesend présent presente yep in-person online p".split()
)
_SENT_APOLOGIES = re.compile(r"apolog|excus|entschuldigt|ymddiheur|disculp|regret|^a$", re.IGNORECASE)
_ABSENT = re.compile(r"^(?:no|absent|n|nein|abwesend|non|ausente|absennol|ab)$", re.IGNORECASE)


def meanings_of(cells: Sequence[str], *, named: bool = False) -> tuple[str, ...]:
    """Return what each column of a table of people holds, from its head; nothing where this is no head.

    With `named`, a first column for names is enough, whatever the others hold.
    """
    known = column_meanings()
    wanted = ("name", "role", "abbreviation", "presence")
    found = [next((m for m in known.get(cell.strip(" *_:").casefold(), ()) if m in wanted), "") for cell in cells]
    heads = [cell.strip(" *_:").casefold() for cell in cells]
    if sum(map(_FIRST.__contains__, heads)) == sum(map(_LAST.__contains__, heads)) == 1:
        parts = zip(found, heads, strict=True)
        found = ["name" if head in _FIRST else "surname" if head in _LAST else one for one, head in parts]
    filled = [meaning for meaning, cell in zip(found, cells, strict=True) if cell]
    short = len(filled) > _KEY_AND_WORDS and all(len(cell.split()) < _HEAD for cell in cells)
    named = named and found[:1] == ["name"] and short
    return tuple(found) if filled and (named or filled.count("") < len(filled) / 2) else ()


def people_of_cells(cells: Sequence[str], meanings: Sequence[str]) -> list[Named]:
    """Return the people of a row: by its columns' heads where they are known, else as the cells look."""
    cells = [" ".join(cell.split("\n")) for cell in cells]
    head = meanings_of(cells)
    if head and (not meanings or head == tuple(meanings)) and len([cell for cell in cells if cell]) > 1:
        return []
    if "name" in meanings and len(cells) <= len(meanings):
        return _by_columns(cells, meanings)
    told = next((cell for cell in cells[1:] if _tells_presence(cell)), "")
    filled = [cell for cell in cells if cell and cell != told]
    if told:
        return [replace(one, presence=_presence(told)) for one in people_of_cells(filled, ())]
    if len(filled) > 1 and filled[0].strip(".)").isdecimal():
        filled = filled[1:]
    if not filled:
        return []
    if len(filled) > 1 and all(is_name(without_brackets(cell)) for cell in filled):
        return [one for cell in filled if (one := one_person(cell)) is not None]
    if len(filled) > 1 and is_post(filled[0].rstrip(":")) and is_name(filled[1]):
        filled[:2] = [filled[1], filled[0].rstrip(":")]
    words = ", ".join([*filled[:-1], _bracketed(filled[-1])]) if len(filled) > 1 else filled[0]
    one = None if names_nobody(words) or NOBODY.fullmatch(words) else one_person(words)
    return [one] if one is not None else []


def _by_columns(cells: Sequence[str], meanings: Sequence[str]) -> list[Named]:
    said = {meaning: cell for meaning, cell in zip(meanings, cells, strict=False) if meaning and cell}
    one = one_person(" ".join(piece for piece in (said.get("name"), said.get("surname")) if piece))
    if one is None:
        return []
    others = [
        cell
        for meaning, cell in zip(meanings, cells, strict=False)
        if not meaning and cell and not cell.strip(".").isdecimal()
    ]
    presence = said.get("presence", "")
    capacity = ", ".join(piece for piece in (one.capacity, said.get("role", ""), *others) if piece)
    if more := one_person(f"X, {capacity}") if capacity else None:
        one = replace(one, capacity=more.capacity, abbreviation=one.abbreviation or more.abbreviation)
    return [replace(one, abbreviation=said.get("abbreviation", "") or one.abbreviation, presence=_presence(presence))]


def _presence(words: str) -> Presence | None:
    words = words.strip(" .").casefold()
    if not words or words in _PRESENT:
        return None
    if _SENT_APOLOGIES.search(words) or words in words_of("apologies"):
        return Presence.APOLOGIES
    return Presence.ABSENT if _ABSENT.match(words) else None


def _tells_presence(cell: str) -> bool:
    """Whether a cell without a head says in a whole word who is there or not: `excused`, `present`."""
    word = cell.strip(" .*_").casefold()
    return len(word) > _HEAD and (word in _PRESENT | words_of("apologies") | words_of("absent"))


def tells_presence(words: str) -> bool:
    """Whether words are a mark in a column of those who are there: `yes`, `x`."""
    return words.strip(" .").casefold() in _PRESENT


def _bracketed(cell: str) -> str:
    """Put brackets round an abbreviation that has a column of its own."""
    return f"({cell})" if len(cell) <= 12 and cell.isalpha() and sum(map(str.isupper, cell)) >= 2 else cell
