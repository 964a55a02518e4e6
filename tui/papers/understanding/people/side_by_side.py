"""People of a line of the head that no label with a colon announces: side by side, or behind a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.people.roles import is_post
from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet, indent_of
from tui.papers.understanding.headings import PeopleBlock, block_of
from tui.papers.understanding.people.first_names import known_first_names
from tui.papers.understanding.people.names import has_title, is_name, without_title
from tui.papers.understanding.people.one import COMMA, Named, without_brackets
from tui.papers.understanding.people.reading import people_in, people_listed, people_of_line

_DASHED = re.compile(r"([^\W\d_][^:–—,-]{2,40}?)\s+[–—-]\s+(\S.*)")
_COMMA_OR_AND = re.compile(r"[,;&+]|\s(?:and|und|et|y|a|en)\s")
_OF_PAPER = re.compile(
    r"\b(?:aut(?:ho?r|or|eur)\w*|editors?|written|prepared|produced|compiled|posted|published|contacts?|copyright|signed|sent|from"
    r"|champions?|owners?|leads?|reviewers?|rédact\w*|next|thanks|winners?|in memoriam)\b",
    re.IGNORECASE,
)
"""Labels of those who have to do with a paper, or with what it is about."""
_FEWEST, _PAIR, _FAR = 2, 2, 8
_WIDE = re.compile(r"\s{2,}|\t+")


def people_behind_dash(text: str) -> tuple[list[Named], PeopleBlock] | None:
    """Read a label and names that a dash parts, as a colon would: `Apologies so far – Mick Dunne`."""
    found = _DASHED.fullmatch(text.strip())
    group = block_of(found[1], likely=True) if found and not is_post(found[1]) else None
    people = people_listed(found[2]) if found and group is not None else []
    return (people, group) if people and group is not None and all(is_name(one.name) for one in people) else None


def people_under_key(key: str, words: str) -> tuple[list[Named], PeopleBlock] | None:
    """Return the people whom a label lists that says nothing of people: `In the room: Ann Lee, Bo Oake`.

    All must be names in full, and some begin as first names do; who wrote a paper is not who meets.
    """
    people = people_listed(words) if _COMMA_OR_AND.search(words) and not _OF_PAPER.search(key) else []
    known = known_first_names(without_title(one.name).split()[0] for one in people)
    if len(people) < _FEWEST or known * _FEWEST < len(people) or not all(is_name(one.name) for one in people):
        return None
    return people, block_of(key, likely=True) or PeopleBlock()


def in_columns(text: str, above: str) -> list[Named]:
    """Return who stands in a column beside a post or a label, or below somebody who does: `MAYOR     Ann Lee`."""
    pieces = [piece for piece in _WIDE.split(text.strip()) if piece]
    if len(pieces) == 1 and indent_of(text) >= _FAR and _WIDE.search(above.strip()) is None:
        return people_in(pieces[0]) if indent_of(above) == indent_of(text) and is_name(pieces[0]) else []
    if len(pieces) == 1 and indent_of(text) >= _FAR:
        return people_in(pieces[0]) if in_columns(above, "") and is_name(pieces[0]) else []
    if (
        len(pieces) != _PAIR
        or has_bullet(text)
        or not is_name(COMMA.split(without_brackets(pieces[1]))[0], lenient=True)
    ):
        return []
    left = pieces[0].rstrip(": ")
    if is_post(left) and not is_name(left):
        return [replace(one, capacity=one.capacity or left) for one in people_in(pieces[1])]
    return people_in(pieces[1]) if block_of(left, likely=True) is not None else []


def _is_name_far(text: str) -> bool:
    return indent_of(text) >= _FAR and is_name(text.strip())


def people_side_by_side(text: str, beside: Sequence[str]) -> tuple[list[Named], PeopleBlock] | None:
    """Return several people of a line without a label; one with a post needs another in the lines beside it."""
    if (found := in_columns(text, beside[0] if beside else "")) and (
        indent_of(text) >= _FAR or any(in_columns(other, "") or _is_name_far(other) for other in beside)
    ):
        return found, PeopleBlock()
    people = _people_of_row(text)
    return (people, PeopleBlock()) if people and (len(people) > 1 or any(map(_people_of_row, beside))) else None


def _people_of_row(text: str) -> list[Named]:
    return _each_with_post(text) or people_of_line(text)


def _each_with_post(text: str) -> list[Named]:
    """Return people side by side, each with a post or a title before the name: `Mayor Ann Lee     Warden Bo Oake`."""
    pieces = [piece for piece in _WIDE.split(text.strip()) if piece]
    found = [
        people_in(piece) if has_title(piece) and is_name(piece.partition("(")[0].strip()) else people_of_line(piece)
        for piece in pieces
    ]
    return [one for people in found for one in people] if all(len(people) == 1 for people in found) else []


def people_unannounced(blocks: Sequence[Block], at: int) -> tuple[list[Named], PeopleBlock] | None:
    """Return the people of a line of the head that no label with a colon announces, and what they are."""
    beside = [blocks[place].text for place in (at - 1, at + 1) if 0 <= place < len(blocks)]
    return people_behind_dash(blocks[at].text) or people_side_by_side(blocks[at].text, beside)
