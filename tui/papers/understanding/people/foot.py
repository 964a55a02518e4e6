"""The people whom lines below the items name: a key to initials, to whom the paper goes, who was there."""

from __future__ import annotations

from collections.abc import Iterable

from tui.meeting.model import Value
from tui.meeting.people.name_forms import initials
from tui.papers.document import Block
from tui.papers.understanding.headings import PeopleBlock, opens_key_of_initials
from tui.papers.understanding.keys import key_of
from tui.papers.understanding.people.gathered import group_at_foot, people_at_foot
from tui.papers.understanding.people.one import Named
from tui.papers.understanding.people.reading import person_of_key
from tui.papers.understanding.people.within import initials_in_line

_SEVERAL = 2


class FootLine(Value, frozen=True, kw_only=True):
    """A line below the items, and those it names."""

    block: Block
    people: tuple[Named, ...] = ()
    group: PeopleBlock = PeopleBlock()
    heads: bool = False
    """Whether it stands over a key to initials."""


def lines_of_foot(blocks: Iterable[Block]) -> list[FootLine]:
    """Return the lines of a foot with the people of each."""
    blocks = [*blocks]
    keyed = sum(_explains_initials(block.text) for block in blocks) >= _SEVERAL
    found: list[FootLine] = []
    open_list = False
    for block in blocks:
        if opens_key_of_initials(block.text):
            open_list = True
            found.append(FootLine(block=block, heads=True))
        elif several := initials_in_line(block.text):
            found.append(FootLine(block=block, people=tuple(several)))
        elif (open_list or (keyed and _explains_initials(block.text))) and (one := person_of_key(block.text)):
            found.append(FootLine(block=block, people=(one,)))
        elif (key := key_of(block.text)) and (people := people_at_foot(*key)):
            group = group_at_foot(key[0]) or PeopleBlock()
            found.append(FootLine(block=block, people=tuple(people), group=group))
        else:
            found.append(FootLine(block=block))
    return found


def _explains_initials(text: str) -> bool:
    """Whether a line says for whom initials stand that are those of the name: `(SM)   Sally Marsh – Chair`."""
    one = person_of_key(text)
    return one is not None and one.abbreviation.casefold() in initials(one.name)
