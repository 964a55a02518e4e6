"""Lists that put surnames first, `Orme, Ada`, line by line or in the cells of a table, in the usual order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.papers.document import Block
from tui.papers.understanding.people.first_names import is_first_name, known_first_names
from tui.papers.understanding.people.names import is_name

_WORD = r"[^\W\d_a-zß][\w'’-]+"
_TURNED = re.compile(
    rf"(?P<before>\s*(?:[-*+•]\s+|\d{{1,2}}[.)]\s+)?)(?P<surname>(?:[a-z]{{2,3}}\s+)*{_WORD}(?:\s{_WORD})?),\s+"
    rf"(?P<given>{_WORD}(?:\s(?:{_WORD}|[^\W\d_a-z]\.))?)(?P<behind>\s*(?:\([^()]*\))?\s*)"
)
"""A surname before first names, behind a bullet or a number, with what brackets say of both."""
_FEWEST = 3


def with_first_names_first(blocks: Sequence[Block]) -> list[Block]:
    """Turn the names of lists that put surnames first: at least three lines, whose first names most are known."""
    found = [_turned(block) for block in blocks]
    given = [one["given"].split()[0] for one in found if one]
    first = sum(is_first_name(one["surname"].split()[0]) for one in found if one)
    if len(given) < _FEWEST or known_first_names(given) * 3 < len(given) * 2 or first * 3 >= len(given):
        return [*blocks]
    return [
        _in_order(block, one) if one and _is_among(found, at) else block
        for at, (block, one) in enumerate(zip(blocks, found, strict=True))
    ]


def _turned(block: Block) -> re.Match[str] | None:
    """Return the surname and the first names of a line, or of the first cell of a row."""
    if block.hashes or block.marked:
        return None
    one = _TURNED.fullmatch(block.cells[0] if block.cells else block.text)
    return one if one and is_name(f"{one['given']} {one['surname']}") else None


def _is_among(found: Sequence[re.Match[str] | None], at: int) -> bool:
    """Whether a line's first name is known, or a line of its form right beside it puts a surname first as well."""
    one = found[at]
    beside = [found[place] for place in (at - 1, at + 1) if 0 <= place < len(found)]
    if one is None:
        return False
    alike = any(
        other and other["before"].strip(" 0123456789") == one["before"].strip(" 0123456789") for other in beside
    )
    return alike or is_first_name(one["given"].split()[0])


def _in_order(block: Block, one: re.Match[str]) -> Block:
    words = f"{one['before']}{one['given']} {one['surname']}{one['behind']}"
    if not block.cells:
        return replace(block, text=words)
    return replace(block, cells=(words, *block.cells[1:]), text=block.text.replace(one[0].strip(), words.strip(), 1))
