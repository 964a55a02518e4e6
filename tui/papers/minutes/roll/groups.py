"""Groups and posts before the names of those who were there, and rows of tables that only lay such lists out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.people.roles import is_post
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.roll.labels import label_of
from tui.papers.minutes.roll.names import people_of_list
from tui.papers.understanding.keys import is_known

_GROUPS = re.compile(
    r"staff|officers|officials|administration|(?:town|city|county)\s+staff|mitglieder|stellvertreter|vertreter|verwaltung"
    r"|vorstand|beirat|[A-Za-zäöü]{3,20}(?:beirat|leiter(?:in)?|leitung|führung|führer(?:in)?)|verwalter(?:in)?|vorsitz(?:ende[rn]?)?"
    r"|direction|mairie|élus|scrutateurs?|scrutatrice|assesseurs?|(?:président|secrétaire)e?\s+de\s+séance",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?:\w+\s+)?staff|officers|officials|administration|verwaltung|mairie|direction", re.IGNORECASE)
"""Those of them who are not members."""


def is_group(words: str) -> bool:
    """Whether words before a colon say what those behind it are, and none of whether they were there."""
    return _GROUPS.fullmatch(words) is not None or (is_post(words) and not is_known(words))


def is_beside(words: str) -> bool:
    """Whether those of a group are there without being members."""
    return _BESIDE.fullmatch(words) is not None


def with_rows_plain(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, rows of a layout's table that say who was there as lines: `Members: | Ada Roe, Ben Lee`."""
    found: list[Passage] = []
    under = False
    for passage in passages:
        plain = _plain_row(passage, under=under)
        under = plain[0] is not passage
        found += plain
    return found


def _plain_row(passage: Passage, *, under: bool) -> list[Passage]:
    """Return a row as lines; `under` another of the kind, one without a label goes on with that one's people."""
    cells = [cell.strip() for cell in passage.cells]
    head, rest = (cells[0], [cell for cell in cells[1:] if cell]) if cells else ("", [])
    label = head.endswith(":") and (label_of(head) is not None or is_group(head.rstrip(": ")))
    if len(rest) == 1 and label:
        return [replace(passage, text=f"{head} {rest[0]}", cells=())]
    if len(rest) == 2 and len(cells) == 3 and (label or (under and not head)) and people_of_list(rest[0]):
        person = replace(passage, text=f"{rest[0]} – {rest[1]}", cells=(), apart=False)
        return [replace(passage, text=head, cells=()), person] if head else [person]
    return [passage]
