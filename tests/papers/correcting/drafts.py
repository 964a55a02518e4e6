"""A paper with a few mistakes to be made in reading it, and drafts of papers, for the tests of their correction."""

from __future__ import annotations

from datetime import date

from tui.papers.agenda import draft_of
from tui.papers.draft import Draft
from tui.papers.reading.text import read_text_document
from tui.papers.understanding.roles import Role

TODAY = date(2024, 3, 26)
PAPER = """Marsh End Allotment Society

Tuesday 9 April 2024 at 7 pm in the Seed Store

Present: Ida Fenn (Chair), Bo Larch
Apologies: Cy Moor

1. Minutes of the last meeting
2. Water butts
To ask for three prices
3. Hedge along the lane
   3.1 Cutting it
   3.2 Paying for it
4. Any other business

Wellingtons are for sale
Rosa Thorn has the key
"""


def draft(text: str = PAPER) -> Draft:
    return draft_of(read_text_document(text, "agenda.txt"), TODAY)


def place_of(found: Draft, words: str) -> int:
    """Give the place of the line that holds words."""
    return next(line.place for line in found.understood if words in line.text)


def at(found: Draft, words: str) -> int:
    """Give the place among the parts of the one with some words."""
    return next(n for n, part in enumerate(found.parts) if words in part.words)


def items(found: Draft) -> list[str]:
    """Give the items and the notes below them, indented."""
    level, rows = 1, []
    for part in found.parts:
        if part.section is not None:
            level = part.section.level
            rows.append("  " * (level - 1) + part.words)
        elif part.role in (Role.EXPLANATION, Role.RESOLUTION):
            rows.append("  " * level + ("= " if part.role is Role.RESOLUTION else "- ") + part.text)
    return rows


def people(found: Draft) -> list[str]:
    return [f"{one.words}: {one.person.group}, {one.person.presence}" for one in found.parts if one.person is not None]
