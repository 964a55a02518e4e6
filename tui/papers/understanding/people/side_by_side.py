"""People of a line of the head that no label with a colon announces: side by side, or behind a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.meeting.people.roles import is_post
from tui.papers.understanding.headings import PeopleBlock, block_of
from tui.papers.understanding.people.names import has_title, is_name
from tui.papers.understanding.people.one import Named
from tui.papers.understanding.people.reading import people_in, people_listed, people_of_line

_DASHED = re.compile(r"([^\W\d_][^:–—,-]{2,40}?)\s+[–—-]\s+(\S.*)")
_WIDE = re.compile(r"\s{2,}|\t+")


def people_behind_dash(text: str) -> tuple[list[Named], PeopleBlock] | None:
    """Read a label and names that a dash parts, as a colon would: `Apologies so far – Mick Dunne`."""
    found = _DASHED.fullmatch(text.strip())
    group = block_of(found[1], likely=True) if found and not is_post(found[1]) else None
    people = people_listed(found[2]) if found and group is not None else []
    return (people, group) if people and group is not None and all(is_name(one.name) for one in people) else None


def people_side_by_side(text: str, beside: Sequence[str]) -> tuple[list[Named], PeopleBlock] | None:
    """Return several people of a line without a label; one with a post needs another in the lines beside it."""
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
