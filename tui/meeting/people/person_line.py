"""Somebody as an agenda or a command writes them: `Name, capacity (ABBR)`."""

from __future__ import annotations

import re

from tui.meeting.model import Person
from tui.meeting.text.brackets import closed, restored, unbracketed

_BRACKETS = re.compile(r"\s*\(([^()\s]{1,12})\)\s*$")
_INSIDE = re.compile(r"\s*\(([^()]+)\)$")
_COMMA = re.compile(r",\s*|\s+[–—-]\s+")


def read_person(words: str, person_id: int) -> Person:
    """Read `Name, capacity (ABBR)`; the capacity and the abbreviation may be missing.

    Brackets hold an abbreviation when they hold one word with at least two capitals: `(PCC)`, `(CEx)`. What stands in
    `[[…]]` is read as the rest is, and each of its pieces is in brackets of its own.
    """
    line = closed(words).text
    words = " ".join(unbracketed(line).split()).strip(" ,;")
    abbreviation = ""
    if (found := _BRACKETS.search(words)) and sum(c.isupper() for c in found.group(1)) >= 2:
        abbreviation, words = found.group(1), words[: found.start()].rstrip(" ,")
    pieces = _COMMA.split(words, maxsplit=1)
    name, capacity = pieces[0], pieces[1] if len(pieces) > 1 else ""
    if not capacity and (inside := _INSIDE.search(name)):
        name, capacity = name[: inside.start()], inside.group(1)
    name, capacity, abbreviation = (restored(piece, line) for piece in (name.strip(), capacity.strip(), abbreviation))
    return Person(id=person_id, name=name, capacity=capacity, abbreviation=abbreviation)
