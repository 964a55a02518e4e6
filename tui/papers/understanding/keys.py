"""The `Key: value` lines of a paper's head, alone in their line or side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.dates.moments import hours_in, moments_in
from tui.meeting.languages.languages import words_of
from tui.meeting.model import Group
from tui.papers.document import Block
from tui.papers.reading.lines import without_bullet, without_emphasis
from tui.papers.understanding.headings import block_of
from tui.papers.understanding.people.names import has_title, is_name

_KEY = re.compile(r"(?P<key>[^\W\d_](?:[^:]|:(?=innen\b)){0,60}?)\s*:(?!//|innen\b)\s*(?P<words>.*)")
_SLANTED = re.compile(r"^([*_])(?=[^\s*_])([^*_:]{1,40})(?::\1|\1\s*:)")
"""A key in italics: `*Place:* Shed 4`."""
_IN_BRACKETS = re.compile(r"\(([^\W\d_][^():]{2,20}:\s[^()]+)\)")
"""A key and its words between brackets: `(Apologies: Ann)`."""
_ASKED = re.compile(r"¿?(?P<key>[^\W\d_]{2,12})\s?\?\s*(?P<words>\S.*)")
"""A key that asks: `Where? Shed 4`."""
_TABBED = re.compile(r"(?P<key>[^\W\d_][^:\t]{0,40}?)\s*\t(?P<words>.*)")
_NAMES = {
    "next meeting": "Next",
    "date of next meeting": "Next",
    "next meeting date": "Next",
    "date of the next meeting": "Next",
}
"""Other names of the key that the next day is read from."""
_FIELDS = (
    "date_keys",
    "time_keys",
    "place_keys",
    "chair_keys",
    "minutes_keys",
    "next_keys",
    "other_keys",
    "title_keys",
)
_BARE = re.compile(r"(?P<key>[A-ZÀ-Ý][^\W\d_]+(?:\s(?:taker|of meeting))?)\s+(?P<words>\S.*)")
"""A key that no colon ends, with its words."""
_BOLD_KEY = re.compile(r"^(\*\*|__)([^*_:]{2,24})\1\s+")
"""A key that only its type sets apart: `**Where** Shed 4`."""
_BARE_KINDS = {
    "date": ("date_keys",),
    "time": ("time_keys",),
    "place": ("place_keys",),
    "who": ("chair_keys", "minutes_keys"),
}
_SOME_DAY = date(2000, 1, 1)
_PART = re.compile(r"(?i:part|section|session|day|teil|partie|parte|rhan|abschnitt)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})")
_APART = re.compile(r"\s{2,}|\t+|\s+[|·•]\s+")
_FILLED = re.compile(r"\{([^{}]+)\}")
"""What was written into the blank of a form: `Chair: {Ann Lee}`."""
_TWO_KEYS = 4
"""Cells of a row with two keys."""
_MOST_WORDS = 8
_ALONE = frozenset(
    """date time chair facilitator datum uhrzeit vorsitz versammlungszeit versammlungsleiter versammlungsleiterin
    sitzungsleitung heure horaires fecha hora tijd aanvang voorzitter""".split()
)
_ALONE_PLACES = frozenset(
    """venue place location where ort sitzungsort tagungsort versammlungsort lieu localisation lugar lleoliad plaats
    locatie""".split()
)
_TABLE_HEADS = frozenset(
    {
        ("key", "value"),
        ("field", "value"),
        ("item", "value"),
        ("item", "detail"),
        ("item", "details"),
        ("field", "details"),
    }
)
HEAD_KEYS = frozenset(
    "date time venue place location title series repeats next quorum minutes where ort lieu lugar lleoliad "
    "plaats locatie datum".split()
)
"""Keys that end a list of people."""
CONTACT = frozenset(
    "telephone|tel|phone|e-mail|email|website|web|fax|mobile|from|to|cc|subject|contact|telefon|téléphone|tél|courriel|correo|teléfono|ffôn|e-bost|ebost|von|an|de|à|para|at".split(
        "|"
    )
)
"""Keys of a letterhead, which no notes print."""
ADDRESSED = {
    "to": Group.MEMBER,
    "an": Group.MEMBER,
    "à": Group.MEMBER,
    "para": Group.MEMBER,
    "cc": Group.IN_ATTENDANCE,
}
"""Keys of those to whom a paper goes, and what they are where it is no mail."""
SENDERS = frozenset({"from", "von", "de"})


@cache
def known_keys() -> frozenset[str]:
    """Return the keys that stand in the head of a paper even where they follow a list of people."""
    words = {word for field in _FIELDS for word in words_of(field)}
    return frozenset(words | {"series", "repeats", "next", "quorum", "minutes", "title"})


def is_known(key: str) -> bool:
    """Whether a key is one that papers have, case aside."""
    return key.casefold() in known_keys()


def key_of(text: str) -> tuple[str, str] | None:
    """Read a `Key: value` line, the colon a tab where it was pasted; None for any other line.

    A colon within a time is none, and what tells a day before it is no key.
    """
    line = without_emphasis(_SLANTED.sub(r"\2:", without_bullet(text), count=1)).strip()
    if bracketed := _IN_BRACKETS.fullmatch(line):
        line = bracketed[1]
    asked = _ASKED.fullmatch(line)
    for found in (asked if asked and is_known(asked["key"]) else None, _KEY.fullmatch(line), _TABBED.fullmatch(line)):
        if found is None or _is_no_key(found["key"], found["words"]):
            continue
        key, words = " ".join(found["key"].split()).strip("*_ "), " ".join(found["words"].split()).strip("*_ ")
        if filled := _FILLED.fullmatch(words):
            words = filled[1].strip()
        if key.casefold() == "at" and words[:1].isdigit():
            return "Time", words
        if key.casefold() in words_of("date_keys"):
            return "Date", words
        return _NAMES.get(key.casefold(), key), words
    return None


def _is_no_key(key: str, words: str) -> bool:
    if (key[-1].isdigit() and words[:2].isdigit()) or _PART.fullmatch(key):
        return True
    if has_title(key) and has_title(words):
        return True
    return len(key.split()) > _MOST_WORDS or any(mark in key for mark in "?!;") or bool(moments_in(key))


def is_sentence(key: tuple[str, str]) -> bool:
    """Whether what looks like a key is a sentence with a colon in it, or one that leads in to the items."""
    if not key[1] and (key[0][0].islower() or len(key[0].split()) > 3) and not is_known(key[0]):
        return block_of(key[0], likely=True) is None
    if "://" in key[1]:
        return False
    return len(key[0].partition("(")[0].split()) > 4 and not is_known(key[0]) and block_of(key[0]) is None


def is_table_head(block: Block) -> bool:
    """Whether a row only says that keys stand at the left of a table: `Key | Value`."""
    return tuple(cell.strip(" *_:").casefold() for cell in block.cells) in _TABLE_HEADS


def is_bare_key(text: str) -> bool:
    """Whether a line is nothing but the key of a place, an hour or the chair, which the next line tells."""
    key = text.strip(" *_:").casefold()
    return key in _ALONE | (words_of("place_keys") & _ALONE_PLACES)


def key_of_block(block: Block) -> tuple[str, str] | None:
    """Read a block as a `Key: value` line: a row of two cells is one as well."""
    if block.cells:
        filled = [cell for cell in block.cells if cell]
        return key_of("\t".join(cell.rstrip(":") for cell in filled)) if len(filled) == 2 else None
    return key_of(block.text)


def keys_apart(block: Block) -> list[Block]:
    """Part a row that holds several keys, each with its words in the next cell; any other block stays as it is."""
    cells = block.cells
    if len(cells) < _TWO_KEYS or len(cells) % 2 or not all(_is_key_cell(cell) for cell in cells[::2] if cell):
        return [block]
    pairs = zip(cells[::2], cells[1::2], strict=True)
    return [replace(block, text=f"{key} | {words}", cells=(key, words)) for key, words in pairs if key or words]


def _is_key_cell(cell: str) -> bool:
    key = cell.strip(" *_:").casefold()
    return cell.rstrip(" *_").endswith(":") and (is_known(key) or block_of(key, likely=True) is not None)


def keys_side_by_side(text: str) -> list[tuple[str, str]]:
    """Return the keys of a line that holds several, parted by more than a space; none for any other line."""
    pieces = [piece for piece in _APART.split(without_bullet(text).strip()) if piece]
    if len(pieces) < 2:
        return []
    found: list[tuple[str, str]] = []
    for piece in pieces:
        key = key_of(piece) if ":" in piece else None
        if key is not None and (is_known(key[0]) or block_of(key[0]) or key[1]):
            found.append(key)
        elif found and not found[-1][1]:
            found[-1] = (found[-1][0], piece)
        else:
            return []
    return found if len(found) > 1 else []


def with_colons(blocks: Sequence[Block]) -> list[Block]:
    """Put a colon behind the keys of a form that has none, where several stand together: `Where Shed 4`."""
    found = [_without_colon(block) for block in blocks]
    whole = [*blocks]
    for at, one in enumerate(found):
        beside = [found[place] for place in (at - 1, at + 1) if 0 <= place < len(found)]
        if one is not None and any(other is not None and other[0] != one[0] for other in beside):
            whole[at] = replace(blocks[at], text=f"{one[0]}: {one[1]}")
    return whole


def _without_colon(block: Block) -> tuple[str, str] | None:
    """Return the key that a line begins with and what it says, where that is what such a key tells."""
    if block.cells or block.hashes or block.marked or block.aside is not None or ":" in block.text.split(" ")[0]:
        return None
    found = _BARE.fullmatch(_BOLD_KEY.sub(r"\2 ", block.text.strip()))
    key = found["key"].casefold() if found else ""
    if found is None or not key:
        return None
    words, hours = found["words"], _tells_hours(found["words"])
    fits = {
        "date": bool(moments_in(words, near=_SOME_DAY)),
        "time": hours,
        "place": (not hours and words[0].isupper()) or words[0].isdigit() or "://" in words.split()[0],
        "who": is_name(words.partition("(")[0].partition(",")[0].strip()),
    }
    kinds = [kind for kind, fields in _BARE_KINDS.items() if any(key in words_of(field) for field in fields)]
    return (found["key"], words) if any(fits[kind] for kind in kinds) else None


def _tells_hours(words: str) -> bool:
    try:
        hours = hours_in(words)
    except BadInput:
        return False
    return hours is not None and hours.span[0] == 0
